"""A light day is no step back: the next session goes on from the heavy one."""

from datetime import date, timedelta

from planner import engine
from planner.engine.light_day import goes_on_from
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    SetKind,
)

MONDAY = date(2026, 3, 2)
SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)


def day(after: int, *sets: LoggedSet) -> ExerciseDay:
    return ExerciseDay(MONDAY + timedelta(days=after), sets)


def sets(load_kg: float, *reps: int, rir: float | None = None) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(load_kg, each, rir=rir) for each in reps)


def chosen(*days: ExerciseDay, exercise: Exercise = SQUAT) -> ExerciseDay:
    return goes_on_from(days, exercise, 75.0)


def test_after_a_light_thursday_monday_goes_on_from_the_heavy_monday() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(3, *sets(80.0, 5, 5))
    assert chosen(heavy, light) is heavy


def test_of_heavy_light_and_medium_the_heavy_day_counts() -> None:
    heavy, light = day(0, *sets(100.0, 5, 5, 5)), day(2, *sets(80.0, 5, 5))
    assert chosen(heavy, light, day(4, *sets(90.0, 5, 5))) is heavy


def test_more_repetitions_than_the_heavy_day_are_no_light_day() -> None:
    longer = day(3, *sets(80.0, 10, 10))
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


def test_fewer_kilos_and_fewer_repetitions_to_the_limit_lower_it() -> None:
    heavy = [day(7 * week, *sets(100.0, 5, 5, 5)) for week in range(6)]
    tired = day(38, *sets(90.0, 4, 3, rir=0.0))
    assert strength_after(*heavy, tired) < 0.99 * strength_after(*heavy)
