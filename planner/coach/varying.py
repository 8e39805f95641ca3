"""What the lifts done so far tell of a variation of one of them, on the day that it begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from planner import engine
from planner.coach.replay import Replay
from planner.engine.terms import Exercise


def parents_first(slugs: Iterable[str], exercises: Mapping[str, Exercise]) -> list[str]:
    """Return the lifts in an order in which each comes after the one that it varies."""
    left, ordered = dict.fromkeys(slugs), dict[str, None]()
    for slug in left:
        line: list[str] = []
        each: str | None = slug
        while each in left and each not in ordered and each not in line:
            line.append(each)
            each = exercises[each].parent
        ordered.update(dict.fromkeys(reversed(line)))
    return list(ordered)


def known(
    exercise: Exercise, on: date, gap_days: int | None, replays: Mapping[str, Replay]
) -> engine.Known | None:
    """Return what is known of a variation that begins on a day, from the days before it.

    None when the lift that it varies was not done by then. `gap_days` is how long the muscles
    have rested.
    """
    parent = replays.get(exercise.parent) if exercise.parent else None
    state = parent.state_before(on) if parent is not None else None
    return None if state is None else engine.known(exercise, state, on, gap_days)
