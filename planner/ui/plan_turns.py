"""Which lines of a session are done in turn, as the card shows and speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.coach import supersets
from planner.language import tr
from planner.ui.plan_words import Line


@dataclass(frozen=True, slots=True)
class Turn:
    """'superset A' or 'circuit A', '' for a line on its own; and whether it goes on beside it.

    A superset of one says that it waits for another exercise.
    """

    words: str = ""
    above: bool = False
    below: bool = False


def turns(lines: Sequence[Line]) -> list[Turn]:
    """Return for each line of a session what it is done in turn with."""
    groups = [line.planned.superset for line in lines]
    return [_turn(groups, place) for place in range(len(groups))]


def _turn(groups: Sequence[int | None], place: int) -> Turn:
    here = groups[place]
    if here is None:
        return Turn()
    words = {
        1: tr("superset {0}, waits for a second exercise"),
        2: tr("superset {0}"),
    }.get(groups.count(here), tr("circuit {0}"))
    above = place > 0 and groups[place - 1] == here
    below = place + 1 < len(groups) and groups[place + 1] == here
    return Turn(words.format(supersets.letter(here)), above, below)
