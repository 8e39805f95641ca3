"""Say what was done of what was planned: as it is, without praise or blame."""

from __future__ import annotations

from collections.abc import Iterable

from planner.coach.adherence import NOTHING_DUE, Kept
from planner.language import tr
from planner.ui import counts


def total(parts: Iterable[Kept]) -> Kept:
    """Add up what was kept."""
    return sum(parts, NOTHING_DUE)


def sessions(kept: Kept) -> str:
    """Write '3 of 4 sessions done'; '' while nothing was due."""
    if not kept.due:
        return ""
    due = counts.sessions(kept.due)
    return tr("{done} of {sessions} done").format(done=kept.done, sessions=due)


def hard_sets(kept: Kept) -> str:
    """Write '41 of 44 hard sets'; '' while none was due."""
    if not kept.sets_due:
        return ""
    due = counts.hard_sets(kept.sets_due)
    return tr("{done} of {sets}").format(done=kept.sets_done, sets=due)


def both(kept: Kept) -> str:
    """Write sessions and hard sets; '' while nothing was due."""
    return " · ".join(part for part in (sessions(kept), hard_sets(kept)) if part)
