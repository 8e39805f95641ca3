"""Compared lifts as lines to draw, as words at a point, and as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from planner.coach import estimates, wording
from planner.coach.charts import compare
from planner.coach.charts.compare import LiftLine, Share
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import counts, dates
from planner.ui.charts import plot_style
from planner.ui.charts.cells import day_text, number, with_zeros
from planner.ui.charts.drawn_line import Line
from planner.ui.table_model import Cell, Column

MIDDLE_DAYS = 3  # from Monday to the middle of the week


class Measured(StrEnum):
    """What is compared."""

    STRENGTH = "strength"
    SHARE = "share"
    SETS = "sets"


@dataclass(frozen=True, slots=True)
class Seated:
    """A lift on its seat, which gives it its look; `shares` are those of its last days."""

    line: LiftLine
    seat: int
    shares: tuple[Share, ...]

    @property
    def before(self) -> int:
        """How many days are before the first one in view."""
        return len(self.line.days) - len(self.shares)


@dataclass(frozen=True, slots=True)
class Row:
    """A lift on one day: its e1RM in kg and % of the start, or its hard sets of a week."""

    on: date
    lift: str
    kg: float | None = None
    low_kg: float | None = None
    high_kg: float | None = None
    percent: float | None = None
    sets: float | None = None
    mean: float | None = None


def drawn(lift: Seated, measured: Measured, unit: Unit) -> Line:
    """Return what to draw of a lift: broken in time off, in the unit shown."""
    name = lift.line.exercise.name
    if measured is Measured.SETS:
        weeks = lift.line.weeks
        xs = plot_style.day_numbers([week.starts_on for week in weeks]) + MIDDLE_DAYS
        ys = np.array([week.mean for week in weeks], dtype=np.float64)
        return Line(name, xs, ys, lift.seat)
    table = np.array(_values(lift, measured, unit), dtype=np.float64).reshape(-1, 4)
    cuts = _cuts(lift, measured)
    gaps = np.full((len(cuts), 4), np.nan)
    gaps[:, 0] = table[cuts, 0]
    xs, ys, low, high = np.insert(table, cuts, gaps, axis=0).T
    return Line(name, xs, ys, lift.seat, low, high)


def _cuts(lift: Seated, measured: Measured) -> list[int]:
    """Return the places, among the days drawn, of the first day after each time off."""
    days = lift.line.days[lift.before :] if measured is Measured.SHARE else lift.line.days
    return [since for since, _ in compare.stretches(days)][1:]


def _values(lift: Seated, measured: Measured, unit: Unit) -> list[tuple[float, ...]]:
    """Return (day number, value, low, high) of each day."""
    if measured is Measured.SHARE:
        return [
            (each.on.toordinal(), 100 * each.share, 100 * each.low, 100 * each.high)
            for each in lift.shares
        ]
    per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB
    return [
        (day.on.toordinal(), per_kg * day.kg, per_kg * day.low_kg, per_kg * day.high_kg)
        for day in lift.line.days
    ]


def place(lift: Seated, measured: Measured, drawn_place: int) -> int:
    """Return the place of a day among those of its lift from that among the points drawn."""
    if measured is Measured.SETS:
        return drawn_place
    gaps = sum(cut + number <= drawn_place for number, cut in enumerate(_cuts(lift, measured), 1))
    return drawn_place - gaps + (lift.before if measured is Measured.SHARE else 0)


def words(lift: Seated, measured: Measured, index: int, unit: Unit, today: date) -> list[str]:
    """Return what to say of a lift on one of its days, or in one of its weeks."""
    name = lift.line.exercise.name
    if measured is Measured.SETS:
        week = lift.line.weeks[index]
        mean = tr("{sets} a week over four weeks").format(sets=wording.number(week.mean))
        day = dates.short(week.starts_on, today)
        return [name, tr("week of {day}").format(day=day), counts.hard_sets(week.sets), mean]
    made = lift.line.days[index]
    around = estimates.between(made.low_kg, made.high_kg, unit)
    about = tr("at least {kg} {unit}") if made.at_least else tr("e1RM {kg} {unit}")
    said = about.format(kg=wording.mass(made.kg, unit, 0), unit=unit)
    lines = [name, dates.short(made.on, today)]
    return [
        *lines,
        said if made.at_least or not around else f"{said} ({around})",
        *_since(lift, index),
    ]


def _since(lift: Seated, index: int) -> list[str]:
    """Say how much a day is above or below the first one in view, when it is later."""
    if index <= lift.before:
        return []
    made = lift.shares[index - lift.before]
    low = wording.change(made.low - 1).removesuffix(" %")
    said = tr("{change} ({low} to {high}) since {day}")
    high, day = wording.change(made.high - 1), dates.short(lift.shares[0].on, made.on)
    return [said.format(change=wording.change(made.share - 1), low=low, high=high, day=day)]


def rows(lifts: Sequence[Seated], measured: Measured) -> list[Row]:
    """Return a row a day and lift, or a week and lift, newest first."""
    made = []
    for lift in lifts:
        name = lift.line.exercise.name
        if measured is Measured.SETS:
            made += [Row(w.starts_on, name, sets=w.sets, mean=w.mean) for w in lift.line.weeks]
            continue
        percents = [*[None] * lift.before, *[100 * each.share for each in lift.shares]]
        made += [
            Row(day.on, name, day.kg, day.low_kg, day.high_kg, percent)
            for day, percent in zip(lift.line.days, percents, strict=True)
        ]
    return sorted(made, key=lambda row: (-row.on.toordinal(), row.lift))


def columns(measured: Measured, unit: Unit) -> list[Column[Row]]:
    """Return the columns of the table, with loads in the lifter's unit."""
    lift: Column[Row] = Column(tr("Lift"), lambda row: row.lift)
    if measured is Measured.SETS:
        week: Column[Row] = Column(tr("Week of"), lambda row: row.on, day_text)
        sets: Column[Row] = Column(tr("Hard sets"), lambda row: row.sets, number, numeric=True)
        mean: Column[Row] = Column(tr("Mean of four weeks"), _mean, number, numeric=True)
        return [week, lift, sets, mean]
    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        lift,
        _load(tr("e1RM {unit}"), "kg", unit),
        _load(tr("Low 90 % {unit}"), "low_kg", unit),
        _load(tr("High 90 % {unit}"), "high_kg", unit),
        Column(tr("% of start"), _percent, with_zeros(1), numeric=True),
    ]


def _load(title: str, name: str, unit: Unit) -> Column[Row]:
    per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB

    def value(row: Row) -> Cell:
        kg: float = getattr(row, name)
        return round(per_kg * kg, 2)

    return Column(title.format(unit=unit), value, with_zeros(1), numeric=True)


def _percent(row: Row) -> Cell:
    return None if row.percent is None else round(row.percent, 1)


def _mean(row: Row) -> Cell:
    return None if row.mean is None else round(row.mean, 2)
