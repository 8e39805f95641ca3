"""Laws of undo: whatever is stored, it comes back byte for byte."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
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
from planner.storage import clients, database, library, log, plan, plan_order, undo
from planner.storage.base import db
from tests.purging import purge

DAY = date(2026, 3, 2)
SESSION = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5, load=100.0),) * 3),))
LINE = PlannedExercise("squat", (PlannedSet(5, 5),))
BLOCK = Mesocycle("Base", DAY, (Microcycle(1, DAY, (PlannedSession("Legs", 0, (LINE,)),)),))

Dump = Callable[[], dict[str, list[tuple[object, ...]]]]

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
    if target is not None:
        plan_order.place_exercises(target, [key])
    return None


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
    "purge": lambda _, pick: purge(date.max if pick % 2 else DAY),
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
