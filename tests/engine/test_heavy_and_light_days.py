"""A light day is no step back: the next session goes on from the heavy one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.engine.base import base_of
from planner.engine.light_day import goes_on_from
from planner.engine.skill import Beside
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    SetKind,
    Technique,
)

MONDAY = date(2026, 3, 2)
SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)


def day(after: int, *sets: LoggedSet) -> ExerciseDay:
    return ExerciseDay(MONDAY + timedelta(days=after), sets)


def sets(load_kg: float, *reps: int, rir: float | None = None) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(load_kg, each, rir=rir) for each in reps)


def chosen(*days: ExerciseDay, exercise: Exercise = SQUAT, next_after: int = 3) -> ExerciseDay:
    """Return the day to go on from, of these after eight weeks of the same sets."""
    lifter = Lifter(Experience.INTERMEDIATE, bodyweight_kg=75.0)
    state = engine.start(exercise, lifter)
    before = [replace(days[0], on=days[0].on - timedelta(days=7 * n)) for n in range(8, 0, -1)]
    for each in (*before, *days):
        state = engine.update(state, each)
    return goes_on_from(days, state, days[-1].on + timedelta(days=next_after))


def test_after_a_light_thursday_monday_goes_on_from_the_heavy_monday() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(3, *sets(80.0, 5, 5))
    assert chosen(heavy, light) is heavy


def test_of_heavy_light_and_medium_the_heavy_day_counts() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(2, *sets(80.0, 5, 5))
    assert chosen(heavy, light, day(4, *sets(90.0, 5, 5))) is heavy


def test_as_much_strength_in_more_repetitions_is_no_light_day() -> None:
    longer = day(3, *sets(90.0, 9, 9))
    assert chosen(day(0, *sets(100.0, 5, 5)), longer) is longer


def test_a_reset_after_missed_repetitions_counts() -> None:
    reset = day(3, *sets(90.0, 5, 5, 5))
    assert chosen(day(0, *sets(100.0, 5, 4, 3)), reset) is reset


def test_a_lighter_day_to_the_limit_was_hard() -> None:
    hard = day(3, *sets(80.0, 5, 5, rir=0.0))
    failed = day(3, LoggedSet(80.0, 4, kind=SetKind.FAILURE))
    heavy = day(0, *sets(100.0, 5, 5))
    assert chosen(heavy, hard) is hard
    assert chosen(heavy, failed) is failed


def test_a_heavy_day_a_month_ago_is_too_old() -> None:
    now = day(28, *sets(80.0, 5, 5))
    assert chosen(day(0, *sets(100.0, 5, 5)), now) is now


def test_more_help_makes_an_assisted_day_light() -> None:
    pull_up = Exercise("assisted-pull-up", load_kind=LoadKind.ASSISTED, bodyweight_share=0.95)
    heavy, light = day(0, *sets(10.0, 6, 6)), day(3, *sets(30.0, 6, 6))
    assert chosen(heavy, light, exercise=pull_up) is heavy


def test_of_heavy_medium_and_light_too() -> None:
    heavy, medium = day(0, *sets(100.0, 5, 5, 5)), day(2, *sets(90.0, 5, 5))
    assert chosen(heavy, medium, day(4, *sets(80.0, 5, 5))) is heavy


def test_a_reset_counts_whatever_was_lifted_before_the_misses() -> None:
    met, missed = day(0, *sets(97.5, 5, 5, 5)), day(3, *sets(105.0, 5, 4, 3))
    reset = day(6, *sets(92.5, 5, 5, 5))
    assert chosen(met, missed, reset) is reset


def test_a_missed_target_was_hard() -> None:
    missed = day(3, LoggedSet(90.0, 5, target_reps=8))
    assert chosen(day(0, *sets(100.0, 5, 5)), missed) is missed


def test_pain_or_poor_form_since_the_heavy_day_keep_the_light_load() -> None:
    hurt = day(0, LoggedSet(100.0, 5, pain=7))
    shaky = replace(day(0, *sets(100.0, 5)), technique=Technique.BREAKDOWN)
    easy, again = day(3, *sets(80.0, 5)), day(5, *sets(80.0, 5))
    assert chosen(hurt, easy, again) is again
    assert chosen(shaky, easy, again) is again


def test_a_layoff_is_no_light_day() -> None:
    back = day(14, *sets(92.5, 5, 5, rir=3.0))
    assert chosen(day(0, *sets(100.0, 5, 5)), back) is back


def test_two_weeks_after_a_light_day_the_next_session_goes_on_from_it() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(3, *sets(80.0, 5, 5))
    assert chosen(heavy, light, next_after=13) is heavy
    assert chosen(heavy, light, next_after=14) is light


def test_a_load_typed_wrong_is_no_heavy_day() -> None:
    right = day(3, *sets(100.0, 5, 5))
    assert chosen(day(-3, *sets(100.0, 5, 5)), day(0, *sets(300.0, 5, 5)), right) is right


def test_the_loads_of_a_new_lift_go_on_from_the_last_day() -> None:
    state = engine.start(SQUAT, Lifter(Experience.NOVICE, bodyweight_kg=75.0))
    days = day(0, *sets(60.0, 5, 5)), day(3, *sets(50.0, 5, 5))
    for each in days:
        state = engine.update(state, each)
    assert goes_on_from(days, state, MONDAY + timedelta(days=5)) is days[-1]


def strength_after(*days: ExerciseDay) -> float:
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=75.0))
    for each in days:
        state = engine.update(state, each)
    kg = engine.read(state, days[-1].on).strength_kg
    assert kg is not None
    return kg


def test_a_light_day_hardly_moves_strength() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5)) for week in range(6)]
    light = day(38, *sets(85.0, 5, 5))
    assert abs(strength_after(*heavy, light) / strength_after(*heavy) - 1.0) < 0.01


def test_loads_that_fall_week_after_week_lower_it() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5)) for week in range(6)]
    falling = [day(42 + 7 * week, *sets(100.0 * 0.94**week, 5, 5, 5)) for week in range(1, 9)]
    assert strength_after(*heavy, *falling) < 0.8 * strength_after(*heavy)


def test_fewer_kilos_and_fewer_repetitions_to_the_limit_lower_it() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5)) for week in range(6)]
    tired = day(38, *sets(90.0, 4, 3, rir=0.0))
    assert strength_after(*heavy, tired) < 0.99 * strength_after(*heavy)


def test_an_easy_light_day_with_a_logged_reserve_hardly_moves_strength() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5, rir=1.0)) for week in range(6)]
    light = day(38, *sets(80.0, 5, 5, rir=4.0))
    assert abs(strength_after(*heavy, light) / strength_after(*heavy) - 1.0) < 0.01


def test_a_lighter_day_close_to_the_limit_lowers_it() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5, rir=1.0)) for week in range(6)]
    tired = day(38, *sets(90.0, 5, 5, rir=1.0))
    assert strength_after(*heavy, tired) < 0.99 * strength_after(*heavy)


def test_after_a_deload_week_of_more_repetitions_the_heavy_week_counts() -> None:
    heavy, deload = day(0, *sets(115.0, 4)), day(7, *sets(72.5, 5))
    assert chosen(heavy, deload, next_after=7) is heavy


def test_a_light_day_of_more_repetitions_is_light() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(3, *sets(80.0, 8, 8))
    assert chosen(heavy, light) is heavy


def test_a_far_lighter_day_hardly_moves_strength_whatever_its_repetitions() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5)) for week in range(6)]
    light = day(38, *sets(65.0, 8, 8))
    assert abs(strength_after(*heavy, light) / strength_after(*heavy) - 1.0) < 0.01


def base_sets(*entries: LoggedSet) -> list[tuple[float | None, int | None]]:
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=75.0))
    for week in range(4):
        state = engine.update(state, day(7 * week, *entries))
    made = base_of([day(21, *entries)], state, MONDAY + timedelta(days=28))
    return [(entry.load_kg, entry.reps) for entry in made.sets]


def test_a_heavy_single_beside_work_sets_is_no_target() -> None:
    work = sets(60.0, 5, 5)
    assert base_sets(*work, *sets(65.0, 1), *sets(67.5, 1)) == [(60.0, 5), (60.0, 5)]
    assert base_sets(*sets(65.0, 6, 6, 6), *sets(70.0, 2)) == [(65.0, 6)] * 3


def test_singles_among_singles_and_a_top_set_of_a_ramp_are_targets() -> None:
    meet = [*sets(200.0, 1), *sets(215.0, 1), *sets(222.5, 1)]
    assert base_sets(*meet) == [(200.0, 1), (215.0, 1), (222.5, 1)]
    wave = [*sets(95.0, 5), *sets(105.0, 3), *sets(120.0, 2)]
    assert base_sets(*wave)[-1] == (120.0, 2)


def test_light_days_week_after_week_leave_strength_where_it_is() -> None:
    weeks = [
        (day(7 * week, *sets(100.0, 5, 5, 5)), day(7 * week + 3, *sets(80.0, 5, 5)))
        for week in range(26)
    ]
    heavy_alone = strength_after(*[heavy for heavy, _ in weeks])
    with_light = strength_after(*[each for week in weeks for each in week])
    assert abs(with_light / heavy_alone - 1.0) < 0.02


def test_the_work_after_a_test_goes_on_from_itself() -> None:
    test, work = day(0, *sets(105.0, 1)), day(3, *sets(70.0, 12, 11, 12))
    assert chosen(test, work) is work


def test_a_single_after_a_set_of_three_is_no_target() -> None:
    assert base_sets(*sets(80.0, 3), *sets(85.0, 1)) == [(80.0, 3)]


def test_a_typing_error_before_does_not_hide_that_a_heavier_day_stopped_at_its_repetitions() -> (
    None
):
    steady = [day(7 * week, *sets(100.0 + 2.5 * week, 5, 5, 5)) for week in range(6)]
    wrong, heavier = day(42, *sets(1000.0, 5, 5, 5)), day(49, *sets(115.0, 5, 5, 5))
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=75.0))
    for each in (*steady, wrong, heavier):
        state = engine.update(state, each)
    assert state.capped > 0


@pytest.mark.parametrize(
    ("beside", "kg"),
    [(Beside(), 80.0), (Beside(checked_on=MONDAY), 100.0), (Beside(acts=False), 100.0)],
)
def test_a_light_day_counts_as_light_once_practice_is_checked_or_switched_off(
    beside: Beside, kg: float
) -> None:
    days = [day(0, *sets(100.0, 5, 5, 5)), day(3, *sets(80.0, 5, 5))]
    state = engine.start(SQUAT, Lifter(Experience.NOVICE, bodyweight_kg=75.0))
    for each in days:
        state = engine.update(state, each)
    made = base_of(days, state, MONDAY + timedelta(days=7), beside)
    assert {entry.load_kg for entry in made.sets} == {kg}
