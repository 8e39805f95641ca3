"""Deleted sessions: listed with whose they are, put back, and gone after thirty days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, files, logging, trash
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.storage.base import db
from planner.ui import log_words, slices, trash_stories
from planner.ui.main_window import MainWindow
from planner.ui.trash_dialog import TrashDialog

TODAY = date.today()
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5), LoggedSet(100.0, 5)))


@pytest.fixture
def today() -> date:
    """Return the real day, on which `deleted` deletes."""
    return TODAY


@pytest.fixture
def deleted(lifter: int) -> int:
    """Log a session and delete it; return its id."""
    made = log.add_session(lifter, Session(date(2026, 11, 2), (SQUATS,), name="Lower A"))
    logging.delete(made)
    return made


def opened(window: MainWindow) -> TrashDialog:
    trash_stories.show(window)
    return next(each for each in window.findChildren(TrashDialog) if each.isVisible())


def backed_up(window: MainWindow, qtbot: QtBot) -> None:
    """Let the backup be made that is due."""
    window.backup_stories.begin()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())


def deleted_on(session_id: int, day: date) -> None:
    stamp = int(datetime.combine(day, time()).timestamp() * 1000)
    db.connection().execute("UPDATE session SET deleted_at = ? WHERE id = ?", (stamp, session_id))


@pytest.fixture
def used_before(window: MainWindow) -> None:
    """Let there be backups of the last days."""
    folder = backup_place.usual(window.database)
    for days in (1, 2, 3):
        files.back_up(folder / f"planner-{TODAY - timedelta(days=days)}_120000_daily.db")


def test_a_deleted_session_is_listed_with_its_sets_and_whose_it_is(window, deleted) -> None:
    model = opened(window).model
    texts = [model.index(0, place).data() for place in range(model.columnCount())]
    assert texts[:5] == ["Session", "Lower A", "Mon 2 Nov", "2 sets", "Sam Lifter"]
    assert texts[6] == log_words.day(TODAY + timedelta(days=30), TODAY)


def test_a_deleted_session_is_put_back_and_that_can_be_undone(window, lifter, deleted) -> None:
    opened(window).take.click()
    assert [made.id for made in logging.sessions(lifter)] == [deleted]
    assert window.status.news.text() == "Lower A of Mon 2 Nov is back in the log of Sam Lifter."
    window.history.undo()
    assert logging.sessions(lifter) == []
    assert [made.id for made in trash.contents()] == [deleted]


def test_with_nothing_deleted_there_is_nothing_to_restore(window) -> None:
    assert not opened(window).take.isEnabled()


def test_the_trash_is_reached_from_the_file_menu(window, deleted) -> None:
    menu = window.menuBar().actions()[0].menu()
    next(each for each in menu.actions() if each.text() == "&Deleted…").trigger()
    assert window.findChildren(TrashDialog)


def test_what_was_deleted_a_month_ago_is_removed_after_the_backup(
    window, used_before, lifter, deleted, qtbot
) -> None:
    old = log.add_session(lifter, Session(date(2026, 10, 1)))
    logging.delete(old)
    deleted_on(old, TODAY - timedelta(days=33))
    backed_up(window, qtbot)
    qtbot.waitUntil(lambda: [made.id for made in trash.contents()] == [deleted])
    with closing(sqlite3.connect(files.backups(window.database)[0].path)) as backup:
        assert backup.execute("SELECT count(*) FROM session").fetchone() == (2,)
    deleted_on(deleted, TODAY - timedelta(days=33))
    window.backup_stories._purge()
    window.backup_stories.stop()  # as before another file is opened
    qtbot.wait(4 * slices.PAUSE_MS)
    assert [made.id for made in trash.contents()] == [deleted]


def test_a_trash_that_cannot_be_emptied_is_not_taken_for_a_backup_that_failed(
    window, database, deleted, monkeypatch, qtbot
) -> None:
    def locked(_today: date, _backed_up: Iterable[date]) -> Iterator[None]:
        raise files.LockedDatabase("Another program is using the training database.")

    monkeypatch.setattr(trash, "purging", locked)
    backed_up(window, qtbot)
    told = window.status.news
    qtbot.waitUntil(lambda: told.text().startswith("What was deleted long ago could not be"))
    assert len(files.backups(database)) == 1


def test_a_clock_set_ahead_empties_the_trash_only_once_it_is_believed(deleted) -> None:
    used, wrong = [TODAY - timedelta(days=n) for n in range(5)], date(2099, 1, 1)
    days = [*used, wrong, wrong + timedelta(days=1)]
    for _ in trash.purging(days[-1], days):
        pass
    assert [made.id for made in trash.contents()] == [deleted]
    for _ in trash.purging(TODAY, [*days, wrong + timedelta(days=2)]):  # it is right again
        pass
    assert [made.id for made in trash.contents()] == [deleted]


def test_without_a_backup_nothing_is_removed_for_good(window, deleted, qtbot) -> None:
    deleted_on(deleted, TODAY - timedelta(days=33))
    backup_place.usual(window.database).write_text("a file in the folder's place")
    backed_up(window, qtbot)
    assert [made.id for made in trash.contents()] == [deleted]
