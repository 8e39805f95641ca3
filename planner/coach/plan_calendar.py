"""The plan of a lifter as entries of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import median

from planner.coach import easing_today, loads, planned_lines, wording
from planner.coach.planned_lines import PlannedDay
from planner.coach.prescription_words import PAPER_BLANK, load_with_unit
from planner.coach.sheet import NOTHING, SheetLine
from planner.engine.terms import Unit
from planner.formats import calendar_file
from planner.formats.calendar_file import Event
from planner.language import filled, tr
from planner.storage import log_reads

LATELY = 12  # sessions that tell the usual time: rule of thumb
GRAIN_MIN = 15
USUAL_MINUTES = 60  # of a session whose length nobody knows
DONE = "✓"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A lifter's plan as entries under a name."""

    name: str
    events: tuple[Event, ...]


def calendar(lifter_id: int, today: date, at: time | None = None) -> Calendar:
    """Return the block of a day, all day or at a local time; raises NothingPlanned."""
    block, basis = planned_lines.block(lifter_id, today), loads.LoadBasis(lifter_id, today)
    done_on = planned_lines.done(lifter_id)
    name = basis.lifter.name
    events = [
        _event(day, name, basis.lifter.unit, at)
        for week in block.weeks
        for day in planned_lines.days(week, basis, done_on)
    ]
    return Calendar(f"{name} · {block.name}" if block.name else name, tuple(events))


def usual_time(lifter_id: int) -> time | None:
    """Return when a lifter usually begins, to the quarter of an hour; None when that is not
    known."""
    lately = log_reads.summaries(lifter_id, limit=LATELY)
    begun = [made.started_at for made in lately if made.started_at is not None]
    if not begun:
        return None
    minutes = median(each.hour * 60 + each.minute for each in begun)
    quarters = round(minutes / GRAIN_MIN) * GRAIN_MIN % (24 * 60)
    return time(quarters // 60, quarters % 60)


def write(made: Calendar, made_at: datetime) -> bytes:
    """Write entries as a file; `made_at` is in UTC."""
    return calendar_file.write(made.events, made.name, made_at).encode("utf-8")


def line(made: SheetLine, unit: Unit) -> str:
    """Write an exercise in a line: 'A1 Back squat: 3×5, 100 kg, RIR 2, rest 3 min'."""
    load = "" if PAPER_BLANK in made.load or made.load == NOTHING else made.load
    said = (
        made.sets.replace("\n", " "),
        load_with_unit(load, unit) if load else "",
        "" if made.rir == NOTHING else _effort(made.rir),
        tr("tempo {tempo}").format(tempo=made.tempo) if made.tempo else "",
        tr("rest {rest}").format(rest=made.rest) if made.rest else "",
        tr("warm-up {sets}").format(sets=" ".join(made.warm_up)) if made.warm_up else "",
        easing_today.told(made.note),
    )
    name = f"{made.superset} {made.exercise}".strip()
    asked = wording.in_row(filter(None, said))
    return tr("{exercise}: {asked}").format(exercise=name, asked=asked)


def _effort(words: str) -> str:
    return words if words.startswith("RPE") else tr("RIR {n}").format(n=words)


def _event(day: PlannedDay, name: str, unit: Unit, at: time | None) -> Event:
    done = ""
    if day.done_on:
        done = filled(tr("Done on {day}."), day=wording.short_date(day.done_on))
    text = "\n".join(
        filter(None, (name, done, day.planned.note, *(line(each, unit) for each in day.lines)))
    )
    title = f"{DONE} {day.planned.name}" if done else day.planned.name
    return Event(day.planned.uid, day.done_on or day.on, title, text, at, USUAL_MINUTES)
