"""What can be started beside what a day has planned: other sessions of the plan, earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach.session_view import SessionSummary
from planner.storage import log_reads, plan_lists
from planner.storage.plan_lists import Unlogged

BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=2)  # as far as sessions of the plan are offered
MOST = 15  # earlier sessions offered; older ones are found by day or by search


@dataclass(frozen=True, slots=True)
class Waiting:
    """Planned sessions that nothing was logged of: `missed` newest first, `ahead` nearest first."""

    missed: tuple[Unlogged, ...]
    ahead: tuple[Unlogged, ...]


def waiting(lifter_id: int, on: date, today: date) -> Waiting:
    """Return the sessions of the plan that wait to be done, but for those of the day `on`."""
    found = plan_lists.unlogged(lifter_id, today - BACK, today + AHEAD)
    others = [made for made in found if made.on != on]
    missed = tuple(made for made in reversed(others) if made.on < today)
    return Waiting(missed, tuple(made for made in others if made.on >= today))


def earlier(lifter_id: int, today: date) -> list[SessionSummary]:
    """List the newest sessions with sets, up to today, newest first."""
    found = log_reads.summaries(lifter_id, limit=2 * MOST, until=today)
    return [SessionSummary(*row) for row in found if row.sets][:MOST]
