"""Gain against weekly sets of one lift: windows of its own history, and what they tell."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import clients
from planner.coach.charts import response_page
from planner.coach.charts.response_page import Kind, Lacking, SetsOf
from planner.engine.terms import (
    Experience,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan

TODAY = date(2026, 11, 5)
BEGAN = date(2026, 1, 5)  # a Monday


@pytest.fixture
def squat(lifter):
    """Return what logs squats twice a week from a week on: sets(week), load(week)."""

    def logged(weeks, sets, load=lambda week: 100.0 + 0.5 * week, slug="back-squat", since=BEGAN):
        for week in weeks:
            for day in (0, 3):
                kg = load(week)
                entry = LoggedSet(kg, 5, rir=2.0, load=kg)
                slot = LoggedExercise(slug, (entry,) * sets(week))
                on = since + timedelta(weeks=week, days=day)
                log.add_session(lifter, Session(on, (slot,), finished=True))

    return logged


def blocks(week):
    """Two sets a session in one month, five in the next."""
    return 2 + 3 * (week // 4 % 2)


def read(lifter, sets_of=SetsOf.LIFT, slug="back-squat"):
    return response_page.response(lifter, slug, TODAY, sets_of)


def test_below_eight_weeks_it_is_said_when_the_comparison_begins(lifter, squat):
    squat(range(6), blocks)
    made = read(lifter)
    assert (made.lacking, made.ahead, made.windows, made.line) == (Lacking.HISTORY, 3, (), ())


def test_a_lift_never_done_has_eight_weeks_ahead(lifter):
    made = read(lifter)
    assert (made.lacking, made.ahead, made.weeks) == (Lacking.HISTORY, 8, 4)


def test_a_window_tells_sets_a_week_and_gain_a_month_with_its_error(lifter, squat):
    squat(range(24), blocks)
    made = read(lifter)
    assert [each.sets for each in made.windows] == [4.0, 10.0] * 3
    assert all(each.gain == pytest.approx(0.02, abs=0.02) for each in made.windows)
    assert all(0.005 < each.gain_sd < 0.06 for each in made.windows)
    assert all(each.sessions == 8 for each in made.windows)


def test_the_line_comes_with_its_band_from_four_windows_on(lifter, squat):
    squat(range(24), blocks)
    made = read(lifter)
    usual = made.usual
    assert made.lacking is None
    assert made.slope is not None
    assert made.slope.low < made.slope.middle < made.slope.high
    assert all(point.low < point.gain < point.high for point in made.line)
    assert made.line[0].sets == min(each.sets for each in usual)
    assert made.line[-1].sets == max(each.sets for each in usual)


def test_gain_at_one_rate_cannot_tell_whether_sets_help(lifter, squat):
    squat(range(24), blocks)
    slope = read(lifter).slope
    assert slope is not None
    assert not slope.told


def test_too_few_windows_say_how_many_more(lifter, squat):
    squat(range(9), blocks)
    made = read(lifter)
    assert made.lacking is Lacking.WINDOWS
    assert made.ahead == 4 - len(made.usual)
    assert len(made.windows) == 2


def test_the_same_sets_all_along_leave_nothing_to_compare(lifter, squat):
    squat(range(24), lambda _: 3)
    made = read(lifter)
    assert (made.lacking, made.slope, made.line) == (Lacking.DIFFERENCE, None, ())


def test_the_muscle_group_counts_the_sets_of_other_lifts_too(lifter, squat):
    squat(range(24), lambda _: 3)
    squat(range(24), blocks, slug="leg-press")
    whole, own = read(lifter, SetsOf.GROUP), read(lifter)
    assert whole.group == "Quads"
    assert [each.sets for each in whole.windows] == [10.0, 16.0] * 3
    assert {each.sets for each in own.windows} == {6.0}


def test_a_lift_without_a_muscle_group_counts_its_own_sets(lifter, squat):
    squat(range(10), lambda _: 3, slug="cable-wrist-curl")
    made = read(lifter, SetsOf.GROUP, "cable-wrist-curl")
    assert (made.group, made.sets_of) == (None, SetsOf.LIFT)


def test_the_first_window_after_time_off_is_no_part_of_the_line(lifter, squat):
    squat([*range(12), *range(18, 34)], blocks)
    kinds = [(each.since, each.kind) for each in read(lifter).windows]
    assert (BEGAN + timedelta(weeks=18), Kind.BACK) in kinds
    assert [kind for _, kind in kinds].count(Kind.BACK) == 1


def test_gain_of_the_early_phase_comes_from_learning_and_is_marked(lifter, squat):
    squat(range(16), blocks, load=lambda week: 60.0 + 5.0 * min(week, 8))
    clients.change(replace(clients.lifter(lifter), experience=Experience.NOVICE))
    made = read(lifter)
    assert made.windows[0].kind is Kind.EARLY
    assert made.windows[0] not in made.usual


def lighten(lifter, *numbers):
    """Plan deloads in weeks of the log; return them."""
    planned = PlannedSession("A", 0, (PlannedExercise("back-squat", (PlannedSet(5, 5),)),))
    weeks = [
        Microcycle(place, BEGAN + timedelta(weeks=number), (planned,), deload=True)
        for place, number in enumerate(numbers, start=1)
    ]
    key = plan.add_mesocycle(lifter, Mesocycle("Block", weeks[0].starts_on, tuple(weeks)))
    return plan.mesocycle(key).weeks


def test_a_deload_is_left_out_of_sets_and_gain(lifter, squat):
    squat(range(24), lambda week: 1 if week == 5 else blocks(week))
    lighten(lifter, 5)
    before, made = read(lifter).windows[:2]
    assert (made.deload, made.sets, made.sessions) == (True, 10.0, 6)
    assert not before.deload


def test_a_deload_done_a_week_later_is_left_out_there(lifter, squat):
    squat([*range(7), *range(9, 24)], blocks)
    planned = lighten(lifter, 7)[0].sessions[0].id
    slot = LoggedExercise("back-squat", (LoggedSet(80, 5, rir=4.0, load=80),))
    late = BEGAN + timedelta(weeks=8)
    log.add_session(lifter, Session(late, (slot,), finished=True, planned_session_id=planned))
    assert [each.deload for each in read(lifter).windows[:3]] == [False, False, True]


def test_a_window_of_deloads_tells_nothing(lifter, squat):
    squat(range(24), blocks)
    lighten(lifter, 4, 5, 6)
    assert len(read(lifter).windows) == 5


def test_weeks_of_nothing_but_deloads_between_breaks_tell_nothing(lifter, squat):
    squat([*range(12), *range(16, 20), *range(24, 40)], blocks)
    lighten(lifter, 16, 17, 18, 19)
    away = BEGAN + timedelta(weeks=16), BEGAN + timedelta(weeks=20)
    assert not [each for each in read(lifter).windows if away[0] <= each.since < away[1]]


def test_the_line_is_as_high_as_the_lift_rose(lifter, squat):
    squat(range(40), blocks)
    made = read(lifter)
    rise = 1.195 ** (1 / (39 / 4)) - 1  # 100 kg to 119.5 in 39 weeks, in 4 of them
    middle = made.line[len(made.line) // 2]
    assert middle.gain == pytest.approx(rise, abs=0.004)
    assert middle.low < rise < middle.high
    assert middle.high - middle.low < 0.03


def test_the_newest_session_counts_before_its_window_is_over(lifter, squat):
    squat(range(24), blocks)
    before = read(lifter).windows[-1]
    squat([24, 25], blocks, load=lambda _: 124.0)
    after = read(lifter).windows[-1]
    assert (after.since, after.sessions) == (before.since, before.sessions + 4)
    assert after.gain > before.gain


def test_a_lift_without_a_load_has_no_gain_in_per_cent(lifter, squat):
    squat(range(24), blocks, slug="single-leg-balance")
    assert read(lifter, slug="single-leg-balance").lacking is Lacking.LOAD


def test_what_is_logged_after_today_is_not_seen(lifter, squat):
    squat(range(60), blocks)
    before = read(lifter)
    assert all(each.until <= TODAY for each in before.windows)


def test_a_typing_error_moves_no_window(lifter, squat):
    squat(range(24), blocks)
    clean = [each.gain for each in read(lifter).windows]
    wrong = LoggedSet(1000, 5, rir=2.0, load=1000)
    on = BEGAN + timedelta(weeks=9, days=5)
    slot = LoggedExercise("back-squat", (wrong,))
    log.add_session(lifter, Session(on, (slot,), finished=True))
    assert [each.gain for each in read(lifter).windows] == pytest.approx(clean, abs=0.01)
