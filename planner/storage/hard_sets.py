"""Counting hard sets in SQL, as `volume.hard_sets` counts them."""

from __future__ import annotations

from planner.engine.terms import Side


def hard_sets(most_rir: str) -> str:
    """Return what counts the hard sets `t` of an exercise: a left and a right one are one.

    `most_rir` is the parameter that holds the most repetitions in reserve that are hard; unknown
    ones are.
    """
    hard = f"ifnull(t.rir <= {most_rir}, 1)"
    left, right = (f"sum({hard} AND t.side = '{side}')" for side in (Side.LEFT, Side.RIGHT))
    return f"sum({hard}) - min({left}, {right})"
