"""What the other exercises tell of a lift: when its muscles were trained, and how much lately."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.terms import Exercise, Muscle

TRAINED_SHARE = 0.5  # share from which a set counts as training a muscle: rule of thumb
WEEK = timedelta(days=7)
REGAINED = timedelta(days=evidence.REGAINED_DAYS.value)  # a rest before that is made up for

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

    The gap is the longest rest of the lift's prime movers since it was last done: one session of
    another exercise does not undo the months before it, seven weeks of them do.
    """
    days = LastTrained({}, {})
    done: Recent = {}
    found: dict[tuple[date, str], Surroundings] = {}
    for on, slugs in _by_day(trained):
        gaps = {slug: days.gap_days(exercises[slug], on) for slug in slugs}
        for slug, sets in slugs.items():
            days.note(exercises[slug], on)
            _note(exercises[slug], sets, on, done)
        for slug, gap in gaps.items():
            found[on, slug] = Surroundings(gap, _recent(exercises[slug], done, on))
    return found


@dataclass(frozen=True, slots=True)
class LastTrained:
    """The days on which each muscle was trained by any exercise, and each lift's last day."""

    muscles: dict[Muscle, list[date]]
    lifts: dict[str, date]

    def gap_days(self, exercise: Exercise, on: date) -> int | None:
        """Return the longest rest of the exercise's prime movers, from its last day to a day.

        A rest that ended seven weeks before or earlier has been made up for by what followed.
        For a lift never done before, how long they have rested by then. The muscle that rested
        longest counts; None when none was ever trained.
        """
        since = self.lifts.get(exercise.slug, on)
        known = [self.muscles[muscle] for muscle in _primes(exercise) if muscle in self.muscles]
        return max([_longest_rest(days, since, on) for days in known], default=None)

    def note(self, exercise: Exercise, on: date) -> None:
        """Take in that an exercise was done on a day, which is not before those known."""
        self.lifts[exercise.slug] = on
        for muscle, share in exercise.muscles:
            if share >= TRAINED_SHARE:
                self.muscles.setdefault(muscle, []).append(on)


def last_trained(trained: Trained, exercises: Mapping[str, Exercise], today: date) -> LastTrained:
    """Return when each muscle was trained, up to and including today."""
    days = LastTrained({}, {})
    for on, slug, _ in trained:
        if on <= today:
            days.note(exercises[slug], on)
    return days


def _longest_rest(days: Sequence[date], since: date, on: date) -> int:
    later, longest = on, 0
    for day in reversed(days):
        longest = max(longest, (later - day).days)
        if day <= since or on - day >= REGAINED:
            break
        later = day
    return longest


def _by_day(trained: Trained) -> Iterable[tuple[date, dict[str, int]]]:
    days: dict[date, dict[str, int]] = {}
    for on, slug, sets in trained:
        day = days.setdefault(on, {})
        day[slug] = day.get(slug, 0) + sets
    return days.items()


def _primes(exercise: Exercise) -> list[Muscle]:
    return [muscle for muscle, share in exercise.muscles if share >= 1.0]


def _note(exercise: Exercise, sets: int, on: date, recent: Recent) -> None:
    for muscle, share in exercise.muscles:
        if share >= TRAINED_SHARE:
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
