"""Count how a lift's sets looked, by their number and by their reserve, lately and before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.coach.replay import ReplayedDay
from planner.coach.skills import RECENT, Looks
from planner.engine import technique_seen
from planner.engine.calibration import Share
from planner.engine.terms import LoggedSet, Technique

_LOOKS = (Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)
_Rated = tuple[int, LoggedSet, Technique]


@dataclass(frozen=True, slots=True)
class Seen:
    """How some sets looked; `enough` of them were rated to tell a share."""

    looks: Looks

    @property
    def rated(self) -> int:
        """How many sets were rated."""
        return sum(self.looks)

    @property
    def enough(self) -> bool:
        """Whether they are enough to tell a share."""
        return self.rated >= technique_seen.LEAST

    def share(self, place: int) -> Share:
        """Return the share of the sound (0), minor (1) or broken down (2) sets."""
        return technique_seen.seen(self.looks[place], self.rated)


class Place(NamedTuple):
    """Sets of one number in their session, or of one reserve: lately, and before that."""

    number: int
    lately: Seen
    before: Seen


@dataclass(frozen=True, slots=True)
class RatedSets:
    """How the sets of a lift looked; lately is in its last sessions that were rated.

    `sessions` are (lately, before); `unlogged` counts the rated sets without a reserve.
    """

    by_number: tuple[Place, ...]
    by_reserve: tuple[Place, ...]
    lately: Seen
    before: Seen
    sessions: tuple[int, int]
    unlogged: int

    @property
    def any(self) -> bool:
        """Whether any set was rated."""
        return bool(self.lately.rated)

    @property
    def change(self) -> tuple[float, float] | None:
        """The 90 % range of how the share of sound sets changed; None where it says too little."""
        if not (self.lately.enough and self.before.enough):
            return None
        return technique_seen.change(self.lately.share(0), self.before.share(0))


def rated_sets(days: Sequence[ReplayedDay]) -> RatedSets:
    """Count the ratings of a lift's days, oldest first."""
    found = [technique_seen.rated(step.day.sets) for step in days]
    sessions = [each for each in found if each]
    late = [each for made in sessions[-RECENT:] for each in made]
    old = [each for made in sessions[:-RECENT] for each in made]
    return RatedSets(
        tuple(_places(late, old, lambda made: made[0])),
        tuple(_places(late, old, lambda made: technique_seen.reserve(made[1]))),
        _seen(late),
        _seen(old),
        (len(sessions[-RECENT:]), len(sessions[:-RECENT])),
        sum(made[1].rir is None for made in (*late, *old)),
    )


def _places(
    late: Sequence[_Rated], old: Sequence[_Rated], place_of: Callable[[_Rated], int | None]
) -> Iterable[Place]:
    places = {place_of(made) for made in (*late, *old)} - {None}
    for place in sorted(place for place in places if place is not None):
        parts = ([made for made in part if place_of(made) == place] for part in (late, old))
        yield Place(place, *map(_seen, parts))


def _seen(rated: Iterable[_Rated]) -> Seen:
    counts = Counter(look for _, _, look in rated)
    return Seen(Looks(*(counts[look] for look in _LOOKS)))
