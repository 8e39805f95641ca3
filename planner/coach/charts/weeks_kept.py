"""Read what was planned against what was done, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import absences
from planner.coach.adherence import NOTHING_DUE, Kept
from planner.engine import consistency, evidence
from planner.engine.terms import Absence
from planner.storage import plan_kept, plan_lists


@dataclass(frozen=True, slots=True)
class WeekKept:
    """A week with a plan by its first day: what was kept, and what is still to come in it."""

    starts_on: date
    kept: Kept = NOTHING_DUE
    sessions_ahead: int = 0
    sets_ahead: int = 0

    @property
    def sessions(self) -> int:
        """Sessions that were due or still are to come."""
        return self.kept.due + self.sessions_ahead

    @property
    def sets(self) -> int:
        """Hard sets planned in them."""
        return self.kept.sets_due + self.sets_ahead

    def runs(self, today: date) -> bool:
        """Tell whether the week is not over on a day."""
        return today - self.starts_on < timedelta(weeks=1)


def weeks_kept(
    lifter_id: int, today: date, first_weekday: int, away: Sequence[Absence]
) -> tuple[WeekKept, ...]:
    """Return the weeks up to today's that had something due, oldest first.

    Time away is not due, nor what nobody planned; weeks begin on a weekday, Monday is 1.
    """
    most_rir, found = evidence.HARD_RIR.value, dict[date, Kept]()
    for on, done, made, planned in plan_kept.kept_by_day(lifter_id, today, most_rir):
        week = consistency.week_start(on, first_weekday)
        kept = Kept(int(done), 1, made, planned)
        found[week] = found.get(week, NOTHING_DUE) + kept
    this = consistency.week_start(today, first_weekday)
    sessions, sets = _ahead(lifter_id, today, this + timedelta(days=6), away)
    if sessions:
        found.setdefault(this, NOTHING_DUE)
    return tuple(
        WeekKept(week, kept, *((sessions, sets) if week == this else (0, 0)))
        for week, kept in sorted(found.items())
    )


def _ahead(lifter_id: int, today: date, until: date, away: Sequence[Absence]) -> tuple[int, int]:
    """Return how many sessions and hard sets of a week are still to come."""
    most_rir = evidence.HARD_RIR.value
    waiting = [each.on for each in plan_lists.unlogged(lifter_id, today, until)]
    sets = plan_lists.sets_ahead(lifter_id, today, until, most_rir)

    def there(on: date) -> bool:
        return not absences.known_on(away, on, today)

    return sum(map(there, waiting)), sum(count for on, _, count in sets if there(on))
