"""How a set tells strength."""

from datetime import date
from math import exp, log

import pytest
from hypothesis import given, strategies as st

from planner.engine import strength
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
    Side,
)
from planner.engine.tonnage import tonnage

SQUAT = Exercise("squat")
DIP = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95)
HELPED = Exercise("assisted pull-up", load_kind=LoadKind.ASSISTED, bodyweight_share=0.9)
PUSH_UP = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT)
loads = st.floats(1.0, 400.0)
reps = st.integers(1, 20)
rirs = st.none() | st.floats(0.0, 6.0)


def day(*sets: LoggedSet) -> ExerciseDay:
    return ExerciseDay(date(2025, 3, 3), sets)


def observed(*sets: LoggedSet, exercise: Exercise = SQUAT, expected: float | None = None):
    return strength.observe(day(*sets), exercise, 80.0, expected)


def test_a_single_repetition_is_its_own_maximum() -> None:
    assert strength.e1rm(100.0, 1) == 100.0


def test_ten_repetitions_at_100_kg_are_about_131_kg() -> None:
    assert strength.e1rm(100.0, 10) == pytest.approx(131.0, abs=0.1)


def test_a_repetition_in_reserve_counts_like_a_repetition_done() -> None:
    assert strength.e1rm(100.0, 5, rir=3) == strength.e1rm(100.0, 8)


@given(loads, reps, st.floats(0, 5))
def test_the_load_for_reps_and_reserve_gives_the_maximum_back(
    load: float, count: int, rir: float
) -> None:
    assert strength.load_for(strength.e1rm(load, count, rir), count, rir) == pytest.approx(load)


@given(loads, reps, rirs)
def test_more_load_more_reps_or_more_reserve_never_mean_less_strength(
    load: float, count: int, rir: float | None
) -> None:
    base = strength.measure(LoggedSet(load, count, rir), load, 0)
    heavier = strength.measure(LoggedSet(load * 1.1, count, rir), load * 1.1, 0)
    more = strength.measure(LoggedSet(load, count + 1, rir), load, 0)
    easier = strength.measure(LoggedSet(load, count, (rir or 0.0) + 1), load, 0)
    assert base[0] < heavier[0]
    assert base[0] < more[0]
    assert rir is None or rir >= 5 or base[0] < easier[0]


def test_a_missed_target_was_at_the_limit_and_a_met_one_only_a_lower_bound() -> None:
    missed = strength.measure(LoggedSet(100.0, 4, target_reps=5), 100.0, 0)
    met = strength.measure(LoggedSet(100.0, 5, target_reps=5), 100.0, 0)
    assert (missed[4], met[4]) == (False, True)
    assert met[1] > 2 * missed[1]


def test_a_set_to_failure_has_next_to_nothing_in_reserve() -> None:
    seen = strength.measure(LoggedSet(100.0, 5, kind=SetKind.FAILURE), 100.0, 0)
    assert seen[3] < 0.5


@pytest.mark.parametrize("count", [None, 0, -3, 21, 877777])
def test_absurd_repetitions_tell_nothing(count: int | None) -> None:
    assert not strength.trusted(LoggedSet(100.0, count))
    assert observed(LoggedSet(100.0, count)) is None


def test_a_set_flagged_as_suspect_tells_nothing() -> None:
    assert observed(LoggedSet(1000.0, 5, flags=frozenset({"suspect"}))) is None


def test_warm_up_and_drop_sets_change_nothing() -> None:
    work = LoggedSet(100.0, 5, 2)
    warm_up = LoggedSet(60.0, 8, kind=SetKind.WARMUP)
    drop = LoggedSet(70.0, 12, kind=SetKind.DROP)
    assert observed(warm_up, work, work, drop) == observed(work, work)


def test_an_unmarked_ramp_up_does_not_pull_strength_down() -> None:
    ramp = [LoggedSet(load, 5) for load in (40.0, 60.0, 80.0)]
    alone = observed(LoggedSet(100.0, 5))
    after = observed(*ramp, LoggedSet(100.0, 5))
    assert alone is not None
    assert after is not None
    assert after.log_kg == pytest.approx(alone.log_kg, abs=0.04)


def test_one_set_typed_ten_times_too_heavy_is_left_out_of_its_day() -> None:
    good = LoggedSet(100.0, 5, 2)
    seen = observed(good, LoggedSet(1000.0, 5, 2), good)
    assert seen is not None
    assert exp(seen.log_kg) == pytest.approx(124.0, abs=1.5)


def test_a_heavy_single_after_light_sets_counts_when_strength_is_known() -> None:
    light = LoggedSet(50.0, 5)
    seen = observed(light, light, LoggedSet(115.0, 1), expected=log(118.0))
    assert seen is not None
    assert exp(seen.log_kg) > 100


def test_five_or_more_in_reserve_is_a_lower_bound() -> None:
    many, few = observed(LoggedSet(100.0, 5, 5.0)), observed(LoggedSet(100.0, 5, 4.0))
    assert many is not None
    assert few is not None
    assert (many.capped, few.capped) == (True, False)


def test_the_median_set_speaks_for_the_day() -> None:
    sets = [LoggedSet(100.0, count, 1) for count in (8, 7, 4)]
    seen, middle = observed(*sets), observed(LoggedSet(100.0, 7, 1))
    assert seen is not None
    assert middle is not None
    assert seen.log_kg == pytest.approx(middle.log_kg + 0.012, abs=1e-9)


