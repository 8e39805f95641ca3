"""Weeks that follow a week: a little more each, a deload lighter and without a step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.engine.strength import load_for
from planner.engine.terms import (
    Category,
    Exercise,
    Lifter,
    LoadKind,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)
from planner.engine.week_figures import figures, load_share
from planner.engine.weekly_progress import Harder, Progress, at_most, following, rises

START = date(2026, 11, 2)
SQUAT = Exercise("squat", muscles=((Muscle.QUADS, 1.0),))
BALANCE = Exercise("balance", category=Category.NEUROMUSCULAR)
PULL_UP = Exercise("pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
KNOWN = {"squat": SQUAT, "balance": BALANCE, "pull-up": PULL_UP}
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


def test_a_deload_is_lighter_than_the_first_week_and_takes_no_step():
    harder = Progress(sets_every=1, harder=Harder.LOAD, load_percent=5.0)
    weeks = built(harder, False, False, True, False)
    assert [len(work(week)) for week in weeks] == [4, 5, 2, 6]
    assert [work(week)[0].load_kg for week in weeks] == [105, 110, 92.5, 115]
    assert [entry.rir for entry in work(weeks[2])] == [5, 5]


@pytest.mark.parametrize(("sets", "kept"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (10, 5)])
def test_a_deload_keeps_half_of_the_sets_of_each_line_rounded_up(sets, kept):
    (week,) = built(Progress(), True, sets=(WARM_UP, *(FIVE,) * sets))
    assert len(work(week)) == kept


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


WAVE = (
    PlannedSet(5, 5, percent_e1rm=75.0),
    PlannedSet(3, 3, percent_e1rm=85.0),
    PlannedSet(1, 1, percent_e1rm=95.0, amrap=True),
)


def percents(week: Microcycle) -> list[float | None]:
    return [entry.percent_e1rm for entry in work(week)]


def test_percentages_stay_because_they_grow_with_strength():
    weeks = built(Progress(harder=Harder.LOAD), *(False,) * 4, sets=WAVE)
    assert [percents(week) for week in weeks] == [[75, 85, 95]] * 4
    assert at_most(weeks, KNOWN) == ()


def test_percentages_rise_if_wanted_and_stop_at_what_reps_and_reserve_allow_and_it_is_told():
    harder = Progress(harder=Harder.LOAD, load_percent=5.0, percentages=True)
    sets = (PlannedSet(3, 3, 1.0, percent_e1rm=85.0), PlannedSet(5, 5, percent_e1rm=70.0))
    weeks = built(harder, False, False, sets=sets)
    assert [percents(week) for week in weeks] == [[89, 74], [90, 77]]
    assert at_most(weeks[:1], KNOWN) == ()
    assert at_most(weeks, KNOWN) == ("squat",)


def test_a_percentage_that_asks_for_too_much_already_never_rises():
    harder = Progress(harder=Harder.LOAD, percentages=True)
    (week,) = built(harder, False, sets=(PlannedSet(8, 8, 2.0, percent_e1rm=95.0),))
    assert percents(week) == [95]


def test_repetitions_with_a_percentage_rise_only_as_far_as_it_allows():
    sets = (PlannedSet(5, 5, percent_e1rm=85.0),)
    weeks = built(Progress(harder=Harder.REPS), *(False,) * 3, sets=sets)
    assert [work(week)[0].reps_high for week in weeks] == [6, 6, 6]


def test_effort_leaves_percentages_without_a_reserve_as_they_are():
    weeks = built(Progress(harder=Harder.EFFORT), False, False, sets=WAVE)
    assert [work(week) for week in weeks] == [list(WAVE), list(WAVE)]
    (week,) = built(Progress(harder=Harder.EFFORT), False, sets=(replace(WAVE[1], rir=4.0),))
    assert (work(week)[0].percent_e1rm, work(week)[0].rir) == (90, 1)


def test_a_deload_never_asks_for_more_than_strength_has():
    harder = Progress(harder=Harder.LOAD, percentages=True)
    (_, deload) = built(harder, False, True, sets=WAVE)
    for entry in work(deload):
        allowed = 100 * load_for(1.0, entry.reps_high, entry.rir)
        assert entry.percent_e1rm <= allowed
    hard = PlannedSet(3, 3, 1.0, percent_e1rm=95.0)
    (deload,) = built(Progress(), True, sets=(hard,))
    assert percents(deload) == [85]  # three with three left


def test_a_top_set_is_not_repeated():
    (week,) = built(Progress(sets_every=1), False, sets=WAVE)
    assert work(week) == list(WAVE)
    (week,) = built(Progress(sets_every=1), False, sets=(FIVE, FIVE, replace(FIVE, amrap=True)))
    assert [entry.amrap for entry in work(week)] == [False, False, False, True]


def test_a_hold_has_no_reserve_in_a_deload():
    hold = PlannedSet(seconds=40.0)
    (week,) = built(Progress(), True, sets=(hold,) * 3)
    assert work(week) == [hold] * 2


def test_loads_never_fall_because_of_rounding():
    odd = (PlannedSet(5, 5, 3.0, 101.0),)
    (week,) = built(Progress(harder=Harder.LOAD, load_percent=0.1), False, sets=odd)
    assert work(week)[0].load_kg >= 101


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


def share(before: Microcycle, now: Microcycle) -> float | None:
    return load_share(before, now, KNOWN, Lifter(bodyweight_kg=75.0))


def test_the_load_of_a_week_is_what_is_moved_bodyweight_too_against_the_first():
    assert share(first(FIVE), first(PlannedSet(5, 5, 3.0, 105.0))) == pytest.approx(1.05)
    assert share(first(FIVE), first(PlannedSet(5, 5))) is None
    more = [first(PlannedSet(5, 5, 3.0, load), slug="pull-up") for load in (5.0, 13.0)]
    assert share(*more) == pytest.approx(1.1)
    both = [
        replace(week, sessions=(*week.sessions, *first(*WAVE).sessions)) for week in more
    ]  # shares of strength count only where nothing has a load
    assert share(*both) == pytest.approx(1.1)
    assert share(first(*WAVE), first(*WAVE)) == 1.0


def test_the_rise_that_is_asked_for_is_told_beside_what_can_be_loaded():
    harder = Progress(harder=Harder.LOAD, load_percent=2.5)
    assert rises(later(False, True, False), harder) == [1.025, None, 1.05]
    assert rises(later(False), Progress()) == [None]


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
