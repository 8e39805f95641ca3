"""The numbers behind the plots of the volume page, as columns of their tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.volume_page import TonnageWeeks, WeekLoad
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui.charts import plot_table, volume_words
from planner.ui.charts.cells import day_text, hundredths, number
from planner.ui.table_model import Column

Row: TypeAlias = tuple[date, tuple[float, ...]]


def set_columns(weekly: WeeklySets) -> list[Column[plot_table.Week]]:
    """Return the columns of the weekly hard sets; without a range it has none."""
    columns = plot_table.week_columns(weekly)
    return columns if weekly.high else columns[:2]


def tonnage_columns(weeks: TonnageWeeks, unit: Unit) -> list[Column[Row]]:
    """Return the columns of what was lifted, in the lifter's unit."""
    names = [volume_words.pattern(part) for part in weeks.parts]
    per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB
    return _part_columns(names, tr("All, {unit}").format(unit=unit), per_kg)


def zone_columns() -> list[Column[Row]]:
    """Return the columns of the sets by zone of intensity."""
    return _part_columns(volume_words.zones(), tr("All sets"))


def load_columns() -> list[Column[WeekLoad]]:
    """Return the columns of monotony and strain."""
    return [
        Column(tr("Week of"), lambda row: row.starts_on, day_text),
        Column(tr("Hard sets"), lambda row: row.load, number, numeric=True),
        Column(tr("Training days"), lambda row: row.days, number, numeric=True),
        Column(tr("Monotony"), lambda row: _rounded(row.monotony, 2), hundredths, numeric=True),
        Column(tr("Strain"), lambda row: _rounded(row.strain, 0), number, numeric=True),
    ]


def _part_columns(names: Sequence[str], total: str, per_unit: float = 1.0) -> list[Column[Row]]:
    def part(place: int) -> Column[Row]:
        return Column(
            names[place], lambda row: round(row[1][place] * per_unit, 1), number, numeric=True
        )

    return [
        Column(tr("Week of"), lambda row: row[0], day_text),
        Column(total, lambda row: round(sum(row[1]) * per_unit, 1), number, numeric=True),
        *[part(place) for place in range(len(names))],
    ]


def _rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(value, decimals)
