"""Logs exported by FitNotes 2, the app for iOS.

Its manual (getfitnotes.com, 'Migrate from other apps') says that one of the two weights is filled,
and that the letters of Kind tell what an exercise measures: weight, reps, distance, time.
"""

from __future__ import annotations

from operator import itemgetter

from planner.engine.terms import KG_PER_LB, Unit
from planner.formats import cells, fitnotes, units
from planner.formats.drafts import LogDraft, finish
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress
from planner.formats.performed import surplus
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "FitNotes 2 (iOS)"
KG, LB = "weight in kg", "weight in lb"
WEIGHTS = {"weight (kg)": KG, "weight (kgs)": KG, "weight (lbs)": LB, "weight (lb)": LB}
SAME_KG = 0.02  # apart at most that two texts of one weight are, in kg and in lb


def recognises(table: Table) -> bool:
    """Tell whether the table has the columns of FitNotes for iOS."""
    return _columns(table).has("date", "exercise", "category", "reps", KG, LB)


def _columns(table: Table) -> Columns:
    return Columns([WEIGHTS.get(cell.casefold(), cell) for cell in table.header])


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a FitNotes log of iOS. `chosen` is the unit to take when no row has a weight."""
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    draft, as_android = LogDraft(), _AsAndroid(_columns(table))
    rows = [as_android.row(record, draft) for record in records(table)]
    unit = fitnotes.fill(draft, rows, Columns(fitnotes.LAYOUT), chosen, progress)
    return draft, unit, len(rows)


class _AsAndroid:
    """Writes rows in the layout of the app for Android."""

    def __init__(self, columns: Columns) -> None:
        self.width = columns.width
        names = (
            "date", "exercise", "category", KG, LB, "reps", "distance", "distance unit", "time",
            "notes", "kind",
        )  # fmt: skip
        self._pick = itemgetter(*map(columns.index, names))

    def row(self, record: Record, draft: LogDraft) -> Record:
        """Return a row with one weight and its unit, without zeros that say nothing."""
        problem = record.problem or surplus(record.cells, self.width)
        on, exercise, category, kg, lb, *done, kind = self._pick(record.cells)
        weight, unit = _typed(kg, lb)
        if not problem and _differ(kg, lb):
            remark = tr("the weights {kg} kg and {lb} lb differ; {unit} is taken")
            draft.flag(record.line, remark.format(kg=kg, lb=lb, unit=unit))
        row = [on, exercise, category, weight, unit if weight.strip("0. ") else "", *done, ""]
        return record._replace(cells=fitnotes.without_zeros(row, kind), problem=problem)


def _typed(kg: str, lb: str) -> tuple[str, str]:
    """Return the weight that is filled and its unit; of two, the one that is a round number."""
    if not lb.strip("0. "):
        return kg, "kg"
    try:
        odd = units.load(kg, Unit.KG)
    except ValueError:
        return lb, "lb"
    return (kg, "kg") if odd is not None and odd.unit is Unit.KG else (lb, "lb")


def _differ(kg: str, lb: str) -> bool:
    try:
        one, other = cells.number(kg), cells.number(lb)
    except ValueError:
        return False
    return bool(one and other) and abs((one or 0) - (other or 0) * KG_PER_LB) > SAME_KG
