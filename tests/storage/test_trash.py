"""The trash: sessions, plans and lifters, gone from every list until they are put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Mesocycle, Session, SetKind
from planner.storage import clients, library, log, plan, plan_lists, trash, undo
from planner.storage.base import db
from planner.storage.rows import fetch
from tests.purging import purge

DAY = date(2026, 3, 2)
SQUATS = (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(100.0, 5))),)
Dump = dict[str, list[tuple[object, ...]]]


def listed() -> list[tuple[str, str, int, str]]:
    return [(each.table, each.name, each.holds, each.lifter) for each in trash.contents()]


def deleted_before(day: date) -> None:
    stamp = int(day.strftime("%s")) * 1000 - 1
    for table in (trash.SESSION, trash.PLAN, trash.LIFTER):
        db.connection().execute(
            f"UPDATE {table} SET deleted_at = ? WHERE deleted_at IS NOT NULL", (stamp,)
        )


def test_the_trash_lists_what_was_deleted_last_first_with_whose_it_is(
    ann: int, block: Mesocycle
) -> None:
    lower = log.add_session(ann, Session(DAY, SQUATS, name="Lower A"))
    log.add_session(ann, Session(DAY, name="Kept"))
    ben = clients.add_lifter(Lifter(name="Ben"))
    log.trash_session(lower)
    plan.trash_mesocycle(block.id or 0)
    trash.put_lifter(ben)
    assert listed() == [
        ("lifter", "Ben", 0, "Ben"),
        ("mesocycle", "Base", 2, "Ann"),
        ("session", "Lower A", 2, "Ann"),
    ]
    assert [each.on for each in trash.contents()] == [None, block.started_on, DAY]


def test_warm_ups_are_not_counted_as_they_are_not_in_the_list_of_sessions(ann: int) -> None:
    warm = LoggedExercise("squat", (LoggedSet(40.0, 5, kind=SetKind.WARMUP), LoggedSet(100.0, 5)))
    log.trash_session(log.add_session(ann, Session(DAY, (warm,), name="Lower A")))
    assert listed() == [("session", "Lower A", 1, "Ann")]


def test_a_deleted_lifter_is_in_no_list_any_more(ann: int, block: Mesocycle) -> None:
    log.add_session(ann, Session(DAY, SQUATS))
    (week,) = [each for each in block.weeks if each.number == 1]
    trash.put_lifter(ann)
    assert clients.lifters(include_archived=True) == []
    with pytest.raises(LookupError):
        clients.lifter(ann)
    assert plan_lists.weeks_by_uid_end(week.uid[-6:]) == []
    assert plan_lists.sheets_on(week.starts_on) == []
    assert plan_lists.lifters_with_sessions(week.starts_on) == set()
    assert library.users("squat") == ["Ann (deleted)"]


def test_what_is_theirs_is_in_the_trash_with_them_and_comes_back_with_them(
    ann: int, block: Mesocycle, dump: Callable[[], Dump]
) -> None:
    log.trash_session(log.add_session(ann, Session(DAY, SQUATS, name="Lower A")))
    before = dump()
    trash.put_lifter(ann)
    assert listed() == [("lifter", "Ann", 0, "Ann")]
    trash.restore(trash.LIFTER, ann)
    assert [made.name for made in clients.lifters()] == ["Ann"]
    assert listed() == [("session", "Lower A", 2, "Ann")]
    after = dump()
    assert {name: rows for name, rows in after.items() if name != "lifter"} == {
        name: rows for name, rows in before.items() if name != "lifter"
    }


def test_deleting_a_lifter_can_be_undone(ann: int, dump: Callable[[], Dump]) -> None:
    before = dump()
    with undo.step() as step:
        trash.put_lifter(ann)
    undo.revert(step)
    assert dump() == before


def test_a_plan_is_put_back_weeks_later(ann: int, block: Mesocycle) -> None:
    plan.trash_mesocycle(block.id or 0)
    deleted_before(date.today() - timedelta(days=20))
    purge(date.today() - timedelta(days=30))
    trash.restore(trash.PLAN, block.id or 0)
    assert [made.name for made in plan.mesocycles(ann)] == ["Base"]
    assert plan.mesocycle(block.id or 0).weeks == block.weeks


def test_after_thirty_days_a_lifter_goes_for_good_with_what_was_set_for_them(
    ann: int, block: Mesocycle
) -> None:
    log.add_session(ann, Session(DAY, SQUATS))
    ben = clients.add_lifter(Lifter(name="Ben"))
    for each in (ann, ben):
        clients.change_setting(f"goals/{clients.lifter(each).uid}", "{}")
    clients.change_setting("lifter", str(ben))
    trash.put_lifter(ann)
    purge(date.today() - timedelta(days=30))
    assert listed() == [("lifter", "Ann", 1, "Ann")]
    deleted_before(date.today() - timedelta(days=30))
    purge(date.today() - timedelta(days=30))
    assert listed() == []
    for table in ("session", "logged_set", "mesocycle", "planned_set"):
        assert fetch(f"SELECT count(*) FROM {table}") == [(0,)]
    assert [made.name for made in clients.lifters()] == ["Ben"]
    assert set(clients.settings_of("")) >= {f"goals/{clients.lifter(ben).uid}", "lifter"}
    assert len(clients.settings_of("goals/")) == 1


def test_many_sessions_go_for_good_in_parts(ann: int) -> None:
    for key in log.add_sessions(ann, [Session(DAY)] * 45):
        log.trash_session(key)
    left = [len(listed()) for _ in trash.purging(date.max)]
    assert left == [25, 5, 0]


def test_what_is_gone_for_good_cannot_be_put_back(ann: int) -> None:
    with pytest.raises(LookupError):
        trash.restore(trash.SESSION, 99)


def test_lifters_in_the_trash_are_told_by_uid(ann: int) -> None:
    uid = clients.lifter(ann).uid
    assert trash.deleted_lifters({uid}) == []
    trash.put_lifter(ann)
    assert trash.deleted_lifters({uid, "other"}) == ["Ann"]
    assert trash.deleted_lifters({"other"}) == []
