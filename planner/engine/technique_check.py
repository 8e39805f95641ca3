"""The one look at technique on the way back: after the first work set of a lift, asked once."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import evidence
from planner.engine.target import LiftContext, work_sets
from planner.engine.terms import Complexity, LoggedSet, Phrase, phrase

_AWAY_DAYS = evidence.SECOND_DAYS.value


def asks(context: LiftContext) -> bool:
    """Tell whether technique is worth a look in the session: after three weeks without the lift,
    where it is technical or its skill has faded."""
    if not context.beside.acts or context.days_without < _AWAY_DAYS:
        return False
    practice = context.practice
    faded = practice.left > 0 and practice.away_days > 0
    return faded or context.exercise.complexity is Complexity.TECHNICAL


def words(done: Sequence[LoggedSet], context: LiftContext) -> Phrase | None:
    """Ask how the first work set looked; None before it, and once it is rated or another one is
    done."""
    work = work_sets(done)
    if len(work) != 1 or work[0].technique is not None or not asks(context):
        return None
    return phrase(
        "First time in {own_span}: how did it look? Alt+1 sound, 2 minor, 3 broke down.",
        own_span=context.days_without,
    )
