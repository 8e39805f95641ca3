"""Spread exercises over days, one after the other: a muscle seldom on the same day or the next.

Exercises of a superset stay together, and no exercise comes twice on a day: where every day has it
already its sets join those that are there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeAlias

from planner.engine import volume
from planner.engine.terms import Exercise, PlannedExercise, PlannedSession, PlannedSet, SetKind

_BESIDE = 0.5  # a muscle trained on the day beside counts half
_SETS_A_MINUTE = 0.15  # a day longer by a minute is as bad as so many sets of a muscle met there

Library: TypeAlias = Mapping[str, Exercise]
Place: TypeAlias = Mapping[tuple[str, int], int]  # (slug, which of it): which of the days


@dataclass(frozen=True, slots=True)
class Item:
    """What moves as one: an exercise, or a superset; `key` tells it from the others.

    `joined` are the sessions of sets that joined it, beside its own `source`.
    """

    made: tuple[PlannedExercise, ...]
    key: tuple[str, int]
    position: int
    source: int
    joined: frozenset[int] = frozenset()

    @property
    def slugs(self) -> set[str]:
        """Its exercises."""
        return {planned.exercise for planned in self.made}


@dataclass(slots=True)
class Day:
    """A day of the week, 0-based, with what is done on it."""

    number: int
    items: list[Item] = field(default_factory=list)

    @property
    def sources(self) -> list[int]:
        """The sessions that its sets come from."""
        return sorted(set().union(*({item.source, *item.joined} for item in self.items)))

    @property
    def slugs(self) -> set[str]:
        """Its exercises."""
        return set(chain.from_iterable(item.slugs for item in self.items))

    @property
    def in_order(self) -> list[Item]:
        """What is done, first what came first in its session."""
        return sorted(self.items, key=lambda item: (item.position, item.source))


def spread(
    sessions: Sequence[PlannedSession], days: Sequence[int], exercises: Library, like: Place
) -> list[Day]:
    """Return the days with the exercises of some sessions; `like` is where another week has them.

    KeyError for an exercise that is missing in `exercises`.
    """
    made = [Day(number) for number in days]
    for item in _items(sessions):
        _put(item, made, exercises, like)
    return made


def _items(sessions: Sequence[PlannedSession]) -> list[Item]:
    """Return what is to be placed, first what comes first in its session."""
    seen: Counter[str] = Counter()
    found: dict[tuple[int, int], Item] = {}
    for source, session in enumerate(sessions):
        for position, made in enumerate(session.exercises):
            alone = made.superset is None or _stands_alone(made, session)
            group = -1 - position if made.superset is None or alone else made.superset
            which = (source, group)
            clean = replace(made, superset=None) if alone else made
            if (begun := found.get(which)) is not None:
                found[which] = replace(begun, made=(*begun.made, clean))
                continue
            found[which] = Item((clean,), (made.exercise, seen[made.exercise]), position, source)
            seen[made.exercise] += 1
    return sorted(found.values(), key=lambda item: (item.position, item.source))


def _twice(made: PlannedExercise, session: PlannedSession) -> bool:
    return sum(made.exercise == other.exercise for other in session.exercises) > 1


def _stands_alone(made: PlannedExercise, session: PlannedSession) -> bool:
    """Say whether an exercise is moved without those it is done in turn with: all come once."""
    others = [each for each in session.exercises if each.superset == made.superset]
    once = [each for each in others if not _twice(each, session)]
    return made not in once or len(once) == 1 < len(others)


def _put(item: Item, days: Sequence[Day], exercises: Library, like: Place) -> None:
    free = [day for day in days if not item.slugs & day.slugs]
    wanted = like.get(item.key)
    if wanted is not None and wanted < len(days) and days[wanted] in free:
        days[wanted].items.append(item)
    elif free:
        min(free, key=lambda day: _cost(item, day, days, exercises)).items.append(item)
    else:
        for made in item.made:
            _join(made, item.source, days)


def _cost(item: Item, day: Day, days: Sequence[Day], exercises: Library) -> float:
    """Return how much a day has of an item's muscles, in sets, and how long it is already."""
    wanted = sets(item, exercises)
    there = sum(
        near(day.number, other.number) * met(wanted, sets(each, exercises))
        for other in days
        for each in other.items
    )
    return there + _SETS_A_MINUTE * sum(minutes(each, exercises) for each in day.items)


def near(a: int, b: int) -> float:
    """Return how much the muscles of two days get in each other's way, from 0 to 1."""
    return 1.0 if a == b else _BESIDE if abs(a - b) == 1 else 0.0


def met(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """Return how many sets of the same muscle groups two items have."""
    return sum([min(count, others[group]) for group, count in some.items()])


def sets(item: Item, exercises: Library) -> dict[str, float]:
    """Return the hard sets of an item per muscle group."""
    return volume.group_sets(
        (exercises[each.exercise], volume.hard_sets(each.sets)) for each in item.made
    )


def minutes(item: Item, exercises: Library) -> int:
    """Return by how many minutes an item lengthens a day."""
    return volume.joining_minutes(PlannedSession("", 0, item.made), exercises)


def _join(made: PlannedExercise, source: int, days: Sequence[Day]) -> None:
    """Give the work sets of an exercise that every day has already to the days with fewest."""
    for entry in (each for each in made.sets if each.kind is not SetKind.WARMUP):
        free = [day for day in days if made.exercise in day.slugs] or list(days[:1])
        _extend(made, entry, source, min(free, key=lambda each: _count(made.exercise, each)))


def _count(slug: str, day: Day) -> int:
    there = [made.sets for item in day.items for made in item.made if made.exercise == slug]
    return sum(map(len, there))


def _extend(made: PlannedExercise, entry: PlannedSet, source: int, day: Day) -> None:
    for n, item in enumerate(day.items):
        if made.exercise in item.slugs:
            grown = tuple(
                replace(each, sets=(*each.sets, entry)) if each.exercise == made.exercise else each
                for each in item.made
            )
            day.items[n] = replace(item, made=grown, joined=item.joined | {source})
            return
    alone = replace(made, sets=(entry,), superset=None)
    day.items.append(Item((alone,), (made.exercise, 0), 0, source))
