"""The exercises of a planned session while they are arranged: what each is in its session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planner.engine.terms import PlannedExercise


class Group(NamedTuple):
    """A group of a session by its number, or one that is made: session 0, any number that is free.

    A `part` of it is what left the rest.
    """

    session: int
    number: int | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A planned exercise with the group that it belongs to, None for none.

    `arrived` says that it has just come to its place, `waits` that it may be the only one of its
    group, `wakes` has, of a drill, the ids of the lifts below that it is linked to.
    """

    planned: PlannedExercise
    group: Group | None
    arrived: bool = False
    waits: bool = False
    wakes: frozenset[int] = frozenset()

    @property
    def id(self) -> int:
        """The planned exercise's id."""
        assert self.planned.id is not None
        return self.planned.id
