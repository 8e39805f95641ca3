"""Which days of a week sessions fall on: those that leave the room that a program wants.

Days count from the week's first, 0-based, in order; a week has seven, and another one follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

WEEK = 7


def fitting(wanted: Sequence[int], there: Sequence[int]) -> tuple[int, ...]:
    """Return as many of the days there are as are wanted, with the room between them most alike.

    All of them when there are fewer. Of choices that are alike the one that keeps days furthest
    apart, then the one nearest to the wanted days.
    """
    choices = combinations(there, min(len(wanted), len(there)))
    return min(choices, key=lambda days: _unlike(wanted, days))


def running(wanted: Sequence[int], days: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of days that follow each other where the wanted ones are kept apart.

    Where the days are fewer than wanted, sessions are others, and all are kept as far apart as
    the nearest of the wanted days. The last day's next is the first of another week.
    """
    usual = _gaps(wanted)
    kept = usual if len(days) == len(wanted) else [min(usual)] * len(days)
    gaps = _gaps(days)
    pairs = zip(days, (*days[1:], *days[:1]), strict=True)
    return tuple(pair for pair, gap, room in zip(pairs, gaps, kept, strict=True) if gap == 1 < room)


def _unlike(wanted: Sequence[int], days: Sequence[int]) -> tuple[int, int, int]:
    gaps = _gaps(days)
    room = sum((a - b) ** 2 for a, b in zip(_gaps(wanted), gaps, strict=False))
    moved = sum(abs(a - b) for a, b in zip(wanted, days, strict=False))
    return room, -min(gaps, default=0), moved


def _gaps(days: Sequence[int]) -> list[int]:
    """Return how many days each is before the next, the last before the first of another week."""
    following = (*days[1:], *(day + WEEK for day in days[:1]))
    return [after - day for day, after in zip(days, following, strict=True)]
