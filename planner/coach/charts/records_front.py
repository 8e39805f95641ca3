"""Loads and repetitions of a lift: every set, the sets that none beats, and what is due today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from planner.coach.work_sets import Done, hardness
from planner.engine import evidence
from planner.engine.rep_max import RepMax
from planner.engine.terms import Exercise, LoggedSet

MOST_REPS = int(evidence.MAX_REPS.value)
Able: TypeAlias = Callable[[int], RepMax | None]  # of repetitions, kg as typed
_GRAMS = 100  # sets of one load to the nearest 10 g are of one load, whatever unit was typed


@dataclass(frozen=True, slots=True)
class Spot:
    """All sets of one load and count; `front` says that no set had more of one and no less of
    the other. `session_id` and `entry` are those of the newest.
    """

    reps: int
    kg: float
    times: int
    last_on: date
    session_id: int
    entry: LoggedSet
    front: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The load in kg, as typed, that today's strength allows for `reps`, with its 90 % range."""

    reps: int
    kg: float
    low_kg: float
    high_kg: float


def spots(sets: Iterable[Done], exercise: Exercise) -> tuple[Spot, ...]:
    """Return the sets by repetitions and load, fewest repetitions first."""
    alike: dict[tuple[int, int], list[Done]] = {}
    for each in sets:
        alike.setdefault((each.reps, round(each.kg * _GRAMS)), []).append(each)
    best = _front(alike, exercise)
    return tuple(_spot(alike[key], key in best) for key in sorted(alike))


def _front(keys: Iterable[tuple[int, int]], exercise: Exercise) -> set[tuple[int, int]]:
    """Return the (repetitions, load) that none beats, from the most repetitions down."""
    found, hardest = set[tuple[int, int]](), float("-inf")
    for reps, load in sorted(keys, key=lambda key: (-key[0], -hardness(exercise, key[1]))):
        if hardness(exercise, load) > hardest:
            hardest = hardness(exercise, load)
            found.add((reps, load))
    return found


def _spot(alike: Sequence[Done], front: bool) -> Spot:
    newest = max(alike, key=lambda each: each.on)
    return Spot(
        newest.reps,
        newest.kg,
        len(alike),
        newest.on,
        newest.session_id,
        newest.entry,
        front,
    )


def curve(able: Able) -> tuple[CurvePoint, ...]:
    """Return what strength today allows for one repetition and up; nothing while unknown."""
    found = ((reps, able(reps)) for reps in range(1, MOST_REPS + 1))
    return tuple(CurvePoint(reps, *made) for reps, made in found if made is not None)
