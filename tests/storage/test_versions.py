"""What tells that somebody has written to the file, and to which parts of a log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import (
    CheckIn,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedSession,
    Session,
)
from planner.storage import clients, log, plan, undo, versions
from planner.storage.versions import Touched, Version

DAY = date(2026, 3, 2)


def train(lifter_id: int) -> int:
    entry = LoggedSet(100.0, 5)
    return log.add_session(lifter_id, Session(DAY, (LoggedExercise("squat", (entry, entry)),)))


def touched(since: Version | None) -> Touched | None:
    return versions.touched_since(since, versions.version())


def test_the_version_of_a_file_changes_with_every_write_and_not_without(
    opened: Path, ann: int
) -> None:
    before = versions.version()
    log.sessions(ann)
    assert versions.version() == before
    train(ann)
    after = versions.version()
    assert after != before
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("UPDATE lifter SET note = 'theirs'")
    assert versions.version() != after


def test_a_file_has_no_version_inside_a_step(ann: int) -> None:
    with undo.step():
        assert versions.version() is None


def test_an_edit_of_a_plan_touches_no_log_and_its_undo_neither(ann: int) -> None:
    before = versions.version()
    with undo.step() as done:
        key = plan.add_mesocycle(ann, Mesocycle("Block", DAY, (Microcycle(1, DAY),)))
    assert versions.version() != before
    assert touched(before) == Touched()
    undo.revert(done)
    assert touched(before) == Touched()
    with pytest.raises(LookupError):
        plan.mesocycle(key)


def test_a_plan_whose_session_was_done_touches_it_when_it_goes(ann: int) -> None:
    planned = PlannedSession("Lower", 0)
    week = Microcycle(1, DAY, (planned,))
    block = plan.mesocycle(plan.add_mesocycle(ann, Mesocycle("Block", DAY, (week,))))
    (session,) = block.weeks[0].sessions
    done = log.add_session(ann, Session(DAY, planned_session_id=session.id))
    before = versions.version()
    plan.delete_planned_session(session.id or 0)  # the session that was done of it says so no more
    assert touched(before) == Touched({done})


def test_whatever_is_written_to_a_session_touches_it_and_no_other(ann: int) -> None:
    first, second = (train(ann) for _ in range(2))
    before, slot = versions.version(), log.session(second).exercises[0]
    with undo.step() as deleted:
        log.delete_set(slot.sets[0].id or 0)
        log.delete_logged_exercise(slot.id or 0)
    assert touched(before) == Touched({second})
    undo.revert(deleted)
    assert touched(before) == Touched({second})
    clients.save_check_in(ann, CheckIn(DAY, sleep=3))
    log.trash_session(first)
    assert touched(before) == Touched({first, second}, {DAY})


def test_what_other_programs_wrote_is_not_known_nor_what_follows_a_failed_step(
    opened: Path, ann: int
) -> None:
    before = versions.version()
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("UPDATE lifter SET note = 'theirs'")
    after = versions.version()
    assert touched(before) is None
    assert touched(after) == Touched()
    with pytest.raises(LookupError):
        _half_done(ann)
    assert touched(after) is None


def test_what_changes_a_lifter_or_the_library_is_about_every_log(ann: int) -> None:
    before = versions.version()
    clients.change_setting("theme", "dark")
    assert touched(before) == Touched()
    clients.update_lifter(clients.lifter(ann))
    assert touched(before) is None


def _half_done(lifter_id: int) -> None:
    with undo.step():
        train(lifter_id)
        plan.delete_planned_session(99)
