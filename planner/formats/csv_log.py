"""Our own table of a log: one row per set, everything kept, readable in a spreadsheet.

UTF-8, RFC 4180, decimal point, ISO dates, the start with its offset from UTC, text guarded
against spreadsheets. A session or an exercise without sets has a row with a blank set number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

from planner.engine.terms import (
    Exercise,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Side,
    Technique,
    Unit,
)
from planner.formats import codecs
from planner.formats.codecs import Codec
from planner.formats.drafts import LogDraft, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress, RowProblem
from planner.formats.text import Record, Table, records
from planner.formats.units import choose_unit
from planner.language import tr

NAME = "Workout Planner CSV"

Layout = tuple[tuple[str, str, Codec], ...]  # column, field, codec
SESSION: Layout = (
    ("date", "on", codecs.DAY),
    ("started_at", "started_at", codecs.MOMENT),
    ("utc_offset_min", "utc_offset_min", codecs.OFFSET),
    ("session", "name", codecs.TEXT),
    ("duration_s", "duration_s", codecs.WHOLE),
    ("session_note", "note", codecs.TEXT),
    ("finished", "finished", codecs.YES),
    ("session_uid", "uid", codecs.TEXT),
)
SLOT: Layout = (
    ("exercise", "exercise", codecs.NAME),
    ("superset", "superset", codecs.WHOLE),
    ("rest_s", "rest_s", codecs.WHOLE),
    ("exercise_note", "note", codecs.TEXT),
    ("slot_uid", "uid", codecs.TEXT),
)
SET: Layout = (
    ("kind", "kind", codecs.word(SetKind)),
    ("load", "load", codecs.NUMBER),
    ("unit", "unit", codecs.word(Unit)),
    ("load_kg", "load_kg", codecs.NUMBER),
    ("reps", "reps", codecs.COUNT),
    ("rir", "rir", codecs.NUMBER),
    ("target_reps", "target_reps", codecs.WHOLE),
    ("seconds", "seconds", codecs.NUMBER),
    ("distance_m", "distance_m", codecs.NUMBER),
    ("tempo", "tempo", codecs.TEXT),
    ("technique", "technique", codecs.optional(codecs.word(Technique))),
    ("pain", "pain", codecs.PAIN),
    ("side", "side", codecs.word(Side)),
    ("note", "note", codecs.TEXT),
    ("logged_at", "logged_at", codecs.MOMENT),
    ("flags", "flags", codecs.WORDS),
    ("source_line", "source_line", codecs.WHOLE),
    ("source_text", "source_text", codecs.TEXT),
    ("set_uid", "uid", codecs.TEXT),
)
HEADER = (
    "session_number",
    *(column for column, _, _ in SESSION),
    "slot_number",
    *(column for column, _, _ in SLOT),
    "exercise_name",
    "set_number",
    *(column for column, _, _ in SET),
)
NUMBERS = ("session_number", "slot_number", "set_number")
NO_SET = ("",) * (1 + len(SET))
NO_SLOT = ("",) * (2 + len(SLOT))


def write(sessions: Iterable[Session], names: Mapping[str, str]) -> str:
    """Write sessions as a table; `names` are the exercises' names by slug.

    What `read` gives back differs from `sessions` only in the database's own keys.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(rows(map(_with_offset, sessions), names, _text))
    return text.getvalue()


