"""Two computers: the window's own file, and another one beside it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import handing_over, parts
from planner.storage import database as storage
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog

Elsewhere: TypeAlias = Callable[[], object]
HandOver: TypeAlias = Callable[..., Path]
Merging: TypeAlias = Callable[[Path], MergeFileDialog]


@pytest.fixture
def elsewhere(database: Path, _library_file: Path, tmp_path: Path) -> Elsewhere:
    """Return a context in which another computer's file is open in place of the window's."""
    other = tmp_path / "laptop" / "planner.db"
    other.parent.mkdir()
    shutil.copyfile(_library_file, other)

    @contextmanager
    def opened():
        storage.close_database()
        storage.open_database(other)
        try:
            yield other
        finally:
            storage.close_database()
            storage.open_database(database)

    return opened


@pytest.fixture
def hand_over(tmp_path: Path) -> HandOver:
    """Return a function that hands lifters of the open file over and returns where."""

    def write(*lifters: int, name: str = "Anna.planner", **options: bool) -> Path:
        path = tmp_path / name
        parts.at_once(handing_over.write(lifters, path, **options))
        return path

    return write


@pytest.fixture
def merging(window: MainWindow, qtbot: QtBot) -> Merging:
    """Return a function that lets the window read a file to merge, up to what it would do."""

    def begin(path: Path) -> MergeFileDialog:
        window.file_stories.take([path])
        made = window.findChildren(MergeFileDialog)[-1]
        qtbot.waitUntil(lambda: not made.doing.isVisible())
        return made

    return begin
