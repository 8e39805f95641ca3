"""Which lifts are compared: each keeps its seat, and with it its colour, dash and mark."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from planner.coach.charts.compare import MOST_LIFTS

Seats: TypeAlias = tuple[str, ...]  # slugs by seat, '' where nobody sits


def seated(before: Sequence[str], wanted: Collection[str]) -> Seats:
    """Return where lifts sit: those that stay where they were, new ones on the first free seat."""
    seats = [slug if slug in wanted else "" for slug in before]
    for slug in wanted:
        if slug and slug not in seats:
            free = seats.index("") if "" in seats else len(seats)
            seats[free : free + 1] = [slug]
    while seats and not seats[-1]:
        seats.pop()
    return tuple(seats[:MOST_LIFTS])


def known(seats: Sequence[str], slugs: Collection[str]) -> Seats:
    """Return the seats without lifts that are no longer there."""
    return seated(seats, [slug for slug in seats if slug in slugs])


def text(seats: Sequence[str]) -> str:
    """Write the seats as they are kept from start to start."""
    return ",".join(seats)


def from_text(kept: str) -> Seats:
    """Read the seats; nothing of what cannot be read is a slug that anybody has."""
    return tuple(kept.split(","))[:MOST_LIFTS] if kept else ()
