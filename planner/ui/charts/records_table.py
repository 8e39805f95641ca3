"""The tables of the page of records: by count of repetitions, over time, and of all lifts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach.charts.records_all import COUNTS, LiftLine
from planner.coach.charts.records_front import CurvePoint, Spot
from planner.coach.charts.records_page import LiftRecords, RepRecord
from planner.coach.records import Record
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui.charts import records_words as words
from planner.ui.charts.cells import day_text, hundredths
from planner.ui.set_columns import in_unit
from planner.ui.table_model import Cell, Column


@dataclass(frozen=True, slots=True)
class StepRow:
    """A record in the course of time: what it is, its value as shown, and what it replaced."""

    on: date
    session_id: int
    what: str
    value: float
    before: float | None


def rep_columns(known: LiftRecords, unit: Unit) -> list[Column[RepRecord]]:
    """Return the columns of the records by count; loads in the lifter's unit."""
    helped = words.helped(known.exercise)

    def best(row: RepRecord) -> Cell:
        return None if row.best is None else in_unit(row.best.kg, unit)

    def due(row: RepRecord) -> Cell:
        return None if row.estimate is None else in_unit(row.estimate.kg, unit)

    def done(row: RepRecord) -> Cell:
        return None if row.best is None else words.done(row.best.entry, known.exercise, unit)

    def around(row: RepRecord) -> Cell:
        return None if row.estimate is None else words.range_of(row.estimate, unit)

    made: list[Column[RepRecord]] = [
        Column(tr("Reps"), lambda row: row.reps, numeric=True),
        Column(
            f"{tr('Least help') if helped else tr('Best')} {unit}", best, hundredths, numeric=True
        ),
        Column(tr("Set"), done),
        Column(tr("Date"), lambda row: row.best and row.best.on, day_text),
    ]
    if known.no_load is not None:
        return made
    return [
        *made,
        Column(f"{tr('Today')} {unit}", due, hundredths, numeric=True),
        Column(tr("Range"), around),
        Column(tr("Beside it"), lambda row: words.lie(row.lie)),
    ]


def spot_columns(known: LiftRecords, unit: Unit) -> list[Column[Spot | CurvePoint]]:
    """Return the columns of sets and, as far as told, of what is expected; loads in `unit`."""

    def load(name: str) -> Callable[[Spot | CurvePoint], Cell]:
        def value(row: Spot | CurvePoint) -> Cell:
            kg = getattr(row, name, None)
            return None if kg is None else in_unit(kg, unit)

        return value

    def of_set(name: str) -> Callable[[Spot | CurvePoint], Cell]:
        return lambda row: getattr(row, name, None)

    def due(row: Spot | CurvePoint) -> Cell:
        return load("kg")(row) if isinstance(row, CurvePoint) else None

    def done(row: Spot | CurvePoint) -> Cell:
        return load("kg")(row) if isinstance(row, Spot) else None

    def record(row: Spot | CurvePoint) -> Cell:
        return tr("record") if isinstance(row, Spot) and row.front else ""

    made: list[Column[Spot | CurvePoint]] = [
        Column(tr("Reps"), lambda row: row.reps, numeric=True),
        Column(f"{tr('Load')} {unit}", done, hundredths, numeric=True),
        Column(tr("Sets"), of_set("times"), numeric=True),
        Column(tr("Last"), of_set("last_on"), day_text),
        Column(tr("Record"), record),
    ]
    if known.no_load is not None:
        return made
    return [
        *made,
        Column(f"{tr('Today')} {unit}", due, hundredths, numeric=True),
        Column(tr("Low 90 %"), load("low_kg"), hundredths, numeric=True),
        Column(tr("High 90 %"), load("high_kg"), hundredths, numeric=True),
    ]


def step_columns(unit: str) -> list[Column[StepRow]]:
    """Return the columns of records in the course of time; `unit` is '' for repetitions."""
    named = f" {unit}" if unit else ""
    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        Column(tr("Record"), lambda row: row.what),
        Column(f"{tr('Best')}{named}", lambda row: row.value, hundredths, numeric=True),
        Column(f"{tr('Before')}{named}", lambda row: row.before, hundredths, numeric=True),
    ]


def all_columns(unit: Unit) -> list[Column[LiftLine]]:
    """Return the columns of the records of all lifts; loads in the lifter's unit."""

    def hardest(place: int) -> Callable[[LiftLine], Cell]:
        def value(row: LiftLine) -> Cell:
            best = row.loads[place]
            return None if best is None else in_unit(best.kg, unit)

        return value

    def whole(made: Record | None) -> Cell:
        kg_per = 1.0 if unit is Unit.KG else KG_PER_LB
        return None if made is None else round(made.value_kg / kg_per)

    return [
        Column(tr("Exercise"), lambda row: row.exercise.name or row.exercise.slug),
        Column(tr("Newest record"), lambda row: row.newest, day_text),
        Column(tr("Last 6 weeks"), lambda row: row.recent, numeric=True),
        Column(f"{tr('e1RM')} {unit}", lambda row: whole(row.e1rm),
               numeric=True),
        *(
            Column(f"{words.in_short(reps)} {unit}", hardest(place), hundredths, numeric=True)
            for place, reps in enumerate(COUNTS)
        ),
        Column(tr("Most reps"), lambda row: row.most_reps, numeric=True),
        Column(f"{tr('Session')} {unit}", lambda row: whole(row.session),
               numeric=True),
        Column(f"{tr('Week')} {unit}", lambda row: whole(row.week),
               numeric=True),
    ]  # fmt: skip


def spot_rows(known: LiftRecords) -> Sequence[Spot | CurvePoint]:
    """Return the sets, then what is expected today."""
    return (*known.spots, *known.curve)
