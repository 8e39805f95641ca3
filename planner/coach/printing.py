"""A planned week in the words and numbers that go on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import expecting, library_words, loads, readings, wording
from planner.coach.prescription import load_on_paper, prescription_text
from planner.coach.typing_back import sheet_code
from planner.engine import evidence
from planner.engine.terms import (
    Exercise,
    Lifter,
    Measure,
    Mesocycle,
    Microcycle,
    Phase,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Reading,
    SetKind,
    Unit,
)
from planner.storage import clients, library, plan

CHECK_IN = ("Sleep", "Soreness", "Mood", "Energy")
GLOSSARY = "RIR = good reps you could still have done. 8–12 = start at 8, build up to 12."
EACH_SIDE = "each side"
LEFT_OUT = evidence.LIFT_AWAY_DAYS.value
NOTE_LIFTS = 3  # lifts of which the sheet says more than numbers; a client reads no more


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One exercise on paper; `boxes` is how many empty boxes to draw, one a set."""

    exercise: str
    sets: str
    load: str
    rir: str
    tempo: str
    rest: str
    boxes: int
    superset: str
    note: str


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session on paper: 'Mon 2 · Lower A', its warm-up and its lines."""

    title: str
    warm_up: str
    note: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One lifter's week; every text is final: unit, language and dates are already the reader's."""

    lifter: str
    heading: str
    coach: str
    sessions: tuple[SheetSession, ...]
    this_week: tuple[str, ...]
    glossary: str
    check_in: tuple[str, ...]
    bodyweight_unit: str
    unit_note: str
    printed: str
    code: str


class NothingPlanned(Exception):
    """There is no planned week to print; the message names the lifter and the week."""


def week_sheet(lifter_id: int, week_of: date, today: date) -> Sheet:
    """Return the sheet of the week that holds a day; raises NothingPlanned."""
    lifter = clients.lifter(lifter_id)
    block = plan.mesocycle_on(lifter_id, week_of)
    week = _week(block, week_of)
    if block is None or week is None or not week.sessions:
        when = _dated(week_of, today)
        raise NothingPlanned(f"{lifter.name} has nothing planned in the week of {when}.")
    exercises = library.by_slug()
    known = readings.readings(lifter_id, today)
    week = loads.week_by_percent(week, loads.LoadBasis(lifter_id, today))
    ordered = sorted(week.sessions, key=lambda session: session.day)
    return Sheet(
        lifter=lifter.name,
        heading=_heading(block, week),
        coach=lifter.coach,
        sessions=tuple(_session(made, week, exercises, lifter.unit) for made in ordered),
        this_week=_this_week(lifter, week, _told(known, lifter_id, week, today), today),
        glossary=_glossary(ordered),
        check_in=CHECK_IN,
        bodyweight_unit=str(lifter.unit),
        unit_note=f"Loads in {lifter.unit}",
        printed=f"printed {_day(today)} {today.year}",
        code=sheet_code(week),
    )


def sheets(lifter_ids: Sequence[int], week_of: date, today: date) -> list[Sheet]:
    """Return a sheet for every lifter who has that week planned; raises NothingPlanned for none."""
    if len(lifter_ids) == 1:
        return [week_sheet(lifter_ids[0], week_of, today)]
    made = []
    for lifter_id in lifter_ids:
        try:
            made.append(week_sheet(lifter_id, week_of, today))
        except NothingPlanned:
            continue
    if not made:
        when = _dated(week_of, today)
        raise NothingPlanned(f"Nobody has anything planned in the week of {when}.")
    return made


def without_plan(lifters: Iterable[Lifter], week_of: date) -> list[str]:
    """Name those of some lifters who have nothing planned in the week that holds a day."""
    return [
        lifter.name
        for lifter in lifters
        if lifter.id is not None and _nothing_in(lifter.id, week_of)
    ]


def _nothing_in(lifter_id: int, week_of: date) -> bool:
    week = _week(plan.mesocycle_on(lifter_id, week_of), week_of)
    return week is None or not week.sessions


def _dated(day: date, today: date) -> str:
    return _day(day) if day.year == today.year else f"{_day(day)} {day.year}"


def _week(block: Mesocycle | None, on: date) -> Microcycle | None:
    for week in block.weeks if block else ():
        if week.starts_on <= on < week.starts_on + timedelta(days=week.days):
            return week
    return None


def _heading(block: Mesocycle, week: Microcycle) -> str:
    last = week.starts_on + timedelta(days=week.days - 1)
    same_month = week.starts_on.month == last.month
    first = f"{week.starts_on.day}" if same_month else f"{week.starts_on.day} {week.starts_on:%B}"
    dates = f"{first}–{last.day} {last:%B} {last.year}"
    deload = " · deload" if week.deload else ""
    return f"{block.name} · Week {week.number} of {len(block.weeks)}{deload} · {dates}"


