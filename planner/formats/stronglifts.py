"""Logs exported by StrongLifts 5×5: a row a workout, exercises side by side, or a row an exercise.

Each set of a row counts as a row of its own: it is stored, or listed with the row's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, dates, units
from planner.formats.drafts import LogDraft, SessionDraft, finish, read_rows
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress, RowProblem
from planner.formats.performed import NOTHING_DONE, Done, done, performed, too_wide, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "StrongLifts"
HOUR_S = 3600.0
ASSISTED = "{name} (Assisted)"

_EXERCISE = re.compile(r"exercise(?: \d+)?", re.IGNORECASE)
_SET = re.compile(r"set (\d+)(?: ?\((.+)\))?", re.IGNORECASE)
_WEIGHT = re.compile(r"weight ?\((.+)\)", re.IGNORECASE)
_TIMED = re.compile(r"(\d{1,2}) ?[x×] ?(\d[\d:.,]*)", re.IGNORECASE)

Said: TypeAlias = tuple[str, str, str, str]  # load, unit, reps and time of a set, as written


class SetColumns(NamedTuple):
    """Where a set's cells are; one past the last column for what the file has not."""

    reps: int
    kg: int
    lb: int
    time: int


class Block(NamedTuple):
    """Where an exercise of a row is, with its sets, and whether they share one load."""

    exercise: int
    sets: tuple[SetColumns, ...]
    shared: bool


def recognises(table: Table) -> bool:
    """Tell whether the table has StrongLifts' columns, of either layout."""
    return Columns(table.header).has("date") and bool(blocks(table.header))


def blocks(header: Sequence[str]) -> tuple[Block, ...]:
    """Find the exercises of a row, in order; none without sets."""
    starts = [at for at, cell in enumerate(header) if _EXERCISE.fullmatch(cell)]
    found = (_block(header, *ends) for ends in pairwise([*starts, len(header)]))
    return tuple(block for block in found if block.sets)


def _block(header: Sequence[str], start: int, end: int) -> Block:
    load: dict[str, int] = {}
    by_set: dict[int, dict[str, int]] = {}
    for at in range(start + 1, end):
        if found := _SET.fullmatch(header[at]):
            by_set.setdefault(int(found[1]), {}).setdefault(_what(found[2] or "reps"), at)
        elif found := _WEIGHT.fullmatch(header[at]):
            load.setdefault(_what(found[1]), at)
    sets = (_set_columns(load | own, len(header)) for _, own in sorted(by_set.items()))
    return Block(start, tuple(sets), bool(load))


def _what(word: str) -> str:
    """Tell what a column holds by the word in its brackets: `kg`, `lb`, `reps`, `time` …"""
    return units.unit_named(word) or word.strip().casefold()


