"""Sets to begin a movement with: to practise it, and where speed is what counts."""

from __future__ import annotations

from planner.engine import evidence
from planner.engine.target import loads_rise
from planner.engine.terms import Exercise, Measure, Pattern, PlannedSet

_FAST = (Pattern.OLYMPIC, Pattern.JUMP, Pattern.THROW)


def is_fast(exercise: Exercise) -> bool:
    """Tell whether speed is what counts in every repetition: Olympic lifts, jumps and throws."""
    return exercise.pattern in _FAST


def practice_sets(exercise: Exercise, cap_kg: float | None) -> tuple[PlannedSet, ...]:
    """Return sets of practice: five of two for what is fast, three of five for all else.

    `cap_kg` is the load at most, kg as typed; without one the load is left open.
    """
    sets, reps = evidence.PRACTICE_FAST if is_fast(exercise) else evidence.PRACTICE_SLOW
    low = int(reps.value)
    made = PlannedSet(low, low, evidence.PRACTICE_RIR.value, load_kg=cap_kg)
    return (made,) * int(sets.value)


def fast_sets(exercise: Exercise) -> tuple[PlannedSet, ...]:
    """Return sets to start from where speed counts: few repetitions, none of them slow.

    A reserve is asked for only where a load can rise: nobody jumps two short of failure.
    """
    sets, reps = evidence.FAST_SETS
    low = int(reps.value)
    rir = evidence.FAST_RIR.value if loads_rise(exercise) else None
    return (PlannedSet(low, low, rir),) * int(sets.value)


def practised_by_sets(exercise: Exercise) -> bool:
    """Tell whether sets of practice fit a movement: it counts repetitions, and load may rise."""
    return exercise.measure is Measure.REPS and loads_rise(exercise)
