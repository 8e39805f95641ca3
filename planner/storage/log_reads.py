"""Lists and answers about a log, without building its sessions. Only keys are read of the trash."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, datetime
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from planner.engine.terms import SUSPECT, UNREAD, LoggedSet
from planner.storage import library, models
from planner.storage.fields import read_day, read_moment
from planner.storage.rows import Layout, fetch, fetch_one, found
from planner.storage.unchanged import outlasting
from planner.storage.versions import Touched

SET = Layout(models.LoggedSet, LoggedSet)
# A box of a sheet that could not be read is stored, but is no set to any reader here.
UNREAD_BOX, READ = f"t.flags = '{UNREAD}'", f"t.flags <> '{UNREAD}'"
SUSPECTED = f"instr(t.flags, '{SUSPECT}') > 0"
ALL_SETS = (
    "session s JOIN logged_exercise x ON x.session_id = s.id "
    "JOIN logged_set t ON t.logged_exercise_id = x.id"
)
SETS = f"{ALL_SETS} AND {READ}"
MINE = "s.lifter_id = ? AND s.deleted_at IS NULL"
MY_DELETED = "s.lifter_id = ? AND s.deleted_at IS NOT NULL"
OLDEST_FIRST = 's."on", s.started_at, s.id'
NEWEST_FIRST = 's."on" DESC, s.started_at DESC, s.id DESC'
# A set is training stimulus when it is no warm-up and something was done in it.
DONE = "t.kind IN ('work', 'failure', 'drop') AND (t.reps > 0 OR t.seconds > 0 OR t.distance_m > 0)"
# How many sets without warm-ups, and their tonnage; `e` is the exercise.
WORK = f"""count(t.id) FILTER (WHERE t.kind <> 'warmup'),
            total(t.load_kg * t.reps) FILTER (
                WHERE {DONE} AND e.load_kind IN ('external', 'added') AND NOT {SUSPECTED}
            )"""


class Summary(NamedTuple):
    """A session in a list, its sets without warm-ups; tonnage is load × reps of the hard sets on a
    bar or a belt."""

    id: int
    on: date
    name: str
    sets: int
    tonnage_kg: float
    finished: bool
    started_at: datetime | None


class SessionKey(NamedTuple):
    """What tells whether an imported session is stored; `sets` are (slug, kg, reps, seconds).

    `rows` are the texts of the rows of a file that brought the sets.
    """

    id: int
    on: date
    started_at: datetime | None
    name: str
    sets: tuple[tuple[str, float | None, int | None, float | None], ...]
    utc_offset_min: int | None = None
    rows: tuple[str, ...] = ()
    uid: str = ""


def summaries(
    lifter_id: int, limit: int | None = None, since: date | None = None, until: date | None = None
) -> list[Summary]:
    """List sessions, newest first, from one day to another, both included."""
    found = fetch(
        f"""SELECT s.id, s."on", s.name, {WORK},
            s.finished, s.started_at
        FROM (
            SELECT * FROM session s WHERE {MINE} AND s."on" BETWEEN ? AND ?
            ORDER BY {NEWEST_FIRST} LIMIT ?
        ) s
        LEFT JOIN logged_exercise x ON x.session_id = s.id
        LEFT JOIN exercise e ON e.id = x.exercise_id
        LEFT JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ}
        GROUP BY s.id ORDER BY {NEWEST_FIRST}""",
        lifter_id,
        (since or date.min).isoformat(),
        (until or date.max).isoformat(),
        -1 if limit is None else limit,
    )
    return [
        Summary(key, read_day(on), name, sets, kg, bool(finished), _moment(started_at))
        for key, on, name, sets, kg, finished, started_at in found
    ]


def uid_of(session_id: int) -> str:
    """Return what names a session for good: another one may get its id; '' when there is none."""
    row = fetch_one("SELECT uid FROM session WHERE id = ? AND deleted_at IS NULL", session_id)
    return str(row[0]) if row else ""


def key_of(lifter_id: int, uid: str) -> int | None:
    """Return the id of the session of a lifter that a uid names; None when there is none."""
    row = fetch_one(f"SELECT s.id FROM session s WHERE {MINE} AND s.uid = ?", lifter_id, uid)
    return row and int(row[0])


def session_keys(lifter_id: int) -> list[SessionKey]:
    """Return what tells a lifter's stored sessions apart, oldest first."""
    return list(chain.from_iterable(session_keys_in_parts(lifter_id)))


