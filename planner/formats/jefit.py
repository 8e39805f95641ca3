"""Logs exported by JEFIT: one file of many sections, the sets of an exercise packed in one cell.

Each packed set counts as a row: it is stored, or listed with its row's line. Of the settings only
the unit of loads is read; the date of birth that stands there goes nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import NamedTuple

from planner.engine.terms import SetKind, Unit
from planner.formats import cells, clock, dates, jefit_rows, units
from planner.formats.drafts import LogDraft, SessionDraft, SlotDraft, finish, read_rows
from planner.formats.jefit_packed import Said
from planner.formats.jefit_rows import Head
from planner.formats.jefit_sections import (
    CARDIO,
    LOGS,
    NOTES,
    SESSIONS,
    SET_LOGS,
    SETTING,
    Names,
    Section,
    cell,
    is_jefit,
    split,
)
from planner.formats.parsed import ParsedLog, Progress, RowProblem
from planner.formats.performed import done, performed, when
from planner.formats.text import Record, Table
from planner.language import ntr, tr

NAME = "JEFIT"
READ = (LOGS, CARDIO, SESSIONS, SET_LOGS, NOTES, SETTING)
FAR = {Unit.KG: "km", Unit.LB: "mi"}
SECONDS_DIGITS = 10  # of a moment since 1970; more digits are milliseconds


class Length(NamedTuple):
    """When a session began and ended, in seconds since 1970, and how long it took, as written."""

    start: str = ""
    end: str = ""
    seconds: str = ""


def recognises(table: Table) -> bool:
    """Tell whether the text has a JEFIT section of logged training."""
    return is_jefit(table.text)


def read(table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a JEFIT log. `chosen` is the unit to take when the settings state none."""
    sections = split(table.text)
    unit = _unit(sections, chosen)
    sets = list(jefit_rows.sets(sections, FAR[unit.unit]))
    draft = LogDraft()
    read_rows(sets, _Reader(draft, unit.unit, _lengths(sections)).take, draft, progress)
    _keep_notes(draft, sections)
    _tell_others(draft, sections)
    return finish(draft, NAME, unit, len(sets))


def _unit(sections: Sequence[Section], chosen: Unit | None) -> units.UnitChoice:
    stated = [get("mass") for get in _gets(sections, SETTING)]
    first = len(Head._fields)
    sets = (each.cells for each in jefit_rows.sets(sections, "") if not each.problem)
    loads = ((row[first - 1], row[first]) for row in sets if not row[first + 1])
    return units.choose_unit(stated, loads, chosen)


def _gets(sections: Sequence[Section], name: str) -> Iterator[jefit_rows.Get]:
    """Yield, for each row of the sections of a name, the function that gives its cells."""
    for section in sections:
        for row in section.rows if section.name == name else ():
            yield partial(cell, row.cells, section.columns)


def _lengths(sections: Sequence[Section]) -> dict[str, Length]:
    return {
        get("_id"): Length(get("starttime", "starttimie"), get("endtime"), get("total_time"))
        for get in _gets(sections, SESSIONS)
    }


class _Reader:
    """Puts sets into a draft; it knows the unit and the sessions of one file."""

    def __init__(self, draft: LogDraft, unit: Unit, lengths: dict[str, Length]) -> None:
        self.draft, self.unit, self.lengths = draft, unit, lengths
        self.first_of: dict[date, str] = {}
        self.told_clock = False

    def take(self, record: Record) -> None:
        """Add a set to its session; RowProblem when it is none."""
        head = Head(*record.cells[: len(Head._fields)])
        said = Said(*record.cells[len(Head._fields) :])
        if not head.exercise:
            raise RowProblem(tr("the row names no exercise"))
        made = done(
            self.unit, said.far, said.load, said.unit, said.reps, said.time, said.distance, "", ""
        )
        session = self._session(head, record.line)
        session.slot(head.exercise).add(
            performed(self.draft, record, head.exercise, made, SetKind.WORK)
        )

    def _session(self, head: Head, line: int) -> SessionDraft:
        """Find the session of a day and a number; one without a number is the day's first."""
        on = when(head.on).at.date()
        key = (on, head.session or self.first_of.setdefault(on, head.session))
        self.first_of.setdefault(on, head.session)
        known = self.draft.sessions
        if key not in known:
            known[key] = self._begun(on, self.lengths.get(head.session, Length()), line)
        return known[key]

    def _begun(self, on: date, length: Length, line: int) -> SessionDraft:
        """Begin a session. Its time of day is that of this computer's clock, if on that day."""
        session = SessionDraft(on)
        start, end = _moment(length.start), _moment(length.end)
        if start is not None and (local := clock.start(start.isoformat())).at.date() == on:
            session.started_at, session.utc_offset_min = local
            self._tell_clock(local.at, line)
        seconds = length.seconds
        if not seconds.strip("0.") and start and end:
            seconds = f"{(end - start).total_seconds():g}"
        session.duration_s = self.draft.length_s(cells.number, seconds, line)
        return session

    def _tell_clock(self, at: datetime, line: int) -> None:
        if not self.told_clock:
            remark = tr("the file's times are UTC, read by this computer's clock: {here}")
            self.draft.flag(line, remark.format(here=f"{at:%Y-%m-%d %H:%M}"))
            self.told_clock = True


def _moment(text: str) -> datetime | None:
    """Read seconds or milliseconds since 1970 as a time in UTC; None without any."""
    whole = text.partition(".")[0][:SECONDS_DIGITS]
    seconds = int(whole) if whole.isdecimal() else 0
    at = datetime.fromtimestamp(seconds, UTC)
    return at if seconds and at.year in dates.YEARS else None


def _keep_notes(draft: LogDraft, sections: Sequence[Section]) -> None:
    """Put each note on an exercise with its last session; one on no exercise of the log is told."""
    names, last = Names(sections), _last_slots(draft)
    for section in sections:
        for row in section.rows if section.name == NOTES else ():
            get = partial(cell, row.cells, section.columns)
            text = cells.note(get("mynote", "note"))
            name = names.find(get("eid"), get("belongsys"))
            if text and name in last:
                last[name].more_notes.append(text)
                remark = tr("{name}: the note '{text}' is kept with its last session")
                draft.flag(row.line, remark.format(name=name, text=text))
            elif text:
                remark = tr("the note '{text}' is on no exercise of this log: left out")
                draft.flag(row.line, remark.format(text=text))


def _last_slots(draft: LogDraft) -> dict[str, SlotDraft]:
    by_day = sorted(draft.sessions.values(), key=lambda session: session.on)
    return {slot.exercise: slot for session in by_day for slot in session.slots}


def _tell_others(draft: LogDraft, sections: Sequence[Section]) -> None:
    """Tell what the file holds beside training that was logged."""
    for section in sections:
        if section.name not in READ and section.rows:
            count = len(section.rows)
            remark = ntr(
                "{section}: {n} row left out, no logged sets",
                "{section}: {n} rows left out, no logged sets",
                count,
            )
            draft.flag(section.line, remark.format(section=section.name.capitalize(), n=count))
