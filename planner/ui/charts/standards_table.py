"""The tables of the page on strength beside bodyweight: lifts, points, and points over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach.charts.standards_page import BigLift, Range, Score, Standards
from planner.coach.points import as_typed
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui.charts import standards_words as words
from planner.ui.charts.cells import day_text, hundredths, with_zeros
from planner.ui.set_columns import in_unit
from planner.ui.table_model import Cell, Column


@dataclass(frozen=True, slots=True)
class LiftRow:
    """A lift, or the total of all."""

    name: str
    able: Range | None
    known: str
    lift: BigLift | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """What a line shows of a day."""

    on: date
    name: str
    values: Range
    bodyweight_kg: float


def lift_rows(made: Standards) -> list[LiftRow]:
    """Return the lifts, then their total."""
    rows = [
        LiftRow(
            words.lift(each.big) if each.exercise is None else each.exercise.name,
            each.able,
            words.how_known(each),
            each,
        )
        for each in made.lifts
    ]
    known = tr("estimated") if made.total is not None else tr("needs all three lifts")
    return [*rows, LiftRow(tr("Total"), made.total, known)]


def lift_columns(made: Standards, unit: Unit) -> list[Column[LiftRow]]:
    """Return the columns of the lifts; loads in the lifter's unit."""
    body_kg = made.bodyweight_kg

    def times(row: LiftRow) -> Cell:
        return None if row.able is None or body_kg is None else round(row.able.kg / body_kg, 2)

    def last(row: LiftRow) -> Cell:
        single = row.lift.single if row.lift else None
        return None if single is None else as_typed(single.entry, unit)

    def on(row: LiftRow) -> Cell:
        single = row.lift.single if row.lift else None
        return None if single is None else single.on

    return [
        Column(tr("Lift"), lambda row: row.name),
        Column(f"{tr('Single')} {unit}", lambda row: _mass(row.able, 0, unit), numeric=True),
        Column(tr("Low 90 %"), lambda row: _mass(row.able, 1, unit), numeric=True),
        Column(tr("High 90 %"), lambda row: _mass(row.able, 2, unit), numeric=True),
        Column(tr("× bodyweight"), times, with_zeros(2), numeric=True),
        Column(tr("Known from"), lambda row: row.known),
        Column(tr("Heaviest set"), last),
        Column(tr("Date"), on, day_text),
    ]


def score_columns(made: Standards, unit: Unit) -> list[Column[Score]]:
    """Return the columns of the points."""

    def whole(place: int) -> Column[Score]:
        titles = (tr("Points"), tr("Low 90 %"), tr("High 90 %"))
        return Column(
            titles[place], lambda row: row.points and round(row.points[place]), numeric=True
        )

    return [
        Column(tr("Formula"), lambda row: words.formula(row.formula)),
        *(whole(place) for place in range(3)),
        Column(tr("Note"), lambda row: words.note(row, made, unit)),
    ]


def day_columns(unit: Unit, decimals: int) -> list[Column[DayRow]]:
    """Return the columns of what the lines show."""

    def value(title: str, place: int) -> Column[DayRow]:
        return Column(
            title,
            lambda row: round(row.values[place], decimals),
            with_zeros(decimals),
            numeric=True,
        )

    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        Column(tr("What"), lambda row: row.name),
        value(tr("Value"), 0),
        value(tr("Low 90 %"), 1),
        value(tr("High 90 %"), 2),
        Column(
            f"{tr('Bodyweight')} {unit}", lambda row: in_unit(row.bodyweight_kg, unit),
            hundredths, numeric=True,
        ),
    ]  # fmt: skip


def _mass(able: Range | None, place: int, unit: Unit) -> Cell:
    kg_per = 1.0 if unit is Unit.KG else KG_PER_LB
    return None if able is None else round(able[place] / kg_per)


def newest_first(rows: Sequence[DayRow]) -> list[DayRow]:
    """Return rows by day, the newest first."""
    return sorted(rows, key=lambda row: row.on, reverse=True)
