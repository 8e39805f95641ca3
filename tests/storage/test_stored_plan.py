"""Plans: whole blocks in and out, parts changed, moved and deleted, what is still to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)
from planner.storage import plan
from planner.storage.base import db

MONDAY = date(2026, 3, 2)

Week = Callable[..., Microcycle]

numbers = st.none() | st.integers(0, 1000)
reals = st.none() | st.floats(0, 1000)
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=10)
planned_sets = st.builds(
    PlannedSet,
    numbers,
    numbers,
    rir=reals,
    load_kg=reals,
    percent_e1rm=reals,
    amrap=st.booleans(),
    kind=st.sampled_from(SetKind),
    seconds=reals,
    distance_m=reals,
    load=reals,
    unit=st.sampled_from(Unit),
)
planned_exercises = st.builds(
    PlannedExercise,
    st.sampled_from(["squat", "bench_press"]),
    st.lists(planned_sets, max_size=3).map(tuple),
    superset=numbers,
    rest_s=numbers,
    tempo=texts,
    note=texts,
)
planned_sessions = st.builds(
    PlannedSession, texts, st.just(0), st.lists(planned_exercises, max_size=3).map(tuple), texts
)
weeks = st.builds(
    Microcycle,
    st.just(1),
    st.dates(),
    st.lists(planned_sessions, max_size=3).map(tuple),
    days=st.integers(1, 14),
    deload=st.booleans(),
    note=texts,
)
mesocycles = st.builds(
    Mesocycle,
    texts,
    st.dates(),
    st.lists(weeks, max_size=2).map(tuple),
    goal=texts,
    program=st.none() | texts,
    note=texts,
)


def bare(value: Any) -> Any:
    """Return a value without ids and uids, through and through."""
    changes: dict[str, Any] = {"id": None, "uid": ""}
    for content in ("weeks", "sessions", "exercises", "sets"):
        if hasattr(value, content):
            changes[content] = tuple(map(bare, getattr(value, content)))
    return replace(value, **changes)


def sets(*reps: int) -> tuple[PlannedSet, ...]:
    return tuple(PlannedSet(each, each) for each in reps)


def key(value: Any) -> int:
    """Return the id of something that is stored."""
    assert value.id is not None
    return int(value.id)


def reps_of(planned_session_id: int) -> list[list[int | None]]:
    exercises = plan.planned_session(planned_session_id).exercises
    return [[each.reps_low for each in exercise.sets] for exercise in exercises]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mesocycle=mesocycles)
def test_a_block_comes_back_as_it_went_in(ann: int, mesocycle: Mesocycle) -> None:
    stored = plan.mesocycle(plan.add_mesocycle(ann, mesocycle))
    assert bare(stored) == mesocycle


def test_sessions_are_ordered_by_day_and_weeks_by_number(ann: int, week: Week) -> None:
    made = Mesocycle("Base", MONDAY, (week(2, 0), week(1, 4, 0, 2)))
    stored = plan.mesocycle(plan.add_mesocycle(ann, made))
    assert [each.number for each in stored.weeks] == [1, 2]
    assert [each.day for each in stored.weeks[0].sessions] == [0, 2, 4]


def test_a_copied_session_gets_ids_and_uids_of_its_own(block: Mesocycle) -> None:
    first = block.weeks[0].sessions[0]
    copy = plan.planned_session(plan.add_planned_session(key(block.weeks[1]), first))
    assert bare(copy) == bare(first)
    assert copy.uid != first.uid
    assert copy.exercises[0].uid != first.exercises[0].uid
    assert copy.exercises[0].sets[0].uid != first.exercises[0].sets[0].uid


def test_parts_know_where_they_belong(block: Mesocycle, week: Week) -> None:
    session = block.weeks[1].sessions[0]
    assert plan.mesocycle_of(key(block.weeks[1])) == block.id
    assert plan.week_of(key(session)) == block.weeks[1].id
    assert plan.week(key(block.weeks[1])) == block.weeks[1]
    assert plan.planned_exercise(key(session.exercises[0])) == session.exercises[0]


def test_parts_of_a_block_in_the_trash_can_still_be_read(block: Mesocycle) -> None:
    session = block.weeks[0].sessions[0]
    plan.trash_mesocycle(key(block))
    assert plan.planned_session(key(session)) == session


def test_a_week_and_a_session_are_added(block: Mesocycle, week: Week) -> None:
    added = plan.add_week(key(block), week(3, 1))
    plan.add_planned_session(added, PlannedSession("Extra", 1, note="easy"))
    assert [each.name for each in plan.week(added).sessions] == ["Day 1", "Extra"]


def test_headers_are_changed_and_content_stays(block: Mesocycle) -> None:
    session = block.weeks[0].sessions[0]
    plan.update_planned_session(replace(session, name="Legs", day=5, exercises=()))
    changed = plan.planned_session(key(session))
    assert (changed.name, changed.day, changed.exercises) == ("Legs", 5, session.exercises)
    exercise = session.exercises[0]
    plan.update_planned_exercise(replace(exercise, exercise="bench_press", tempo="3-1-1-0"))
    now = plan.planned_exercise(key(exercise))
    assert (now.exercise, now.tempo, now.sets) == ("bench_press", "3-1-1-0", exercise.sets)


def test_sets_are_replaced_and_those_that_stay_keep_their_ids(block: Mesocycle) -> None:
    exercise = block.weeks[0].sessions[0].exercises[0]
    plan.set_planned_sets(key(exercise), sets(1, 2, 3))
    one, two, three = plan.planned_exercise(key(exercise)).sets
    plan.set_planned_sets(key(exercise), [three, PlannedSet(9, 9), replace(one, reps_low=4), one])
    now = plan.planned_exercise(key(exercise)).sets
    assert [each.reps_low for each in now] == [3, 9, 4, 1]
    assert (now[0].id, now[2].id, now[2].uid) == (three.id, one.id, one.uid)
    assert len({each.id for each in now}) == len({each.uid for each in now}) == 4
    assert two.id not in {each.id for each in now} - {now[1].id, now[3].id}
    plan.set_planned_sets(key(exercise), [])
    assert plan.planned_exercise(key(exercise)).sets == ()


def test_sets_prescribed_anew_stay_the_rows_they_are(block: Mesocycle) -> None:
    exercise = block.weeks[0].sessions[0].exercises[0]
    plan.set_planned_sets(key(exercise), sets(1, 2, 3))
    before = plan.planned_exercise(key(exercise)).sets
    plan.set_planned_sets(key(exercise), sets(8, 2))
    now = plan.planned_exercise(key(exercise)).sets
    assert [each.reps_low for each in now] == [8, 2]
    assert [each.uid for each in now] == [each.uid for each in before[:2]]


def test_an_exercise_is_put_between_others(block: Mesocycle) -> None:
    here = key(block.weeks[0].sessions[0])
    for reps, position in ((2, None), (7, 1), (9, 0)):
        plan.add_planned_exercise(here, PlannedExercise("bench_press", sets(reps)), position)
    assert reps_of(here) == [[9], [5], [7], [2]]


def test_deleting_takes_what_hangs_below(block: Mesocycle) -> None:
    session = block.weeks[0].sessions[0]
    plan.delete_planned_exercise(key(session.exercises[0]))
    assert plan.planned_session(key(session)).exercises == ()
    plan.delete_planned_session(key(block.weeks[1].sessions[0]))
    left = db.connection().execute("SELECT count(*) FROM planned_set").fetchone()
    assert left == (2,)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: plan.mesocycle(99),
        lambda: plan.week(99),
        lambda: plan.planned_session(99),
        lambda: plan.planned_exercise(99),
        lambda: plan.mesocycle_of(99),
        lambda: plan.trash_mesocycle(99),
        lambda: plan.add_mesocycle(99, Mesocycle("", MONDAY)),
        lambda: plan.add_week(99, Microcycle(1, MONDAY)),
        lambda: plan.add_planned_session(99, PlannedSession("", 0)),
        lambda: plan.add_planned_exercise(99, PlannedExercise("squat")),
        lambda: plan.set_planned_sets(99, sets(5)),
        lambda: plan.delete_planned_session(99),
        lambda: plan.delete_planned_exercise(99),
        lambda: plan.future_exercises(1, "no_such_lift", MONDAY),
    ],
)
def test_what_is_not_planned_cannot_be_read_or_changed(ann: int, ask: Any) -> None:
    with pytest.raises(LookupError):
        ask()
