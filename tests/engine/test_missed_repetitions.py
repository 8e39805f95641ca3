"""Missed repetitions: the target stays, every set counts, and three misses ease the load."""

from datetime import date, timedelta

from planner import engine
from planner.coach.wording import render
from planner.engine.base import base_of
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Inventory,
    Lifter,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Suggestion,
)

MONDAY = date(2026, 3, 2)
BENCH = Exercise("bench-press", pattern=Pattern.HORIZONTAL_PUSH)
FIVES = (5, 5, 5)


def advised(*sessions: tuple[int, ...], planned: int = 0) -> Suggestion:
    """Return the advice after eight weeks of fives with 95 kg and then these with 100 kg."""
    state = engine.start(BENCH, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = []
    for week, reps in enumerate([FIVES] * 8 + list(sessions)):
        load = 95.0 if week < 8 else 100.0
        sets = tuple(LoggedSet(load, each) for each in reps)
        days.append(ExerciseDay(MONDAY + timedelta(weeks=week), sets))
        state = engine.update(state, days[-1])
    today = days[-1].on
    next_on = today + timedelta(weeks=1)
    base = base_of(days, state, next_on)
    context = engine.LiftContext(BENCH, state, today, days[-1].sets, next_on, base=base)
    plan = PlannedExercise("bench-press", (PlannedSet(planned, planned, None, 100.0),) * 3)
    return engine.suggest(engine.read(state, today), plan if planned else None, context)[0]


def chance(made: Suggestion) -> float:
    told = dict(made.numbers)["hit_p"]
    assert isinstance(told, float)
    return told


def test_one_session_of_fewer_repetitions_is_no_new_target() -> None:
    made = advised(FIVES, (3, 3, 3))
    assert dict(made.numbers)["reps"] == 5


def test_sets_that_fall_off_make_the_target_in_every_set_less_likely() -> None:
    fell, even = advised((5, 4, 3), planned=5), advised((5, 5, 4), planned=5)
    assert fell.rule == even.rule == "hold.target_not_met"
    assert chance(fell) < chance(even)
    assert "in every set next time" in render(fell.reason)
    assert "right at this weight" not in render(fell.reason)


def test_one_bad_session_holds_the_load() -> None:
    assert advised((5, 4, 3), planned=5).rule == "hold.target_not_met"


def test_after_three_misses_running_an_easier_load_is_offered() -> None:
    made = advised((5, 4, 3), (5, 4, 3), (4, 4, 3), planned=5)
    assert made.rule == "hold.too_heavy"
    assert made.change is not None
    assert 90.0 <= (made.change.load_kg or 0.0) < 100.0


def test_three_misses_that_still_gain_repetitions_hold_the_load() -> None:
    assert advised((5, 3, 3), (5, 4, 3), (5, 4, 4), planned=5).rule == "hold.target_not_met"


def test_without_a_plan_three_misses_ease_the_load_too() -> None:
    made = advised((5, 4, 3), (5, 4, 3), (4, 4, 3))
    assert made.rule == "hold.too_heavy"
    assert dict(made.numbers)["reps"] == 5


def test_a_single_set_to_the_limit_is_no_target_for_three() -> None:
    made = advised((9,), FIVES)
    assert dict(made.numbers).get("reps", 5) == 5


def test_the_target_stays_however_often_it_is_missed() -> None:
    made = advised((5, 4, 3), (4, 4, 3), (4, 3, 3), (4, 4, 3))
    assert dict(made.numbers)["reps"] == 5
    assert made.rule == "hold.too_heavy"


def test_a_first_set_far_over_the_others_is_no_target() -> None:
    made = advised((50, 5, 5))
    assert dict(made.numbers).get("reps", 5) == 5


def series(*sessions: tuple[float, tuple[int, ...]], every: int = 7) -> Suggestion:
    """Return the advice without a plan after sessions of (load, repetitions), one a week."""
    state = engine.start(BENCH, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = []
    for number, (load, reps) in enumerate(sessions):
        sets = tuple(LoggedSet(load, each) for each in reps)
        days.append(ExerciseDay(MONDAY + timedelta(days=every * number), sets))
        state = engine.update(state, days[-1])
    today, next_on = days[-1].on, days[-1].on + timedelta(days=every)
    base = base_of(days, state, next_on)
    context = engine.LiftContext(BENCH, state, today, days[-1].sets, next_on, base=base)
    return engine.suggest(engine.read(state, today), None, context)[0]


def test_fewer_repetitions_with_every_small_step_are_misses() -> None:
    steady = [(75.0, FIVES)] * 6
    made = series(*steady, (77.5, (4, 4, 4)), (80.0, (4, 4, 4)), (82.5, (3, 3, 3)))
    assert made.kind != "increase"
    assert dict(made.numbers)["reps"] == 5


def test_one_set_to_the_limit_beside_the_others_is_no_target() -> None:
    made = series(*[(95.0, FIVES)] * 4, (95.0, (10, 5, 5)), (95.0, FIVES), (95.0, FIVES))
    assert dict(made.numbers).get("reps", 5) == 5
    assert made.rule != "hold.too_heavy"


def test_sets_that_always_fall_off_are_judged_by_the_first() -> None:
    made = series(*[(40.0, (8, 6, 4))] * 8)
    assert made.rule != "hold.too_heavy"
    assert "every set" not in render(made.reason)


def test_a_load_that_could_not_be_lifted_at_all_holds_the_one_before() -> None:
    made = series(*[(100.0, FIVES)] * 6, (110.0, (0,)))
    assert made.kind != "increase"


def test_a_max_is_no_working_weight() -> None:
    made = series(*[(140.0, FIVES)] * 6, (157.5, (1,)))
    assert dict(made.numbers)["load_kg"] == 140.0


def test_fewer_sets_with_more_repetitions_are_a_gain() -> None:
    five, three = (4, 4, 4, 4, 4), (5, 5, 4)
    made = series(*[(100.0, FIVES)] * 4, (102.5, five), (102.5, (4, 4, 5)), (102.5, three))
    assert made.rule != "hold.too_heavy"


def test_the_same_sets_with_less_and_less_in_reserve_hold_the_load() -> None:
    state = engine.start(BENCH, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = []
    for number, rir in enumerate((3.0, 3.0, 3.0, 3.0, 2.0, 1.0)):
        sets = (LoggedSet(100.0, 5, rir),) * 3
        days.append(ExerciseDay(MONDAY + timedelta(weeks=number), sets))
        state = engine.update(state, days[-1])
    today, next_on = days[-1].on, days[-1].on + timedelta(weeks=1)
    base = base_of(days, state, next_on)
    context = engine.LiftContext(BENCH, state, today, days[-1].sets, next_on, base=base)
    made = engine.suggest(engine.read(state, today), None, context)[0]
    assert made.rule == "hold.effort"
    assert "3 in reserve" in render(made.reason)


def test_a_step_over_the_cap_is_taken_when_repetitions_were_built_up() -> None:
    built = series(*[(40.0, FIVES)] * 6, *[(40.0, (8, 8, 8))] * 2)
    assert built.rule == "increase.big_step"
    assert built.change is not None
    assert built.change.load_kg == 42.5
    assert 5 <= (built.change.reps_low or 0) <= 6
    assert series(*[(40.0, FIVES)] * 8).rule == "hold.step_too_big"


def test_light_days_between_do_not_make_fewer_repetitions_the_target() -> None:
    weeks = [(100.0, FIVES), (80.0, (5, 5, 5))] * 4
    made = series(*weeks, (102.5, (4, 4, 4)), (80.0, (4, 4, 4)), (105.0, (3, 3, 3)), every=3)
    assert dict(made.numbers)["reps"] == 5


def test_a_few_heavy_repetitions_that_fall_off_are_a_miss_and_no_new_target() -> None:
    made = advised(*[(4, 2, 2)] * 3)
    assert dict(made.numbers)["reps"] == 4
    assert made.change is None or (made.change.load_kg or 0.0) < 100.0


def test_a_missed_load_under_the_gyms_lightest_stays_and_never_rises() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL, complexity=Complexity.ISOLATION)
    state = engine.start(curl, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    sets = (LoggedSet(8.0, 10), LoggedSet(8.0, 6), LoggedSet(8.0, 6))
    for week in range(8):
        state = engine.update(state, ExerciseDay(MONDAY + timedelta(weeks=week), sets))
    plan = PlannedExercise("curl", (PlannedSet(12, 12, None, 8.0),) * 3)
    today = MONDAY + timedelta(weeks=7)
    gym = Inventory(dumbbells_kg=(10.0, 12.0))
    context = engine.LiftContext(curl, state, today, sets, inventory=gym)
    made = engine.suggest(engine.read(state, today), plan, context)[0]
    assert made.rule == "hold.target_not_met"
    assert made.change is None