def _session(
    made: PlannedSession, week: Microcycle, exercises: Mapping[str, Exercise], unit: Unit
) -> SheetSession:
    on = week.starts_on + timedelta(days=made.day)
    lines = tuple(_line(e, exercises[e.exercise], unit) for e in made.exercises)
    warm_ups = (_warm_up(e, exercises[e.exercise], unit) for e in made.exercises)
    warm_up = "; ".join(text for text in warm_ups if text)
    return SheetSession(f"{on:%a} {on.day} · {made.name}", warm_up, made.note, lines)


def _glossary(sessions: Sequence[PlannedSession]) -> str:
    """Explain what the sheet shortens, and each tempo that stands on it."""
    tempos = dict.fromkeys(e.tempo for made in sessions for e in made.exercises if e.tempo)
    written = ((tempo, library_words.tempo(tempo)) for tempo in tempos)
    told = (f"Tempo {tempo} = {words}." for tempo, words in written if words not in ("", tempo))
    return " ".join((GLOSSARY, *told))


def _warm_up(made: PlannedExercise, exercise: Exercise, unit: Unit) -> str:
    """Write an exercise's warm-up as 'Back squat 20×8, 60×5'; '' when it has none."""
    sets = [entry for entry in made.sets if entry.kind is SetKind.WARMUP]
    parts = (f"{_load(entry, unit) or 'bar'}×{entry.reps_low or ''}" for entry in sets)
    return f"{exercise.name} " + ", ".join(parts) if sets else ""


def _line(made: PlannedExercise, exercise: Exercise, unit: Unit) -> SheetLine:
    work = [entry for entry in made.sets if entry.kind is not SetKind.WARMUP]
    text, load = prescription_text(work, unit)
    efforts = {entry.rir for entry in work if entry.rir is not None}
    rirs = "–".join(wording.number(rir) for rir in sorted(efforts))
    return SheetLine(
        exercise=exercise.name,
        sets=_sets_words("; ".join(part.split(" @")[0] for part in text.split("; ")), exercise),
        load=load_on_paper(exercise, load),
        rir=rirs or "–",
        tempo=made.tempo,
        rest=wording.rest(made.rest_s or exercise.rest_s),
        boxes=len(work),
        superset="" if made.superset is None else chr(ord("A") + made.superset % 26),
        note=made.note,
    )


def _sets_words(sets: str, exercise: Exercise) -> str:
    one_sided = exercise.per_side and exercise.measure is not Measure.DISTANCE
    return f"{sets}\n{EACH_SIDE}" if one_sided else sets


def _load(entry: PlannedSet, unit: Unit) -> str:
    return prescription_text((entry,), unit)[1].partition(" (")[0]


def _told(
    known: Mapping[str, Reading], lifter_id: int, week: Microcycle, today: date
) -> Mapping[str, Reading]:
    """Leave out lifts whose first session after time off is due before the week begins."""
    due = plan.next_exercises(lifter_id, today, week.starts_on - timedelta(days=1))
    return {
        slug: reading
        for slug, reading in known.items()
        if reading.phase is not Phase.RETURN or slug not in due
    }


def _this_week(
    lifter: Lifter, week: Microcycle, known: Mapping[str, Reading], today: date
) -> tuple[str, ...]:
    """Return what is to be told of the week's lifts; early gains are told once, together."""
    ordered = sorted(week.sessions, key=lambda session: session.day)
    slugs = [each.exercise for made in ordered for each in made.exercises]
    read = {slug: known[slug] for slug in slugs if slug in known}
    told, lines = expecting.for_week(readings.replays(lifter.id or 0, today), read, week, today)
    exercises = library.by_slug()
    notes = (_note(exercises[slug], made) for slug, made in read.items() if slug not in told)
    return (*(wording.render(line) for line in lines), *filter(None, notes))[:NOTE_LIFTS]


def _note(exercise: Exercise, reading: Reading) -> str:
    """Say in a client's words what the phase of a lift means this week; '' when nothing new."""
    name = exercise.name
    if reading.phase is Phase.RETURN:
        back = reading.expected_return
        until = f", likely back by {_day(back[1])}" if back else ""
        return f"{name}: coming back after time off; start lighter{until}."
    if reading.away_days >= LEFT_OUT:
        return f"{name}: not done for {reading.away_days // 7} weeks; begin a little lighter."
    if reading.phase is Phase.PLATEAU:
        return f"{name}: flat for some weeks; one change at a time."
    if reading.levelling_off:
        return f"{name}: early gains are slowing, as expected; more reps come before more load."
    if reading.phase is Phase.EARLY:
        return f"{name}: still being learned; clean reps matter more than load."
    return ""


def _day(day: date) -> str:
    return wording.short_date(day)