def test_a_days_load_is_that_of_its_best_set_and_its_back_off_sets_count_beside_it() -> None:
    seen = observed(LoggedSet(100.0, 5, 1), LoggedSet(95.0, 6, 1), LoggedSet(95.0, 5, 1))
    alone = observed(LoggedSet(100.0, 5, 1))
    assert seen is not None
    assert alone is not None
    assert seen.log_load == pytest.approx(log(100.0))
    assert seen.top_log_kg == alone.log_kg
    assert seen.log_kg != seen.top_log_kg


def test_added_load_counts_on_top_of_the_share_of_bodyweight() -> None:
    assert strength.moved_kg(10.0, DIP, 80.0) == pytest.approx(86.0)
    assert strength.moved_kg(None, DIP, 80.0) == pytest.approx(76.0)


def test_more_help_is_less_strength() -> None:
    little, much = (
        observed(LoggedSet(10.0, 5), exercise=HELPED),
        observed(LoggedSet(40.0, 5), exercise=HELPED),
    )
    assert little is not None
    assert much is not None
    assert little.log_kg > much.log_kg


def test_more_help_than_bodyweight_cannot_be() -> None:
    assert strength.moved_kg(90.0, HELPED, 80.0) is None


def test_a_bodyweight_exercise_without_a_known_share_moves_the_whole_body() -> None:
    assert strength.moved_kg(None, PUSH_UP, 80.0) == 80.0


@given(st.floats(0, 60), st.sampled_from([SQUAT, DIP, HELPED, PUSH_UP]))
def test_what_is_moved_and_what_is_typed_are_inverse(load: float, exercise: Exercise) -> None:
    moved = strength.moved_kg(load, exercise, 80.0)
    assert moved is None or strength.typed_kg(moved, exercise, 80.0) == pytest.approx(load)


@pytest.mark.parametrize(
    "exercise",
    [
        Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS),
        Exercise("balance", load_kind=LoadKind.NONE),
        Exercise("weighted plank", measure=Measure.SECONDS),
    ],
)
def test_exercises_without_load_or_repetitions_tell_no_strength(exercise: Exercise) -> None:
    assert not strength.measurable(exercise)
    assert observed(LoggedSet(20.0, 10), exercise=exercise) is None


def test_without_a_known_bodyweight_75_kg_is_assumed() -> None:
    assert strength.bodyweight_for(None, Lifter()) == 75.0
    assert strength.bodyweight_for(None, Lifter(bodyweight_kg=60.0)) == 60.0
    weighed = ExerciseDay(date(2025, 3, 3), (), bodyweight_kg=61.0)
    assert strength.bodyweight_for(weighed, Lifter(bodyweight_kg=60.0)) == 61.0


def test_the_best_set_is_the_one_with_the_highest_maximum() -> None:
    sets = [LoggedSet(100.0, 5), LoggedSet(90.0, 12), LoggedSet(150.0, 3, kind=SetKind.WARMUP)]
    best = strength.best_set(sets, SQUAT, 80.0)
    assert best is not None
    assert best[0] is sets[1]
    assert best[1] == pytest.approx(strength.e1rm(90.0, 12))


def test_there_is_no_best_set_among_absurd_ones() -> None:
    assert strength.best_set([LoggedSet(100.0, 877777), LoggedSet(None, 5)], SQUAT, 80.0) is None


def test_tonnage_adds_load_times_reps_of_all_but_warm_ups() -> None:
    sets = [LoggedSet(50.0, 10, kind=SetKind.WARMUP), LoggedSet(100.0, 5), LoggedSet(80.0, 5)]
    assert tonnage(sets, SQUAT, 80.0) == 900.0


def test_tonnage_counts_both_sides_and_leaves_absurd_counts_out() -> None:
    sides = [LoggedSet(20.0, 10, side=Side.EACH), LoggedSet(20.0, 10, side=Side.LEFT)]
    assert tonnage(sides, SQUAT, 80.0) == 600.0
    lunge = Exercise("lunge", per_side=True)
    assert tonnage([LoggedSet(20.0, 10)], lunge, 80.0) == 400.0
    assert tonnage([LoggedSet(20.0, 877777), LoggedSet(20.0, None)], SQUAT, 80.0) == 0.0


@given(st.permutations([LoggedSet(100.0, 5), LoggedSet(90.0, 8), LoggedSet(80.0, 12)]))
def test_tonnage_and_best_set_do_not_ask_for_the_order_of_sets(sets: list[LoggedSet]) -> None:
    assert tonnage(sets, SQUAT, 80.0) == 2180.0
    best = strength.best_set(sets, SQUAT, 80.0)
    assert best is not None
    assert best[0].load_kg == 100.0 or best[0].reps in (8, 12)


def test_a_days_maximum_is_none_without_a_usable_set() -> None:
    assert strength.day_e1rm(day(), SQUAT, Lifter()) is None
    assert strength.day_e1rm(day(LoggedSet(100.0, 1, 0)), SQUAT, Lifter()) == pytest.approx(
        100.7, abs=0.1
    )


def test_the_ramp_up_ends_at_the_first_set_near_the_days_best() -> None:
    ramp = [LoggedSet(kg, 5) for kg in (40.0, 60.0, 80.0)]
    work = [LoggedSet(kg, 5) for kg in (97.5, 100.0, 60.0)]
    marked = LoggedSet(20.0, 5, kind=SetKind.WARMUP)
    assert strength.without_ramp([marked, *ramp, *work], SQUAT, 80.0) == work


def test_sets_that_tell_no_strength_have_no_ramp_up() -> None:
    held = [LoggedSet(None, None, seconds=seconds) for seconds in (20.0, 60.0)]
    assert strength.without_ramp(held, Exercise("plank", measure=Measure.SECONDS), 80.0) == held
