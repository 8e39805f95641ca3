"""Make the sheets of a planned week: whose, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner.coach import (
    fuel_words,
    kept_back,
    loads,
    mood,
    scope,
    sheet_lines,
    sheet_notes,
    wording,
)
from planner.coach.few_lifts import FewLifts
from planner.coach.sheet import NOTHING, Sheet, SheetLine, SheetSession
from planner.coach.studio import studio
from planner.coach.typing_back import sheet_code
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoadKind,
    Microcycle,
    PlannedExercise,
    PlannedSession,
)
from planner.storage import clients, library, plan_days, plan_lists
from planner.storage.plan_days import WeekOfBlock

CHECK_IN = ("Sleep", "Soreness", "Energy")
MOOD = "Mood"  # where the lifter wants it on paper
DELOAD = "Deload = a lighter week, to recover."


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
    basis = loads.LoadBasis(lifter_id, today)
    week = loads.week_by_percent(planned.week, basis)
    few = FewLifts(lifter, today, exercises)
    return _sheet(lifter, planned._replace(week=week), few, basis)


def _sheet(lifter: Lifter, planned: WeekOfBlock, few: FewLifts, basis: loads.LoadBasis) -> Sheet:
    week, today = planned.week, basis.today
    ordered = sorted(week.sessions, key=lambda session: session.day)
    back = sheet_notes.re_entry(few, week, today)
    slugs = sheet_notes.lifts(week)
    told = (
        *kept_back.waits(basis.quiet(today), slugs),
        "" if basis.quiet(today).blocked is not None else _sentence(week.note),
        *scope.on_sheet(lifter, [few.exercises[slug] for slug in slugs], today),
        *sheet_notes.this_week(few, week, today),
        *fuel_words.on_sheet(few.lifter_id, today),
    )
    sessions = tuple(_session(made, week, basis) for made in ordered)
    return Sheet(
        lifter=lifter.name,
        heading=_heading(planned, back),
        coach=lifter.coach,
        sessions=sessions,
        this_week=tuple(dict.fromkeys(filter(None, told))),
        glossary=_glossary(ordered, sessions, week),
        check_in=(*CHECK_IN, MOOD) if mood.is_printed(few.lifter_id) else CHECK_IN,
        bodyweight_unit=str(lifter.unit),
        unit_note=f"Loads in {lifter.unit}",
        printed=f"printed {wording.short_date(today)} {today.year}",
        code=sheet_code(week),
        done=sheet_lines.done(ordered, [line for made in sessions for line in made.lines]),
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
) -> str:
    rows = [line for made in sessions for line in made.lines]
    deload = DELOAD if week.deload else ""
    return " ".join(filter(None, (sheet_lines.glossary(planned, rows), deload)))


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words[-1] in ".!?…" else f"{words}."


def _session(made: PlannedSession, week: Microcycle, basis: loads.LoadBasis) -> SheetSession:
    on = week.starts_on + timedelta(days=made.day)
    title = f"{on:%a} {on.day} · {made.name}"
    kept = replace(made, exercises=tuple(kept_back.shown(e, on, basis) for e in made.exercises))
    lines = sheet_lines.lines(kept, basis.exercises, basis.lifter.unit)
    pairs = zip(lines, made.exercises, strict=True)
    return SheetSession(title, made.note, tuple(_marked(*pair, on, basis) for pair in pairs))


def _marked(
    line: SheetLine, planned: PlannedExercise, on: date, basis: loads.LoadBasis
) -> SheetLine:
    """Return a line that has no load while it waits for a clearance, and marks one at a limit."""
    held = kept_back.is_held(planned.exercise, on, basis)
    if held and basis.exercises[planned.exercise].load_kind is not LoadKind.BODYWEIGHT:
        return replace(line, load=NOTHING)
    if not held and kept_back.is_capped(planned, on, basis):
        return replace(line, load=f"{kept_back.AT_MOST} {line.load}")
    return line