def session_keys_in_parts(
    lifter_id: int, at_once: int = 200, deleted: bool = False
) -> Iterator[list[SessionKey]]:
    """Yield the same, or that of the sessions in the trash, in parts, for who must not take long
    at a time."""
    headers = fetch(
        'SELECT s.id, s."on", s.started_at, s.name, s.utc_offset_min, s.uid '
        f"FROM session s WHERE {MY_DELETED if deleted else MINE} "
        f"ORDER BY {OLDEST_FIRST}",
        lifter_id,
    )
    for first in range(0, len(headers), at_once):
        part = headers[first : first + at_once]
        sets, rows = _sets_done([key for key, *_ in part])
        yield [
            SessionKey(
                key,
                read_day(on),
                _moment(at),
                name,
                tuple(sets[key]),
                offset,
                tuple(rows[key]),
                uid,
            )
            for key, on, at, name, offset, uid in part
        ]


def _sets_done(
    sessions: Sequence[int],
) -> tuple[Mapping[int, Sequence[Any]], Mapping[int, Sequence[str]]]:
    sets, rows = defaultdict[int, list[Any]](list), defaultdict[int, list[str]](list)
    for session_id, row, *done in fetch(
        f"SELECT s.id, t.source_text, e.slug, t.load_kg, t.reps, t.seconds FROM {ALL_SETS} "
        "JOIN exercise e ON e.id = x.exercise_id "
        "WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY x.position, t.position",
        json.dumps(sessions),
    ):
        sets[session_id].append(tuple(done))
        if row:
            rows[session_id].append(row)
    return sets, rows


class _Last(NamedTuple):
    session_id: int | None = None
    on: date | None = None
    sets: tuple[LoggedSet, ...] = ()


def last_sets(
    lifter_id: int, slug: str, before: date, exclude_session: int | None = None
) -> tuple[LoggedSet, ...]:
    """Return the sets of an exercise in its newest session before a day; empty if there is none.

    Sets that look like a slip are nothing to go by.

    With `exclude_session`, sessions of that very day count too when they were made before it.
    """
    return _last(lifter_id, slug, before, exclude_session).sets


def last_on(
    lifter_id: int, slug: str, before: date, exclude_session: int | None = None
) -> date | None:
    """Return the day of the session that `last_sets` reads; None if there is none."""
    return _last(lifter_id, slug, before, exclude_session).on


def _last(lifter_id: int, slug: str, before: date, exclude_session: int | None) -> _Last:
    """Read what was done last; not again while only the excluded session is written to."""
    place = lifter_id, slug, before, exclude_session

    def renewed(known: _Last, touched: Touched) -> _Last:
        others = touched.sessions - {exclude_session}
        counts = touched.sessions and _counts(exclude_session, before)
        again = others or counts or known.session_id in touched.sessions
        return _read_last(*place) if again else known

    return outlasting(("last", *place), partial(_read_last, *place), renewed)


def _counts(session_id: int | None, before: date) -> bool:
    sql = 'SELECT 1 FROM session WHERE id = ? AND "on" < ?'
    return fetch_one(sql, session_id, before.isoformat()) is not None


