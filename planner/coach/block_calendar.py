"""A block as a calendar: which sessions on which days, done, passed or to come, and days away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import absences
from planner.coach.planning import PlanView, WeekSummary
from planner.engine.terms import Microcycle, PlannedSession
from planner.storage import clients, rows, ruling


class State(StrEnum):
    """What became of a planned session."""

    DONE = "done"
    UNDER_WAY = "under way"
    MISSED = "missed"
    AHEAD = "ahead"
    HIDDEN = "hidden"  # another block has the day


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with its sessions in order, each by name and state."""

    on: date
    sessions: tuple[tuple[str, State], ...]
    today: bool
    away: bool


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """A week of the calendar."""

    summary: WeekSummary
    days: tuple[CalendarDay, ...]


def calendar(lifter_id: int, view: PlanView, today: date) -> list[CalendarWeek]:
    """Return the weeks of the block of a view, in order.

    A session is missed when its day has passed and nothing was logged of it; in days away nothing
    is missed, and what another block has the day of is neither missed nor ahead.
    """
    away = clients.absences(lifter_id)
    taken = ruling.days_taken(rows.found(view.mesocycle.id, view.mesocycle.name))

    def day(week: Microcycle, number: int) -> CalendarDay:
        on = week.starts_on + timedelta(days=number)
        gone = bool(absences.known_on(away, on, today))
        made = [session for session in week.sessions if session.day == number]
        waiting = State.MISSED if on < today and not gone else State.AHEAD
        open_state = State.HIDDEN if on in taken else waiting
        told = tuple((each.name, _state(view, each, open_state)) for each in made)
        return CalendarDay(on, told, on == today, gone)

    return [
        CalendarWeek(summary, tuple(day(week, number) for number in range(week.days)))
        for summary, week in zip(view.weeks, view.mesocycle.weeks, strict=True)
    ]


def _state(view: PlanView, session: PlannedSession, open_state: State) -> State:
    if session.id in view.under_way:
        return State.UNDER_WAY
    return State.DONE if session.id in view.done else open_state
