"""Read the log of a lifter who is not in sight, without forgetting who is."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from planner.coach import readings
from planner.engine.terms import Lifter

Made = TypeVar("Made")


def aside(lifter: Lifter, work: Generator[None, None, Made]) -> Generator[None, None, Made]:
    """Do work on a lifter's replays, and forget them unless they were at hand before."""
    at_hand = readings.remembered(lifter.uid)
    try:
        return (yield from work)
    finally:
        if not at_hand:
            readings.forget(lifter.uid)
