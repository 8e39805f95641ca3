"""Make the sheets of a planned week: whose, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from planner.coach import loads, sheet_lines, sheet_notes, wording
from planner.coach.few_lifts import FewLifts
from planner.coach.sheet import Sheet, SheetSession
from planner.coach.studio import studio
from planner.coach.typing_back import sheet_code
from planner.engine.terms import (
    Exercise,
    Lifter,
    Microcycle,
    PlannedSession,
    Unit,
)
from planner.storage import clients, library, plan_days, plan_lists
from planner.storage.plan_days import WeekOfBlock

CHECK_IN = ("Sleep", "Soreness", "Mood", "Energy")
DELOAD = "Deload = a lighter week, to recover."
RE_ENTRY = "Re-entry week = lighter sessions after time off."


class NothingPlanned(Exception):
    """There is no planned week to print; the message names the lifter and the week."""


def week_sheet(lifter_id: int, week_of: date, today: date) -> Sheet:
    """Return the sheet of the week that holds a day; raises NothingPlanned."""
    return _week_sheet(lifter_id, week_of, today, library.by_slug())


def _week_sheet(
    lifter_id: int, week_of: date, today: date, exercises: Mapping[str, Exercise]
) -> Sheet:
    lifter, planned = clients.lifter(lifter_id), plan_days.week_on(lifter_id, week_of)
    if planned is None or not planned.week.sessions:
        raise nothing_planned([lifter.name], week_of, today)
    week = loads.week_by_percent(planned.week, loads.LoadBasis(lifter_id, today))
    few = FewLifts(lifter, today, exercises)
    return _sheet(lifter, planned._replace(week=week), few, today)


def _sheet(lifter: Lifter, planned: WeekOfBlock, few: FewLifts, today: date) -> Sheet:
    week = planned.week
    ordered = sorted(week.sessions, key=lambda session: session.day)
    back = sheet_notes.re_entry(few, week, today)
    told = sheet_notes.this_week(few, week, today)
    sessions = tuple(_session(made, week, few.exercises, lifter.unit) for made in ordered)
    return Sheet(
        lifter=lifter.name,
        heading=_heading(planned, back),
        coach=lifter.coach,
        sessions=sessions,
        this_week=tuple(filter(None, (_sentence(week.note), *told))),
        glossary=_glossary(ordered, sessions, week, back),
        check_in=CHECK_IN,
        bodyweight_unit=str(lifter.unit),
        unit_note=f"Loads in {lifter.unit}",
        printed=f"printed {wording.short_date(today)} {today.year}",
        code=sheet_code(week),
        done=sheet_lines.done(ordered),
        studio=studio(),
    )


def sheets(lifter_ids: Iterable[int], week_of: date, today: date) -> Iterator[Sheet]:
    """Yield a sheet for each lifter who has that week planned, in turn."""
    exercises = library.by_slug()
    for lifter_id in lifter_ids:
        try:
            yield _week_sheet(lifter_id, week_of, today, exercises)
        except NothingPlanned:
            continue


def planned_ids(week_of: date) -> set[int]:
    """Return the ids of the lifters who have a session planned in the week that holds a day."""
    return plan_lists.lifters_with_sessions(week_of)


def without_plan(lifters: Iterable[Lifter], week_of: date) -> list[str]:
    """Name those of some lifters who have nothing planned in the week that holds a day."""
    planned = planned_ids(week_of)
    return [lifter.name for lifter in lifters if lifter.id not in planned]


def nothing_planned(names: Sequence[str], week_of: date, today: date) -> NothingPlanned:
    """Return what to raise when none of some lifters has the week of a day planned."""
    who = f"{names[0]} has nothing" if len(names) == 1 else "Nobody has anything"
    return NothingPlanned(f"{who} planned in the week of {_dated(week_of, today)}.")


def _dated(day: date, today: date) -> str:
    written = wording.short_date(day)
    return written if day.year == today.year else f"{written} {day.year}"


def _heading(planned: WeekOfBlock, back: bool) -> str:
    week = planned.week
    last = week.starts_on + timedelta(days=week.days - 1)
    same_month = week.starts_on.month == last.month
    first = f"{week.starts_on.day}" if same_month else f"{week.starts_on.day} {week.starts_on:%B}"
    dates = f"{first}–{last.day} {last:%B} {last.year}"
    number = f"Week {week.number} of {planned.weeks}"
    kinds = ("deload" if week.deload else "", "re-entry week" if back else "")
    return " · ".join(filter(None, (planned.block, number, *kinds, dates)))


def _glossary(
    planned: Sequence[PlannedSession],
    sessions: Sequence[SheetSession],
    week: Microcycle,
    back: bool,
) -> str:
    rows = [line for made in sessions for line in made.lines]
    weeks = (DELOAD if week.deload else "", RE_ENTRY if back else "")
    return " ".join(filter(None, (sheet_lines.glossary(planned, rows), *weeks)))


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words[-1] in ".!?…" else f"{words}."


def _session(
    made: PlannedSession, week: Microcycle, exercises: Mapping[str, Exercise], unit: Unit
) -> SheetSession:
    on = week.starts_on + timedelta(days=made.day)
    title = f"{on:%a} {on.day} · {made.name}"
    return SheetSession(title, made.note, sheet_lines.lines(made, exercises, unit))
