"""Other training days: the same sets per muscle, spread over the week, big lifts first."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from planner.engine import volume
from planner.engine.terms import (
    Complexity,
    Exercise,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)
from planner.engine.training_days import rearrange

MUSCLES = {
    "squat": Muscle.QUADS, "leg-press": Muscle.QUADS, "leg-curl": Muscle.HAMSTRINGS,
    "deadlift": Muscle.HAMSTRINGS, "bench": Muscle.CHEST, "fly": Muscle.CHEST,
    "row": Muscle.LATS, "pull-up": Muscle.LATS, "curl": Muscle.BICEPS, "raise": Muscle.SIDE_DELTS,
}  # fmt: skip
KNOWN = {slug: Exercise(slug, muscles=((muscle, 1.0),)) for slug, muscle in MUSCLES.items()}


def planned(slug: str, sets: int = 3, superset: int | None = None) -> PlannedExercise:
    return PlannedExercise(slug, (PlannedSet(8, 8, 2.0),) * sets, superset)


def session(name: str, day: int, *slugs: str, sets: int = 3) -> PlannedSession:
    return PlannedSession(name, day, tuple(planned(slug, sets) for slug in slugs))


FOUR_DAYS = (
    session("Lower A", 0, "squat", "leg-press", "leg-curl"),
    session("Upper A", 1, "bench", "row", "fly", "curl"),
    session("Lower B", 3, "deadlift", "leg-press", "leg-curl"),
    session("Upper B", 4, "bench", "pull-up", "raise", "curl"),
)


def slugs(made: PlannedSession) -> list[str]:
    return [each.exercise for each in made.exercises]


def test_four_days_become_three_with_the_same_sets_per_muscle():
    made = rearrange(FOUR_DAYS, (0, 2, 4), KNOWN)
    assert [each.day for each in made.sessions] == [0, 2, 4]
    assert all(change.before == change.after for change in made.muscles)
    assert made.short == ()


def test_on_as_many_days_the_sessions_stay_whole_and_only_move():
    made = rearrange(FOUR_DAYS, (1, 2, 4, 6), KNOWN)
    assert made.whole
    assert made.sessions == tuple(
        replace(old, day=day) for old, day in zip(FOUR_DAYS, (1, 2, 4, 6), strict=True)
    )
    assert rearrange(FOUR_DAYS, (0, 1, 3, 4), KNOWN).sessions == FOUR_DAYS


def test_days_are_as_equally_long_as_can_be():
    long = (session("Long", 0, "squat", "deadlift", "row", "bench", "fly", "curl", sets=5),
            session("Short", 2, "leg-press"), session("Other", 4, "raise"))  # fmt: skip
    for days in ((0, 3), (0, 2, 4, 6)):
        minutes = rearrange(long, days, KNOWN).minutes
        assert max(minutes) - min(minutes) <= 8


def test_a_muscle_is_spread_over_the_week():
    made = rearrange(FOUR_DAYS, (0, 2, 4), KNOWN)
    with_bench = [each.day for each in made.sessions if "bench" in slugs(each)]
    with_quads = [each.day for each in made.sessions if {"squat", "leg-press"} & {*slugs(each)}]
    assert len(with_bench) == 2
    assert len(with_quads) == 3
    assert max(made.minutes) - min(made.minutes) <= 15


def test_what_came_first_still_comes_first():
    made = rearrange(FOUR_DAYS, (0, 2, 4), KNOWN)
    for each in made.sessions:
        if "squat" in slugs(each):
            assert slugs(each).index("squat") == 0
        assert "curl" not in slugs(each)[:1]


def test_a_superset_stays_together():
    pair = PlannedSession("Arms", 0, (planned("curl", 3, 1), planned("raise", 3, 1)))
    made = rearrange((pair, session("Legs", 2, "squat")), (1, 3), KNOWN)
    (arms,) = [each for each in made.sessions if "curl" in slugs(each)]
    paired = [each.superset for each in arms.exercises if each.exercise in ("curl", "raise")]
    assert paired[0] == paired[1] is not None


def test_typed_letters_stay_and_one_that_waits_still_waits():
    arms = (planned("curl", 3, 2), planned("raise", 3, 2), planned("row", 3, 0))
    (made,) = rearrange((PlannedSession("Arms", 0, arms),), (1,), KNOWN).sessions
    assert [each.superset for each in made.exercises] == [2, 2, 0]
    again = PlannedSession("Chest", 2, (planned("bench", 3, 2), planned("fly", 3, 2)))
    (made,) = rearrange((PlannedSession("Arms", 0, arms), again), (1,), KNOWN).sessions
    assert {each.exercise: each.superset for each in made.exercises} == {
        "curl": 2, "raise": 2, "row": 0, "bench": 1, "fly": 1}  # fmt: skip


def test_what_is_left_of_a_superset_alone_does_not_wait():
    twice = (planned("curl", 3, 0), planned("raise", 3, 0), planned("curl", 3, 1))
    two = (PlannedSession("Arms", 0, twice), session("Legs", 2, "squat"))
    (made,) = rearrange(two, (1,), KNOWN).sessions
    assert [each.superset for each in made.exercises] == [None, None, None]


def test_notes_of_sessions_come_along_wherever_their_exercises_go():
    knee = PlannedSession("Lower", 0, (planned("squat"), planned("leg-curl")), "stop if knee hurts")
    more = PlannedSession("Upper", 2, (planned("bench"), planned("squat")), "belt")
    (one,) = rearrange((knee, more), (1,), KNOWN).sessions
    assert one.note == "stop if knee hurts; belt"
    spread = rearrange((knee,), (1, 4), KNOWN).sessions
    assert [each.note for each in spread] == ["stop if knee hurts"] * 2
    (same,) = rearrange((knee, replace(more, exercises=knee.exercises)), (1,), KNOWN).sessions
    assert same.note == "stop if knee hurts; belt"


def test_an_exercise_of_every_day_gives_its_sets_to_fewer_days():
    daily = [session(f"Day {day}", day, "squat", sets=4) for day in range(4)]
    made = rearrange(daily, (0, 2, 4), KNOWN)
    assert sorted(len(each.exercises[0].sets) for each in made.sessions) == [5, 5, 6]


def test_light_sets_of_an_exercise_of_every_day_are_kept_and_its_warm_ups_come_once():
    light = PlannedExercise("squat", (WARM_UP, PlannedSet(3, 3, 6.0), PlannedSet(3, 3, 6.0)))
    daily = [PlannedSession(f"Day {day}", day, (light,)) for day in range(2)]
    (made,) = rearrange(daily, (0,), KNOWN).sessions
    assert [each.rir for each in made.exercises[0].sets] == [None, 6.0, 6.0, 6.0, 6.0]


def test_sets_go_where_they_are_missed_least_when_time_is_short_and_muscles_are_named():
    most = 45
    made = rearrange(FOUR_DAYS, (0, 3), KNOWN, most_minutes=most)
    assert max(made.minutes) <= most
    assert made.short
    assert {change.group for change in made.short} <= {change.group for change in made.muscles}
    assert all(change.after > 0 for change in made.muscles)


ISOLATED = KNOWN | {
    slug: replace(KNOWN[slug], complexity=Complexity.ISOLATION)
    for slug in ("curl", "raise", "fly", "leg-curl")
}
TOP = (PlannedSet(5, 5, percent_e1rm=75.0), PlannedSet(3, 3, percent_e1rm=85.0),
       PlannedSet(1, 1, percent_e1rm=95.0, amrap=True))  # fmt: skip


def lines(made: PlannedSession) -> dict[str, int]:
    return {each.exercise: len(each.sets) for each in made.exercises}


def shorter(by: int, *made: PlannedExercise) -> PlannedSession:
    whole = PlannedSession("A", 0, made)
    most = volume.session_minutes(whole, ISOLATED) - by
    (short,) = rearrange((whole,), (0,), ISOLATED, most).sessions
    return short


def cut(by: int, *made: PlannedExercise) -> dict[str, int]:
    return lines(shorter(by, *made))


def test_isolation_goes_first_and_a_top_set_never():
    made = (PlannedExercise("deadlift", TOP), planned("row", 4), planned("raise"), planned("curl"))
    assert cut(1, *made) == {"deadlift": 3, "row": 4, "raise": 3, "curl": 2}
    assert cut(4, *made) == {"deadlift": 3, "row": 4, "raise": 2, "curl": 2}
    assert cut(6, *made) == {"deadlift": 3, "row": 3, "raise": 2, "curl": 2}
    assert cut(90, *made)["deadlift"] == 3


def test_a_set_that_differs_from_its_neighbours_stays():
    heavy = PlannedSet(3, 3, 1.0, 120.0)
    bench = PlannedExercise("bench", (heavy, *(PlannedSet(8, 8, 2.0, 90.0),) * 3))
    (made,) = rearrange((PlannedSession("A", 0, (bench,)),), (0,), ISOLATED, 5).sessions
    assert [each.load_kg for each in made.exercises[0].sets] == [120, 90]


def test_a_line_goes_as_a_whole_before_one_keeps_a_single_set():
    made = (planned("bench", 3), planned("fly", 2), planned("row", 3))
    assert cut(5, *made) == {"bench": 3, "row": 3}
    short = rearrange((PlannedSession("A", 0, made),), (0,), ISOLATED, 27)
    assert short.left_out == ("fly",)
    alone = (planned("bench", 3), planned("curl", 2), planned("row", 3))
    assert cut(4, *alone)["curl"] == 2  # nothing else is for the biceps


def test_what_was_done_in_turn_with_a_line_that_goes_is_done_alone():
    made = (planned("bench", 3), planned("fly", 2, 0), planned("row", 3, 0))
    short = shorter(3, *made)
    assert [(each.exercise, each.superset) for each in short.exercises] == [
        ("bench", None), ("row", None)]  # fmt: skip


def test_a_session_is_named_by_where_its_exercises_come_from():
    two = (session("Lower", 0, "squat"), session("Upper", 2, "bench"))
    assert [each.name for each in rearrange(two, (1, 4), KNOWN).sessions] == ["Lower", "Upper"]
    assert [each.name for each in rearrange(two, (1,), KNOWN).sessions] == ["Lower + Upper"]
    (one,) = rearrange(FOUR_DAYS, (2,), KNOWN).sessions
    assert one.name == "Day 1"


def test_another_week_can_be_like_the_first():
    made = rearrange(FOUR_DAYS, (0, 2, 4), KNOWN)
    more = [session(each.name, each.day, *slugs(each), sets=5) for each in FOUR_DAYS]
    again = rearrange(more, (0, 2, 4), KNOWN, like=made.place)
    assert [slugs(each) for each in again.sessions] == [slugs(each) for each in made.sessions]


WARM_UP = PlannedSet(5, 5, kind=SetKind.WARMUP)
exercise_plans = st.builds(
    lambda slug, sets, warm: PlannedExercise(
        slug, (WARM_UP,) * warm + (PlannedSet(8, 8, 2.0),) * sets
    ),
    st.sampled_from(sorted(MUSCLES)), st.integers(1, 6), st.integers(0, 2),
)  # fmt: skip
weeks = st.lists(
    st.builds(
        lambda day, made: PlannedSession(f"S{day}", day, tuple(made)),
        st.integers(0, 6), st.lists(exercise_plans, max_size=7, unique_by=lambda e: e.exercise),
    ),
    min_size=1, max_size=6,
)  # fmt: skip
chosen = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(sorted)


@given(weeks, chosen, st.one_of(st.none(), st.integers(30, 120)))
def test_sets_stay_within_a_tenth_or_the_muscle_is_named(week, days, most):
    made = rearrange(week, days, KNOWN, most)
    named = {change.group for change in made.short}
    for change in made.muscles:
        assert change.group in named or abs(change.after - change.before) <= change.before / 10
    if most is None:
        assert named == set()
    for each in made.sessions:
        assert len(set(slugs(each))) == len(each.exercises)
    done = {each for old in week for each in slugs(old)}
    assert {each for new in made.sessions for each in slugs(new)} | {*made.left_out} == done
    for each, minutes in zip(made.sessions, made.minutes, strict=True):
        fits = most is None or minutes <= most
        assert fits or all(volume.hard_sets(e.sets) <= 1 for e in each.exercises)


@given(weeks, chosen)
def test_the_order_of_an_old_session_stays(week, days):
    once = {slug for slug in MUSCLES if sum(slug in slugs(old) for old in week) == 1}
    for new in rearrange(week, days, KNOWN).sessions:
        for old in week:
            order = [slugs(old).index(s) for s in slugs(new) if s in once and s in slugs(old)]
            assert all(a < b for a, b in pairwise(order))


def test_an_unknown_exercise_is_an_error():
    with pytest.raises(KeyError):
        rearrange((session("A", 0, "nobody-knows"),), (0,), KNOWN)