def _set_columns(at: dict[str, int], missing: int) -> SetColumns:
    return SetColumns(*(at.get(what, missing) for what in ("reps", Unit.KG, Unit.LB, "time")))


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a StrongLifts log. `chosen` is the unit to take when no load states one."""
    columns, found = Columns(table.header), blocks(table.header)
    rows = records(table)
    sets = list(chain.from_iterable(_sets(row, columns, found) for row in rows))
    unit = units.choose_unit((each.cells[-3] for each in sets if not each.problem), (), chosen)
    draft = LogDraft()
    _tell_bodyweights(draft, columns, rows)
    read_rows(sets, _Reader(draft, columns, rows, unit.unit).take, draft, progress)
    return finish(draft, NAME, unit, len(sets))


def _sets(row: Record, columns: Columns, found: Sequence[Block]) -> Iterator[Record]:
    """Yield a record for each set, whose cells end with exercise, load, unit, reps and time.

    A row that holds no set is a single record with the reason as its problem.
    """
    problem = row.problem
    if any(row.cells[columns.width :]):
        problem = too_wide(len(row.cells), columns.width)
    sets = [] if problem else [(each, said) for each in found for said in _said(row.cells, each)]
    if not sets and not problem:
        sets = [(found[0], said) for said in _timed(row.cells[columns.index("setsxtime")])]
    if not sets:
        yield row._replace(problem=problem or tr("the row holds no set"))
    for block, said in sets:
        yield row._replace(cells=[*row.cells, row.cells[block.exercise].strip(), *said])


def _said(row: Sequence[str], block: Block) -> Iterator[Said]:
    """Yield each set that a row says something of; a load for all sets says nothing of one."""
    for at in block.sets:
        load, unit = units.typed(row[at.kg], row[at.lb])
        reps, time = row[at.reps].strip(), row[at.time].strip()
        if reps or time or (load and not block.shared):
            yield load, unit, reps, time


def _timed(text: str) -> Iterator[Said]:
    """Read `3x60` as three sets of 60 s."""
    if found := _TIMED.fullmatch(text.strip()):
        yield from [("", "", "", found[2])] * int(found[1])


def _tell_bodyweights(draft: LogDraft, columns: Columns, rows: Sequence[Record]) -> None:
    at = columns.index("body weight")
    count = sum(bool(row.cells[at].strip()) for row in rows if not row.problem)
    if count:
        remark = tr("bodyweights in this file: {count}; only its sessions come in")
        draft.flag(1, remark.format(count=count))


class _Reader:
    """Puts sets into a draft; it knows the columns and the unit of one file."""

    def __init__(
        self, draft: LogDraft, columns: Columns, rows: Sequence[Record], unit: Unit
    ) -> None:
        self.draft, self.unit = draft, unit
        index = columns.index
        self.date, self.start, self.workout = map(index, ("date", "start time", "workout"))
        self.name, self.notes = index("workout name"), index("notes", "note")
        self.duration = index("duration")
        self.day_first = dates.day_first(row.cells[self.date] for row in rows if not row.problem)

    def take(self, record: Record) -> None:
        """Add a set to its session; RowProblem when it is none."""
        name, load, unit, reps, time = record.cells[-5:]
        if not name:
            raise RowProblem(tr("the row names no exercise"))
        if not reps and not time:
            not_done = tr("{name}: a load without repetitions; the set was not done")
            raise RowProblem(not_done.format(name=name))
        session = self._session(record)
        session.add_note(record.cells[self.notes])
        if load.startswith("-"):
            name = self._assisted(record, name, f"{load} {unit}")
        made = done(self.unit, "", load.lstrip("-"), unit, reps, time, "", "", "")
        made, kind = _with_failure(made, reps)
        session.slot(name).add(performed(self.draft, record, name, made, kind))

    def _assisted(self, record: Record, name: str, load: str) -> str:
        """Name the lift with help that a load below zero means."""
        assisted = ASSISTED.format(name=name)
        remark = tr("{name}: {load} is help; kept as '{kept}'")
        self.draft.flag(record.line, remark.format(name=name, load=load, kept=assisted))
        return assisted

    def _session(self, record: Record) -> SessionDraft:
        """Find the session of a date, a start and a number; its length is read where it begins."""
        row = record.cells
        on, start, number = (row[at].strip() for at in (self.date, self.start, self.workout))
        session = self.draft.sessions.get((on, start, number))
        if session is None:
            day = when(on, self.day_first).at
            session = SessionDraft(day.date(), row[self.name].strip(), self._started(record))
            session.duration_s = self.draft.length_s(_hours, row[self.duration], record.line)
            self.draft.sessions[on, start, number] = session
        return session

    def _started(self, record: Record) -> datetime | None:
        on, start = (record.cells[at].strip() for at in (self.date, self.start))
        if not start:
            return None
        try:
            return dates.moment(f"{on} {start}", self.day_first).at
        except ValueError:
            remark = tr("the start '{text}' cannot be read and is left out")
            self.draft.flag(record.line, remark.format(text=start))
            return None


def _with_failure(made: Done, reps: str) -> tuple[Done, SetKind]:
    """Keep a set of 0 reps as one that failed."""
    kg, count, rir, seconds, *rest = made.values
    if count or seconds or cells.number(reps) != 0:
        return made, SetKind.WORK
    remarks = tuple(each for each in made.remarks if each != NOTHING_DONE)
    return Done((kg, 0, rir, seconds, *rest), made.snapped, remarks), SetKind.FAILURE


def _hours(text: str) -> float | None:
    hours = cells.number(text)
    return None if hours is None else hours * HOUR_S
