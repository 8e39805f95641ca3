"""Train a week's exercises on other days: the same sets per muscle, spread over the week.

The laws: no exercise comes twice in a session, the order of each old session stays (big lifts
first), exercises of a superset stay together, and hard sets per muscle are the same, unless
sessions would take longer than they may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import TypeAlias

from planner.engine import evidence, volume
from planner.engine.copies import copied_exercise
from planner.engine.terms import Exercise, PlannedExercise, PlannedSession, PlannedSet, SetKind

_KEPT = evidence.DAYS_SETS.value
_BESIDE = 0.5  # a muscle trained on the day beside counts half
_SETS_A_MINUTE = 0.15  # a day longer by a minute is as bad as so many sets of a muscle met there
_MOST_NAMES = 2

Library: TypeAlias = Mapping[str, Exercise]
Place: TypeAlias = Mapping[tuple[str, int], int]  # (slug, which of it): which of the days


@dataclass(frozen=True, slots=True)
class _Item:
    """What moves as one: an exercise, or a superset; `key` tells it from the others."""

    made: tuple[PlannedExercise, ...]
    key: tuple[str, int]
    position: int
    source: int

    @property
    def slugs(self) -> set[str]:
        return {planned.exercise for planned in self.made}


@dataclass(slots=True)
class _Day:
    number: int
    items: list[_Item] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)  # sources of sets that joined an exercise

    @property
    def sources(self) -> list[int]:
        return sorted({*self.joined, *(item.source for item in self.items)})

    @property
    def slugs(self) -> set[str]:
        return set(chain.from_iterable(item.slugs for item in self.items))

    @property
    def in_order(self) -> list[_Item]:
        return sorted(self.items, key=lambda item: (item.position, item.source))


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

    `place` is which exercise went to which of the days, for further weeks to be like this one.
    """

    sessions: tuple[PlannedSession, ...]
    minutes: tuple[int, ...]
    muscles: tuple[MuscleChange, ...]
    place: Place

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
) -> Rearranged:
    """Return what some sessions train, on other days of the week, without ids.

    `days` count from the week's first, 0-based, in order. Sets are taken away only where a
    session takes longer than `most_minutes`; one of each exercise stays. `like` is where another
    week has its exercises. KeyError for an exercise that is missing in `exercises`.
    """
    made = [_Day(number) for number in days]
    for item in _items(sessions):
        _put(item, made, exercises, like or {})
    place = {item.key: n for n, day in enumerate(made) for item in day.items}
    new = [_session(day, n, sessions) for n, day in enumerate(made, 1) if day.items]
    for n, session in enumerate(new):
        new[n] = _within(session, sessions, new, exercises, most_minutes)
    return Rearranged(
        tuple(new),
        tuple(volume.session_minutes(session, exercises) for session in new),
        muscles(sessions, new, exercises),
        place,
    )


def muscles(
    before: Iterable[PlannedSession], after: Iterable[PlannedSession], exercises: Library
) -> tuple[MuscleChange, ...]:
    """Return what becomes of the muscles that are trained, in display order."""
    old, new = _sets(_all(before), exercises), _sets(_all(after), exercises)
    changes = (MuscleChange(group, old[group], new[group]) for group in old)
    return tuple(change for change in changes if change.before or change.after)


def _items(sessions: Sequence[PlannedSession]) -> list[_Item]:
    """Return what is to be placed, first what comes first in its session."""
    seen: Counter[str] = Counter()
    found: dict[tuple[int, int], _Item] = {}
    for source, session in enumerate(sessions):
        for position, made in enumerate(session.exercises):
            alone = made.superset is None or _stands_alone(made, session)
            group = -1 - position if made.superset is None or alone else made.superset
            which = (source, group)
            clean = copied_exercise(replace(made, superset=None) if alone else made)
            if (begun := found.get(which)) is not None:
                found[which] = replace(begun, made=(*begun.made, clean))
                continue
            found[which] = _Item((clean,), (made.exercise, seen[made.exercise]), position, source)
            seen[made.exercise] += 1
    return sorted(found.values(), key=lambda item: (item.position, item.source))


def _twice(made: PlannedExercise, session: PlannedSession) -> bool:
    return sum(made.exercise == other.exercise for other in session.exercises) > 1


def _stands_alone(made: PlannedExercise, session: PlannedSession) -> bool:
    """Say whether an exercise is moved without those it is done in turn with: all come once."""
    others = [each for each in session.exercises if each.superset == made.superset]
    once = [each for each in others if not _twice(each, session)]
    return made not in once or len(once) == 1 < len(others)


def _put(item: _Item, days: Sequence[_Day], exercises: Library, like: Place) -> None:
    free = [day for day in days if not item.slugs & day.slugs]
    wanted = like.get(item.key)
    if wanted is not None and wanted < len(days) and days[wanted] in free:
        days[wanted].items.append(item)
    elif free:
        min(free, key=lambda day: _cost(item, day, days, exercises)).items.append(item)
    else:
        for made in item.made:
            _join(made, item.source, days)


