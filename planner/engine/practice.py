"""How much there is to coordinate in a movement, and how long that is practised before load."""

from __future__ import annotations

from dataclasses import astuple
from math import ceil

from planner.engine import evidence
from planner.engine.terms import Complexity, Equipment, Exercise, Pattern, Skill
from planner.engine.variation import Known

_PER_POINT = evidence.PRACTICE_PER_POINT.value
_WHOLE_BODY = frozenset(
    {Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.CARRY, Pattern.OLYMPIC, Pattern.JUMP,
     Pattern.THROW}
)  # fmt: skip
_PLANES = {
    Pattern.ROTATION: 2, Pattern.LUNGE: 2, Pattern.CARRY: 2, Pattern.THROW: 2, Pattern.BALANCE: 2,
}  # fmt: skip
_SPEED = {Pattern.OLYMPIC: 3, Pattern.JUMP: 3, Pattern.THROW: 3, Pattern.CONDITIONING: 1}
_BALANCE = {
    Pattern.SQUAT: 1, Pattern.HINGE: 1, Pattern.CARRY: 1, Pattern.JUMP: 1, Pattern.THROW: 1,
    Pattern.LUNGE: 2, Pattern.OLYMPIC: 2, Pattern.BALANCE: 3,
}  # fmt: skip
_EQUIPMENT = {
    Equipment.DUMBBELL: 1, Equipment.CABLE: 1, Equipment.BAND: 1, Equipment.BALL: 1,
    Equipment.OTHER: 1, Equipment.BARBELL: 2, Equipment.KETTLEBELL: 2, Equipment.BOARD: 2,
}  # fmt: skip
_GUIDED = frozenset({Equipment.MACHINE, Equipment.PLATE_MACHINE, Equipment.SMITH, Equipment.CARDIO})


def skill_of(exercise: Exercise) -> Skill:
    """Return what there is to coordinate: as said of the exercise, else by its kind.

    By its kind is a rule of thumb: the pattern tells joints, planes, speed and balance, the
    equipment what has to be controlled.
    """
    if exercise.skill is not None:
        return exercise.skill
    guided = exercise.equipment in _GUIDED or exercise.complexity is Complexity.ISOLATION
    technical = exercise.complexity is Complexity.TECHNICAL
    return Skill(
        _joints(exercise),
        _PLANES.get(exercise.pattern, 1),
        _SPEED.get(exercise.pattern, 0),
        0 if guided else _BALANCE.get(exercise.pattern, 0),
        int(exercise.per_side),
        _EQUIPMENT.get(exercise.equipment, 0) + technical,
    )


def _joints(exercise: Exercise) -> int:
    if exercise.complexity is Complexity.ISOLATION:
        return 1
    return 3 if exercise.pattern in _WHOLE_BODY else 2


def score(skill: Skill) -> int:
    """Return all points of a skill together: 2 for a leg curl, 7 for a squat, 12 for a snatch."""
    return sum(astuple(skill))


def practice_sessions(exercise: Exercise, known: Known | None = None) -> int:
    """Return the sessions in which a new lift is practised before its load may rise.

    More to coordinate takes longer; what is known of the lift that this one varies saves its part.
    """
    sessions = _PER_POINT * score(skill_of(exercise))
    return ceil(sessions * (1.0 - known.familiarity) if known else sessions)
