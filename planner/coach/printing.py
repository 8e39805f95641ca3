"""Make the sheets of a planned week: whose, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner import language
from planner.coach import (
    day_names,
    easing_today,
    fuel_words,
    held_loads,
    kept_back,
    loads,
    mood,
    pain_marks,
    program_names,
    scope,
    sheet_done,
    sheet_language,
    sheet_lines,
    sheet_notes,
    sheet_paper,
    sheet_stop,
    too_soon,
    week_notes,
    wording,
)
from planner.coach.few_lifts import FewLifts
from planner.coach.kept_back import KeptBack
from planner.coach.sheet import Sheet, SheetLine, SheetSession
from planner.coach.studio import studio
from planner.coach.typing_back import sheet_code
from planner.engine.terms import (
    N_,
    Lifter,
    Microcycle,
    PlannedSession,
    Session,
)
from planner.language import filled, passage, tr
from planner.storage import clients, library, plan, plan_days, plan_lists
from planner.storage.plan_days import WeekOfBlock

CHECK_IN = (N_("Sleep"), N_("Soreness"), N_("Energy"))
MOOD = N_("Mood")  # where the lifter wants it on paper


class NothingPlanned(Exception):
    """There is no planned week to print; the message names the lifter and the week."""


def week_sheet(lifter_id: int, week_of: date, today: date) -> Sheet:
    """Return the sheet of the week that holds a day; raises NothingPlanned."""
    lifter, planned = clients.lifter(lifter_id), plan_days.week_on(lifter_id, week_of)
    if planned is None or not planned.week.sessions:
        raise nothing_planned([lifter.name], week_of, today)
    chosen = sheet_language.chosen(lifter_id)
    with language.saying(chosen):  # all that is read here: what is read once keeps its names
        basis = loads.LoadBasis(lifter_id, today)
        planned = planned._replace(week=loads.week_by_percent(planned.week, basis))
        few = FewLifts(lifter, today, library.by_slug())
        made = _sheet(lifter, program_names.said(planned), few, basis)
    return replace(made, language=chosen)


def _sheet(lifter: Lifter, planned: WeekOfBlock, few: FewLifts, basis: loads.LoadBasis) -> Sheet:
    week, today = planned.week, basis.today
    done = plan.done_in_week(week.id or 0)
    days = list(kept_back.days(week, done, today))
    ordered = [made for made, _ in days]
    back = sheet_notes.re_entry(few, week, today)
    hurt = _hurt(week, few)
    asked = (_session(made, week, on, basis, hurt) for made, on in days)
    stop = sheet_stop.words(few.lifter_id, (*(on for _, on in days), today))
    told = _told(week, days, few, basis, hurt)
    logged = sheet_done.sessions(done, plan.under_way(few.lifter_id, today)) if done else {}
    sessions = tuple(_as_done(*each, logged, basis) for each in zip(asked, ordered, strict=True))
    return Sheet(
        lifter=lifter.name,
        heading=_heading(planned, back),
        coach=lifter.coach,
        sessions=sessions,
        this_week=tuple(dict.fromkeys(filter(None, told))),
        glossary=_glossary(ordered, sessions, week),
        check_in=tuple(map(tr, (*CHECK_IN, MOOD) if mood.is_printed(few.lifter_id) else CHECK_IN)),
        bodyweight_unit=str(lifter.unit),
        unit_note=tr("Loads in {unit}").format(unit=lifter.unit),
        printed=tr("printed {day}").format(day=wording.date_with_year(today)),
        code=sheet_code(sheet_paper.printed(week, days, basis)),
        done=sheet_lines.done(ordered, [line for made in sessions for line in made.lines]),
        studio=studio(),
        re_entry=back,
        stop=stop,
    )


def _told(
    week: Microcycle,
    days: Sequence[tuple[PlannedSession, date]],
    few: FewLifts,
    basis: loads.LoadBasis,
    hurt: Mapping[str, str],
) -> Iterator[str]:
    """Yield what is said of a week: what holds on any of its days, the gravest first.

    What `hurt` has its words beside its line; that all waits stands at the head of the sheet.
    """
    silent, today = [basis.quiet(on) for _, on in days], basis.today
    planned = [few.exercises[slug] for slug in sheet_notes.lifts(week)]
    for each in silent:
        yield from kept_back.waits(each, planned)
    if all(each.blocked is None for each in silent):
        yield _sentence(_week_note(week, sheet_notes.comes_back(few, week, today)))
    lifts = [(e.exercise, basis.quiet(on)) for made, on in days for e in made.exercises]
    limits = [(few.exercises[slug], each.scope) for slug, each in lifts]
    yield from scope.on_sheet(limits, basis.lifter.unit, days[0][1])
    held = {slug for slug, each in lifts if each.held(slug) is not None}
    yield from sheet_notes.this_week(few, week, today, held.union(hurt))
    yield from fuel_words.on_sheet(few.lifter_id, max(today, week.starts_on))


def sheets(lifter_ids: Iterable[int], week_of: date, today: date) -> Iterator[Sheet]:
    """Yield a sheet for each lifter who has that week planned, in turn."""
    for lifter_id in lifter_ids:
        try:
            yield week_sheet(lifter_id, week_of, today)
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
    words = tr(
        "{lifter} has nothing planned in the week of {day}."
        if len(names) == 1
        else "Nobody has anything planned in the week of {day}."
    )
    return NothingPlanned(filled(words, lifter=next(iter(names), ""), day=_dated(week_of, today)))


def _dated(day: date, today: date) -> str:
    return wording.short_date(day) if day.year == today.year else wording.date_with_year(day)


def _heading(planned: WeekOfBlock, back: bool) -> str:
    week = planned.week
    last = week.starts_on + timedelta(days=week.days - 1)
    dates = language.days_in_full(week.starts_on, last)
    number = tr("Week {n} of {weeks}").format(n=week.number, weeks=planned.weeks)
    kinds = (tr("deload") if week.deload else "", tr("re-entry week") if back else "")
    return " · ".join(filter(None, (planned.block, number, *kinds, dates)))


def _glossary(
    planned: Sequence[PlannedSession],
    sessions: Sequence[SheetSession],
    week: Microcycle,
) -> str:
    rows = [line for made in sessions for line in made.lines]
    deload = tr("Deload = a lighter week, to recover.") if week.deload else ""
    return passage(filter(None, (sheet_lines.glossary(planned, rows), deload)))


def _week_note(week: Microcycle, back: bool) -> str:
    """Return the note of a week; after time off it does not ask for more than usual."""
    return "" if back and week_notes.asks_for_more(week.note) else week_notes.said(week.note)


def _sentence(words: str) -> str:
    words = words.strip()
    if words[:1].islower() and not words[1:2].isupper():  # as in a name, iPhone
        words = words[0].upper() + words[1:]
    return words if not words or words[-1] in ".!?…" else f"{words}."


def _hurt(week: Microcycle, few: FewLifts) -> Mapping[str, str]:
    """Return what pain asks for by the slugs of lifts that hurt badly when last done."""
    slugs = sheet_notes.lifts(week)
    last = few.done_last(pain_marks.with_machines(slugs))
    return pain_marks.of_lifts(few.lifter_id, last)


def _as_done(
    asked: SheetSession,
    made: PlannedSession,
    logged: Mapping[int, Session],
    basis: loads.LoadBasis,
) -> SheetSession:
    found = logged.get(made.id or 0)
    return asked if found is None else sheet_done.session(asked, made, found, basis)


def _session(
    made: PlannedSession,
    week: Microcycle,
    limited_on: date,
    basis: loads.LoadBasis,
    hurt: Mapping[str, str],
) -> SheetSession:
    """Return a session with loads as the limits of a day allow them, under the day of the plan.

    Each line tells first, where its lift `hurt`, what that asks for.
    """
    on = week.starts_on + timedelta(days=made.day)
    day = day_names.weekday(on)
    title = tr("{weekday} {day} · {name}").format(weekday=day, day=on.day, name=made.name)
    _, lines = allowed(made, limited_on, basis, hurt)
    return SheetSession(title, easing_today.told(made.note), lines)


def allowed(
    made: PlannedSession,
    limited_on: date,
    basis: loads.LoadBasis,
    hurt: Mapping[str, str],
) -> tuple[PlannedSession, tuple[SheetLine, ...]]:
    """Return a session with loads as the limits of a day allow them, and its lines on paper.

    What `hurt`, by slug, has none, nor has what is too soon after that: its line says so first. So
    does that of a load to be taken no harder than last time, which stays.
    """
    said = [
        hurt.get(each.exercise) or too_soon.words(each, limited_on, basis)
        for each in made.exercises
    ]
    kept = [
        kept_back.for_pain(each) if told else kept_back.kept(each, limited_on, basis)
        for each, told in zip(made.exercises, said, strict=True)
    ]
    shown = (k.shown if k else each for k, each in zip(kept, made.exercises, strict=True))
    held_to = replace(made, exercises=tuple(shown))
    lines = sheet_lines.lines(held_to, basis.exercises, basis.lifter.unit)
    marked = (_marked(*pair, basis) for pair in zip(lines, kept, strict=True))
    ahead = limited_on >= basis.today
    held = (held_loads.words(e, limited_on, basis) if ahead else "" for e in made.exercises)
    told = (first or then for first, then in zip(said, held, strict=True))
    return held_to, tuple(map(_noted, marked, told))


def _noted(line: SheetLine, told: str) -> SheetLine:
    """Return a line that says what is `told` of pain before its own note."""
    return replace(line, note=passage(filter(None, (_sentence(told), line.note))))


def _marked(line: SheetLine, kept: KeptBack | None, basis: loads.LoadBasis) -> SheetLine:
    """Return a line that has no load while it waits for a clearance, and marks one at a limit."""
    if kept is None:
        return line
    return replace(line, load=kept.marked(line.load, basis.exercises[kept.shown.exercise]))
