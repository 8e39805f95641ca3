"""Loads for what is planned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import programming
from planner.engine.terms import (
    SUSPECT,
    Equipment,
    Exercise,
    ExerciseDay,
    Inventory,
    Lifter,
    LoadKind,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Reading,
    SetKind,
)

SQUAT = Exercise("squat")
PUSH_UP = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT)
MONDAY = date(2025, 3, 3)
LIFTER = Lifter(bodyweight_kg=80.0)


def reading(exercise: Exercise, load: float) -> Reading:
    state = engine.start(exercise, LIFTER)
    for number in range(6):
        on = MONDAY + timedelta(days=3 * number - 30)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(load, 5, 1.0),) * 3))
    return engine.read(state, MONDAY)


def filled(planned: PlannedSet, exercise: Exercise = SQUAT, load: float = 100.0) -> float | None:
    entry = PlannedExercise(exercise.slug, (planned,))
    made = programming.fill_exercise(entry, reading(exercise, load), exercise, LIFTER)
    return made.sets[0].load_kg


def test_a_percentage_is_of_todays_strength_and_loadable() -> None:
    strength = reading(SQUAT, 100.0).strength_kg or 0.0
    load = filled(PlannedSet(5, 5, percent_e1rm=80.0)) or 0.0
    assert 0.8 * strength - 2.5 < load <= 0.8 * strength
    assert load % 2.5 == 0


def test_reps_and_reserve_choose_the_load() -> None:
    heavy, light = filled(PlannedSet(3, 3, 2.0)) or 0.0, filled(PlannedSet(8, 12, 2.0)) or 0.0
    assert light < heavy < 120


def test_where_loads_are_coarse_the_nearest_that_allows_the_range_is_filled_in() -> None:
    curl = Exercise("leg-curl", equipment=Equipment.MACHINE, step_kg=5.0)
    strength = reading(curl, 19.0).strength_kg or 0.0
    upper, lower = (strength / (1 + (reps + 3.0 - 1.0) / 29) for reps in (15, 10))
    assert 10.0 < upper < 15.0 < lower
    assert filled(PlannedSet(10, 15, 3.0), curl, load=19.0) == 15.0
    assert filled(PlannedSet(15, 15, 3.0), curl, load=19.0) == 10.0


def known_kg(kg: float) -> Reading:
    """Return a reading of so much strength."""
    return replace(reading(SQUAT, 100.0), strength_kg=kg)


def offered(
    strength_kg: float, target: PlannedSet, exercise: Exercise, *last: LoggedSet
) -> float | None:
    entry, known = PlannedExercise(exercise.slug, (target,)), known_kg(strength_kg)
    return programming.fill_exercise(entry, known, exercise, LIFTER, lifted=last).sets[0].load_kg


RAISE = Exercise("cable-lateral-raise", equipment=Equipment.CABLE, step_kg=5.0)
CURL = Exercise("dumbbell-curl", equipment=Equipment.DUMBBELL)
NINE, LAST = LoggedSet(9.0, 10), LoggedSet(20.0, 10, 2.0)


def test_a_load_lifted_last_on_a_stack_is_there_whatever_its_steps() -> None:
    assert offered(12.2, PlannedSet(10, 10, 2.0), RAISE) == 5.0
    assert offered(12.2, PlannedSet(10, 10, 2.0), RAISE, NINE) == 9.0
    assert offered(11.3, PlannedSet(13, 13, 2.0), RAISE, LoggedSet(7.5, 14, 2.0)) == 7.5
    assert offered(12.2, PlannedSet(25, 25, 2.0), RAISE, NINE) == 5.0


@pytest.mark.parametrize(
    "target",
    [
        PlannedSet(11, 11),  # nothing is left in reserve: it would be too many
        PlannedSet(10, 10, 1.0),
        PlannedSet(10, 10, 4.0),  # as a deload asks for
        PlannedSet(12, 12, 2.0),
    ],
)
def test_the_load_of_last_time_leaves_the_reserve_that_is_asked_for(target: PlannedSet) -> None:
    assert offered(12.0, target, RAISE, NINE) == 5.0


def test_where_rounding_takes_little_it_is_rounded_to_easier() -> None:
    bench = Exercise("dumbbell-bench-press", equipment=Equipment.DUMBBELL)
    pulled = Exercise("lat-pulldown", equipment=Equipment.MACHINE, step_kg=5.0)
    assert offered(27.0, PlannedSet(10, 10, 2.0), bench) == 18.0
    assert offered(27.0, PlannedSet(10, 10, 2.0), bench, LAST) == 18.0
    assert offered(70.0, PlannedSet(11, 11, 2.0), pulled, LoggedSet(52.0, 10, 2.0)) == 45.0


@pytest.mark.parametrize(
    "last",
    [
        LoggedSet(9.0, 0, kind=SetKind.FAILURE),
        LoggedSet(9.0, 10, kind=SetKind.WARMUP),
        LoggedSet(9.0, 10, flags=frozenset({SUSPECT})),
    ],
)
def test_what_was_missed_or_is_in_doubt_was_not_lifted(last: LoggedSet) -> None:
    assert offered(12.2, PlannedSet(10, 10, 2.0), RAISE, last) == 5.0


def test_a_dumbbell_that_is_not_there_is_not_offered() -> None:
    gym = replace(LIFTER, inventory=Inventory(dumbbells_kg=(5.0, 10.0)))
    entry = PlannedExercise("dumbbell-curl", (PlannedSet(10, 10, 2.0),))
    for kg, offered_kg in ((9.0, 5.0), (5.0, 5.0)):
        made = programming.fill_exercise(
            entry, known_kg(12.2), CURL, gym, lifted=(LoggedSet(kg, 10),)
        )
        assert made.sets[0].load_kg == offered_kg


@given(
    strength_kg=st.floats(5.0, 150.0),
    last=st.lists(st.floats(1.0, 120.0), max_size=3),
    reps=st.integers(1, 18),
    rir=st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]),
    step=st.sampled_from([2.5, 5.0, 10.0]),
    help_kg=st.booleans(),
)
def test_more_repetitions_or_reserve_are_never_heavier(
    strength_kg: float, last: list[float], reps: int, rir: float, step: float, help_kg: bool
) -> None:
    kind = LoadKind.ASSISTED if help_kg else LoadKind.EXTERNAL
    share = 1.0 if help_kg else 0.0
    lift = Exercise("x", equipment=Equipment.MACHINE, step_kg=step, load_kind=kind,
                    bodyweight_share=share)  # fmt: skip
    sets = [LoggedSet(kg, 8, 2.0) for kg in last]
    asked = [PlannedSet(reps, reps, rir), PlannedSet(reps + 1, reps + 1, rir),
             PlannedSet(reps, reps, rir + 1.0)]  # fmt: skip
    loads = [offered(strength_kg, each, lift, *sets) for each in asked]
    first, *easier = (None if kg is None else -kg if help_kg else kg for kg in loads)
    assert all(each is None or first is None or each <= first for each in easier)


def test_a_load_already_planned_stays() -> None:
    assert filled(PlannedSet(5, 5, load_kg=77.7)) == 77.7


def test_open_sets_stay_open() -> None:
    assert filled(PlannedSet(amrap=True)) is None
    assert filled(PlannedSet(5, 5, seconds=30.0)) is None


def test_lifts_without_strength_or_without_load_stay_open() -> None:
    entry = PlannedExercise("squat", (PlannedSet(5, 5),))
    assert programming.fill_exercise(entry, None, SQUAT, LIFTER) == entry
    assert filled(PlannedSet(10, 10), PUSH_UP, 0.0) is None


def test_added_and_assisted_loads_come_out_as_they_are_typed() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=1.0, step_kg=1.25,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, bodyweight_share=1.0,
                    equipment=Equipment.MACHINE)  # fmt: skip
    assert 5.0 <= (filled(PlannedSet(5, 5, 1.0), dip, 10.0) or 0.0) <= 12.5
    assert filled(PlannedSet(20, 20, 5.0), dip, 0.0) == 0.0
    assert filled(PlannedSet(5, 5, 1.0), chin, 30.0) == pytest.approx(30.0, abs=5)
