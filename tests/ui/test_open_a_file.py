"""What opening a file can run into, and what is offered then."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.coach.files import DatabaseProblem, NewerDatabase, NotADatabase
from planner.ui import log_file
from planner.ui.main_window import MainWindow
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.opening_lock import AlreadyOpen, Opened, open_database
from tests.ui.answers import answer


def closed(opened: Opened | None) -> Path | None:
    """Close what was opened; return its path."""
    files.close_file()
    if opened is None:
        return None
    opened.lock.unlock()
    return opened.path


def test_a_new_file_is_made_with_its_folder(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "new" / "planner.db"
    assert closed(open_with_help(Wish(path))) == path
    assert path.exists()


def test_a_second_window_on_one_file_is_told_about_the_first(tmp_path: Path) -> None:
    path = tmp_path / "planner.db"
    first = open_database(path)
    with pytest.raises(AlreadyOpen, match="open in another window"):
        open_database(path)
    closed(first)
    closed(open_database(path))


def test_who_opens_a_file_beside_a_window_is_told_where_to_take_it_in(tmp_path: Path) -> None:
    path = tmp_path / "planner.db"
    first = open_database(path)
    for name, way in (("Anna.planner", "File › Merge…"), ("strong.csv", "File › Import log…")):
        said = answer(OpeningDialog.reject)
        assert open_with_help(Wish(path, brought=tmp_path / name)) is None
        assert said[0] == "Your training data are open already"
        assert f"To take in {name}, go to the window that is open and choose {way}" in said[1]
    closed(first)


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "planner.db"
    closed(open_database(path))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerDatabase):
        open_database(path)


def test_a_foreign_file_is_refused_and_another_one_can_be_chosen(
    tmp_path: Path, qtbot: QtBot, choose_files: Callable[..., None]
) -> None:
    foreign, other = tmp_path / "photo.db", tmp_path / "other.db"
    foreign.write_bytes(b"\x89PNG" * 600)
    with pytest.raises(NotADatabase):
        open_database(foreign)
    choose_files(other)
    answer(OpeningDialog.choose)
    assert closed(open_with_help(Wish(foreign))) == other
    assert foreign.read_bytes() == b"\x89PNG" * 600


def damage(path: Path) -> None:
    """Overwrite the middle of a database file."""
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(bytes(data))


def test_a_damaged_file_is_replaced_by_its_backup_and_kept(
    database: Path, lifter: int, qtbot: QtBot
) -> None:
    files.back_up()
    files.close_file()
    damage(database)
    answer(lambda dialog: best_way(dialog).click())
    opened = open_with_help(Wish(database))
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]
    assert list(database.parent.glob("*unreadable*"))
    closed(opened)


def best_way(dialog: OpeningDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.isDefault())


def test_giving_up_opens_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    answer(OpeningDialog.reject)
    assert open_with_help(Wish(tmp_path)) is None


def test_every_problem_with_the_file_says_what_can_be_done(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(DatabaseProblem) as problem:
        open_database(tmp_path)
    dialog = OpeningDialog(tmp_path, problem.value)
    qtbot.addWidget(dialog)
    dialog.show()
    seen = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    texts = {each.text().replace("&", "") for each in seen}
    assert texts == {"Quit", "Choose another file…", "Try again"}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_what_lies_beside_the_file_is_the_owners(database: Path, lifter: int, qtbot: QtBot) -> None:
    before = os.umask(0o022)
    files.close_file()
    opened = open_database(database)
    window = MainWindow(database)
    qtbot.addWidget(window)
    window.start()
    handler = log_file.begin(database.with_name("planner.log"))
    logging.getLogger("planner").error("something to note")
    window.close()
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in database.parent.glob("*.*")}
    assert set(modes) >= {"planner.db", "planner.db.lock", "planner.log", "window.ini"}
    assert set(modes.values()) == {0o600}
    logging.getLogger("planner").removeHandler(handler)
    handler.close()
    closed(opened)
    os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_a_file_that_others_could_read_is_told_once(
    database: Path, lifter: int, qtbot: QtBot
) -> None:
    files.close_file()
    database.chmod(0o644)
    opened = open_database(database)
    window = MainWindow(database)
    qtbot.addWidget(window)
    window.start()
    assert "now only you can" in window.status.news.text()
    window.close()
    closed(opened)
