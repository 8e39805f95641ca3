"""What is deleted is remembered by its uid, so that no other computer's file brings it back."""

from __future__ import annotations

from datetime import date

from planner.engine.terms import (
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Session,
)
from planner.storage import clients, imports, library, log, plan, rows, undo
from planner.storage.rows import fetch
from tests.purging import purge

DAY = date(2026, 3, 2)
SQUATS = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(100.0, 5))),))


def gone() -> list[tuple[str, str]]:
    return fetch("SELECT place, uid FROM gone ORDER BY gone_at")


def uid(table: str, key: int | None) -> str:
    return str(fetch(f'SELECT uid FROM "{table}" WHERE id = ?', key)[0][0])


def test_a_deleted_set_is_remembered_with_its_lifter_and_time(ann: int) -> None:
    log.add_session(ann, SQUATS)
    (slot,) = log.sessions(ann)[0].exercises
    before = rows.stamp()
    log.delete_set(slot.sets[0].id or 0)
    [(place, name, whose, at)] = fetch("SELECT place, uid, lifter_uid, gone_at FROM gone")
    assert (place, name, whose) == ("logged_set", slot.sets[0].uid, clients.lifter(ann).uid)
    assert before < at < rows.stamp()


def test_of_a_session_with_all_its_sets_only_the_session_is_remembered_and_that_it_was_purged(
    ann: int,
) -> None:
    session = uid("session", log.add_session(ann, SQUATS))
    log.trash_session(log.sessions(ann)[0].id or 0)
    ((trashed_at,),) = fetch("SELECT changed_at FROM session")
    purge()
    assert sorted(gone()) == [("session", session), ("session", f":{session}")]
    found = fetch("SELECT gone_at FROM gone WHERE uid = ?", session)
    assert found == [(trashed_at,)]  # not the day of the purge


def test_a_lifter_takes_everything_along_and_is_remembered_alone(ann: int) -> None:
    log.add_session(ann, SQUATS)
    clients.save_check_in(ann, CheckIn(DAY, sleep=3))
    plan.add_mesocycle(ann, Mesocycle("Base", DAY))
    name = uid("lifter", ann)
    rows.remove("lifter", ann)
    assert fetch("SELECT place, uid, lifter_uid FROM gone") == [("lifter", name, name)]


def test_an_exercise_that_is_deleted_was_nobodys(opened: object) -> None:
    library.delete_exercise("bench_press")
    assert fetch("SELECT place, lifter_uid FROM gone") == [("exercise", "")]


def test_undo_forgets_that_a_row_was_deleted_and_redo_remembers_it_as_deleted_later(
    ann: int,
) -> None:
    key = log.add_session(ann, SQUATS)
    with undo.step() as done:
        rows.remove("session", key)
    remembered, first = gone(), fetch("SELECT gone_at FROM gone")
    again = undo.revert(done)
    assert gone() == []
    undo.revert(again)
    assert gone() == remembered
    assert fetch("SELECT gone_at FROM gone") > first


def test_what_undo_takes_back_is_remembered_as_deleted(ann: int) -> None:
    with undo.step() as done:
        session = uid("session", log.add_session(ann, SQUATS))
    undo.revert(done)
    assert gone() == [("session", session)]


def test_an_import_that_is_taken_back_is_remembered_by_its_sessions(ann: int) -> None:
    key = imports.add_import(ann, "strong.csv", "Strong", DAY, "abc")
    log.add_sessions(ann, [SQUATS, SQUATS], key)
    imports.delete_import(key)
    assert [place for place, _ in gone()] == ["session", "session", "import"]


def test_who_comes_back_under_the_same_uid_can_go_again(opened: object) -> None:
    first = clients.lifter(clients.add_lifter(Lifter(name="Bo")))
    rows.remove("lifter", first.id or 0)
    second = clients.add_lifter(first)
    rows.remove("lifter", second)
    assert gone() == [("lifter", first.uid)]


def test_an_edit_is_later_than_the_row_even_when_the_clock_went_back(ann: int) -> None:
    ahead = rows.stamp() + 10**9
    rows.execute("UPDATE lifter SET changed_at = ? WHERE id = ?", ahead, ann)
    clients.archive_lifter(ann, DAY)
    assert fetch("SELECT changed_at FROM lifter") == [(ahead + 1,)]
    rows.remove("lifter", ann)
    assert fetch("SELECT gone_at FROM gone") == [(ahead + 2,)]
