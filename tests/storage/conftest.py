"""A small database: one lifter and three exercises, and what tests of storage ask of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.engine.terms import (
    Exercise,
    Lifter,
    LoadKind,
    Mesocycle,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import clients, database as storage, driver, library, plan
from tests.content import content

Dump = dict[str, list[tuple[Any, ...]]]
Week = Callable[..., Microcycle]
MONDAY = date(2026, 3, 2)

EXERCISES = (
    Exercise(
        "squat",
        "Squat",
        muscles=((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5)),
        aliases=("Back Squat", "Barbell Squat"),
        cues=("brace", "knees out"),
    ),
    Exercise("bench_press", "Bench Press", muscles=((Muscle.CHEST, 1.0),)),
    Exercise("assisted_pull_up", "Assisted Pull-up", load_kind=LoadKind.ASSISTED),
)


@pytest.fixture(scope="session")
def three_exercises(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make, once, a closed database file with three exercises in it, to be copied."""
    path = tmp_path_factory.mktemp("storage") / "three.db"
    storage.open_database(path)
    library.install(EXERCISES, "1")
    storage.close_database()
    return path


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    """Begin without a passphrase that an earlier test gave."""
    driver.forget()


@pytest.fixture
def opened(tmp_path: Path, three_exercises: Path) -> Iterator[Path]:
    """Open a new database file with three exercises in it."""
    path = Path(shutil.copyfile(three_exercises, tmp_path / "training.db"))
    storage.open_database(path)
    yield path
    storage.close_database()


@pytest.fixture
def ann(opened: Path) -> int:
    """Store a lifter in the open database and return the id."""
    return clients.add_lifter(Lifter(name="Ann"))


@pytest.fixture
def closed(opened: Path) -> Path:
    """Return a closed database file that holds a lifter."""
    clients.add_lifter(Lifter(name="Ann"))
    storage.close_database()
    return opened


@pytest.fixture
def dump(opened: Path) -> Callable[[], Dump]:
    """Return a function that lists what is stored, but for what undo leaves behind."""
    return content


@pytest.fixture
def week() -> Week:
    """Return a function that makes a week, by its number and the days of its sessions."""

    def make(number: int, *days: int) -> Microcycle:
        work = (PlannedExercise("squat", (PlannedSet(5, 5),)),)
        sessions = tuple(PlannedSession(f"Day {day}", day, work) for day in days)
        return Microcycle(number, MONDAY + timedelta(weeks=number - 1), sessions)

    return make


@pytest.fixture
def block(ann: int, week: Week) -> Mesocycle:
    """Store a block of two weeks with sessions on days 0 and 3."""
    made = Mesocycle("Base", MONDAY, (week(1, 0, 3), week(2, 0, 3)))
    return plan.mesocycle(plan.add_mesocycle(ann, made))
