"""What is said of a week that is trained on other days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from planner.coach import wording
from planner.coach.training_days import MuscleChange, OtherDays, Rearranged
from planner.engine.terms import Microcycle, PlannedSession
from planner.ui import counts, dates
from planner.ui.table_model import Column


class SessionRow(NamedTuple):
    """A new session, how long it takes, and what is done in it."""

    session: PlannedSession
    minutes: int
    exercises: str


def day(week: Microcycle, number: int) -> str:
    """Name a day of a week: 'Mon', or 'Day 3' of a cycle that is no week."""
    if week.days != 7:
        return _tr("Day {number}").format(number=number + 1)
    return dates.weekday((week.starts_on + timedelta(days=number)).isoweekday())


def sessions(made: OtherDays | None) -> list[SessionRow]:
    """Return the rows of the new sessions."""
    if made is None or made.first is None:
        return []
    pairs = zip(made.first.sessions, made.first.minutes, strict=True)
    return [SessionRow(new, minutes, _exercises(new, made.names)) for new, minutes in pairs]


def _exercises(session: PlannedSession, names: Mapping[str, str]) -> str:
    return ", ".join(f"{len(e.sets)}\u00a0×\u00a0{names[e.exercise]}" for e in session.exercises)


def session_columns(week: Microcycle) -> list[Column[SessionRow]]:
    """Return the columns of the new sessions."""
    return [
        Column(_tr("Day"), partial(_day, week)),
        Column(_tr("Minutes"), lambda row: row.minutes, numeric=True),
        Column(_tr("Exercises"), lambda row: row.exercises),
    ]


def _day(week: Microcycle, row: SessionRow) -> str:
    return day(week, row.session.day)


def muscle_columns() -> list[Column[MuscleChange]]:
    """Return the columns of what becomes of the muscles."""
    number = wording.number
    return [
        Column(_tr("Muscle"), lambda change: change.group),
        Column(_tr("Before"), lambda change: number(change.before), numeric=True),
        Column(_tr("After"), lambda change: number(change.after), numeric=True),
        Column("", _share),
    ]


def _share(change: MuscleChange) -> str:
    if change.before == change.after or not change.before:
        return ""
    share = round(100 * (change.after / change.before - 1))
    return f"{share:+d} %".replace("-", "−")


def before(made: OtherDays) -> str:
    """Say how long the longest session is now."""
    if not made.minutes_before:
        return ""
    return _tr("now up to {minutes} min").format(minutes=made.minutes_before)


def said(made: OtherDays | None, most: int | None) -> str:
    """Say which weeks change, and which muscles cannot keep their sets, and why."""
    if made is None:
        return _tr("Choose at least one day.")
    if made.first is None:
        return _tr("No week from this one on is left to change.")
    weeks = len(made.weeks)
    told = [_tr("{weeks} will change.").format(weeks=counts.weeks(weeks).capitalize())]
    told += [_running(made.running)] if made.running is not None else []
    told += [_begun(made)] if made.begun else []
    return " ".join((*told, _muscles(made.first, most)))


def _running(number: int) -> str:
    words = _tr("Of week {number} the days from today on change.")
    return words.format(number=number)


def _begun(made: OtherDays) -> str:
    numbers = ", ".join(map(str, made.begun))
    return _tr("Week {numbers} stays as it is: done, begun or shorter.").format(numbers=numbers)


def _muscles(made: Rearranged, most: int | None) -> str:
    longest = max(made.minutes, default=0)
    if most is not None and longest > most:
        words = _tr("One session still takes {longest} min, with one set of each exercise.")
        return words.format(longest=longest)
    if all(each.before == each.after for each in made.muscles):
        return _tr("Every muscle keeps its sets.")
    if not made.short:
        return _tr("Every muscle keeps its sets, within 10 %.")
    words = _tr("In {most} min a session there is no room for all sets of: {muscles}.")
    return words.format(most=most, muscles=", ".join(each.group for each in made.short))


def _tr(text: str) -> str:
    return QCoreApplication.translate("DaysDialog", text)
