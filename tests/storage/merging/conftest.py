"""Two computers with the same client."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database
from planner.storage.base import db
from tests.storage.merging.computers import Computers


@pytest.fixture
def computers(tmp_path: Path, three_exercises: Path) -> Iterator[Computers]:
    """Return a desk and a laptop that know the client Ann; nobody sits at either."""
    desk = Path(shutil.copyfile(three_exercises, tmp_path / "desk.db"))
    database.open_database(desk)
    clients.add_lifter(Lifter(name="Ann"))
    database.close_database()
    laptop = Path(shutil.copyfile(desk, tmp_path / "laptop.db"))
    made = Computers(desk, laptop)
    yield made
    database.close_database()
    made.clear_away()


@pytest.fixture
def all_rows() -> Callable[[], list[str]]:
    """Return a function that dumps the open file, ids and all."""
    return lambda: list(db.connection().iterdump())
