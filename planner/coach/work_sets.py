"""The sets of a lift that can be a record: no warm-up, no drop set, nothing that looks mistyped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import exp
from typing import NamedTuple

from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, ramp_or_slip, strength
from planner.engine.terms import SUSPECT, WORK_KINDS, Exercise, LoadKind, LoggedSet

_ABSURD_REPS = evidence.ABSURD_REPS.value
_DIVISOR = evidence.REPS_DIVISOR.value
_MOST_RESERVE = evidence.MAX_RIR.value + evidence.RIR_BIAS.value
_FAR = exp(evidence.SET_TYPO.value) / (1 + _MOST_RESERVE / _DIVISOR)  # whatever the reserves


class Done(NamedTuple):
    """A set that was done: `kg` as typed (the help where help is typed), 0 without a load."""

    on: date
    session_id: int
    kg: float
    reps: int
    entry: LoggedSet


def done(replay: Replay, without: Collection[int] = (), since: date = date.min) -> list[Done]:
    """Return a lift's sets from a day on, in the order of doing, `without` some sessions."""
    states = [replay.start, *[step.state for step in replay.steps]]
    found: list[Done] = []
    for step, before in zip(replay.steps, states, strict=False):
        if step.day.on >= since and step.session_id not in without:
            found += _of_day(step, replay, before.expected)
    return found


def hardness(exercise: Exercise, kg: float) -> float:
    """Return what makes a load the harder the higher it is: less help is harder."""
    return -kg if exercise.load_kind is LoadKind.ASSISTED else kg


def loaded(exercise: Exercise, sets: Iterable[Done]) -> bool:
    """Tell whether loads tell the sets of a lift apart; else repetitions do."""
    return exercise.load_kind is LoadKind.EXTERNAL or any(each.kg > 0 for each in sets)


def _of_day(step: ReplayedDay, replay: Replay, expected: float | None) -> Iterator[Done]:
    slip = _slip(step, replay, expected)
    for entry in step.day.sets:
        reps = entry.reps or 0
        counts = entry.kind in WORK_KINDS and SUSPECT not in entry.flags
        if counts and 1 <= reps <= _ABSURD_REPS and entry is not slip:
            yield Done(step.day.on, step.session_id, entry.load_kg or 0.0, reps, entry)


def _slip(step: ReplayedDay, replay: Replay, expected: float | None) -> LoggedSet | None:
    """Return the one set of a day that stands far over the others and what was expected."""
    if replay.exercise.load_kind is LoadKind.EXTERNAL and not _stands_out(step.day.sets):
        return None
    body_kg = strength.bodyweight_for(step.day, replay.lifter)
    shown = [
        (strength.measure(entry, moved, 0), place)
        for place, entry in enumerate(step.day.sets)
        if entry.kind in WORK_KINDS
        and strength.trusted(entry)
        and (moved := strength.moved_kg(entry.load_kg, replay.exercise, body_kg)) is not None
    ]
    ordered = sorted(shown)[-2:]
    for (second, _), (top, place) in pairwise(ordered):
        if ramp_or_slip.is_slip(top[0], second[0], expected):
            return step.day.sets[place]
    return None


def _stands_out(sets: Iterable[LoggedSet]) -> bool:
    """Tell quickly whether one set may be so far over the others; reserves are not looked at."""
    sizes = sorted([(each.load_kg or 0.0) * (_DIVISOR - 1 + (each.reps or 0)) for each in sets])
    return len(sizes) > 1 and sizes[-1] > _FAR * sizes[-2]
