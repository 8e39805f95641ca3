"""Logs exported by FitNotes for Android, all versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, SessionDraft, finish, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress
from planner.formats.performed import EffortColumns, named_exercise, performed, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "FitNotes"
LAYOUT = (
    "Date", "Exercise", "Category", "Weight", "Weight Unit", "Reps", "Distance", "Distance Unit",
    "Time", "Comment",
)  # fmt: skip
MEASURED = {"w": 3, "r": 5, "d": 6, "t": 8}  # where the layout has what an exercise measures


def recognises(table: Table) -> bool:
    """Tell whether the table has the columns of FitNotes for Android; the iOS app has 'Kind'."""
    columns = Columns(table.header)
    return columns.has("date", "exercise", "category", "weight", "reps") and not columns.has("kind")


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a FitNotes log. `chosen` is the unit to take when the file states none."""
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    columns = Columns(table.header)
    rows = records(table)
    draft = LogDraft()
    repaired = [_repaired(row, columns, draft) for row in rows]
    return draft, fill(draft, repaired, columns, chosen, progress), len(rows)


def fill(
    draft: LogDraft,
    rows: Sequence[Record],
    columns: Columns,
    chosen: Unit | None,
    progress: Progress | None,
) -> units.UnitChoice:
    """Put rows of FitNotes into a draft, a session each day; return the unit of the log."""
    unit = _unit(rows, columns, chosen)
    read_rows(rows, _Reader(draft, columns, rows, unit.unit).take, draft, progress)
    return unit


def _unit(rows: Sequence[Record], columns: Columns, chosen: Unit | None) -> units.UnitChoice:
    weight, name, by_row = map(columns.index, ("weight", "exercise", "weight unit"))
    stated = [columns.unit("weight"), *(row.cells[by_row] for row in rows if row.cells[weight])]
    return units.choose_unit(stated, ((r.cells[name], r.cells[weight]) for r in rows), chosen)


class _Reader:
    """Puts rows into a draft; it knows the columns and the unit of one file."""

    def __init__(
        self, draft: LogDraft, columns: Columns, rows: Sequence[Record], unit: Unit
    ) -> None:
        self.draft, self.unit, self.width = draft, unit, columns.width
        self.date, self.exercise = columns.index("date"), columns.index("exercise")
        self.comment = columns.index("comment", "notes")
        self.effort = EffortColumns(columns, "reps", "time")
        self.day_first = dates.day_first(row.cells[self.date] for row in rows)

    def take(self, record: Record) -> None:
        """Add a row to its day; RowProblem when it is no set."""
        row = record.cells
        exercise = named_exercise(record, self.exercise, self.width)
        on = when(row[self.date], self.day_first).at.date()
        done = self.effort.done(row, self.unit)
        note = cells.note(row[self.comment])
        said = performed(self.draft, record, exercise, done, SetKind.WORK, note)
        session = self.draft.sessions.setdefault(on, SessionDraft(on))
        session.slot(exercise).add(said)


def without_zeros(row: Sequence[str], measured: str) -> list[str]:
    """Blank the zeros of what an exercise does not measure, in a row of `LAYOUT`.

    `measured` has the letters w, r, d and t, for weight, reps, distance and time; nothing is
    known without any of them.
    """
    idle = _idle(measured)
    return ["" if at in idle and not text.strip("0.: ") else text for at, text in enumerate(row)]


@lru_cache(maxsize=256)
def _idle(measured: str) -> frozenset[int]:
    known = set(measured.casefold()) & set(MEASURED)
    return frozenset(at for letter, at in MEASURED.items() if known and letter not in known)


def _repaired(record: Record, columns: Columns, draft: LogDraft) -> Record:
    """Mend a row whose exercise or comment has commas that nobody quoted.

    The cells to the right tell how many commas belong to the name. Where they allow two readings
    the row gets a problem instead.
    """
    if record.problem or _in_place(record, columns):
        return record
    extra = len(record.cells) - columns.width
    fewest = 0 if columns.has("comment") else extra
    rows = [_joined(record.cells, columns, in_name) for in_name in range(fewest, extra + 1)]
    readings = [row for row in rows if _sensible(row, columns)]
    if len(readings) > 1:
        two = tr("commas without quotation marks allow two readings")
        return record._replace(problem=two)
    if not readings:
        return record
    name = readings[0][columns.index("exercise")]
    remark = tr("commas without quotation marks; read as the exercise '{name}'")
    draft.flag(record.line, remark.format(name=name))
    return record._replace(cells=readings[0])


def _in_place(record: Record, columns: Columns) -> bool:
    """Tell quickly whether a row's cells stand where the header says."""
    if any(record.cells[columns.width :]):
        return False
    return _readable(cells.number, record.cells[columns.index("weight")])


def _joined(row: Sequence[str], columns: Columns, in_name: int) -> list[str]:
    """Join `in_name` surplus cells to the exercise, and the others to the last column."""
    name, last = columns.index("exercise"), columns.width - 1 + in_name
    return [
        *row[:name],
        ",".join(row[name : name + in_name + 1]),
        *row[name + in_name + 1 : last],
        ",".join(row[last:]).rstrip(","),
        "",
    ]


def _sensible(row: Sequence[str], columns: Columns) -> bool:
    """Tell whether each column holds what it should."""
    numbers = (row[columns.index(name)] for name in ("weight", "reps", "distance"))
    unit = row[columns.index("weight unit")]
    return (
        all(_readable(cells.number, text) for text in numbers)
        and (not unit or units.unit_named(unit) is not None)
        and _readable(cells.duration_s, row[columns.index("time")])
        and not row[columns.index("category")].strip().isdecimal()
    )


def _readable(read: Callable[[str], float | None], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
