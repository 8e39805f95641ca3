"""Which names already mean an exercise: indexed once, and extended as exercises come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from planner.coach import names
from planner.coach.names import Words
from planner.engine.terms import Exercise


class TakenNames:
    """The names of exercises, however they are written, and with the word for their equipment."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._own: defaultdict[Words, set[str]] = defaultdict(set)
        self._longer: defaultdict[Words, set[str]] = defaultdict(set)
        for exercise in exercises:
            self.add(exercise)

    def add(self, exercise: Exercise) -> None:
        """Take the names of one exercise more."""
        for name in (exercise.name, *exercise.aliases):
            self._own[names.key(name)].add(exercise.slug)
        for words, slug in names.with_equipment([exercise]):
            self._longer[words].add(slug)

    def has(self, name: str, but: str = "") -> bool:
        """Tell whether a name means an exercise other than the one of slug `but`.

        A name and an equipment that could be two exercises mean none.
        """
        words, ignored = names.key(name), {but}
        longer = self._longer.get(words, set()) - ignored
        return bool(self._own.get(words, set()) - ignored) or (bool(words) and len(longer) == 1)
