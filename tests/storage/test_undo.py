"""Taking steps back and doing them again: the tables come back row for row, ids and stamps too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from planner.engine.terms import (
    CheckIn,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, imports, log, plan, rows, undo
from planner.storage.base import db
from planner.storage.rows import fetch

DAY = date(2026, 3, 2)
SETS = tuple(LoggedSet(100.0, reps, load=100.0) for reps in (5, 5, 4))
SESSION = Session(DAY, (LoggedExercise("squat", SETS), LoggedExercise("bench_press", SETS)))
BLOCK = Mesocycle(
    "Base",
    DAY,
    (
        Microcycle(
            1,
            DAY,
            (PlannedSession("Legs", 0, (PlannedExercise("squat", (PlannedSet(5, 5),) * 3),)),),
        ),
    ),
)

Dump = Callable[[], dict[str, list[tuple[object, ...]]]]


def test_a_step_is_taken_back_and_done_again(ann: int, dump: Dump) -> None:
    before = dump()
    with undo.step() as step:
        log.add_session(ann, SESSION)
    after = dump()
    redo = undo.revert(step)
    assert dump() == before
    again = undo.revert(redo)
    assert dump() == after
    undo.revert(again)
    assert dump() == before


def test_a_step_without_writes_reverses_to_nothing(ann: int, dump: Dump) -> None:
    before = dump()
    with undo.step() as step:
        clients.lifters()
    assert step.statements == ()
    undo.revert(step)
    assert dump() == before


def test_a_lifter_who_is_gone_comes_back_with_everything(ann: int, dump: Dump) -> None:
    block = plan.mesocycle(plan.add_mesocycle(ann, BLOCK))
    planned = block.weeks[0].sessions[0]
    log.add_session(ann, replace(SESSION, planned_session_id=planned.id))
    clients.save_check_in(ann, CheckIn(DAY, sleep=3))
    before = dump()
    with undo.step() as step:
        rows.remove("lifter", ann)
    assert clients.lifters() == []
    undo.revert(step)
    assert dump() == before


def test_a_session_keeps_its_plan_when_the_deleted_plan_comes_back(ann: int, dump: Dump) -> None:
    planned = plan.mesocycle(plan.add_mesocycle(ann, BLOCK)).weeks[0].sessions[0]
    assert planned.id is not None
    key = log.add_session(ann, replace(SESSION, planned_session_id=planned.id))
    before = dump()
    with undo.step() as step:
        plan.delete_planned_session(planned.id)
    assert log.session(key).planned_session_id is None
    redo = undo.revert(step)
    assert dump() == before
    undo.revert(redo)
    assert log.session(key).planned_session_id is None


def test_an_exception_rolls_the_whole_step_back(ann: int, dump: Dump) -> None:
    before = dump()

    def half() -> None:
        with undo.step():
            log.add_session(ann, SESSION)
            log.delete_set(99_999)

    with pytest.raises(LookupError):
        half()
    assert dump() == before


def test_a_step_that_goes_on_after_an_inner_failure_leaves_nothing(ann: int, dump: Dump) -> None:
    before = dump()

    def careless() -> None:
        with undo.step():
            clients.change_setting("theme", "dark")
            with suppress(LookupError):
                log.add_session(ann, Session(DAY, (LoggedExercise("no_such_exercise"),)))

    with pytest.raises(RuntimeError, match="inside it had failed"):
        careless()
    assert dump() == before


def test_inner_steps_join_the_outer_one(ann: int, dump: Dump) -> None:
    before = dump()
    with undo.step() as outer:
        with undo.step() as inner:
            clients.change_setting("theme", "dark")
        log.add_session(ann, SESSION)
    assert inner is outer
    undo.revert(outer)
    assert dump() == before


def test_a_step_is_under_way_until_it_ends(ann: int) -> None:
    with undo.step():
        assert undo.under_way()
    assert not undo.under_way()


def test_writes_outside_any_step_do_not_leak_into_the_next(ann: int, dump: Dump) -> None:
    log.add_session(ann, SESSION)
    db.connection().execute("UPDATE lifter SET note = 'by hand'")
    before = dump()
    with undo.step() as step:
        clients.change_setting("theme", "dark")
    assert len(step.statements) == 1
    undo.revert(step)
    assert dump() == before


def test_a_step_whose_rows_another_window_deleted_is_refused(
    opened: Path, ann: int, dump: Dump
) -> None:
    with undo.step() as step:
        key = log.add_session(ann, SESSION)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = 1")
        other.execute("DELETE FROM session WHERE id = ?", (key,))
    before = dump()
    with pytest.raises(undo.UndoConflict, match="another window"):
        undo.revert(step)
    assert dump() == before


def test_a_step_that_would_take_another_windows_rows_along_is_refused(
    opened: Path, ann: int, dump: Dump
) -> None:
    with undo.step() as step:
        key = log.add_session(ann, SESSION)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO logged_exercise (uid, changed_at, session_id, position, exercise_id, note)"
            " VALUES ('theirs', 1, ?, 9, 1, '')",
            (key,),
        )
    before = dump()
    with pytest.raises(undo.UndoConflict):
        undo.revert(step)
    assert dump() == before


def test_a_step_whose_deleted_ids_were_used_again_is_refused(
    opened: Path, ann: int, dump: Dump
) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    with undo.step() as step:
        rows.remove("lifter", ann)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO lifter (id, uid, changed_at, name, experience, unit, inventory, coach,"
            " note, equipment, limits)"
            " SELECT ?, 'theirs', 1, 'Bo', 'novice', 'kg', '{}', '', '', '[]', '[]'",
            (ann,),
        )
    before = dump()
    with pytest.raises(undo.UndoConflict):
        undo.revert(step)
    assert dump() == before


def test_an_import_of_many_sets_is_taken_back_by_a_handful_of_statements(ann: int) -> None:
    with undo.step() as step:
        key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
        log.add_sessions(ann, [SESSION] * 200, key)
    assert step.rows == 1 + 200 * (1 + 2 + 6)
    assert len(step.statements) < 10
    undo.revert(step)
    assert log.counts(ann) == (0, 0)


@pytest.mark.parametrize("times", [1, 37, 250])
def test_an_import_of_any_size_is_taken_back_and_done_again(
    ann: int, dump: Dump, times: int
) -> None:
    held = LoggedSet(None, None, seconds=30.0)
    odd = Session(DAY, (LoggedExercise("squat", SETS), LoggedExercise("bench_press", (held,))))
    before = dump()
    with undo.step() as step:
        key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
        log.add_sessions(ann, [SESSION, odd] * times, key)
    after = dump()
    redo = undo.revert(step)
    assert dump() == before
    undo.revert(redo)
    assert dump() == after


def test_what_is_stored_together_gets_uuids_in_rising_order(ann: int) -> None:
    log.add_session(ann, SESSION)
    log.add_session(ann, SESSION)
    uids = [uid for (uid,) in fetch("SELECT uid FROM logged_set ORDER BY id")]
    assert {UUID(uid).version for uid in uids} == {7}
    assert len(set(uids)) == len(uids)
    assert uids[:6] == sorted(uids[:6])


def test_single_rows_are_noted_again_after_an_import_has_failed(ann: int, dump: Dump) -> None:
    key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
    before = dump()
    with pytest.raises(LookupError):
        log.add_sessions(99_999, [SESSION] * 250, key)
    assert dump() == before
    with undo.step() as step:
        log.add_session(ann, SESSION)
    assert step.rows == 1 + 2 + 6
    undo.revert(step)
    assert dump() == before


def test_an_import_is_not_taken_back_over_sets_that_another_window_deleted(
    opened: Path, ann: int, dump: Dump
) -> None:
    with undo.step() as step:
        key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
        log.add_sessions(ann, [SESSION] * 250, key)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("DELETE FROM logged_set WHERE id = 7")
    before = dump()
    with pytest.raises(undo.UndoConflict):
        undo.revert(step)
    assert dump() == before


def test_a_large_step_is_reversed_in_short_parts_and_stopped_between_them(
    ann: int, dump: Dump
) -> None:
    with undo.step() as step:
        key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
        log.add_sessions(ann, [SESSION] * 500, key)
    after = dump()
    parts = undo.reverting(step)
    for _ in range(5):
        next(parts)
    assert len(fetch("SELECT id FROM logged_set")) < 3000
    parts.close()
    assert dump() == after
    assert len(list(undo.reverting(step))) > 6
    assert log.counts(ann) == (0, 0)
