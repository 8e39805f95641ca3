"""How a program is judged: points, why, and whether it stays possible."""

from __future__ import annotations

from typing import NamedTuple

from planner.engine.terms import Phrase

RULED_OUT = -100  # points


class Judgement(NamedTuple):
    """Points, why (None is not worth a word), and whether the program stays possible."""

    points: int
    why: Phrase | None
    possible: bool = True


def ruled_out(why: Phrase) -> Judgement:
    """Judge a program impossible."""
    return Judgement(RULED_OUT, why, possible=False)
