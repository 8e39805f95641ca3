"""A step that was taken back stays taken back after a merge, of what was typed and of what an
import brought."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.coach import merging, steps
from planner.coach.parts import at_once
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, imports, log, rows, undo

DAY = date(2026, 11, 3)
SQUATS = Session(
    DAY,
    (LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),)),),
    started_at=datetime(2026, 11, 3, 18),
)


def type_in() -> int:
    key = clients.add_lifter(Lifter(name="Sam"))
    log.add_sessions(key, [SQUATS], None)
    return key


def bring_in() -> int:
    key = clients.add_lifter(Lifter(name="Sam"))
    log.add_sessions(key, [SQUATS], imports.add_import(key, "a.csv", "Strong", DAY, "a"))
    return key


def delete(key: int) -> None:
    rows.remove("session", log.sessions(key)[0].id or 0)


def edit(key: int) -> None:
    entry = log.sessions(key)[0].exercises[0].sets[0]
    log.update_set(replace(entry, load=222.0, load_kg=222.0))


def copied(database: Path, path: Path) -> Path:
    with closing(sqlite3.connect(database)) as here, closing(sqlite3.connect(path)) as there:
        here.backup(there)
    return path


@pytest.mark.parametrize("change", [delete, edit])
@pytest.mark.parametrize("start", [type_in, bring_in])
def test_what_another_computer_had_meanwhile_stays_taken_back(
    start: Callable[[], int], change: Callable[[int], None], database: Path, tmp_path: Path
) -> None:
    key = start()
    with undo.step() as done:
        change(key)
    laptop = copied(database, tmp_path / "laptop.db")
    steps.revert(done)
    at_once(merging.apply(at_once(merging.look(merging.fetch(laptop))), {}))
    assert [entry.load for entry in log.sessions(key)[0].exercises[0].sets] == [100.0]


def test_an_edit_that_was_taken_back_twice_is_no_edit_of_an_import(database: Path) -> None:
    key = bring_in()
    for _ in range(2):
        with undo.step() as done:
            edit(key)
        steps.revert(done)
    brought = imports.imports(key)[0].id
    assert imports.edited_sessions(brought) == []


def test_an_edit_that_is_done_again_is_one(database: Path) -> None:
    key = bring_in()
    with undo.step() as done:
        edit(key)
    steps.revert(steps.revert(done))
    brought = imports.imports(key)[0].id
    assert [made.on for made, _ in imports.edited_sessions(brought)] == [DAY]
