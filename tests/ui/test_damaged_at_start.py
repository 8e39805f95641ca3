"""A damaged file at the start: the newest good backup is offered, and the damaged file is kept."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.app import Start
from planner.ui.main_window import MainWindow
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from tests.ui.answers import answer

DAY = date(2026, 11, 2)
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5),) * 40)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_noise_in_its_place(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + random.Random(3).randbytes(50_000))


def spoil_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'logged_set'"
        (root,) = connection.execute(sql).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = random.Random(5).randbytes(size)
    path.write_bytes(bytes(data))


def flip_bits(path: Path) -> None:
    """Flip bits until SQLite notices: those in free room or in texts are noticed by nobody."""
    data, dice = bytearray(path.read_bytes()), random.Random(11)
    for _ in range(len(data) // 200):
        data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(bytes(data))


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks for errors back."""
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.fixture
def two_backups(database: Path, lifter: int) -> tuple[Path, Path]:
    """Close a file with one session more than the older of its two backups; return these."""
    older = files.back_up()
    log.add_session(lifter, Session(DAY, (SQUATS,), name="Lower A"))
    newer = files.back_up()
    files.close_file()
    return older, newer


@pytest.fixture
def restored(database: Path, qtbot: QtBot) -> Iterator[Callable[[], str]]:
    """Return a function that starts the window and takes the backup that it offers.

    It returns what was said, with the data open for a look.
    """
    started: list[tuple[MainWindow, Start]] = []

    def start() -> str:
        said: list[str] = []

        def take(dialog: OpeningDialog) -> None:
            said.extend(each.text() for each in dialog.findChildren(QLabel))
            dialog.restore()

        answer(take)
        window = MainWindow(database, lambda: DAY)
        qtbot.addWidget(window)
        made = Start(window)
        started.append((window, made))
        window.show()
        qtbot.waitUntil(lambda: window.ready)
        return "\n".join([*said, window.status.news.text()])

    yield start
    for window, made in started:
        window.close()
        made.close_file()


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize(
    "spoil", [truncate, empty, put_noise_in_its_place, spoil_a_table, flip_bits]
)
def test_the_newest_backup_is_offered_with_what_it_holds_and_put_in_place(
    database: Path,
    two_backups: tuple[Path, Path],
    restored: Callable[[], str],
    spoil: Callable[[Path], None],
) -> None:
    spoil(database)
    ruin = database.read_bytes()
    said = restored()
    assert "is damaged and was left as it is" in said
    assert "The backup holds 1 lifter, 1 session, 40 sets." in said
    assert "In the damaged file can be counted: " in said
    assert "Restored planner-" in said
    assert "The damaged file is kept beside your data." in said
    (sam,) = clients.lifters()
    assert log.counts(sam.id or 0) == (1, 40)
    (kept,) = database.parent.glob("*-unreadable.db")
    assert kept.read_bytes() == ruin


@pytest.mark.usefixtures("hooks")
def test_when_the_newest_backup_is_damaged_too_the_one_before_is_offered(
    database: Path, two_backups: tuple[Path, Path], restored: Callable[[], str]
) -> None:
    _older, newer = two_backups
    spoil_a_table(newer)
    truncate(database)
    assert "The backup holds 1 lifter, 0 sessions, 0 sets." in restored()
    (sam,) = clients.lifters()
    assert log.counts(sam.id or 0) == (0, 0)
    assert newer.exists()


@pytest.mark.usefixtures("hooks")
def test_after_a_rename_the_backups_of_the_name_before_are_offered_and_told_as_that(
    database: Path, two_backups: tuple[Path, Path], restored: Callable[[], str]
) -> None:
    for made in two_backups:
        made.rename(made.with_name(made.name.replace("planner", "clients")))
    truncate(database)
    said = restored()
    assert "By its name this is a backup of clients.db, not of planner.db." in said
    (sam,) = clients.lifters()
    assert log.counts(sam.id or 0) == (1, 40)


@pytest.mark.usefixtures("two_backups", "qapp")
def test_another_programs_file_is_left_alone_and_no_backup_is_put_over_it(database: Path) -> None:
    database.write_bytes(b"\x89PNG" * 600)
    said: list[str] = []

    def give_up(dialog: OpeningDialog) -> None:
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.reject()

    answer(give_up)
    assert open_with_help(Wish(database)) is None
    assert any("is not a training database" in text for text in said)
    assert database.read_bytes() == b"\x89PNG" * 600


def test_a_new_folder_starts_empty_without_a_question(tmp_path: Path) -> None:
    (tmp_path / "planner.db").touch()
    files.open_file(tmp_path / "planner.db")
    assert clients.lifters() == []
    clients.add(Lifter(name="Ada"))
    files.close_file()
