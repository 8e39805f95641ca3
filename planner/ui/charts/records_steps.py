"""Records over time as stairs: what was the best on each day, and the days it rose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from planner.coach import wording
from planner.coach.charts import records_page as reading
from planner.coach.charts.records_page import LiftRecords, Step
from planner.engine.terms import KG_PER_LB, LoadKind, Unit
from planner.language import tr
from planner.ui.charts import drawn_line, plot_style, records_words as words
from planner.ui.charts.cells import hundredths
from planner.ui.charts.lines_plot import HEADROOM, Line, LinesPlot
from planner.ui.charts.plot_legend import Entry
from planner.ui.charts.records_table import StepRow
from planner.ui.charts.records_words import counted
from planner.ui.set_columns import in_unit


class StairsPlot(LinesPlot):
    """Shows records that stand until they are beaten: also on days without any new one."""

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds what is in view, and what stood when the view begins."""
        values = [value for line in self._lines for value in _standing(line, low, high)]
        if not values:
            return 0.0, 1.0
        bottom, top = min(values), max(values)
        room = HEADROOM * max(top - bottom, 0.05 * abs(top), 1e-3)
        return bottom - room, top + room


def _standing(line: Line, low: float, high: float) -> Iterator[float]:
    since, until = np.searchsorted(line.xs, (low, high + 0.5))
    values = line.ys[max(since - 1, 0) : until]
    yield from values[~np.isnan(values)].tolist()


@dataclass(frozen=True, slots=True)
class Risen:
    """A record that rose in steps: its lines in the plot, and what they are called.

    `unit` is '' for repetitions. Of each line the points 2n and 2n + 1 belong to step n.
    """

    name: str
    unit: str
    steps: Sequence[Step]
    shown: Sequence[float]
    lines: tuple[Line, Line]

    @property
    def entry(self) -> Entry:
        """Its sign and word in the legend."""
        return drawn_line.sign(self.lines[0].look), self.name

    def session_id(self, place: int) -> int:
        """Return the session of a step."""
        return self.steps[place].session_id

    def words(self, place: int, today: date) -> Sequence[str]:
        """Return what to say of a step."""
        after = self.steps[place + 1].on if place + 1 < len(self.steps) else None
        value = (
            f"{hundredths(self.shown[place])} {self.unit}"
            if self.unit
            else counted(round(self.shown[place]))
        )
        return words.step(self.steps[place], after, self.name, value, today)

    def rows(self) -> Iterator[StepRow]:
        """Yield the rows of the table, oldest first."""
        before = None
        for step, value in zip(self.steps, self.shown, strict=True):
            yield StepRow(step.on, step.session_id, self.name, value, before)
            before = value


def risen(known: LiftRecords, reps: int | None, unit: Unit, today: date) -> list[Risen]:
    """Return what to draw of a lift: e1RM and the load of a count, or repetitions.

    The e1RM counts the bodyweight in, so it stands beside loads only where that is not moved.
    """
    if not known.loaded or reps is None:
        return [_risen(tr("most repetitions in a set"), reading.most_reps(known), None, today, 0)]
    name = tr("least help for {count}") if words.helped(known.exercise) else tr("{count}")
    loads = _risen(name.format(count=words.counted(reps)), reading.steps(known, reps), unit,
                   today, 0)  # fmt: skip
    if known.exercise.load_kind is not LoadKind.EXTERNAL or not known.e1rm:
        return [loads]
    return [loads, _risen(tr("best e1RM"), known.e1rm, unit, today, 1, whole=True)]


def _risen(
    name: str,
    steps: Sequence[Step],
    unit: Unit | None,
    today: date,
    look: int,
    whole: bool = False,
) -> Risen:
    shown = [_shown(step.value, unit, whole) for step in steps]
    exact = [step.value / (KG_PER_LB if unit is Unit.LB else 1.0) for step in steps]
    ys = np.array(exact if whole else shown, dtype=np.float64)
    xs = plot_style.day_numbers([step.on for step in steps])
    ends = np.append(xs[1:], max(float(today.toordinal()), xs[-1]))
    stairs = Line(name, np.column_stack([xs, ends]).ravel(), np.repeat(ys, 2), look, marks=False)
    nothing = np.full_like(ys, np.nan)
    rises = Line(name, np.repeat(xs, 2), np.column_stack([ys, nothing]).ravel(), look)
    return Risen(name, "" if unit is None else str(unit), steps, shown, (stairs, rises))


def _shown(value: float, unit: Unit | None, whole: bool) -> float:
    if unit is None:
        return value
    return wording.rounded(value, unit, 0) if whole else in_unit(value, unit)
