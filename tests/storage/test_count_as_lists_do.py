"""What a file holds is counted as lists show it: what lies in the trash is not there."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import (
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Session,
)
from planner.storage import clients, database, inspection, log, plan, trash

DAY = date(2026, 3, 2)
SQUATS = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(100.0, 5))),))
OLDEST = Path(__file__).parents[1] / "data" / "databases" / "schema-1.db"
ALL = {"lifter": 2, "session": 3, "logged_set": 6, "mesocycle": 2, "check_in": 2}


@pytest.fixture
def bo(ann: int) -> int:
    """Let Ann and Bo train, Ann twice; return Bo's id."""
    made = clients.add_lifter(Lifter(name="Bo"))
    for lifter in (ann, ann, made):
        log.add_session(lifter, SQUATS)
    for lifter in (ann, made):
        plan.add_mesocycle(lifter, Mesocycle("Base", DAY))
        clients.save_check_in(lifter, CheckIn(DAY, sleep=3))
    return made


def delete_session(lifter: int) -> None:
    log.trash_session(log.sessions(lifter)[0].id or 0)


def delete_plan(lifter: int) -> None:
    plan.trash_mesocycle(plan.mesocycles(lifter)[0].id or 0)


def delete_session_and_lifter(lifter: int) -> None:
    delete_session(lifter)
    trash.put_lifter(lifter)


BOS_GONE = {"lifter": 1, "session": 2, "logged_set": 4, "mesocycle": 1, "check_in": 1}
DELETED: dict[str, tuple[Callable[[int], object], dict[str, int]]] = {
    "nothing": (lambda _lifter: None, ALL),
    "a session": (delete_session, {**ALL, "session": 2, "logged_set": 4}),
    "a plan": (delete_plan, {**ALL, "mesocycle": 1}),
    "a lifter": (trash.put_lifter, BOS_GONE),
    "a session, then its lifter": (delete_session_and_lifter, BOS_GONE),
}


@pytest.mark.parametrize(("delete", "left"), DELETED.values(), ids=DELETED)
def test_what_lies_in_the_trash_is_not_counted_here_nor_in_a_backup(
    bo: int, delete: Callable[[int], object], left: dict[str, int]
) -> None:
    delete(bo)
    assert database.counts() == left
    assert inspection.counts_of(database.back_up()) == left


def test_what_is_put_back_counts_again(bo: int) -> None:
    delete_session_and_lifter(bo)
    for table, left in (
        (trash.LIFTER, {**ALL, "session": 2, "logged_set": 4}),
        (trash.SESSION, ALL),
    ):
        (made,) = trash.contents()
        assert made.table == table
        trash.restore(table, made.id)
        assert database.counts() == left


def test_a_backup_of_a_version_that_knew_no_deleted_lifters_is_counted_too(tmp_path: Path) -> None:
    old = Path(shutil.copy(OLDEST, tmp_path))
    before = inspection.counts_of(old)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE session SET deleted_at = 1 WHERE id = 1")
    after = inspection.counts_of(old)
    assert before["lifter"] == after["lifter"] > 0
    assert before["session"] - after["session"] == 1
    assert before["logged_set"] > after["logged_set"]
