"""What was planned against what was done: told, never held against anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import absences
from planner.engine import evidence, volume
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import clients, plan_lists, rows, ruling


@dataclass(frozen=True, slots=True)
class Kept:
    """Sessions done of those due, and the hard sets done of those planned in them."""

    done: int = 0
    due: int = 0
    sets_done: int = 0
    sets_due: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(
            self.done + other.done,
            self.due + other.due,
            self.sets_done + other.sets_done,
            self.sets_due + other.sets_due,
        )


NOTHING_DUE = Kept()


def adherence(lifter_id: int, since: date, until: date) -> tuple[int, int]:
    """Return (sessions done, sessions due) of the days since..until, both included.

    `until` is today or before: what is planned for that day is due once it is done, which
    a session that is still open is not. Sessions that nobody planned, and days away, count for
    nothing.
    """
    return plan_lists.kept(lifter_id, since, until)


def by_week(lifter_id: int, block: Mesocycle, today: date) -> tuple[Kept, ...]:
    """Return what was kept of each week of a block, in order, up to today.

    What another block has the day of, is not due.
    """
    key, away = rows.found(block.id, block.name), clients.absences(lifter_id)
    made = plan_lists.hard_sets_done(key, evidence.HARD_RIR.value, today)
    taken = ruling.days_taken(key)

    def due(on: date) -> bool:
        return on < today and on not in taken and not absences.on_day(away, on)

    return tuple(_kept(week, made, due) for week in block.weeks)


def _kept(
    week: Microcycle,
    made: Mapping[int, int],
    due: Callable[[date], bool],
) -> Kept:
    total = NOTHING_DUE
    for session in week.sessions:
        on = week.starts_on + timedelta(days=session.day)
        sets = made.get(session.id or 0)
        if sets is not None:
            total += Kept(1, 1, sets, _hard_sets(session))
        elif due(on):
            total += Kept(0, 1, 0, _hard_sets(session))
    return total


def _hard_sets(session: PlannedSession) -> int:
    return sum(volume.hard_sets(planned.sets) for planned in session.exercises)
