"""Several lifts side by side: which are offered, how they moved, what can't be told."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import date, timedelta
from math import isclose
from typing import TypeVar

import pytest
from hypothesis import given, strategies as st

from planner.coach import charts, readings
from planner.coach.charts import compare, compare_offer
from planner.coach.charts.compare import Compared, LiftDay, LiftLine
from planner.engine.terms import Exercise, LoggedSet, Pattern

Made = TypeVar("Made")
LONG_AGO = date(2000, 1, 1)


def read(parts: Generator[None, None, Made]) -> Made:
    """Return what is read part by part."""
    while True:
        try:
            next(parts)
        except StopIteration as done:
            return done.value


@pytest.fixture
def weekly(lifter: int, today: date, train: Callable[..., int]) -> Callable[..., None]:
    """Return a function that logs three sets of five a week, the last one yesterday."""

    def store(slug: str, loads: list[float], last: date = today - timedelta(days=1)) -> None:
        for back, load in enumerate(reversed(loads)):
            entry = LoggedSet(load, 5, rir=2.0, load=load)
            train(lifter, slug, last - timedelta(weeks=back), entry, entry, entry)

    return store


def slugs(groups: list[compare_offer.PatternLifts]) -> list[list[str]]:
    return [[each.exercise.slug for each in group.lifts] for group in groups]


def test_nothing_is_offered_before_anything_was_trained(lifter, today):
    assert compare_offer.offered(lifter, today) == []
    assert compare_offer.usual([]) == ()


def test_lifts_are_offered_by_pattern_the_most_trained_first(lifter, today, weekly):
    weekly("dumbbell-curl", [12.0] * 9)
    weekly("bench-press", [60.0] * 4)
    weekly("front-squat", [70.0] * 3)
    weekly("back-squat", [90.0] * 5)
    groups = compare_offer.offered(lifter, today)
    assert [group.pattern for group in groups] == [
        Pattern.SQUAT, Pattern.HORIZONTAL_PUSH, Pattern.ISOLATION,
    ]  # fmt: skip
    assert slugs(groups) == [["back-squat", "front-squat"], ["bench-press"], ["dumbbell-curl"]]


def test_what_has_no_load_is_not_offered(lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60))
    assert compare_offer.offered(lifter, today) == []
    assert read(compare.lines(lifter, ["plank"], today)) == ()


def test_squat_bench_deadlift_and_press_are_compared_first(lifter, today, weekly):
    for slug in ("overhead-press", "dumbbell-curl", "pull-up", "deadlift", "bench-press"):
        weekly(slug, [50.0] * 4)
    weekly("back-squat", [90.0])
    usual = compare_offer.usual(compare_offer.offered(lifter, today))
    assert usual == ("back-squat", "bench-press", "deadlift", "overhead-press")


def test_a_pattern_left_out_for_months_gives_way_to_one_trained_lately(lifter, today, weekly):
    weekly("back-squat", [90.0] * 9, today - timedelta(weeks=20))
    for slug in ("overhead-press", "pull-up", "deadlift", "bench-press"):
        weekly(slug, [50.0] * 4)
    usual = compare_offer.usual(compare_offer.offered(lifter, today))
    assert usual == ("bench-press", "deadlift", "overhead-press", "pull-up")


def test_a_line_is_the_level_of_the_strength_chart(squatter, today):
    (line,) = read(compare.lines(squatter, ["back-squat"], today))
    chart = charts.strength(squatter, "back-squat", today)
    drawn = [(day.on, day.kg, day.low_kg, day.high_kg) for day in line.days]
    assert drawn == [(point.on, point.kg, point.low_kg, point.high_kg) for point in chart.level]
    assert [day.session_id for day in line.days] == [point.session_id for point in chart.points]


def test_lifts_come_in_the_order_asked_for_and_are_remembered(lifter, today, weekly):
    weekly("back-squat", [90.0] * 3)
    weekly("bench-press", [60.0] * 3)
    wanted = ["bench-press", "deadlift", "back-squat"]
    found = read(compare.lines(lifter, wanted, today))
    assert [line.exercise.slug for line in found] == ["bench-press", "back-squat"]
    assert read(compare.lines(lifter, wanted, today))[0] is found[0]


def test_what_is_dated_tomorrow_is_not_drawn_yet(lifter, today, train):
    train(lifter, "back-squat", today + timedelta(days=1), LoggedSet(80, 5, load=80))
    assert compare_offer.offered(lifter, today) == []
    assert read(compare.lines(lifter, ["back-squat"], today)) == ()


def test_time_off_parts_the_line(squatter, today, train):
    back = today + timedelta(weeks=6)
    train(squatter, "back-squat", back, LoggedSet(90, 5, rir=3, load=90))
    (line,) = read(compare.lines(squatter, ["back-squat"], back))
    assert compare.stretches(line.days) == [(0, 10), (10, 11)]


def test_no_day_has_no_stretch_of_days():
    assert compare.stretches(()) == [(0, 0)]


def test_hard_sets_are_counted_by_week_without_holes(lifter, today, weekly, train):
    weekly("back-squat", [90.0])
    train(lifter, "back-squat", today - timedelta(weeks=2), *[LoggedSet(80, 5, load=80)] * 2)
    (line,) = read(compare.lines(lifter, ["back-squat"], today))
    monday = today - timedelta(days=today.weekday())
    found = [(week.starts_on, week.sets, week.mean) for week in line.weeks]
    assert found == [(monday - 2 * compare.WEEK, 2, 2), (monday - compare.WEEK, 0, 1)]


def test_a_light_week_moves_the_mean_of_four_by_a_quarter(lifter, today, train):
    for back, sets in enumerate((3, 4, 1, 4, 4, 4)):  # this week is not over
        entry = LoggedSet(80, 5, load=80)
        train(lifter, "back-squat", today - back * compare.WEEK, *[entry] * sets)
    (line,) = read(compare.lines(lifter, ["back-squat"], today))
    assert [week.mean for week in line.weeks] == [4, 4, 4, 3.25, 3.25]


def test_across_a_jump_of_the_loads_no_change_is_told_here_or_on_the_strength_chart(
    per_hand, today
):
    slug = "dumbbell-bench-press"
    (line,) = read(compare.lines(per_hand, [slug], today))
    chart = charts.strength(per_hand, slug, today)
    assert line.days[-1].kg < 0.7 * line.days[0].kg
    found = compare.compared([line], LONG_AGO, today)
    assert not found.changes
    assert found.jumped == ((line.exercise, charts.jumped_on(chart, chart.level[0].on)),)
    assert charts.gain(chart, chart.level[0]) is None
    (jumped,) = line.jumped
    assert jumped.since <= jumped.level_on <= today


def test_shares_count_from_the_jump_that_is_in_view(per_hand, today):
    (line,) = read(compare.lines(per_hand, ["dumbbell-bench-press"], today))
    level_on = line.jumped[0].level_on
    assert compare.shares(line, LONG_AGO)[0].on == level_on
    before = level_on - timedelta(days=1)
    assert compare.shares(line, LONG_AGO, before)[0].on == line.days[0].on
    assert compare.compared([line], LONG_AGO, before).changes


def test_a_view_that_begins_after_the_jump_needs_no_correction(log_loads, today):
    per_hand = log_loads("dumbbell-bench-press", [40.0] * 20 + [20.0] * 9)
    (line,) = read(compare.lines(per_hand, ["dumbbell-bench-press"], today))
    since = line.jumped[0].level_on
    (change,) = compare.compared([line], since, today).changes
    first = next(day for day in line.days if day.on >= since)
    assert change.gain == pytest.approx(line.days[-1].kg / first.kg - 1)


def test_a_bodyweight_that_nobody_told_is_named(lifter, today, weekly):
    weekly("pull-up", [10.0] * 3)
    (line,) = read(compare.lines(lifter, ["pull-up"], today))
    told = readings.readings(lifter, today)["pull-up"]
    assert line.assumed_kg == next(
        value for fact in told.facts for name, value in fact.values if name == "bodyweight_kg"
    )


def made(name: str, *kilos: float, spread: float = 2.0, at_least: bool = False) -> LiftLine:
    """A lift trained every two weeks from 1 January on."""
    start = date(2026, 1, 1)
    days = [
        LiftDay(start + 2 * week * compare.WEEK, kg, kg - spread, kg + spread, week,
                at_least=at_least)
        for week, kg in enumerate(kilos)
    ]  # fmt: skip
    return LiftLine(Exercise(name, name), tuple(days))


def named(found: Compared) -> list[str]:
    return [each.exercise.name for each in found.changes]


def test_the_lift_that_rose_most_comes_first():
    both = [made("squat", 100.0, 101.0), made("bench", 60.0, 80.0)]
    found = compare.compared(both, LONG_AGO, date.max)
    assert named(found) == ["bench", "squat"]
    assert found.apart


def test_ranges_that_overlap_cannot_be_told_apart():
    both = [made("squat", 100.0, 104.0), made("bench", 60.0, 64.0)]
    assert not compare.compared(both, LONG_AGO, date.max).apart


def test_one_lift_alone_is_apart_from_nothing():
    assert not compare.compared([made("squat", 100.0, 150.0)], LONG_AGO, date.max).apart


def test_only_days_in_view_count():
    line = made("squat", 80.0, 100.0, 110.0, 200.0)
    found = compare.compared([line], line.days[1].on, line.days[2].on)
    assert found.changes[0].gain == pytest.approx(0.1)


def test_one_session_in_view_tells_no_change():
    line = made("squat", 80.0, 100.0)
    found = compare.compared([line], line.days[1].on, date.max)
    assert (found.changes, found.open) == ((), (line.exercise,))


def test_two_sessions_within_two_weeks_tell_no_change():
    line = made("squat", 80.0, 100.0)
    soon = replace(line.days[1], on=line.days[0].on + timedelta(days=13))
    line = replace(line, days=(line.days[0], soon))
    found = compare.compared([line], LONG_AGO, date.max)
    assert (found.changes, found.open) == ((), (line.exercise,))


@pytest.mark.parametrize("kilos", [(40.0, 170.0), (100.0, 45.0)])
def test_a_change_larger_than_strength_makes_is_not_compared(kilos):
    both = [made("squat", *kilos), made("bench", 60.0, 64.0)]
    found = compare.compared(both, LONG_AGO, date.max)
    assert named(found) == ["bench"]
    assert found.doubted == (both[0].exercise,)


def test_of_sets_stopped_at_their_target_no_change_is_told():
    line = made("squat", 80.0, 100.0, at_least=True)
    found = compare.compared([line], LONG_AGO, date.max)
    assert (found.changes, found.at_least) == ((), (line.exercise,))


def test_a_lift_without_a_session_in_view_has_no_share():
    assert compare.shares(made("squat", 80.0), date(2027, 1, 1)) == ()


KILOS = st.floats(20.0, 300.0)


@given(st.lists(KILOS, min_size=2, max_size=12), st.floats(0.1, 9.0), st.integers(0, 11))
def test_shares_start_at_one_lie_in_their_range_and_multiply(kilos, spread, first):
    line = made("squat", *kilos, spread=spread)
    start = min(first, len(kilos) - 1)
    found = compare.shares(line, line.days[start].on)
    assert (found[0].on, found[0].share) == (line.days[start].on, 1.0)
    assert all(each.low <= each.share <= each.high for each in found)
    whole = compare.shares(line, LONG_AGO)[start:]
    assert all(
        isclose(a.share, whole[0].share * b.share) for a, b in zip(whole, found, strict=True)
    )


@given(st.lists(st.tuples(KILOS, KILOS), min_size=2, max_size=8))
def test_lifts_told_apart_never_have_ranges_that_touch(pairs):
    lines = [made(str(number), *pair) for number, pair in enumerate(pairs)]
    found = compare.compared(lines, LONG_AGO, date.max)
    gains = [each.gain for each in found.changes]
    assert gains == sorted(gains, reverse=True)
    assert not found.apart or found.changes[0].low > found.changes[-1].high