def _read_last(lifter_id: int, slug: str, before: date, exclude_session: int | None) -> _Last:
    key, day = library.id_of(slug), before.isoformat()
    # Both days are bounded by `on <= ?` alone: an OR there would make SQLite look at them all.
    made = fetch_one(
        f"""SELECT s.id, s."on" FROM session s WHERE {MINE}
            AND s."on" <= ? AND (s."on" < ? OR s.id < ?) AND EXISTS (
                SELECT 1 FROM logged_exercise x
                JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ} AND NOT {SUSPECTED}
                WHERE x.session_id = s.id AND x.exercise_id = ?)
            ORDER BY {NEWEST_FIRST} LIMIT 1""",
        lifter_id, day, day, exclude_session, key,
    )  # fmt: skip
    if made is None:
        return _Last()
    found = fetch(
        f"SELECT {SET.columns('t')} FROM {SETS} AND NOT {SUSPECTED} "
        "WHERE s.id = ? AND x.exercise_id = ? ORDER BY x.position, t.position",
        made[0], key,
    )  # fmt: skip
    return _Last(made[0], read_day(made[1]), tuple(SET.read(found)))


def place_of(set_id: int) -> tuple[int, str, date, int]:
    """Return (lifter's id, slug, day, session's id) of a set; LookupError when there is none."""
    row = fetch_one(
        """SELECT s.lifter_id, e.slug, s."on", s.id FROM logged_set t
        JOIN logged_exercise x ON x.id = t.logged_exercise_id
        JOIN session s ON s.id = x.session_id JOIN exercise e ON e.id = x.exercise_id
        WHERE t.id = ?""",
        set_id,
    )
    lifter_id, slug, on, session_id = found(row, set_id)
    return lifter_id, slug, read_day(on), session_id


def exercises_done(lifter_id: int, since: date) -> dict[str, int]:
    """Return in how many sessions each exercise was done from a day on, the one done last first."""
    found = fetch(
        f"""SELECT e.slug, count(DISTINCT s.id) FROM {SETS} JOIN exercise e ON e.id = x.exercise_id
        WHERE {MINE} AND s."on" >= ? GROUP BY e.slug ORDER BY max(s."on") DESC, e.slug""",
        lifter_id, since.isoformat(),
    )  # fmt: skip
    return dict(found)


def lifts_with_pain(lifter_id: int, least: int) -> Set[str]:
    """Return the exercises of a lifter with a set that hurt so much or more, 0 to 10; perhaps some
    whose set is gone, too. The log is searched once, then only what is written to it."""

    def renewed(known: Set[str], touched: Touched) -> Set[str]:
        return known | _with_pain(lifter_id, least, touched.sessions)

    return outlasting(("pain", lifter_id, least), partial(_with_pain, lifter_id, least), renewed)


def _with_pain(lifter_id: int, least: int, sessions: Set[int] | None = None) -> Set[str]:
    among = "" if sessions is None else "AND s.id IN (SELECT value FROM json_each(?))"
    keys = () if sessions is None else (json.dumps(list(sessions)),)
    found = fetch(
        f"""SELECT DISTINCT e.slug FROM {SETS} JOIN exercise e ON e.id = x.exercise_id
        WHERE {MINE} AND t.pain >= ? {among}""",
        lifter_id, least, *keys,
    )  # fmt: skip
    return {slug for (slug,) in found}


def counts(lifter_id: int) -> tuple[int, int]:
    """Return how many sessions and sets a lifter has."""
    (sessions,) = fetch_one(f"SELECT count(*) FROM session s WHERE {MINE}", lifter_id)
    (sets,) = fetch_one(f"SELECT count(*) FROM {SETS} WHERE {MINE}", lifter_id)
    return sessions, sets


def sets_since(lifter_id: int, since: date) -> int:
    """Return how many sets a lifter has done from a day on."""
    sql = f'SELECT count(*) FROM {SETS} WHERE {MINE} AND s."on" >= ?'
    return int(fetch_one(sql, lifter_id, since.isoformat())[0])


def unfinished(lifter_id: int) -> int | None:
    """Return the id of the newest session that is not finished, or None."""
    row = fetch_one(
        f"SELECT s.id FROM session s WHERE {MINE} AND NOT s.finished "
        f"ORDER BY {NEWEST_FIRST} LIMIT 1",
        lifter_id,
    )
    return row and int(row[0])


def _moment(stored: str | None) -> datetime | None:
    return read_moment(stored) if stored else None
