"""What cannot be true of an exercise, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from typing import NamedTuple

from planner.engine.terms import Exercise, Skill
from planner.formats.library import WITH_BODYWEIGHT
from planner.language import tr

TEMPO = re.compile(r"[\dX]+(-[\dX]+){2,3}")
MOST_REST_S = 30 * 60
MOST_STEP_KG = 100.0
LEAST_POINTS = Skill(1, 1, 0, 0, 0, 0)
MOST_POINTS = Skill(3, 3, 3, 3, 1, 3)


class Fault(NamedTuple):
    """What is wrong with a field of an exercise, said so that it can be mended."""

    field: str
    says: str


def faults(exercise: Exercise) -> Iterator[Fault]:
    """Say what cannot be true of an exercise by itself."""
    if not exercise.name.strip():
        yield Fault("name", tr("A name is needed."))
    if not 0.0 <= exercise.bodyweight_share <= 1.0:
        yield Fault("bodyweight_share", tr("The share of bodyweight is from 0 to 100 %."))
    if exercise.load_kind not in WITH_BODYWEIGHT and exercise.bodyweight_share:
        yield Fault("bodyweight_share", tr("This kind of load moves no bodyweight."))
    if not 0 <= exercise.rest_s <= MOST_REST_S:
        yield Fault("rest_s", tr("A rest lasts up to 30 minutes."))
    if not 0.0 < exercise.step_kg <= MOST_STEP_KG:
        yield Fault("step_kg", tr("A step is more than 0, up to 100 kg."))
    if exercise.tempo and not TEMPO.fullmatch(exercise.tempo):
        yield Fault("tempo", tr("Tempo is three or four counts: 3-1-3-0."))
    yield from _kin_faults(exercise)
    yield from _muscle_faults(exercise)
    if exercise.skill is not None and not _possible(exercise.skill):
        yield Fault("skill", tr("The points of its skill are out of range."))


def _kin_faults(exercise: Exercise) -> Iterator[Fault]:
    if exercise.parent and exercise.parent == exercise.slug:
        yield Fault("parent", tr("An exercise cannot be a variation of itself."))
    if not 0.0 <= exercise.similarity <= 1.0:
        yield Fault("similarity", tr("Likeness is from 0 to 100 %."))


def _muscle_faults(exercise: Exercise) -> Iterator[Fault]:
    named = [muscle for muscle, _ in exercise.muscles]
    if len(set(named)) < len(named):
        yield Fault("muscles", tr("A muscle is named twice."))
    if not all(0.0 < share <= 1.0 for _, share in exercise.muscles):
        yield Fault("muscles", tr("A muscle counts for more than 0 and up to 1 of a set."))


def _possible(skill: Skill) -> bool:
    bounds = zip(astuple(LEAST_POINTS), astuple(skill), astuple(MOST_POINTS), strict=True)
    return all(least <= point <= most for least, point, most in bounds)
