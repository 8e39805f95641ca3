"""The file is closed while a backup takes its place, and opened again whatever happens then."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import database, log, undo
from planner.storage.problems import DiskProblem, FileLost
from planner.storage.telling import unheard

SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))

Disk = Callable[[int], AbstractContextManager[None]]


def restore_while_it_fills(old: Path, full: ExitStack, disk: AbstractContextManager[None]) -> None:
    with database.restoring(old) as work:
        full.enter_context(disk)
        work(unheard)


def test_without_room_for_a_log_of_its_own_it_is_used_as_it_is(
    opened: Path, ann: int, disk_of: Disk
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    with ExitStack() as full:
        with pytest.raises(DiskProblem):
            restore_while_it_fills(old, full, disk_of(0))
        assert log.counts(ann) == (1, 1)
        with pytest.raises(DiskProblem):
            log.add_session(ann, SESSION)
    log.add_session(ann, SESSION)
    assert log.counts(ann) == (2, 2)
    assert database.check().ok


def test_when_it_cannot_be_opened_again_none_is_open_and_nothing_is_lost(
    opened: Path, ann: int, disk_of: Disk
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    with disk_of(0), pytest.raises(DiskProblem), database.restoring(old) as work:
        work(unheard)  # what is in the log cannot be taken into the file, nor read without room
    assert not database.is_open()
    database.reopen()
    assert log.counts(ann) == (1, 1)


def test_one_that_was_taken_away_meanwhile_is_not_made_anew(opened: Path) -> None:
    old = database.back_up()
    with pytest.raises(FileLost, match="moved or deleted"), database.restoring(old):
        opened.rename(opened.with_name("elsewhere.db"))
    assert not database.is_open()
    assert not opened.exists()


def test_trouble_while_it_is_opened_again_leaves_it_closed(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()

    def fail(_connection: object) -> None:
        raise OSError("out of luck")

    with pytest.raises(OSError, match="luck"), database.restoring(old):
        monkeypatch.setattr(undo, "arm", fail)
    assert not database.is_open()
