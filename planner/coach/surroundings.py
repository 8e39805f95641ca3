"""What the other exercises tell of a lift: when its muscles were trained, and how much lately."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias, TypeVar

from planner.engine import evidence
from planner.engine.terms import Exercise, Muscle

TRAINED_SHARE = 0.5  # share from which a set counts as training a muscle: rule of thumb
DAY, WEEK = timedelta(days=1), timedelta(days=7)
REGAINED = timedelta(days=evidence.REGAINED_DAYS.value)  # a rest before that is made up for

K = TypeVar("K")
Trained: TypeAlias = Sequence[tuple[date, str, int]]  # (day, slug, hard sets), oldest first


class Surroundings(NamedTuple):
    """What the other exercises and days tell of one training day of a lift."""

    gap_days: int | None
    hard_sets_7d: float


Around: TypeAlias = Mapping[tuple[date, str], Surroundings]
ALONE = Surroundings(None, 0.0)


def surroundings(
    trained: Trained, exercises: Mapping[str, Exercise]
) -> dict[tuple[date, str], Surroundings]:
    """Return gap and recent hard sets of each (day, slug), from all exercises, oldest first."""
    return Worked(trained, exercises).everything()


class Worked:
    """What each muscle was trained by on which day; oldest first, as what it is made from.

    The gap before a day is the longest rest of the lift's prime movers since it was last done: one
    session of another exercise does not undo the months before it, seven weeks of them do.
    """

    def __init__(self, trained: Trained, exercises: Mapping[str, Exercise]) -> None:
        self.lifts: dict[str, list[date]] = {}
        self._exercises = exercises
        self._days: dict[Muscle, list[date]] = {}
        self._sets: dict[Muscle, tuple[list[date], list[float]]] = {}
        self._take(trained)

    def renewed(self, since: date, trained: Trained) -> Worked:
        """Return the same with other training from a day on, which is made as if all were new."""
        made = Worked((), self._exercises)
        made.lifts = _until(self.lifts, since)
        made._days = _until(self._days, since)
        for muscle, (days, sets) in self._sets.items():
            count = bisect_left(days, since)
            made._sets[muscle] = days[:count], sets[:count]
        made._take(trained)
        return made

    def _take(self, trained: Trained) -> None:
        loaded = {slug: _loaded(self._exercises[slug]) for _, slug, _ in trained}
        for on, slugs in _by_day(trained):
            for slug, sets in slugs.items():
                self.lifts.setdefault(slug, []).append(on)
                for muscle, share in loaded[slug]:
                    self._note(muscle, on, sets * share)

    def everything(self) -> dict[tuple[date, str], Surroundings]:
        """Return what was around every day of every lift, by (day, slug)."""
        return {key: found for slug in self.lifts for key, found in self.around(slug).items()}

    def last_trained(self, today: date) -> LastTrained:
        """Return when each muscle was trained, up to and including today."""
        end = min(today, date.max - DAY) + DAY
        lifts = {slug: days[-1] for slug, days in _until(self.lifts, end).items()}
        return LastTrained(_until(self._days, end), lifts)

    def around(self, slug: str, since: date = date.min) -> dict[tuple[date, str], Surroundings]:
        """Return what was around each day of a lift from a day on, by (day, slug)."""
        exercise, days = self._exercises[slug], self.lifts.get(slug, [])
        primes = _primes(exercise)
        made: dict[tuple[date, str], Surroundings] = {}
        for on in days[bisect_left(days, since) :]:
            recent = self._recent(primes[0], on) if primes else 0.0
            made[on, slug] = Surroundings(self.gap_days(exercise, on), recent)
        return made

    def gap_days(self, exercise: Exercise, on: date) -> int | None:
        """Return what `LastTrained.gap_days` of the day before says, without listing all days."""
        days = self.lifts.get(exercise.slug, [])
        done = bisect_left(days, on)
        since = days[done - 1] if done else on
        gaps = [self._rest(muscle, since, on) for muscle in _primes(exercise)]
        return max([each for each in gaps if each is not None], default=None)

    def _note(self, muscle: Muscle, on: date, sets: float) -> None:
        if muscle not in self._days:
            self._days[muscle], self._sets[muscle] = [], ([], [])
        days = self._days[muscle]
        if not days or days[-1] != on:
            days.append(on)
        self._sets[muscle][0].append(on)
        self._sets[muscle][1].append(sets)

    def _rest(self, muscle: Muscle, since: date, on: date) -> int | None:
        days = self._days.get(muscle, [])
        known = bisect_left(days, on)
        return _longest_rest(days, known, since, on) if known else None

    def _recent(self, muscle: Muscle, on: date) -> float:
        days, sets = self._sets[muscle]
        return sum(sets[bisect_right(days, on - WEEK) : bisect_right(days, on)])


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
        return max([_longest_rest(days, len(days), since, on) for days in known], default=None)

    def trained_on(self, exercise: Exercise) -> date | None:
        """Return the last day that any of the exercise's prime movers was trained on."""
        known = [self.muscles[each][-1] for each in _primes(exercise) if each in self.muscles]
        return max(known, default=None)


def _longest_rest(days: Sequence[date], known: int, since: date, on: date) -> int:
    """Return the longest rest in days from `since` to `on`, of the first `known` days trained."""
    later, longest = on, 0
    for place in range(known - 1, -1, -1):
        day = days[place]
        longest = max(longest, (later - day).days)
        if day <= since or on - day >= REGAINED:
            break
        later = day
    return longest


def _until(days: Mapping[K, list[date]], end: date) -> dict[K, list[date]]:
    """Return the days before another one; who has none of them is left out."""
    found = ((key, each[: bisect_left(each, end)]) for key, each in days.items())
    return {key: each for key, each in found if each}


def _by_day(trained: Trained) -> Iterable[tuple[date, dict[str, int]]]:
    days: dict[date, dict[str, int]] = {}
    for on, slug, sets in trained:
        day = days.setdefault(on, {})
        day[slug] = day.get(slug, 0) + sets
    return days.items()


def _primes(exercise: Exercise) -> list[Muscle]:
    return [muscle for muscle, share in exercise.muscles if share >= 1.0]


def _loaded(exercise: Exercise) -> list[tuple[Muscle, float]]:
    return [(muscle, share) for muscle, share in exercise.muscles if share >= TRAINED_SHARE]
