"""How heavy a set is for the lifter, in zones of e1RM."""

from __future__ import annotations

from bisect import bisect_right

from planner.engine import evidence

BOUNDS = tuple(bound.value for bound in evidence.ZONES)
ZONES = len(BOUNDS) + 1


def zone(moved_kg: float, e1rm_kg: float) -> int:
    """Return the zone of a load from 0, the lightest, up; a bound belongs to the one above it.

    The bounds are 60, 70, 80 and 90 % of e1RM, as coaches of weightlifters count (Zatsiorsky and
    Kraemer 2006). ValueError unless both are more than 0.
    """
    if moved_kg <= 0.0 or e1rm_kg <= 0.0:
        raise ValueError("a load and an e1RM are more than 0 kg")
    return bisect_right(BOUNDS, round(moved_kg / e1rm_kg, 6))
