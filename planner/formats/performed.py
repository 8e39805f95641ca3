"""A row's cells as a performed set, with the rules that all foreign apps share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, Row
from planner.formats.header import Columns
from planner.formats.parsed import RowProblem
from planner.formats.text import Record

NOTHING_DONE = "the row says neither reps nor time nor distance"


class Done(NamedTuple):
    """What was done in a set, in the order of `drafts.DONE`, and what to tell about its cells."""

    values: tuple[Any, ...]
    snapped: units.Load | None
    remarks: tuple[str, ...]


class EffortColumns:
    """Where a file says what was done; `far` is the unit of distances that state none."""

    def __init__(self, columns: Columns, reps: str, seconds: str, far: str = "") -> None:
        names = ("weight", "weight unit", reps, seconds, "distance", "distance unit", "rpe")
        self._pick = itemgetter(*map(columns.index, names))
        self._far = far

    def done(self, row: Sequence[str], unit: Unit) -> Done:
        """Read a row of a log in `unit`; RowProblem when its load or reps cannot be read."""
        return done(unit, self._far, *self._pick(row))


@lru_cache(maxsize=16384)
def done(
    unit: Unit,
    far: str,
    load: str,
    load_unit: str,
    reps: str,
    seconds: str,
    distance: str,
    distance_unit: str,
    rpe: str,
) -> Done:
    """Read what was done from its texts.

    A load or a count of reps that cannot be read refuses the row (RowProblem); time, distance and
    effort that cannot be read are left out with a remark. 0 says 'does not apply', except for the
    reps of a loaded set: those were missed.
    """
    remarks: list[str] = []
    heavy = _load(load, load_unit, unit, remarks)
    count = _reps(reps, remarks)
    span = optional(cells.duration_s, seconds, "time", remarks) or None
    metres = _distance_m(distance, distance_unit or far, remarks)
    if count == 0 and (heavy is None or span or metres):
        count = None
    if count is None and not span and not metres:
        remarks.append(NOTHING_DONE)
    rir = optional(cells.rir_from_rpe, rpe, "RPE", remarks)
    kg, typed, own_unit = (heavy.kg, heavy.value, heavy.unit) if heavy else (None, None, unit)
    snapped = heavy if heavy and heavy.text else None
    return Done((kg, count, rir, span, metres, typed, own_unit), snapped, tuple(remarks))


def _load(text: str, unit_text: str, unit: Unit, remarks: list[str]) -> units.Load | None:
    stated = units.unit_named(unit_text) if unit_text else None
    try:
        load = units.load(text, stated or unit)
    except ValueError:
        raise RowProblem(f"the load '{text}' is no number above zero") from None
    if load is not None and unit_text and stated is None:
        remarks.append(f"the unit '{unit_text}' is unknown; taken as {unit}")
    return load


def _reps(text: str, remarks: list[str]) -> int | None:
    try:
        value = cells.number(text)
    except ValueError:
        value = -1.0
    if value is None:
        return None
    if value < 0:
        raise RowProblem(f"the reps '{text}' are no number above zero")
    if value % 1:
        remarks.append(f"{text} reps count as {int(value)}")
    return int(value)


def _distance_m(text: str, unit_text: str, remarks: list[str]) -> float | None:
    value = optional(cells.number, text, "distance", remarks)
    if not value:
        return None
    metres = cells.metres_per(unit_text)
    if metres is None:
        unit = f"the unit '{unit_text}'" if unit_text else "no unit"
        remarks.append(f"the distance {text} has {unit} and is left out")
        return None
    return value * metres


def optional(
    read: Callable[[str], float | None], text: str, what: str, remarks: list[str]
) -> float | None:
    """Read a cell that a row can do without; what cannot be read is left out with a remark."""
    if not text:
        return None
    try:
        value = read(text)
    except ValueError:
        value = -1.0
    if value is not None and value < 0:
        remarks.append(f"the {what} '{text}' cannot be read and is left out")
        return None
    return value


def performed(
    draft: LogDraft, record: Record, exercise: str, done: Done, kind: SetKind, note: str = ""
) -> Row:
    """Return what a row says, in the order of `FIELDS`; tell the draft what is odd about it."""
    for remark in done.remarks:
        draft.flag(record.line, remark)
    if done.snapped is not None:
        draft.note_snapped(record.line, exercise, done.snapped)
    return (*done.values, kind, note, record.line, record.text)


def when(text: str, day_first: bool = False) -> dates.Moment:
    """Read the row's date; RowProblem when it is none."""
    try:
        return dates.moment(text, day_first)
    except ValueError:
        raise RowProblem(f"'{text}' is no date" if text else "the row has no date") from None


def surplus(row: Sequence[str], width: int) -> str:
    """Say that a row has more cells than the header, or ''."""
    if (row[width] or len(row) > width + 1) and any(row[width:]):
        return f"the row has {len(row)} columns where the header has {width}"
    return ""


def named_exercise(record: Record, index: int, width: int) -> str:
    """Return the row's exercise; RowProblem when it has none, or more cells than the header."""
    row = record.cells
    if problem := surplus(row, width):
        raise RowProblem(problem)
    name = row[index].strip()
    if not name:
        raise RowProblem("the row names no exercise")
    return name
