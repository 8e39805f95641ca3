"""Sudden lasting changes of a lift's level: another way of counting or another machine."""

from __future__ import annotations

from datetime import date
from math import log
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, JumpCause, LoadKind

_NEAR = evidence.JUMP_NEAR.value
_TWICE, _POUNDS = log(2.0), -log(KG_PER_LB)
_TWO_SIDED = (Equipment.DUMBBELL, Equipment.KETTLEBELL, Equipment.CABLE, Equipment.MACHINE,
              Equipment.PLATE_MACHINE)  # fmt: skip


class Jump(NamedTuple):
    """A level that changed from one session to the next and stayed: `log_ratio` is new to old."""

    on: date
    log_ratio: float


def sides_possible(exercise: Exercise) -> bool:
    """Tell whether loads of the exercise may be counted for one side or for both."""
    return exercise.load_kind is LoadKind.EXTERNAL and exercise.equipment in _TWO_SIDED


def off_twice(log_ratio: float) -> float:
    """Return how far, log, a jump is from a factor of two either way."""
    return abs(abs(log_ratio) - _TWICE)


def off_pounds(log_ratio: float) -> float:
    """Return how far, log, a jump is from that of kilograms to pounds either way."""
    return abs(abs(log_ratio) - _POUNDS)


def likely_cause(log_ratio: float, exercise: Exercise) -> JumpCause:
    """Return what a jump of the loads by `log_ratio` most likely is."""
    of_unit, of_sides = off_pounds(log_ratio), off_twice(log_ratio)
    if of_sides <= min(_NEAR, of_unit) and sides_possible(exercise):
        return JumpCause.SIDES
    if of_unit <= _NEAR and exercise.load_kind is LoadKind.EXTERNAL:
        return JumpCause.UNIT
    return JumpCause.SETUP
