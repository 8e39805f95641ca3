"""Logs exported by Liftosaur: what was planned and what was done, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from planner.engine.terms import N_, Phrase, SetKind, Unit
from planner.formats import cells, clock, dates, units
from planner.formats.drafts import (
    LONGEST_SESSION_S,
    LogDraft,
    SessionDraft,
    SlotDraft,
    finish,
    read_rows,
)
from planner.formats.header import Columns
from planner.formats.parsed import ParsedLog, Progress, RowProblem
from planner.formats.performed import done, named_exercise, optional, performed, tell, when
from planner.formats.text import Record, Table, records
from planner.language import tr

NAME = "Liftosaur"
NO_TARGET = N_("the planned number of reps '{text}' cannot be read and is left out")
YES = ("1", "true", "yes")
SAME_KG = 0.01  # apart at most that two texts of one load are


class _Told(NamedTuple):
    """What a row says of one set, as it is written: planned first, then done."""

    reps: str
    rpe: str
    load: str
    unit: str
    amrap: str
    done_reps: str
    done_rpe: str
    done_load: str
    done_unit: str


def recognises(table: Table) -> bool:
    """Tell whether the table has Liftosaur's columns."""
    return Columns(table.header).has("workout datetime", "exercise", "completed reps")


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a Liftosaur log. Its times are in UTC; they become those of this computer's clock.

    `chosen` is the unit to take when no row states one.
    """
    draft, unit, count = _draft(table, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    table: Table, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    columns, draft, rows = Columns(table.header), LogDraft(), records(table)
    reader = _Reader(draft, columns)
    loads = [(row.cells[reader.exercise], *_load(reader.told(row.cells))) for row in rows]
    stated = (unit for _, load, unit in loads if load)
    unit = units.choose_unit(stated, ((name, load) for name, load, _ in loads), chosen)
    reader.unit = unit.unit
    read_rows(rows, reader.take, draft, progress)
    return draft, unit, len(rows)


class _Reader:
    """Puts rows into a draft; it knows the columns of one file, and its unit once that is told."""

    unit = Unit.KG

    def __init__(self, draft: LogDraft, columns: Columns) -> None:
        self.draft, self.width = draft, columns.width
        index = columns.index
        self.start, self.program = index("workout datetime"), index("program")
        self.day, self.exercise = index("day name"), index("exercise")
        self.equipment, self.warmup = index("equipment"), index("is warmup set?")
        self.time, self.notes = index("completed reps time"), index("notes")
        self._pick = itemgetter(
            index("required reps"),
            index("required rpe"),
            index("required weight value"),
            index("required weight unit"),
            index("is amrap?"),
            index("completed reps"),
            index("completed rpe", "rpe"),
            index("completed weight value", "weight value"),
            index("completed weight unit", "weight unit"),
        )
        self._told_zone = False

    def told(self, row: Sequence[str]) -> _Told:
        """Return what a row says of its set."""
        return _Told(*self._pick(row))

    def take(self, record: Record) -> None:
        """Add a row to its session; RowProblem when it is no set that was done."""
        row = record.cells
        exercise = named_exercise(record, self.exercise, self.width)
        if equipment := row[self.equipment].strip():
            exercise = f"{exercise}, {equipment}"
        told = self.told(row)
        if not told.done_reps.strip():
            raise RowProblem(_not_done(told))
        load, unit = _load(told)
        what = done(self.unit, "", load, unit, told.done_reps, "", "", "", told.done_rpe)
        session = self._session(record)
        warm_up = row[self.warmup].strip().casefold() in YES
        kind = SetKind.WARMUP if warm_up else SetKind.WORK
        said = performed(self.draft, record, exercise, what, kind, _note(told))
        more = (self._target(record, told), _done_at(session, row[self.time]))
        _slot(session, exercise, warm_up).add((*said, *more), cells.note(row[self.notes]))

    def _session(self, record: Record) -> SessionDraft:
        """Find the session that began at a time; it has the name of its day in the program."""
        text = record.cells[self.start]
        program, day = (record.cells[at].strip() for at in (self.program, self.day))
        session = self.draft.sessions.get((text, program, day))
        if session is None:
            start = self._start(text, record.line)
            session = SessionDraft(start.at.date(), day or program, start.at)
            session.utc_offset_min = start.offset_min
            session.add_note(f"Program: {program}" if program and day else "")
            self.draft.sessions[text, program, day] = session
        return session

    def _start(self, text: str, line: int) -> clock.Start:
        """Read when a session began; tell once that UTC is not what the lifter's clock showed."""
        utc = when(text).at
        start = clock.start(text)
        if not self._told_zone and dates.offset_min(text) == 0:
            self._told_zone = True
            shifted = tr(
                "the file's times are UTC, read by this computer's clock: {utc} is {local} here"
            )
            same = tr("the file's times are UTC, read by this computer's clock: UTC too")
            times = {"utc": f"{utc:%H:%M}", "local": f"{start.at:%H:%M}"}
            self.draft.flag(line, (shifted if start.offset_min else same).format(**times))
        return start

    def _target(self, record: Record, told: _Told) -> int | None:
        remarks: list[Phrase] = []
        reps = optional(cells.number, told.reps, NO_TARGET, remarks)
        tell(self.draft, record.line, remarks)
        return None if reps is None else int(reps)


def _done_at(session: SessionDraft, text: str) -> datetime | None:
    """Return when a set was done, unless it was entered much later; so long the session lasts."""
    start = session.started_at or datetime.min
    with suppress(ValueError):
        at = clock.start(text).at
        seconds = round((at - start).total_seconds())
        if 0 <= seconds <= LONGEST_SESSION_S:
            session.duration_s = max(session.duration_s or 0, seconds) or None
            return at
    return None


def _slot(session: SessionDraft, exercise: str, warm_up: bool) -> SlotDraft:
    """Return the slot of a row; a warm-up after work begins the exercise again."""
    slot = session.slot(exercise)
    if warm_up and slot.last_index:
        slot = session.new_slot(exercise)
    slot.last_index = 0 if warm_up else 1
    return slot


def _load(told: _Told) -> tuple[str, str]:
    """Return the load and its unit; what was planned was done where nothing else is written."""
    if told.done_load.strip():
        return told.done_load, told.done_unit
    return told.load, told.unit


def _not_done(told: _Told) -> str:
    reps, load = told.reps.strip(), told.load.strip()
    if reps and load:
        said = tr("planned and not done: {reps} reps at {load}")
    elif reps:
        said = tr("planned and not done: {reps} reps")
    else:
        said = tr("planned and not done: {load}") if load else tr("planned and not done")
    return said.format(reps=reps, load=f"{load} {told.unit.strip()}")


@lru_cache(maxsize=4096)
def _note(told: _Told) -> str:
    """Say of the plan what has no place of its own."""
    planned = []
    if told.load.strip() and not _same_load(told):
        planned.append(f"{told.load.strip()} {told.unit.strip()}")
    if told.rpe.strip():
        planned.append(f"RPE {told.rpe.strip()}")
    said = ["planned " + " @ ".join(planned)] if planned else []
    return ", ".join([*(["AMRAP"] if told.amrap.strip().casefold() in YES else []), *said])


def _same_load(told: _Told) -> bool:
    pairs = (told.load, told.unit), (told.done_load or told.load, told.done_unit or told.unit)
    try:
        one, other = (units.load(load, units.unit_named(unit) or Unit.KG) for load, unit in pairs)
    except ValueError:
        return False
    return abs((one.kg if one else 0.0) - (other.kg if other else 0.0)) <= SAME_KG
