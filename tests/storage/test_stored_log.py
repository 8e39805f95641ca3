"""Sessions, slots and sets: what goes in comes out, in order, and the trash is not read."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.engine.terms import (
    KG_PER_LB,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Side,
    Technique,
    Unit,
)
from planner.storage import history, log, log_list, trash
from planner.storage.base import db
from tests.purging import purge

DAY = date(2026, 3, 2)

loads = st.none() | st.floats(-1e6, 1e6)
counts = st.none() | st.integers(0, 10**9)
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)
moments = st.none() | st.datetimes(
    timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=2))])
)
entries = st.builds(
    LoggedSet,
    load_kg=loads,
    reps=counts,
    rir=st.none() | st.floats(0, 10),
    kind=st.sampled_from(SetKind),
    target_reps=counts,
    seconds=loads,
    distance_m=loads,
    tempo=texts,
    technique=st.none() | st.sampled_from(Technique),
    pain=st.none() | st.integers(0, 10),
    side=st.sampled_from(Side),
    note=texts,
    load=loads,
    unit=st.sampled_from(Unit),
    logged_at=moments,
    flags=st.frozensets(st.sampled_from(["suspect", "convention"])),
    source_line=counts,
    source_text=texts,
)
slots = st.builds(
    LoggedExercise,
    st.sampled_from(["squat", "bench_press"]),
    st.lists(entries, max_size=3).map(tuple),
    superset=counts,
    rest_s=counts,
    note=texts,
)
sessions = st.builds(
    Session,
    st.dates(),
    st.lists(slots, max_size=3).map(tuple),
    name=texts,
    started_at=moments,
    duration_s=counts,
    utc_offset_min=st.none() | st.integers(-840, 840),
    note=texts,
    finished=st.booleans(),
)


def bare(value: Any) -> Any:
    """Return a value without ids and uids, through and through."""
    changes: dict[str, Any] = {"id": None, "uid": ""}
    for content in ("exercises", "sets"):
        if hasattr(value, content):
            changes[content] = tuple(map(bare, getattr(value, content)))
    return replace(value, **changes)


def work(*reps: int) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(100.0, each, load=100.0) for each in reps)


def reps_of(session_id: int) -> list[list[int | None]]:
    return [[entry.reps for entry in slot.sets] for slot in log.session(session_id).exercises]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(session=sessions)
def test_a_session_comes_back_as_it_went_in(ann: int, session: Session) -> None:
    stored = log.session(log.add_session(ann, session))
    assert bare(stored) == session
    assert stored.id is not None
    assert all(slot.uid for slot in stored.exercises)


def test_a_typed_load_comes_back_exactly(ann: int) -> None:
    typed = LoggedSet(225 * KG_PER_LB, 5, load=225.0, unit=Unit.LB)
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", (typed,)),)))
    stored = log.session(key).exercises[0].sets[0]
    assert (stored.load, stored.unit, stored.load_kg) == (225.0, Unit.LB, 225 * KG_PER_LB)


def test_typed_text_loses_its_control_characters_and_nothing_else(ann: int) -> None:
    typed = "Grüße\0 „tief“\r\n\ttwo\rlines \x1b[31m\x85\ud800 🏋"
    entry = LoggedSet(100.0, 5, note=typed, source_text="\0")
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", (entry,)),), name=typed))
    stored = log.session(key)
    assert stored.name == "Grüße „tief“\n\ttwo\nlines [31m 🏋"
    assert stored.exercises[0].sets[0].note == stored.name
    assert stored.exercises[0].sets[0].source_text == ""


def test_the_same_exercise_may_come_twice_in_a_session(ann: int) -> None:
    twice = (LoggedExercise("squat", work(5)), LoggedExercise("squat", work(8)))
    assert reps_of(log.add_session(ann, Session(DAY, twice))) == [[5], [8]]


def test_an_unknown_exercise_is_refused(ann: int) -> None:
    with pytest.raises(LookupError, match="no_such_lift"):
        log.add_session(ann, Session(DAY, (LoggedExercise("no_such_lift"),)))


def test_an_infinite_load_is_refused(ann: int) -> None:
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat"),)))
    slot = log.session(key).exercises[0]
    assert slot.id is not None
    with pytest.raises(sqlite3.IntegrityError, match="load_kg"):
        log.add_set(slot.id, LoggedSet(float("inf"), 5))


def test_a_copy_of_a_session_gets_ids_and_uids_of_its_own(ann: int) -> None:
    first = log.session(log.add_session(ann, Session(DAY, (LoggedExercise("squat", work(5, 5)),))))
    second = log.session(log.add_session(ann, first))
    uids = [
        each.uid
        for session in (first, second)
        for slot in session.exercises
        for each in (session, slot, *slot.sets)
    ]
    assert len(set(uids)) == len(uids) == 8
    assert bare(first) == bare(second)


def test_a_session_from_another_computer_keeps_its_uids(ann: int) -> None:
    entry = replace(work(5)[0], uid="set")
    session = Session(DAY, (LoggedExercise("squat", (entry,), uid="slot"),), uid="session")
    stored = log.session(log.add_session(ann, session))
    slot = stored.exercises[0]
    assert (stored.uid, slot.uid, slot.sets[0].uid) == ("session", "slot", "set")


def test_an_equal_uid_twice_in_one_session_is_kept_once(ann: int) -> None:
    entry = replace(work(5)[0], uid="same")
    session = Session(DAY, (LoggedExercise("squat", (entry, entry)),))
    sets = log.session(log.add_session(ann, session)).exercises[0].sets
    assert sets[0].uid == "same"
    assert len(sets[1].uid) == 32


def test_sets_go_to_the_end_or_between_others(ann: int) -> None:
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", work(1, 2, 3)),)))
    slot = log.session(key).exercises[0]
    assert slot.id is not None
    assert slot.sets[1].id is not None
    log.delete_set(slot.sets[1].id)
    log.add_set(slot.id, work(9)[0])
    log.add_set(slot.id, work(7)[0], position=1)
    log.add_set(slot.id, work(8)[0], position=99)
    assert reps_of(key) == [[1, 7, 3, 9, 8]]


def test_slots_go_to_the_end_or_between_others(ann: int) -> None:
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", work(1)),)))
    log.add_logged_exercise(key, LoggedExercise("bench_press", work(3)))
    slot_id = log.add_logged_exercise(key, LoggedExercise("squat", work(2, 2)), position=1)
    assert reps_of(key) == [[1], [2, 2], [3]]
    session_id, slot = log.slot(slot_id)
    assert (session_id, slot.exercise, len(slot.sets)) == (key, "squat", 2)
    log.delete_logged_exercise(slot_id)
    assert reps_of(key) == [[1], [3]]


def test_slots_change_places(ann: int) -> None:
    slots = tuple(LoggedExercise("squat", work(reps)) for reps in (1, 2, 3))
    key = log.add_session(ann, Session(DAY, slots))
    first, _, last = (slot.id or 0 for slot in log.session(key).exercises)
    log.move_logged_exercise(last, 0)
    assert reps_of(key) == [[3], [1], [2]]
    log.move_logged_exercise(first, 9)
    assert reps_of(key) == [[3], [2], [1]]


def test_changes_are_stored(ann: int) -> None:
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", work(5)),)))
    session = log.session(key)
    slot = session.exercises[0]
    log.update_session(replace(session, name="Legs", finished=True, on=DAY - timedelta(days=1)))
    log.update_logged_exercise(replace(slot, exercise="bench_press", note="slow", superset=1))
    log.update_set(replace(slot.sets[0], reps=6, technique=Technique.MINOR))
    changed = log.session(key)
    assert (changed.name, changed.finished, changed.on) == ("Legs", True, date(2026, 3, 1))
    assert (changed.exercises[0].exercise, changed.exercises[0].superset) == ("bench_press", 1)
    assert changed.exercises[0].sets == (log.set_(slot.sets[0].id or 0),)
    assert changed.exercises[0].sets[0].reps == 6
    assert changed.uid == session.uid


def test_a_day_belongs_to_the_local_date_whatever_the_offset(ann: int) -> None:
    late = datetime(2026, 3, 3, 0, 20)
    key = log.add_session(ann, Session(DAY, started_at=late, utc_offset_min=-300))
    assert log.session(key).on == DAY
    assert log.session(key).started_at == late


@pytest.mark.parametrize(
    "ask",
    [
        lambda: log.session(99),
        lambda: log.slot(99),
        lambda: log.set_(99),
        lambda: log.trash_session(99),
        lambda: log.delete_set(99),
        lambda: log.delete_logged_exercise(99),
        lambda: log.move_logged_exercise(99, 0),
        lambda: log.add_set(99, LoggedSet(100.0, 5)),
        lambda: log.add_logged_exercise(99, LoggedExercise("squat")),
        lambda: log.add_session(99, Session(DAY)),
        lambda: log.add_sessions(1, [Session(DAY)], 99),
        lambda: log.update_set(LoggedSet(100.0, 5)),
        lambda: log.update_session(Session(DAY, id=99)),
        lambda: log.last_sets(1, "no_such_lift", DAY),
    ],
)
def test_what_is_not_stored_cannot_be_read_or_changed(ann: int, ask: Any) -> None:
    with pytest.raises(LookupError):
        ask()


def test_a_session_in_the_trash_is_nowhere_until_it_is_restored(ann: int) -> None:
    key = log.add_session(ann, Session(DAY, (LoggedExercise("squat", work(5)),)))
    slot = log.session(key).exercises[0]
    log.trash_session(key)
    assert log.sessions(ann) == []
    assert log.summaries(ann) == []
    assert log.session_keys(ann) == []
    assert log.counts(ann) == (0, 0)
    assert log.unfinished(ann) is None
    assert log_list.sessions_per_day(ann, date.min, date.max) == {}
    assert log_list.heads(ann) == []
    assert log.last_sets(ann, "squat", date.max) == ()
    assert history.history(ann, "squat") == []
    assert history.fingerprints(ann) == {}
    assert history.trained(ann, most_rir=4) == []
    for ask in (lambda: log.set_(slot.sets[0].id or 0), lambda: log.slot(slot.id or 0)):
        with pytest.raises(LookupError):
            ask()
    trash.restore(trash.SESSION, key)
    assert [session.id for session in log.sessions(ann)] == [key]


def test_the_trash_is_emptied_of_what_is_old(ann: int) -> None:
    kept = log.add_session(ann, Session(DAY))
    old, new = (log.add_session(ann, Session(DAY)) for _ in range(2))
    for key in (old, new):
        log.trash_session(key)
    db.connection().execute("UPDATE session SET deleted_at = 0 WHERE id = ?", (old,))
    purge(date.today() - timedelta(days=30))
    left = {key for (key,) in db.connection().execute("SELECT id FROM session")}
    assert left == {kept, new}
