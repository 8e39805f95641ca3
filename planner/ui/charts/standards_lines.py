"""Points, or lifts as a multiple of bodyweight, over time: a line each with its band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np

from planner.coach.charts import standards_page as reading
from planner.coach.charts.standards_page import Big, DayStrength, Formula, Range, Standards
from planner.engine.terms import Unit
from planner.ui.charts import plot_style, standards_words as words
from planner.ui.charts.drawn_line import Line
from planner.ui.charts.standards_table import DayRow

MOST_MARKS = 40  # with more days than this the dashes tell the lines apart
Measure: TypeAlias = Formula | None  # None: each lift as a multiple of bodyweight
_UNKNOWN = Range(np.nan, np.nan, np.nan)


@dataclass(frozen=True, slots=True)
class Course:
    """A line's name and its values day by day; None where they are not known."""

    name: str
    days: Sequence[DayStrength]
    values: Sequence[Range | None]

    def known(self) -> Iterator[date]:
        """Yield the days whose value is known."""
        for day, made in zip(self.days, self.values, strict=True):
            if made is not None:
                yield day.on

    def line(self, look: int) -> Line:
        """Return what to draw."""
        table = np.array([each or _UNKNOWN for each in self.values], dtype=np.float64)
        middle, low, high = table.reshape(-1, 3).T
        xs = plot_style.day_numbers([day.on for day in self.days])
        return Line(self.name, xs, middle, look, low, high, marks=len(xs) <= MOST_MARKS)

    def said(self, place: int, decimals: int, unit: Unit, today: date) -> list[str]:
        """Return the words of a day."""
        made, day = self.values[place] or _UNKNOWN, self.days[place]
        value = words.rounded(made, decimals)
        return [f"{self.name} {value}", *words.of_day(day, unit, today)]

    def rows(self) -> Iterator[DayRow]:
        """Yield the rows of the table, oldest first."""
        for day, made in zip(self.days, self.values, strict=True):
            if made is not None:
                yield DayRow(day.on, self.name, made, day.bodyweight_kg)


def decimals(measure: Measure) -> int:
    """Return how finely a measure is told."""
    return 2 if measure is None else 0


def courses(made: Standards, measure: Measure) -> list[Course]:
    """Return the lines of a measure; none of points while nobody said whose tables count."""
    if measure is None:
        return [_of_lift(made.days, place) for place in range(len(Big))]
    if made.division is None:
        return []
    of = made.division
    values = [reading.points(day, measure, of) for day in made.days]
    return [Course(words.formula(measure), made.days, values)]


def _of_lift(days: Sequence[DayStrength], place: int) -> Course:
    values = [_beside(day.lifts[place], day.bodyweight_kg) for day in days]
    return Course(words.lift(list(Big)[place]), days, values)


def _beside(able: Range | None, bodyweight_kg: float) -> Range | None:
    return None if able is None else Range(*(kg / bodyweight_kg for kg in able))
