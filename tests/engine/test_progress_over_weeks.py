"""Weeks that follow a week: a little more each, a deload lighter and without a step."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.engine.terms import (
    Category,
    Exercise,
    Lifter,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)
from planner.engine.weekly_progress import Harder, Progress, figures, following, load_share

START = date(2026, 11, 2)
SQUAT = Exercise("squat", muscles=((Muscle.QUADS, 1.0),))
BALANCE = Exercise("balance", category=Category.NEUROMUSCULAR)
KNOWN = {"squat": SQUAT, "balance": BALANCE}
WARM_UP = PlannedSet(5, 5, None, 60.0, kind=SetKind.WARMUP)
FIVE = PlannedSet(5, 5, 3.0, 100.0)


def first(*sets: PlannedSet, slug: str = "squat") -> Microcycle:
    lower = PlannedSession("Lower", 1, (PlannedExercise(slug, sets, note="belt", id=7),), id=3)
    return Microcycle(1, START, (lower,), id=1)


def later(*deloads: bool) -> list[Microcycle]:
    return [
        Microcycle(n, START + timedelta(weeks=n - 1), deload=light, id=n)
        for n, light in enumerate(deloads, 2)
    ]


def built(progress: Progress, *deloads: bool, sets=(WARM_UP, *(FIVE,) * 3), slug="squat"):
    return following(first(*sets, slug=slug), later(*deloads), progress, KNOWN, Lifter())


def work(week: Microcycle) -> list[PlannedSet]:
    (planned,) = week.sessions[0].exercises
    return [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]


def test_a_set_more_every_second_week_up_to_the_most():
    weeks = built(Progress(sets_every=2, most_sets=5), *(False,) * 7)
    assert [len(work(week)) for week in weeks] == [3, 4, 4, 5, 5, 5, 5]


def test_a_deload_is_lighter_than_the_week_before_and_takes_no_step():
    weeks = built(Progress(sets_every=1), False, True, False)
    assert [len(work(week)) for week in weeks] == [4, 2, 5]
    assert work(weeks[1])[0].rir > work(weeks[0])[0].rir
    assert work(weeks[1])[0].load_kg < work(weeks[0])[0].load_kg


def test_loads_rise_by_a_share_of_the_first_weeks_to_what_can_be_set():
    weeks = built(Progress(harder=Harder.LOAD, load_percent=2.5), False, False)
    assert [work(week)[0].load_kg for week in weeks] == [102.5, 105.0]
    assert weeks[0].sessions[0].exercises[0].sets[0] == WARM_UP


def test_the_reserve_falls_from_three_to_one_and_the_load_follows_it():
    weeks = built(Progress(harder=Harder.EFFORT), False, False, False, False)
    assert [work(week)[0].rir for week in weeks] == [2, 2, 2, 1]
    assert work(weeks[-1])[0].load_kg > 100


def test_repetitions_rise_and_balance_work_stays():
    harder = Progress(sets_every=1, harder=Harder.REPS)
    (week,) = built(harder, False)
    assert (work(week)[0].reps_low, work(week)[0].reps_high) == (6, 6)
    hold = PlannedSet(5, 5, None)
    (same,) = built(harder, False, sets=(hold,), slug="balance")
    assert work(same) == [hold]


def test_a_percentage_rises_and_stops_at_a_hundred():
    share = (PlannedSet(3, 3, percent_e1rm=95.0),)
    harder = Progress(harder=Harder.LOAD, load_percent=5.0)
    assert [work(week)[0].percent_e1rm for week in built(harder, False, False, sets=share)] == [
        100, 100,
    ]  # fmt: skip


def test_weeks_keep_their_dates_and_what_is_built_has_no_ids_yet():
    (week,) = built(Progress(), False)
    assert (week.id, week.number, week.starts_on) == (2, 2, START + timedelta(weeks=1))
    (session,) = week.sessions
    assert (session.id, session.exercises[0].id, session.exercises[0].note) == (None, None, "belt")


def test_a_day_that_a_shorter_week_lacks_is_left_out():
    short = Microcycle(2, START + timedelta(weeks=1), days=1, id=2)
    (week,) = following(first(FIVE), [short], Progress(), KNOWN, Lifter())
    assert week.sessions == ()


def test_figures_tell_hard_sets_their_reserve_and_their_share_of_strength():
    told = figures(first(WARM_UP, FIVE, PlannedSet(5, 5, 6.0), PlannedSet(3, 3, percent_e1rm=90)))
    assert (told.sets, told.hard_sets, told.rir) == (3, 2, 3.0)
    assert told.intensity == pytest.approx((0.9 + 1 / (1 + 7 / 30)) / 2, abs=0.03)
    assert load_share(first(FIVE), first(PlannedSet(5, 5, 3.0, 105.0))) == pytest.approx(1.05)
    assert load_share(first(FIVE), first(PlannedSet(5, 5))) is None


@given(
    st.lists(st.booleans(), min_size=1, max_size=12),
    st.builds(
        Progress,
        sets_every=st.integers(0, 4),
        most_sets=st.integers(1, 10),
        harder=st.sampled_from(Harder),
        load_percent=st.floats(0, 5),
    ),
)
def test_training_weeks_never_get_easier_and_never_more_than_the_most(deloads, progress):
    weeks = [week for week in built(progress, *deloads) if not week.deload]
    counts = [3, *(len(work(week)) for week in weeks)]
    assert counts == sorted(counts)
    assert counts[-1] <= max(3, progress.most_sets)
    loads = [work(week)[0].load_kg for week in weeks]
    assert loads == sorted(loads)