def _cost(item: _Item, day: _Day, days: Sequence[_Day], exercises: Library) -> float:
    """Return how much a day has of an item's muscles, in sets, and how long it is already."""
    wanted = _sets(item.made, exercises)
    met = _met(wanted, day, exercises)
    beside = sum(_met(wanted, d, exercises) for d in days if abs(d.number - day.number) == 1)
    made = tuple(chain.from_iterable(each.made for each in day.items))
    minutes = volume.session_minutes(PlannedSession("", 0, made), exercises)
    return met + _BESIDE * beside + _SETS_A_MINUTE * minutes


def _met(wanted: Mapping[str, float], day: _Day, exercises: Library) -> float:
    there = _sets(chain.from_iterable(item.made for item in day.items), exercises)
    return sum(min(sets, there[group]) for group, sets in wanted.items())


def _join(made: PlannedExercise, source: int, days: Sequence[_Day]) -> None:
    """Give the work sets of an exercise that every day has already to the days with fewest."""
    for entry in (each for each in made.sets if each.kind is not SetKind.WARMUP):
        free = [day for day in days if made.exercise in day.slugs] or list(days[:1])
        day = min(free, key=lambda each: _count(made.exercise, each))
        _extend(made, entry, day)
        day.joined.append(source)


def _count(slug: str, day: _Day) -> int:
    sets = [made.sets for item in day.items for made in item.made if made.exercise == slug]
    return sum(map(len, sets))


def _extend(made: PlannedExercise, entry: PlannedSet, day: _Day) -> None:
    for n, item in enumerate(day.items):
        if made.exercise in item.slugs:
            grown = tuple(
                replace(each, sets=(*each.sets, entry)) if each.exercise == made.exercise else each
                for each in item.made
            )
            day.items[n] = replace(item, made=grown)
            return
    alone = replace(made, sets=(entry,), superset=None)
    day.items.append(_Item((alone,), (made.exercise, 0), 0, 0))


def _session(day: _Day, number: int, before: Sequence[PlannedSession]) -> PlannedSession:
    """Make the session of a day, with name and notes of those its exercises come from."""
    items = day.in_order
    sources = list(dict.fromkeys(before[item.source].name for item in items))
    name = " + ".join(sources) if len(sources) <= _MOST_NAMES else f"Day {number}"
    notes = dict.fromkeys(before[source].note for source in day.sources)
    made: list[PlannedExercise] = []
    for superset, item in zip(_supersets(items), items, strict=True):
        made += [replace(planned, superset=superset) for planned in item.made]
    return PlannedSession(name, day.number, tuple(made), "; ".join(filter(None, notes)))


def _supersets(items: Sequence[_Item]) -> list[int | None]:
    """Return the superset of each item: its own where that is free, else the first that is."""
    wanted = [item.made[0].superset for item in items]
    found: list[int | None] = []
    for own in wanted:
        free = (number for number in count() if number not in (*wanted, *found))
        found.append(next(free) if own is not None and own in found else own)
    return found


def _within(
    session: PlannedSession,
    before: Sequence[PlannedSession],
    after: Sequence[PlannedSession],
    exercises: Library,
    most_minutes: int | None,
) -> PlannedSession:
    """Take sets from a session until it is short enough, where they are missed least."""
    usual, left = _sets(_all(before), exercises), _sets(_all(after), exercises)
    while most_minutes is not None and _minutes(session, exercises) > most_minutes:
        places = [n for n, made in enumerate(session.exercises) if _hard(made) > 1]
        if not places:
            break
        best = max(places, key=lambda n: (_left(session.exercises[n], usual, left, exercises), n))
        less = _without_last(session.exercises[best])
        lost = _lost(session.exercises[best], exercises)
        left = {group: sets - lost[group] for group, sets in left.items()}
        made = (*session.exercises[:best], less, *session.exercises[best + 1 :])
        session = replace(session, exercises=made)
    return session


def _left(
    made: PlannedExercise, usual: Mapping[str, float], left: Mapping[str, float], exercises: Library
) -> float:
    """Return what part of its sets the muscle hit hardest keeps when one set is taken away."""
    lost = _lost(made, exercises)
    parts = [(left[g] - lost[g]) / usual[g] for g in usual if lost[g] and usual[g]]
    return min(parts, default=1.0)


def _lost(made: PlannedExercise, exercises: Library) -> dict[str, float]:
    """Return what one hard set of an exercise is to each muscle group."""
    exercise = exercises[made.exercise]
    return volume.group_sets([(exercise, 1)])


def _without_last(made: PlannedExercise) -> PlannedExercise:
    place = max(n for n, entry in enumerate(made.sets) if volume.is_hard(entry))
    return replace(made, sets=(*made.sets[:place], *made.sets[place + 1 :]))


def _hard(made: PlannedExercise) -> int:
    return volume.hard_sets(made.sets)


def _minutes(session: PlannedSession, exercises: Library) -> int:
    return volume.session_minutes(session, exercises)


def _all(sessions: Iterable[PlannedSession]) -> Iterable[PlannedExercise]:
    return chain.from_iterable(session.exercises for session in sessions)


def _sets(made: Iterable[PlannedExercise], exercises: Library) -> dict[str, float]:
    return volume.group_sets((exercises[each.exercise], _hard(each)) for each in made)
