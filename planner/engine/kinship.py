"""What a lift that is known tells of a variation of it."""

from __future__ import annotations

from datetime import date
from math import exp, sqrt

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.prediction import level_on
from planner.engine.strength import measurable
from planner.engine.terms import Complexity, Equipment, Exercise
from planner.engine.trend import learning_steps
from planner.engine.variation import Known

_ALIKE = (evidence.VARIED_ALIKE.value, evidence.VARIED_ALIKE_SD.value)
_ONE_SIDE = evidence.VARIED_ONE_SIDE.value
_IN_HAND = evidence.VARIED_IN_HAND.value
_OTHER, _OTHER_SD = evidence.VARIED_OTHER.value, evidence.VARIED_OTHER_SD.value
_PRACTISES = evidence.SKILL_KIN.value
_HELD = (Equipment.DUMBBELL, Equipment.KETTLEBELL)


def known(
    exercise: Exercise, parent: LiftState, on: date, muscle_gap_days: int | None = None
) -> Known | None:
    """Return what `parent`, as it stands before the day, tells of a variation that begins on it.

    None when it is not the lift that `exercise` varies, was never measured, or when the variation
    has no strength to measure. `muscle_gap_days` is how long the muscles have rested by then.
    """
    level = level_on(parent, on, muscle_gap_days)
    if level is None or exercise.parent != parent.exercise.slug or not measurable(exercise):
        return None
    ratio, spread = _typical(exercise, parent.exercise)
    return Known(
        level.mean + ratio,
        sqrt(spread * spread + level.variance),
        familiarity(exercise, parent.exercise, parent.sessions),
    )


def _typical(exercise: Exercise, parent: Exercise) -> tuple[float, float]:
    """Return (how strength as typed differs from the parent's, log; the spread of that).

    What goes into the hand, or to one side, moves less by as much as more on the way back;
    a cable is pulled by one hand or by both, and then the equipment tells nothing.
    """
    into_hand = (exercise.equipment in _HELD) - (parent.equipment in _HELD)
    if into_hand and Equipment.CABLE not in (exercise.equipment, parent.equipment):
        return into_hand * _IN_HAND, _OTHER_SD
    if exercise.load_kind is not parent.load_kind:
        return _OTHER, _OTHER_SD
    to_one_side = exercise.per_side - parent.per_side
    if to_one_side:
        return to_one_side * _ONE_SIDE, _OTHER_SD
    return _ALIKE if exercise.equipment is parent.equipment else (_OTHER, _OTHER_SD)


def practises(done: Exercise, lift: Exercise) -> float:
    """Return how much of each repetition of one lift counts as practice of another, 0–1.

    Only one that varies the other does, and is much alike; no plain lift practises a technical one.
    """
    if lift.parent == done.slug:
        alike = lift.similarity
    elif done.parent == lift.slug:
        alike = done.similarity
    else:
        return 0.0
    plain = lift.complexity is Complexity.TECHNICAL and done.complexity is not Complexity.TECHNICAL
    return 0.0 if plain or alike < _PRACTISES else alike


def familiarity(exercise: Exercise, parent: Exercise, sessions: int) -> float:
    """Return how well a variation is known before it begins, from sessions with its parent, 0–1.

    It is the share of the parent's skill that these have taught, to a slow learner. A technical
    movement has to be learned however well the plain one is known.
    """
    technical = exercise.complexity is Complexity.TECHNICAL
    if technical and parent.complexity is not Complexity.TECHNICAL:
        return 0.0
    steps = learning_steps(parent.complexity)
    return exercise.similarity * (1.0 - exp(-sessions / max(steps)))
