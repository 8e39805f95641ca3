"""A row's cells as a performed set, with the rules that all foreign apps share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from planner.engine.terms import N_, Phrase, SetKind, Unit, phrase
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, Row
from planner.formats.header import Columns
from planner.formats.parsed import RowProblem
from planner.formats.text import Record
from planner.language import tr

NOTHING_DONE = phrase("the row says neither reps nor time nor distance")
NO_TIME = N_("the time '{text}' cannot be read and is left out")
NO_DISTANCE = N_("the distance '{text}' cannot be read and is left out")
NO_RPE = N_("the RPE '{text}' cannot be read and is left out")


class Done(NamedTuple):
    """What was done in a set, in the order of `drafts.DONE`, and what to tell about its cells."""

    values: tuple[Any, ...]
    snapped: units.Load | None
    remarks: tuple[Phrase, ...]


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
    remarks: list[Phrase] = []
    heavy = _load(load, load_unit, unit, remarks)
    count = _reps(reps, remarks)
    span = optional(cells.duration_s, seconds, NO_TIME, remarks) or None
    metres = _distance_m(distance, distance_unit or far, remarks)
    if count == 0 and (heavy is None or span or metres):
        count = None
    if count is None and not span and not metres:
        remarks.append(NOTHING_DONE)
    rir = optional(cells.rir_from_rpe, rpe, NO_RPE, remarks)
    kg, typed, own_unit = (heavy.kg, heavy.value, heavy.unit) if heavy else (None, None, unit)
    snapped = heavy if heavy and heavy.text else None
    return Done((kg, count, rir, span, metres, typed, own_unit), snapped, tuple(remarks))


def _load(text: str, unit_text: str, unit: Unit, remarks: list[Phrase]) -> units.Load | None:
    stated = units.unit_named(unit_text) if unit_text else None
    try:
        load = units.load(text, stated or unit)
    except ValueError:
        problem = tr("the load '{text}' is no number above zero")
        raise RowProblem(problem.format(text=text)) from None
    if load is not None and unit_text and stated is None:
        remarks.append(
            phrase("the unit '{text}' is unknown; taken as {unit}", text=unit_text, unit=unit)
        )
    return load


def _reps(text: str, remarks: list[Phrase]) -> int | None:
    try:
        value = cells.number(text)
    except ValueError:
        value = -1.0
    if value is None:
        return None
    if value < 0:
        raise RowProblem(tr("the reps '{text}' are no number above zero").format(text=text))
    if value % 1:
        remarks.append(phrase("{text} reps count as {count}", text=text, count=int(value)))
    return int(value)


def _distance_m(text: str, unit_text: str, remarks: list[Phrase]) -> float | None:
    value = optional(cells.number, text, NO_DISTANCE, remarks)
    if not value:
        return None
    metres = cells.metres_per(unit_text)
    if metres is None:
        without = phrase("the distance {text} has no unit and is left out", text=text)
        odd = N_("the distance {text} has the unit '{unit}' and is left out")
        remarks.append(phrase(odd, text=text, unit=unit_text) if unit_text else without)
        return None
    return value * metres


def optional(
    read: Callable[[str], float | None], text: str, unread: str, remarks: list[Phrase]
) -> float | None:
    """Read a cell that a row can do without; what cannot be read has the remark `unread`."""
    if not text:
        return None
    try:
        value = read(text)
    except ValueError:
        value = -1.0
    if value is not None and value < 0:
        remarks.append(phrase(unread, text=text))
        return None
    return value


def performed(
    draft: LogDraft, record: Record, exercise: str, done: Done, kind: SetKind, note: str = ""
) -> Row:
    """Return what a row says, in the order of `FIELDS`; tell the draft what is odd about it."""
    tell(draft, record.line, done.remarks)
    if done.snapped is not None:
        draft.note_snapped(record.line, exercise, done.snapped)
    return (*done.values, kind, note, record.line, record.text)


def tell(draft: LogDraft, line: int, remarks: Sequence[Phrase]) -> None:
    """Say what is odd about a row: what was done is kept for the next row in no language."""
    for remark in remarks:
        draft.flag(line, tr(remark.template).format(**dict(remark.values)))


def when(text: str, day_first: bool = False) -> dates.Moment:
    """Read the row's date; RowProblem when it is none."""
    try:
        return dates.moment(text, day_first)
    except ValueError:
        no_date = tr("'{text}' is no date") if text else tr("the row has no date")
        raise RowProblem(no_date.format(text=text)) from None


def surplus(row: Sequence[str], width: int) -> str:
    """Say that a row has more cells than the header, or ''."""
    if (row[width] or len(row) > width + 1) and any(row[width:]):
        return too_wide(len(row), width)
    return ""


def too_wide(found: int, width: int) -> str:
    """Say that a row has more cells than the header."""
    problem = tr("the row has {cells} columns where the header has {width}")
    return problem.format(cells=found, width=width)


def named_exercise(record: Record, index: int, width: int) -> str:
    """Return the row's exercise; RowProblem when it has none, or more cells than the header."""
    row = record.cells
    if problem := surplus(row, width):
        raise RowProblem(problem)
    name = row[index].strip()
    if not name:
        raise RowProblem(tr("the row names no exercise"))
    return name
