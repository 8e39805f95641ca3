"""Taking steps back and doing them again: the tables come back row for row, ids and stamps too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

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
from planner.storage import clients, database, imports, library, log, plan, undo
from planner.storage.base import db

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


def test_a_deleted_lifter_comes_back_with_everything(ann: int, dump: Dump) -> None:
    block = plan.mesocycle(plan.add_mesocycle(ann, BLOCK))
    planned = block.weeks[0].sessions[0]
    log.add_session(ann, replace(SESSION, planned_session_id=planned.id))
    clients.save_check_in(ann, CheckIn(DAY, sleep=3))
    before = dump()
    with undo.step() as step:
        clients.delete_lifter(ann)
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
        clients.delete_lifter(ann)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute(
            "INSERT INTO lifter (id, uid, changed_at, name, experience, unit, inventory, coach,"
            " note) SELECT ?, 'theirs', 1, 'Bo', 'novice', 'kg', '{}', '', ''",
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


# A law: whatever is stored, undo and redo bring the same bytes back.
# SQLite writes -0.0 as 0.0, and numbers below 1e-200 with the last bit wrong: nobody lifts those.
REAL = (
    st.floats(-1e12, 1e12)
    .filter(lambda number: number == 0 or abs(number) > 1e-200)
    .map(lambda number: number + 0.0)
)
NUMBERS = st.integers(-(2**63), 2**63 - 1) | REAL
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
VALUES = st.none() | NUMBERS | TEXTS | st.binary()
ROWS = st.lists(st.tuples(VALUES, VALUES), max_size=5)


@pytest.fixture
def anything(opened: Path) -> None:
    """Add a table that takes values of any type to the open file."""
    database.close_database()
    with closing(sqlite3.connect(opened)) as connection:
        connection.execute("CREATE TABLE anything (id INTEGER PRIMARY KEY, a ANY, b ANY) STRICT")
    database.open_database(opened)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ROWS, added=ROWS, changed=ROWS)
def test_values_of_every_type_come_back_byte_for_byte(
    anything: None,
    before: list[tuple[object, object]],
    added: list[tuple[object, object]],
    changed: list[tuple[object, object]],
) -> None:
    def rows() -> list[str]:
        found = db.connection().execute("SELECT * FROM anything ORDER BY id")
        return [repr(row) for row in found]

    def write(values: list[tuple[object, object]]) -> None:
        db.connection().executemany("INSERT INTO anything VALUES (NULL, ?, ?)", values)

    with undo.step():
        db.connection().execute("DELETE FROM anything")
        write(before)
    first = rows()
    with undo.step() as step:
        write(added)
        for key, (left, right) in enumerate(changed, start=1):
            db.connection().execute(
                "UPDATE anything SET a = ?, b = ? WHERE id = ?", (left, right, key)
            )
        db.connection().execute("DELETE FROM anything WHERE id % 2")
    second = rows()
    redo = undo.revert(step)
    assert rows() == first
    undo.revert(redo)
    assert rows() == second


def _a_session(lifter: int, pick: int) -> object:
    return log.add_session(lifter, replace(SESSION, name=f"Session {pick}"))


def _of(table: str, pick: int) -> int | None:
    keys = db.connection().execute(f"SELECT id FROM {table} ORDER BY id").fetchall()
    return keys[pick % len(keys)][0] if keys else None


def _on_one(table: str, write: Callable[[int], object]) -> Callable[[int, int], object]:
    def act(_: int, pick: int) -> object:
        key = _of(table, pick)
        return None if key is None else write(key)

    return act


def _insert_set(key: int) -> object:
    return log.add_set(key, LoggedSet(82.5, 8, note="ü 'quoted'\nline"), position=1)


def _move_exercise(key: int) -> object:
    target = _of("planned_session", key)
    return None if target is None else plan.move_planned_exercise(key, target, 0)


ACTIONS: dict[str, Callable[[int, int], object]] = {
    "log": _a_session,
    "trash": _on_one("session", log.trash_session),
    "insert set": _on_one("logged_exercise", _insert_set),
    "delete set": _on_one("logged_set", log.delete_set),
    "delete slot": _on_one("logged_exercise", lambda key: db.connection().execute(
        "DELETE FROM logged_exercise WHERE id = ?", (key,))),
    "plan": lambda lifter, _: plan.add_mesocycle(lifter, BLOCK),
    "prescribe": _on_one(
        "planned_exercise", lambda key: plan.set_planned_sets(key, [PlannedSet(8, 12)] * (key % 4))
    ),
    "move": _on_one("planned_exercise", _move_exercise),
    "unplan": _on_one("planned_session", plan.delete_planned_session),
    "check in": lambda lifter, pick: clients.save_check_in(lifter, CheckIn(DAY, sleep=pick % 5)),
    "weigh": lambda lifter, pick: clients.record_bodyweight(lifter, DAY, 70.0 + pick),
    "name": lambda _, pick: library.add_alias("squat", f"Kniebeuge {pick % 3}"),
    "set": lambda _, pick: clients.change_setting("theme", str(pick)),
    "purge": lambda _, pick: log.purge_trash(date.max if pick % 2 else DAY),
}  # fmt: skip
PLAY = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 50)), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(play=PLAY)
def test_a_users_steps_are_all_taken_back_and_done_again(
    ann: int, dump: Dump, play: list[tuple[str, int]]
) -> None:
    states, steps = [dump()], []
    for name, pick in play:
        with undo.step() as step:
            ACTIONS[name](ann, pick)
        steps.append(step)
        states.append(dump())
    redo = []
    for index in reversed(range(len(steps))):
        redo.append(undo.revert(steps[index]))
        assert dump() == states[index]
    back = []
    for index, step in enumerate(reversed(redo), start=1):
        back.append(undo.revert(step))
        assert dump() == states[index]
    for step in reversed(back):
        undo.revert(step)
    assert dump() == states[0]
