"""Logs exported by Strong, 2016 to 2026, iOS and Android."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, SessionDraft, finish, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress, RowProblem
from planner.formats.performed import EffortColumns, named_exercise, performed, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "Strong"
HEADERLESS = [
    "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE",
    "Distance", "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration",
]  # fmt: skip
KINDS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
REST, NOTE = "rest timer", "note"


def recognises(table: Table) -> bool:
    """Tell whether the table is Strong's, with a header or without."""
    return Columns(table.header).has("date", "exercise name", "set order") or _headerless(table)


def _headerless(table: Table) -> bool:
    first = table.header
    if table.delimiter != ";" or len(first) not in (13, 14):
        return False
    try:
        dates.moment(first[0])
        numbers = [cells.number(first[i]) for i in (4, 6, 10)]
    except ValueError:
        return False
    return any(n is not None for n in numbers) and (
        not first[5] or bool(units.unit_named(first[5]))
    )


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a Strong log. `chosen` is the unit to take when the file states none."""
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    headerless = _headerless(table)
    columns = Columns(HEADERLESS[: len(table.header)] if headerless else table.header)
    rows = records(table, with_first=headerless)
    unit = _unit(rows, columns, chosen)
    draft = LogDraft()
    read_rows(rows, _Reader(draft, columns, rows, unit.unit).take, draft, progress)
    return draft, unit, len(rows)


def _unit(rows: Sequence[Record], columns: Columns, chosen: Unit | None) -> units.UnitChoice:
    weight, name = columns.index("weight"), columns.index("exercise name")
    by_row = columns.index("weight unit")
    stated = [columns.unit("weight"), *(row.cells[by_row] for row in rows if row.cells[weight])]
    return units.choose_unit(stated, ((r.cells[name], r.cells[weight]) for r in rows), chosen)


class _Reader:
    """Puts rows into a draft; it knows the columns and the units of one file."""

    def __init__(
        self, draft: LogDraft, columns: Columns, rows: Sequence[Record], unit: Unit
    ) -> None:
        self.draft, self.unit, self.width = draft, unit, columns.width
        index = columns.index
        self.date, self.workout = index("date"), index("workout name")
        self.exercise, self.order = index("exercise name"), index("set order")
        self.seconds, self.duration = index("seconds"), index("duration", "workout duration")
        self.notes, self.workout_notes = index("notes"), index("workout notes")
        far = columns.unit("distance") or ("mi" if unit is Unit.LB else "km")
        self.effort = EffortColumns(columns, "reps", "seconds", far)
        self.day_first = dates.day_first(row.cells[self.date] for row in rows)

    def take(self, record: Record) -> None:
        """Add a row to its session; RowProblem when it is no set."""
        row = record.cells
        exercise = named_exercise(record, self.exercise, self.width)
        session = self._session(record)
        session.add_note(row[self.workout_notes])
        order = row[self.order].strip()
        kind = SetKind.WORK if order.isdigit() else self._marked(record, order, session, exercise)
        done = self.effort.done(row, self.unit)
        said = performed(self.draft, record, exercise, done, kind)
        session.slot(exercise).add(said, cells.note(row[self.notes]))

    def _session(self, record: Record) -> SessionDraft:
        """Find the session of a date and a name; its length is read where it begins."""
        text, name = record.cells[self.date], record.cells[self.workout]
        session = self.draft.sessions.get((text, name))
        if session is None:
            found = when(text, self.day_first)
            started_at = found.at if found.timed else None
            session = SessionDraft(found.at.date(), name.strip(), started_at)
            length = record.cells[self.duration]
            session.duration_s = self.draft.length_s(cells.duration_s, length, record.line)
            self.draft.sessions[text, name] = session
        return session

    def _marked(self, record: Record, order: str, session: SessionDraft, exercise: str) -> SetKind:
        """Read a mark in place of a number; rests and notes are kept but refused as sets."""
        mark = order.casefold()
        if mark == REST:
            seconds = record.cells[self.seconds]
            session.slot(exercise).add_rest(seconds)
            rest = tr("a rest of {seconds} s, no set; kept as the exercise's rest")
            raise RowProblem(rest.format(seconds=seconds or 0))
        if mark == NOTE:
            session.slot(exercise).more_notes.append(cells.note(record.cells[self.notes]))
            raise RowProblem(tr("a note, no set; kept with the exercise"))
        if mark not in KINDS:
            remark = tr("the set mark '{text}' is unknown; taken as a work set")
            self.draft.flag(record.line, remark.format(text=order))
        return KINDS.get(mark, SetKind.WORK)
