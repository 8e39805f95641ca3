"""Lifts whose phase cannot be told yet, and what would tell: a check-in, or more sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach import session_view
from planner.engine import doubt
from planner.engine.terms import CheckIn, Suggestion, soreness_of
from planner.storage import library


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names of lifts in doubt: those that may be tired, which a check-in tells, and the others.

    `checked_in` says whether the day's check-in was made; slow gain and none take `weeks` to tell
    apart.
    """

    tired: tuple[str, ...]
    others: tuple[str, ...]
    checked_in: bool
    weeks: int


def doubts(lifter_id: int, today: date, suggested: Sequence[Suggestion]) -> Doubts | None:
    """Return the lifts in doubt by all that is suggested today, in its order; None without any."""
    made = [each for each in suggested if doubt.is_doubt(each)]
    if not made:
        return None
    known = library.by_slug()
    tired = [known[each.exercise].name for each in made if doubt.check_in_settles(each)]
    others = [known[each.exercise].name for each in made if not doubt.check_in_settles(each)]
    checked_in = _answered(session_view.check_in(lifter_id, today))
    return Doubts(tuple(tired), tuple(others), checked_in, doubt.WEEKS)


def _answered(made: CheckIn) -> bool:
    return any(each is not None for each in (made.sleep, made.energy, soreness_of(made)))
