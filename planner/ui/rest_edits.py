"""Rest days as edits of the week grid: what is asked for, and what is told of it after."""

from __future__ import annotations

from functools import partial

from planner.coach import rest_days
from planner.coach.rest_days import Moved
from planner.language import passage, tr
from planner.ui import counts
from planner.ui.plan_edits import Edit
from planner.ui.plan_week import Week


def insert(week: Week, day: int) -> Edit:
    """Put a rest day before a day; the rest of the block moves a day on."""
    label = tr("Rest day before {day}").format(day=week.days[day].title)
    return label, partial(rest_days.insert, week.id, day)


def remove(week: Week, day: int) -> Edit:
    """Take out a day of rest, or the one before a session; what comes after moves a day back."""
    rest = day - 1 if day and week.days[day].cards else day
    label = tr("Take out rest day {day}").format(day=week.days[rest].title)
    return label, partial(rest_days.remove, week.id, day)


def told(moved: Moved) -> str:
    """Say how many sessions moved, and which weeks are new or longer for it."""
    sessions = counts.sessions(moved.sessions)
    text = tr("{sessions} moved by a day, order and gaps kept; done ones stay.")
    longer = tr("Week {number} is a day longer.")
    weeks = [longer.format(number=number) for number in moved.longer]
    added = [tr("A week was added for the last.")] if moved.week_added else []
    gone = [tr("The last week was empty then and is gone.")] if moved.week_gone else []
    return passage([text.format(sessions=sessions), *weeks, *added, *gone])
