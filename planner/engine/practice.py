"""How much there is to coordinate in a movement, and how long that is practised before load."""

from __future__ import annotations

from dataclasses import astuple
from math import ceil

from planner.engine import evidence
from planner.engine.evidence import Constant
from planner.engine.terms import Complexity, Equipment, Exercise, Skill
from planner.engine.variation import Known

_PER_POINT = evidence.PRACTICE_PER_POINT.value
_GUIDED = frozenset({Equipment.MACHINE, Equipment.PLATE_MACHINE, Equipment.SMITH, Equipment.CARDIO})


def skill_of(exercise: Exercise) -> Skill:
    """Return what there is to coordinate: as said of the exercise, else by its kind.

    By its kind is a rule of thumb: the pattern tells joints, planes, speed and balance, the
    equipment what has to be controlled.
    """
    if exercise.skill is not None:
        return exercise.skill
    guided = exercise.equipment in _GUIDED or exercise.complexity is Complexity.ISOLATION
    return Skill(
        _joints(exercise),
        _points(evidence.SKILL_PLANES.get(exercise.pattern, evidence.PLANES_ONE)),
        _points(evidence.SKILL_SPEED.get(exercise.pattern)),
        0 if guided else _points(evidence.SKILL_BALANCE.get(exercise.pattern)),
        int(exercise.per_side),
        _equipment(exercise),
    )


def _points(rule: Constant | None) -> int:
    return int(rule.value) if rule else 0


def _joints(exercise: Exercise) -> int:
    if exercise.complexity is Complexity.ISOLATION:
        return _points(evidence.JOINTS_ONE)
    return _points(evidence.SKILL_JOINTS.get(exercise.pattern, evidence.JOINTS_SOME))


def _equipment(exercise: Exercise) -> int:
    """Return points only where something is held or stood on; the body alone is no equipment."""
    held = _points(evidence.SKILL_EQUIPMENT.get(exercise.equipment))
    technical = held and exercise.complexity is Complexity.TECHNICAL
    return held + _points(evidence.EQUIPMENT_TECHNICAL if technical else None)


def score(skill: Skill) -> int:
    """Return all points of a skill together: 2 for a leg curl, 7 for a squat, 12 for a snatch."""
    return sum(astuple(skill))


def practice_sessions(exercise: Exercise, known: Known | None = None) -> int:
    """Return the sessions in which a new lift is practised before its load may rise.

    More to coordinate takes longer; what is known of the lift that this one varies saves its part.
    """
    sessions = _PER_POINT * score(skill_of(exercise))
    return ceil(sessions * (1.0 - known.familiarity) if known else sessions)
