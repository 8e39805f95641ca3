"""Logs exported by Hevy, in any language of the app."""

from __future__ import annotations

from datetime import datetime

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, SessionDraft, SlotDraft, finish, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress
from planner.formats.performed import EffortColumns, named_exercise, performed, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "Hevy"
KINDS = {
    "normal": SetKind.WORK,
    "warmup": SetKind.WARMUP,
    "dropset": SetKind.DROP,
    "failure": SetKind.FAILURE,
}
UNITS = {
    "weight_kg": "weight (kg)",
    "weight_lbs": "weight (lbs)",
    "distance_km": "distance (km)",
    "distance_miles": "distance (miles)",
}


def recognises(table: Table) -> bool:
    """Tell whether the table has Hevy's columns."""
    return Columns(table.header).has("exercise_title", "start_time", "set_type")


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a Hevy log. `chosen` is the unit to take when no heading states one."""
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    columns = Columns([UNITS.get(cell.casefold(), cell) for cell in table.header])
    rows = records(table)
    name, weight = columns.index("exercise_title"), columns.index("weight")
    loads = ((row.cells[name], row.cells[weight]) for row in rows)
    unit = units.choose_unit([columns.unit("weight")], loads, chosen)
    draft = LogDraft()
    read_rows(rows, _Reader(draft, columns, unit.unit).take, draft, progress)
    return draft, unit, len(rows)


class _Reader:
    """Puts rows into a draft; it knows the columns and the unit of one file."""

    def __init__(self, draft: LogDraft, columns: Columns, unit: Unit) -> None:
        self.draft, self.unit, self.width = draft, unit, columns.width
        index = columns.index
        self.title, self.start, self.end = map(index, ("title", "start_time", "end_time"))
        self.description, self.exercise = index("description"), index("exercise_title")
        self.superset, self.notes = index("superset_id"), index("exercise_notes")
        self.order, self.kind = index("set_index"), index("set_type")
        self.effort = EffortColumns(columns, "reps", "duration_seconds", columns.unit("distance"))

    def take(self, record: Record) -> None:
        """Add a row to its session; RowProblem when it is no set."""
        row = record.cells
        exercise = named_exercise(record, self.exercise, self.width)
        session = self._session(record)
        session.add_note(_note(row[self.description]))
        done = self.effort.done(row, self.unit)
        said = performed(self.draft, record, exercise, done, self._kind(record))
        self._slot(session, record, exercise).add(said, _note(row[self.notes]))

    def _session(self, record: Record) -> SessionDraft:
        """Find the session of a title and a start; its length is read where it begins."""
        title, start = record.cells[self.title], record.cells[self.start]
        session = self.draft.sessions.get((start, title))
        if session is None:
            found = when(start)
            session = SessionDraft(
                found.at.date(), title.strip(), found.at if found.timed else None
            )
            session.duration_s = self._length_s(record, found.at)
            self.draft.sessions[start, title] = session
        return session

    def _length_s(self, record: Record, start: datetime) -> int | None:
        def seconds(text: str) -> float:
            return (dates.moment(text).at - start).total_seconds()

        return self.draft.length_s(seconds, record.cells[self.end], record.line)

    def _slot(self, session: SessionDraft, record: Record, exercise: str) -> SlotDraft:
        """Return the slot of a row; an index that does not rise begins the exercise again."""
        superset = _whole(record.cells[self.superset])
        index = _whole(record.cells[self.order])
        slot = session.slot(exercise, superset)
        if index is not None and slot.last_index is not None and index <= slot.last_index:
            slot = session.new_slot(exercise, superset)
        slot.last_index = index
        return slot

    def _kind(self, record: Record) -> SetKind:
        text = record.cells[self.kind].strip().casefold()
        if text not in KINDS and text:
            remark = tr("the set type '{text}' is unknown; taken as a work set")
            self.draft.flag(record.line, remark.format(text=text))
        return KINDS.get(text, SetKind.WORK)


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _note(text: str) -> str:
    """Read a note; Hevy writes a line break as a backslash and an n."""
    return cells.note(text.replace("\\n", "\n")) if text else ""