def rows(
    sessions: Iterable[Session], names: Mapping[str, str], cell: Callable[[Any, Codec], Any]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows below the header; `cell` makes a cell of a value and its codec."""
    for number, session in enumerate(sessions, 1):
        for rest in _rows(session, names, cell):
            yield (number, *rest)


def rows_of(session: Session) -> int:
    """Return how many rows a session has."""
    return sum(max(len(slot.sets), 1) for slot in session.exercises) or 1


def _rows(
    session: Session, names: Mapping[str, str], cell: Callable[[Any, Codec], Any]
) -> Iterator[tuple[Any, ...]]:
    def cells(value: object, layout: Layout) -> tuple[Any, ...]:
        return tuple(cell(getattr(value, field), codec) for _, field, codec in layout)

    head = cells(session, SESSION)
    for number, slot in enumerate(session.exercises, 1):
        name = cell(names.get(slot.exercise, ""), codecs.TEXT)
        middle = (number, *cells(slot, SLOT), name)
        for position, entry in enumerate(slot.sets, 1):
            yield (*head, *middle, position, *cells(entry, SET))
        if not slot.sets:
            yield (*head, *middle, *NO_SET)
    if not session.exercises:
        yield (*head, *NO_SLOT, *NO_SET)


def _with_offset(session: Session) -> Session:
    """Return a session whose start carries its offset from UTC, where that is known."""
    zone, started = session.utc_offset_min, session.started_at
    if started is None or zone is None:
        return session
    return replace(session, started_at=started.replace(tzinfo=timezone(timedelta(minutes=zone))))


def _text(value: object, codec: Codec) -> str:
    return str(codec.write(value))


def recognises(table: Table) -> bool:
    """Tell whether the table is one that `write` made."""
    return is_header(table.header)


def is_header(header: Sequence[str]) -> bool:
    """Tell whether a first row is that of our own table."""
    return Columns(header).has(*NUMBERS, "exercise")


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read what `write` wrote, also after a spreadsheet has saved it again."""
    return read_records(NAME, table.header, records(table), chosen, progress)


def read_records(
    name: str,
    header: Sequence[str],
    rows: Sequence[Record],
    chosen: Unit | None,
    progress: Progress | None,
) -> ParsedLog:
    """Read the rows below the header of our own table; `name` is that of the format."""
    columns = Columns(header)
    reader, draft = _Reader(columns), LogDraft()
    read_rows(rows, reader.take, draft, progress)
    load, typed = columns.index("load"), columns.index("unit")
    loaded = [row for row in rows if row.cells[load]] or rows  # a plank's unit says nothing
    unit = choose_unit((row.cells[typed] for row in loaded), (), chosen or Unit.KG)
    return ParsedLog(
        name,
        unit.unit,
        unit.stated,
        unit.confidence,
        len(rows),
        tuple(reader.sessions()),
        tuple(draft.skipped),
        (),
        tuple(Exercise(slug, name) for slug, name in reader.names.items()),
    )


class _Reader:
    """Collects sessions by their number, slots by theirs, sets in the order of the rows."""

    def __init__(self, columns: Columns) -> None:
        self.names: dict[str, str] = {}
        self._sessions: dict[str, tuple[Session, dict[str, LoggedExercise]]] = {}
        self._sets: dict[tuple[str, str], list[LoggedSet]] = {}
        self._numbers = [columns.index(name) for name in NUMBERS]
        self._name = columns.index("exercise_name")
        self._at = {
            layout: [(field, codec.read, columns.index(title)) for title, field, codec in layout]
            for layout in (SESSION, SLOT, SET)
        }

    def take(self, record: Record) -> None:
        """Add a row; RowProblem when it holds no set or cannot be read."""
        row = record.cells
        number, slot, position = (row[at] for at in self._numbers)
        try:
            self._session(row, number, slot)
            entry = LoggedSet(**self._fields(row, SET)) if position else None
        except ValueError as problem:
            unread = tr("the row cannot be read: {problem}")
            raise RowProblem(unread.format(problem=problem)) from None
        if entry is None:
            raise RowProblem(tr("no set in this row; its session is kept"))
        if not slot:
            raise RowProblem(tr("the set belongs to no exercise: its slot_number is blank"))
        self._sets.setdefault((number, slot), []).append(entry)

    def _session(self, row: Sequence[str], number: str, slot: str) -> None:
        if number not in self._sessions:
            fields = self._fields(row, SESSION)
            if fields["started_at"] is not None:
                fields["started_at"] = fields["started_at"].replace(tzinfo=None)
            self._sessions[number] = (Session(**fields), {})
        slots = self._sessions[number][1]
        if slot and slot not in slots:
            slots[slot] = LoggedExercise(**self._fields(row, SLOT))
            name = codecs.TEXT.read(row[self._name])
            self.names.setdefault(slots[slot].exercise, name)

    def _fields(self, row: Sequence[str], layout: Layout) -> dict[str, Any]:
        return {field: read(row[at]) for field, read, at in self._at[layout]}

    def sessions(self) -> Iterator[Session]:
        """Yield the sessions in the order of the file."""
        for number, (session, slots) in self._sessions.items():
            filled = (
                replace(slot, sets=tuple(self._sets.get((number, key), ())))
                for key, slot in slots.items()
            )
            yield replace(session, exercises=tuple(filled))
