"""The numbers behind each plot, as rows and columns for the tables and the CSV files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from planner.coach import wording
from planner.coach.charts import StrengthChart, TimeOff, WeeklySets
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import dates, happenings, phases
from planner.ui.charts.cells import day_text, number, with_zeros
from planner.ui.table_model import Cell, Column


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """What the strength plot shows of one day, or of one of its sessions; loads in kg."""

    on: date
    session_id: int | None = None
    best_set: str = ""
    sets: int | None = None
    e1rm_kg: float | None = None
    level_kg: float | None = None
    low_kg: float | None = None
    high_kg: float | None = None
    phase: str = ""
    note: str = ""


def strength_rows(chart: StrengthChart, unit: Unit) -> list[StrengthRow]:
    """Return sessions, level and forecast by day, newest first."""
    rows = {
        level.on: StrengthRow(
            level.on, level_kg=level.kg, low_kg=level.low_kg, high_kg=level.high_kg
        )
        for level in chart.level
    }
    made: list[StrengthRow] = []
    for point in chart.points:
        row = rows.get(point.on, StrengthRow(point.on))
        made.append(
            replace(
                row,
                session_id=point.session_id,
                best_set=point.best_set,
                sets=point.sets,
                e1rm_kg=point.e1rm_kg,
                note=tr("held out") if point.held_out else "",
            )
        )
    seen = {row.on for row in made}
    made += [row for on, row in rows.items() if on not in seen]
    made = _with_events(sorted(made, key=lambda row: row.on), chart, unit)
    return (_with_phases(made, chart) + _forecast_rows(chart))[::-1]


def _with_phases(rows: Sequence[StrengthRow], chart: StrengthChart) -> list[StrengthRow]:
    """Add the phase's word, or that of time off, as the plot has it on that day."""
    made = []
    for row in rows:
        off = next((each for each in chart.time_off if _within(each, row.on)), None)
        span = next((each for each in chart.spans if each.since <= row.on <= each.until), None)
        word = ""
        if off is not None:
            word = happenings.time_off_word(off, row.on)
        elif span is not None:
            word = phases.phase_look(span.phase, span.levelling_off).word
        made.append(replace(row, phase=word))
    return made


def _within(off: TimeOff, on: date) -> bool:
    return off.since < on and (on < off.until or off.ongoing)


def _with_events(
    rows: Sequence[StrengthRow], chart: StrengthChart, unit: Unit
) -> list[StrengthRow]:
    said: dict[date, list[str]] = {}
    for event in chart.events:
        text = wording.render(event.text, unit, partial(dates.short, beside=date.min))
        said.setdefault(event.on, []).append(text)
    made = []
    for row in rows:
        notes = [row.note, *said.pop(row.on, ())]
        made.append(replace(row, note=" · ".join(note for note in notes if note)))
    made += [StrengthRow(on, note=" · ".join(notes)) for on, notes in said.items()]
    return sorted(made, key=lambda row: row.on)


def _forecast_rows(chart: StrengthChart) -> list[StrengthRow]:
    note = tr("forecast")
    return [
        StrengthRow(
            level.on, level_kg=level.kg, low_kg=level.low_kg, high_kg=level.high_kg, note=note
        )
        for level in chart.forecast
    ]


def strength_columns(unit: Unit) -> list[Column[StrengthRow]]:
    """Return the columns of the strength plot with loads in the lifter's unit."""

    def load(title: str, kg: str) -> Column[StrengthRow]:
        def value(row: StrengthRow) -> Cell:
            known: float | None = getattr(row, kg)
            return None if known is None else round(known * per_kg, 2)

        return Column(f"{title} {unit}", value, with_zeros(1), numeric=True)

    per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB
    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        Column(tr("Best set"), lambda row: row.best_set),
        Column(tr("Sets"), lambda row: row.sets, numeric=True),
        load(tr("e1RM"), "e1rm_kg"),
        load(tr("Strength"), "level_kg"),
        load(tr("Low 90 %"), "low_kg"),
        load(tr("High 90 %"), "high_kg"),
        Column(tr("Phase"), lambda row: row.phase),
        Column(tr("Note"), lambda row: row.note),
    ]


Week = tuple[date, float]


def week_rows(weekly: WeeklySets) -> list[Week]:
    """Return (first day of the week, hard sets), newest first."""
    return list(weekly.weeks[::-1])


def week_columns(weekly: WeeklySets) -> list[Column[Week]]:
    """Return the columns of the weekly sets."""
    low, high = weekly.low, weekly.high
    return [
        Column(tr("Week of"), lambda row: row[0], day_text),
        Column(tr("Hard sets"), lambda row: row[1], number, numeric=True),
        Column(tr("From"), lambda _: low, number, numeric=True),
        Column(tr("To"), lambda _: high, number, numeric=True),
    ]
