"""What the other exercises tell of a lift: when its muscles were trained, and how much lately."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from planner.engine.terms import Exercise, Muscle

TRAINED_SHARE = 0.5  # share from which a set counts as training a muscle: rule of thumb
WEEK = timedelta(days=7)

Trained: TypeAlias = Sequence[tuple[date, str, int]]  # (day, slug, hard sets), oldest first
Recent: TypeAlias = dict[Muscle, deque[tuple[date, float]]]


class Surroundings(NamedTuple):
    """What the other exercises and days tell of one training day of a lift."""

    gap_days: int | None
    hard_sets_7d: float


Around: TypeAlias = Mapping[tuple[date, str], Surroundings]
ALONE = Surroundings(None, 0.0)


def surroundings(
    trained: Trained, exercises: Mapping[str, Exercise]
) -> dict[tuple[date, str], Surroundings]:
    """Return gap and recent hard sets of each (day, slug), from all exercises, oldest first.

    The gap is the longest of the lift's prime movers: the muscle that rested longest limits it.
    """
    last: dict[Muscle, date] = {}
    recent: Recent = {}
    found: dict[tuple[date, str], Surroundings] = {}
    for on, slugs in _by_day(trained):
        for slug in slugs:
            gap = _gap(exercises[slug], last, on)
            found[on, slug] = Surroundings(gap, 0.0)
        for slug, sets in slugs.items():
            _note(exercises[slug], sets, on, last, recent)
        for slug in slugs:
            sets_7d = _recent(exercises[slug], recent, on)
            found[on, slug] = Surroundings(found[on, slug].gap_days, sets_7d)
    return found


@dataclass(frozen=True, slots=True)
class LastTrained:
    """The last day on which each muscle was trained by any exercise."""

    days: Mapping[Muscle, date]

    def gap_days(self, exercise: Exercise, on: date) -> int | None:
        """Return the days from the last training of the exercise's prime movers to a day."""
        return _gap(exercise, self.days, on)


def last_trained(trained: Trained, exercises: Mapping[str, Exercise], today: date) -> LastTrained:
    """Return when each muscle was last trained, up to and including today."""
    days: dict[Muscle, date] = {}
    for on, slug, sets in trained:
        if on <= today:
            _note(exercises[slug], sets, on, days, {})
    return LastTrained(days)


def _by_day(trained: Trained) -> Iterable[tuple[date, dict[str, int]]]:
    days: dict[date, dict[str, int]] = {}
    for on, slug, sets in trained:
        day = days.setdefault(on, {})
        day[slug] = day.get(slug, 0) + sets
    return days.items()


def _primes(exercise: Exercise) -> list[Muscle]:
    return [muscle for muscle, share in exercise.muscles if share >= 1.0]


def _gap(exercise: Exercise, last: Mapping[Muscle, date], on: date) -> int | None:
    gaps = [(on - last[muscle]).days for muscle in _primes(exercise) if muscle in last]
    return max(gaps) if gaps else None


def _note(
    exercise: Exercise,
    sets: int,
    on: date,
    last: dict[Muscle, date],
    recent: Recent,
) -> None:
    for muscle, share in exercise.muscles:
        if share >= TRAINED_SHARE:
            last[muscle] = on
            recent.setdefault(muscle, deque()).append((on, sets * share))


def _recent(
    exercise: Exercise, recent: Mapping[Muscle, deque[tuple[date, float]]], on: date
) -> float:
    primes = _primes(exercise)
    if not primes or primes[0] not in recent:
        return 0.0
    window = recent[primes[0]]
    while window and window[0][0] <= on - WEEK:
        window.popleft()
    return sum(sets for _, sets in window)
