"""Logs exported by Fitbod, of old and new versions, and as its support sends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, SessionDraft, finish, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress
from planner.formats.performed import EffortColumns, named_exercise, performed, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "Fitbod"
SUPPORT = {
    "exercise_name": "exercise",
    "weight_kg": "weight (kg)",
    "duration_seconds": "duration (s)",
    "distance_meters": "distance (m)",
}
YES = ("true", "yes", "1", "1.0")
MOST_SETS = 20  # in a row that counts its sets; more is a typing error
OWN_TIMES = 0.5  # of the rows; with more different times, each set has its own: rule of thumb
LONGEST_PAUSE = timedelta(hours=2)  # between two sets of a workout, rule of thumb
LOADS = "Loads"  # of which exercise a load of the other unit is says nothing: most are


def recognises(table: Table) -> bool:
    """Tell whether the table has Fitbod's columns."""
    return _columns(table).has("date", "exercise", "reps", "iswarmup")


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a Fitbod log: always in kg, whatever the loads were typed in and `chosen` says."""
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _columns(table: Table) -> Columns:
    return Columns([SUPPORT.get(cell.casefold(), cell) for cell in table.header])


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    columns, draft = _columns(table), LogDraft()
    rows = [row for record in records(table) for row in _each_set(record, columns, draft)]
    stated = columns.unit("weight") or Unit.KG
    unit = units.choose_unit([stated], (), chosen)
    reader = _Reader(draft, columns, rows, unit.unit)
    read_rows(reader.in_order(rows), reader.take, draft, progress)
    return draft, unit, len(rows)


def _each_set(record: Record, columns: Columns, draft: LogDraft) -> Iterator[Record]:
    """Yield a row for each set: in old files a row may count several alike."""
    text = record.cells[columns.index("sets")] if record.cells else ""
    try:
        count = int(cells.number(text) or 1)
    except ValueError:
        count = 0
    if not 1 <= count <= MOST_SETS:
        remark = tr("the number of sets '{text}' cannot be; taken as one set")
        draft.flag(record.line, remark.format(text=text.strip()))
        count = 1
    for _ in range(count):
        yield record


class _Reader:
    """Puts rows into a draft; it knows the columns, the unit and the times of one file."""

    def __init__(
        self, draft: LogDraft, columns: Columns, rows: Sequence[Record], unit: Unit
    ) -> None:
        self.draft, self.unit, self.width = draft, unit, columns.width
        index = columns.index
        self.date, self.exercise, self.note = index("date"), index("exercise"), index("note")
        self.warmup = index("iswarmup")
        self.machine = [(word, index(word)) for word in ("incline", "resistance")]
        self.effort = EffortColumns(columns, "reps", "duration", columns.unit("distance") or "m")
        times = [row.cells[self.date] for row in rows if row.cells]
        self.day_first = dates.day_first(times)
        self.times_of_sets = len(set(times)) > OWN_TIMES * len(times)
        self._begun = self._last = dates.Moment(datetime.min, False)

    def in_order(self, rows: Sequence[Record]) -> Sequence[Record]:
        """Put rows whose sets have times of their own, newest first, in the order of the times."""
        return sorted(rows, key=self._time) if self.times_of_sets else rows

    def _time(self, record: Record) -> datetime:
        try:
            return dates.moment(record.cells[self.date], self.day_first).at
        except ValueError:
            return datetime.min

    def take(self, record: Record) -> None:
        """Add a row to its session; RowProblem when it is no set."""
        row = record.cells
        exercise = named_exercise(record, self.exercise, self.width)
        session = self._session(row[self.date])
        kind = SetKind.WARMUP if row[self.warmup].strip().casefold() in YES else SetKind.WORK
        done = self.effort.done(row, self.unit)
        said = performed(self.draft, record, LOADS, done, kind, self._machine(row))
        session.slot(exercise).add(said, cells.note(row[self.note]))

    def _session(self, text: str) -> SessionDraft:
        """Find the workout that began at a time; times of sets are one workout up to a pause."""
        found = start = when(text, self.day_first)
        if self.times_of_sets and found.timed:
            goes_on = self._last.timed and found.at - self._last.at <= LONGEST_PAUSE
            self._begun, self._last = self._begun if goes_on else found, found
            start = self._begun
        if start not in self.draft.sessions:
            offset, at = dates.offset_min(text), start.at if start.timed else None
            session = SessionDraft(start.at.date(), "", at, utc_offset_min=offset)
            self.draft.sessions[start] = session
        return self.draft.sessions[start]

    def _machine(self, row: Sequence[str]) -> str:
        """Say how a treadmill or a bike was set; 0 says nothing."""
        told = ((word, row[at].strip()) for word, at in self.machine)
        return ", ".join(f"{word} {text}" for word, text in told if text.strip("0.,"))
