"""Jumps of loads: what explains one of strength, with help and bodyweight counted in."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import log

from hypothesis import given, strategies as st

from planner.engine import evidence, load_jump
from planner.engine.jump import Jump
from planner.engine.load_jump import LoadJump
from planner.engine.terms import Equipment, Exercise, ExerciseDay, LoadKind, LoggedSet

PRESS = Exercise("dumbbell-press", equipment=Equipment.DUMBBELL, step_kg=2.0)
PULL_UP = Exercise("assisted-pull-up", load_kind=LoadKind.ASSISTED, bodyweight_share=1.0)
DIP = Exercise("weighted-dip", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
BEGAN = date(2026, 1, 5)


def days(*loads: float) -> list[ExerciseDay]:
    return [
        ExerciseDay(BEGAN + timedelta(days=4 * n), (LoggedSet(kg, 8), LoggedSet(kg, 8)))
        for n, kg in enumerate(loads)
    ]


def jumped(exercise: Exercise, old: float, new: float, of_strength: float) -> LoadJump | None:
    made: Sequence[ExerciseDay] = days(*[old] * 5, *[new] * 3)
    return load_jump.load_jump(exercise, Jump(made[5].on, of_strength), made[:5], made[5:], 75.0)


def test_less_help_explains_more_strength_and_no_loss() -> None:
    assert jumped(PULL_UP, 45.0, 10.0, log(65 / 30)) is not None
    assert jumped(PULL_UP, 45.0, 10.0, -log(65 / 30)) is None
    assert jumped(PULL_UP, 10.0, 45.0, -log(65 / 30)) is not None


def test_more_help_than_bodyweight_explains_nothing() -> None:
    assert jumped(PULL_UP, 90.0, 10.0, 0.7) is None


def test_a_belt_twice_as_heavy_is_little_beside_the_body() -> None:
    assert jumped(DIP, 10.0, 20.0, 0.7) is None
    assert jumped(DIP, 10.0, 80.0, log(155 / 85)) is not None


@given(st.floats(10, 100), st.floats(0.3, 3.0).filter(lambda factor: factor != 1.0))
def test_loads_explain_the_jump_they_make_when_it_is_far_and_no_step(
    old: float, factor: float
) -> None:
    made = jumped(PRESS, old, old * factor, log(factor))
    far = abs(log(old * factor / old)) >= evidence.GATE_MIN.value
    assert (made is not None) == (far and abs(old * factor - old) >= 2 * PRESS.step_kg)


def test_of_two_loads_as_common_the_hardest_is_the_usual_one() -> None:
    made = [
        ExerciseDay(day.on, (LoggedSet(kg, 8), LoggedSet(kg + 5, 8)))
        for day, kg in zip(days(*[0.0] * 8), [40.0] * 5 + [10.0] * 3, strict=True)
    ]
    seen = Jump(made[5].on, 0.6)
    found = load_jump.load_jump(PULL_UP, seen, made[:5], made[5:], 75.0)
    assert found is not None
    assert (found.before.load_kg, found.after.load_kg) == (40.0, 10.0)
