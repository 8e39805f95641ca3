"""The backup of FitNotes for Android: its database, with the log that its CSV has too.

Its tables as the app, version 25, makes them: `metric_weight` is in kg and `distance` in metres
whatever was typed. An exercise is shown in the unit of `weight_unit_id`, or of the settings.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, NamedTuple

from planner import language
from planner.engine.terms import N_, Unit
from planner.formats import dates, fitnotes, sqlite_tables, units
from planner.formats.drafts import FIELDS, LogDraft, SessionDraft, finish
from planner.formats.header import Columns
from planner.formats.parsed import FormatProblem, ParsedLog, Progress
from planner.formats.sqlite_tables import Row, rows
from planner.formats.text import Record
from planner.language import tr

NAME = N_("FitNotes backup")
LOOKED_FOR = N_("a FitNotes backup (tables 'training_log' and 'exercise')")
NEEDED = {"training_log", "exercise"}
UNIT_OF = {1: Unit.KG, 2: Unit.LB}  # weight_unit_id; 0 is that of the settings
MEASURED = ("wr", "dt", "wd", "wt", "rd", "rt", "w", "r", "d", "t")  # by exercise_type_id
OF_SET, OF_DAY = 1, 2  # owner_type_id of a comment
DECIMALS = 3  # of a load: what was typed comes back from its kilograms
LEFT = {
    "MeasurementRecord": N_("measurements in this file: {count}; only its sets come in"),
    "BodyWeight": N_("bodyweights in this file: {count}; only its sets come in"),
    "Routine": N_("routines in this file: {count}; only its sets come in"),
    "Goal": N_("goals in this file: {count}; only its sets come in"),
}  # tables of which nothing comes in with a log
_LINE = FIELDS.index("source_line")


class _Exercise(NamedTuple):
    name: str
    category: str
    unit: Unit
    measured: str


def read(data: bytes, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
    """Read a backup; `chosen` is the unit to take when no set has a load.

    Lines are the numbers of its sets, from 1. Raises FormatProblem when it is damaged or another
    program's.
    """
    with sqlite_tables.opened(data) as connection:
        if not sqlite_tables.names(connection) >= NEEDED:
            foreign = tr("It is another program's database. I looked for {looked_for}.")
            raise FormatProblem(foreign.format(looked_for=tr(LOOKED_FOR)))
        sqlite_tables.check(connection)
        draft, unit, count = _draft(connection, chosen, progress)
    return finish(draft, NAME, unit, count)


def _draft(
    connection: sqlite3.Connection, chosen: Unit | None, progress: Progress | None
) -> tuple[LogDraft, units.UnitChoice, int]:
    """Return the draft, the unit and the number of rows, which take no more memory by then."""
    draft, exercises = LogDraft(), _exercises(connection)
    sets = list(_sets(connection, exercises))
    unit = fitnotes.fill(draft, sets, Columns(fitnotes.LAYOUT), chosen, progress)
    _add_supersets(draft, rows(connection, "WorkoutGroupExercise"), exercises)
    _add_times(draft, rows(connection, "WorkoutTime"))
    _add_notes(draft, connection)
    for table, remark in LEFT.items():
        if left := len(rows(connection, table)):
            draft.flag(1, tr(remark).format(count=left))
    return draft, unit, len(sets)


def _exercises(connection: sqlite3.Connection) -> dict[Any, _Exercise]:
    """Return the exercises by their key."""
    metric = [row.get("metric") for row in rows(connection, "settings")]
    usual = Unit.LB if metric[:1] == [0] else Unit.KG
    categories = {row.get("_id"): row.get("name") for row in rows(connection, "Category")}
    return {
        row.get("_id"): _Exercise(
            _text(row.get("name")),
            _text(categories.get(row.get("category_id"))),
            UNIT_OF.get(_whole(row.get("weight_unit_id")), usual),
            dict(enumerate(MEASURED)).get(_whole(row.get("exercise_type_id")), ""),
        )
        for row in rows(connection, "exercise")
    }


def _sets(connection: sqlite3.Connection, exercises: Mapping[Any, _Exercise]) -> Iterator[Record]:
    """Yield the sets in the order in which they were entered, in the layout of the CSV."""
    notes: dict[Any, list[str]] = defaultdict(list)
    for row in rows(connection, "Comment"):
        if row.get("owner_type_id") == OF_SET:
            notes[row.get("owner_id")].append(_text(row.get("comment")))
    unknown = _Exercise("", "", Unit.KG, "")
    for number, row in enumerate(rows(connection, "training_log"), 1):
        exercise = exercises.get(row.get("exercise_id"), unknown)
        cells = _cells(row, exercise, "\n".join(notes.get(row.get("_id"), ())))
        yield Record(number, cells, _source(row, exercise))


def _cells(row: Row, exercise: _Exercise, note: str) -> list[str]:
    """Return the cells of a set, with a blank one after the last as `text.records` has it."""
    reps, metres, seconds = map(_text, map(row.get, ("reps", "distance", "duration_seconds")))
    load, unit = _load(row.get("metric_weight"), exercise.unit), exercise.unit.value
    on, name, category = _text(row.get("date")), exercise.name, exercise.category
    cells = [on, name, category, load, unit, reps, metres, "m", seconds, note, ""]
    return fitnotes.without_zeros(cells, exercise.measured)


def _load(kg: object, unit: Unit) -> str:
    """Write a load in the unit in which the app shows it."""
    if isinstance(kg, float | int):
        return str(round(kg / units.PER_KG[unit], DECIMALS))
    return _text(kg)


def _source(row: Row, exercise: _Exercise) -> str:
    told = {name: value for name, value in row.items() if value}
    return json.dumps({"exercise": exercise.name, **told}, ensure_ascii=False, default=repr)


def _add_supersets(
    draft: LogDraft, members: Sequence[Row], exercises: Mapping[Any, _Exercise]
) -> None:
    """Pair the exercises of a day that were done in turns; routines are no days."""
    groups: dict[date, dict[str, Any]] = defaultdict(dict)
    for row in members:
        exercise = exercises.get(row.get("exercise_id"))
        if exercise is not None and (on := _day(row.get("date"))) is not None:
            groups[on][exercise.name] = row.get("workout_group_id")
    for on, group_of in groups.items():
        numbers = {group: number for number, group in enumerate(dict.fromkeys(group_of.values()))}
        for slot in draft.sessions[on].slots if on in draft.sessions else ():
            if slot.exercise in group_of:
                slot.superset = numbers[group_of[slot.exercise]]


def _add_times(draft: LogDraft, times: Sequence[Row]) -> None:
    """Give a day its start and length; a day with several workouts lasts from first to last."""
    spans: dict[date, list[datetime]] = defaultdict(list)
    for row in times:
        with suppress(ValueError):  # a workout that goes on has no end yet
            on, start = _moment(row, "workout_date").date(), _moment(row, "start_date_time")
            spans[on].append(start)
            end = _moment(row, "end_date_time")
            spans[on].append(end)
    for on, found in spans.items():
        session = draft.sessions.get(on)
        if session is not None and min(found).date() == on:
            session.started_at = min(found)
            _set_length(session, max(found) - min(found), draft)


def _moment(row: Row, column: str) -> datetime:
    return dates.moment(_text(row.get(column))).at


def _set_length(session: SessionDraft, length: timedelta, draft: LogDraft) -> None:
    line = session.slots[0].rows[0][_LINE]
    session.duration_s = draft.length_s(float, str(length.total_seconds()), line)


def _add_notes(draft: LogDraft, connection: sqlite3.Connection) -> None:
    """Keep the notes on days; those on days without sets are told, and left out."""
    old = (row for row in rows(connection, "Comment") if row.get("owner_type_id") == OF_DAY)
    for row in chain(old, rows(connection, "WorkoutComment")):
        on, note = _day(row.get("date")), _text(row.get("comment"))
        session = draft.sessions.get(on)
        if session is not None:
            session.add_note(note)
        elif note:
            day = _text(row.get("date")) if on is None else language.day(on, with_year=True)
            remark = tr("the note on {day}, a day without sets, is left out: {note}")
            draft.flag(1, remark.format(day=day, note=note))


def _day(value: object) -> date | None:
    with suppress(ValueError):
        return dates.moment(_text(value)).at.date()
    return None


def _text(value: object) -> str:
    return "" if value is None else str(value).replace("\0", "").strip()


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
