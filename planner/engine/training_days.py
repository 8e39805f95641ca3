"""Train a week's exercises on other days: the same sets per muscle, spread over the week.

The laws: on as many days as before the sessions stay whole. Else no exercise comes twice in a
session, the order of each old session stays (big lifts first), and exercises of a superset stay
together. Hard sets per muscle are the same, unless sessions would take longer than they may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from planner.engine import even_days, evidence, shortening, spreading, volume
from planner.engine.copies import copied
from planner.engine.spreading import Day, Item, Library, Place as Place
from planner.engine.terms import N_, PlannedExercise, PlannedSession

_KEPT = evidence.DAYS_SETS.value
_MOST_NAMES = 2
DAY_NAME = N_("Day {number}")


@dataclass(frozen=True, slots=True)
class MuscleChange:
    """Hard sets of a muscle group in a week, before and after."""

    group: str
    before: float
    after: float

    @property
    def kept(self) -> bool:
        """Whether they are the same within ten per cent."""
        return abs(self.after - self.before) <= _KEPT * self.before + 1e-9


@dataclass(frozen=True, slots=True)
class Rearranged:
    """The new sessions by day, how long each takes, and what becomes of each muscle.

    `place` is which exercise went to which of the days, for further weeks to be like this one;
    empty where sessions stay `whole`. `left_out` are exercises for which there is no time, by
    slug, one for each line.
    """

    sessions: tuple[PlannedSession, ...]
    minutes: tuple[int, ...]
    muscles: tuple[MuscleChange, ...]
    place: Place
    left_out: tuple[str, ...] = ()
    whole: bool = False

    @property
    def complete(self) -> bool:
        """Whether every muscle keeps every set."""
        return all(change.before == change.after for change in self.muscles)

    @property
    def short(self) -> tuple[MuscleChange, ...]:
        """The muscles that cannot keep their sets in the time there is."""
        return tuple(change for change in self.muscles if not change.kept)


def rearrange(
    sessions: Sequence[PlannedSession],
    days: Sequence[int],
    exercises: Library,
    most_minutes: int | None = None,
    like: Place | None = None,
    day_name: str = DAY_NAME,
) -> Rearranged:
    """Return what some sessions train, on other days of the week, without ids.

    `days` count from the week's first, 0-based, in order. Only where a session takes longer than
    `most_minutes` sets are taken away, as `shortening` does. `like` is where another week has its
    exercises, and `day_name` what a session of many others is called. KeyError for an exercise
    that is missing in `exercises`.
    """
    old = tuple(map(copied, sessions))
    whole = _moved(old, days)
    full, place = (
        (whole, {}) if whole is not None else _spread(old, days, exercises, like or {}, day_name)
    )
    new = full if most_minutes is None else shortening.shortened(full, most_minutes, exercises)
    return Rearranged(
        tuple(new),
        tuple(volume.session_minutes(session, exercises) for session in new),
        muscles(sessions, new, exercises),
        place,
        _left_out(full, new),
        whole is not None,
    )


def _moved(
    sessions: Sequence[PlannedSession], days: Sequence[int]
) -> Sequence[PlannedSession] | None:
    """Return whole sessions on other days in their order; None where the days are not as many."""
    trained = trained_days(sessions)
    if len(trained) != len(days):
        return None
    to = dict(zip(trained, days, strict=True))
    return [replace(session, day=to[session.day]) for session in sessions]


def _spread(
    sessions: Sequence[PlannedSession],
    days: Sequence[int],
    exercises: Library,
    like: Place,
    day_name: str,
) -> tuple[Sequence[PlannedSession], Place]:
    made = spreading.spread(sessions, days, exercises, like)
    if not like:
        even_days.even_out(made, exercises)
    place = {item.key: n for n, day in enumerate(made) for item in day.items}
    named = [(day_name.format(number=n), day) for n, day in enumerate(made, 1) if day.items]
    return [_session(day, name, sessions) for name, day in named], place


def trained_days(sessions: Iterable[PlannedSession]) -> tuple[int, ...]:
    """Return the days that have a session, 0-based, in order."""
    return tuple(sorted({session.day for session in sessions}))


def muscles(
    before: Iterable[PlannedSession], after: Iterable[PlannedSession], exercises: Library
) -> tuple[MuscleChange, ...]:
    """Return what becomes of the muscles that are trained, in display order."""
    old, new = shortening.group_sets(before, exercises), shortening.group_sets(after, exercises)
    changes = (MuscleChange(group, old[group], new[group]) for group in old)
    return tuple(change for change in changes if change.before or change.after)


def _left_out(before: Iterable[PlannedSession], after: Iterable[PlannedSession]) -> tuple[str, ...]:
    return tuple((_lines(before) - _lines(after)).elements())


def _lines(sessions: Iterable[PlannedSession]) -> Counter[str]:
    return Counter(made.exercise for made in chain.from_iterable(s.exercises for s in sessions))


def _session(day: Day, day_name: str, before: Sequence[PlannedSession]) -> PlannedSession:
    """Make the session of a day, with name and notes of those its exercises come from."""
    items = day.in_order
    sources = list(dict.fromkeys(before[item.source].name for item in items))
    name = " + ".join(sources) if len(sources) <= _MOST_NAMES else day_name
    notes = dict.fromkeys(before[source].note for source in day.sources)
    made: list[PlannedExercise] = []
    for superset, item in zip(_supersets(items), items, strict=True):
        made += [replace(planned, superset=superset) for planned in item.made]
    return PlannedSession(name, day.number, tuple(made), "; ".join(filter(None, notes)))


def _supersets(items: Sequence[Item]) -> list[int | None]:
    """Return the superset of each item: its own where that is free, else the first that is."""
    wanted = [item.made[0].superset for item in items]
    found: list[int | None] = []
    for own in wanted:
        free = (number for number in count() if number not in (*wanted, *found))
        found.append(next(free) if own is not None and own in found else own)
    return found
