"""A block as a calendar: which sessions on which days, done, passed or to come, and days away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import adherence
from planner.coach.planning import PlanView, WeekSummary
from planner.engine.terms import Microcycle, PlannedSession
from planner.storage import clients


class State(StrEnum):
    """What became of a planned session."""

    DONE = "done"
    MISSED = "missed"
    AHEAD = "ahead"


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
    is missed.
    """
    away = clients.absences(lifter_id)

    def day(week: Microcycle, number: int) -> CalendarDay:
        on = week.starts_on + timedelta(days=number)
        gone = adherence.away_on(on, away)
        made = [session for session in week.sessions if session.day == number]
        passed = on < today and not gone
        told = tuple((each.name, _state(view, each, passed)) for each in made)
        return CalendarDay(on, told, on == today, gone)

    return [
        CalendarWeek(summary, tuple(day(week, number) for number in range(week.days)))
        for summary, week in zip(view.weeks, view.mesocycle.weeks, strict=True)
    ]


def _state(view: PlanView, session: PlannedSession, passed: bool) -> State:
    if session.id in view.done:
        return State.DONE
    return State.MISSED if passed else State.AHEAD
