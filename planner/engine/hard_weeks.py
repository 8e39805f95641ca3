"""Weeks of hard training in a row, and what the same set costs in the course of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import TypeAlias

from planner.engine import evidence
from planner.engine.terms import ExerciseDay, SetKind

_WEEK = timedelta(days=7)
_HARD = evidence.HARD_WEEK.value
_SPAN = timedelta(weeks=evidence.HARD_WEEKS.value)
_LEAST_RISE = evidence.COST_RISE.value
_LEAST_SETS = evidence.COST_SETS.value

Reserves: TypeAlias = dict[tuple[float, int], tuple[list[float], list[float]]]


@dataclass(frozen=True, slots=True)
class Cost:
    """A set of a lift that costs more than it did: the load as typed, kg, and its repetitions.

    `before` and `now` are the mean reserves logged with it in the first and in the second half of
    the span, in repetitions.
    """

    exercise: str
    load_kg: float
    reps: int
    before: float
    now: float


def hard_weeks(hard_sets: Mapping[date, int], today: date) -> int:
    """Count the weeks of seven days up to today that were all hard, without a break.

    A week is hard with at least two thirds of the sets of a usual one; `hard_sets` are those of
    each day of at least the last ten weeks.
    """
    first = min(hard_sets, default=today)
    count = (today - first).days // _WEEK.days
    weeks = [_within(hard_sets, today - week * _WEEK) for week in range(count)]
    usual = fmean(weeks) if weeks else 0.0
    easy = (at for at, sets in enumerate(weeks) if sets == 0 or sets < _HARD * usual)
    return next(easy, len(weeks))


def _within(hard_sets: Mapping[date, int], last: date) -> int:
    return sum([sets for on, sets in hard_sets.items() if last - _WEEK < on <= last])


def cost(exercise: str, days: Iterable[ExerciseDay], today: date) -> Cost | None:
    """Return the set whose reserve fell by a repetition or more within six weeks, or None.

    Of several the one done most often is told; it must have been done twice in each half.
    """
    found = [
        Cost(exercise, load, reps, fmean(before), fmean(now))
        for (load, reps), (before, now) in sorted(_reserves(days, today).items(), key=_most_done)
        if min(len(before), len(now)) >= _LEAST_SETS
    ]
    return found[0] if found and found[0].before - found[0].now >= _LEAST_RISE else None


def _reserves(days: Iterable[ExerciseDay], today: date) -> Reserves:
    """Return the reserves logged with each load and repetitions, before and since half the span."""
    reserves: Reserves = defaultdict(lambda: ([], []))
    for day in days:
        if today - _SPAN < day.on <= today:
            half = 1 if day.on > today - _SPAN / 2 else 0
            for entry in day.sets:
                if entry.kind is SetKind.WORK and entry.rir is not None and entry.reps:
                    reserves[(entry.load_kg or 0.0, entry.reps)][half].append(entry.rir)
    return reserves


def _most_done(item: tuple[tuple[float, int], tuple[list[float], list[float]]]) -> int:
    return -min(map(len, item[1]))
