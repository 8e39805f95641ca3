"""All sessions of a lifter in short, and more of those that are in sight."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from planner.storage.fields import read_day
from planner.storage.log_reads import MINE, NEWEST_FIRST, READ, WORK
from planner.storage.rows import fetch, fetch_one
from planner.storage.unchanged import of_sessions, outlasting
from planner.storage.versions import Touched


class Head(NamedTuple):
    """What names a session in a list."""

    id: int
    on: date
    name: str
    finished: bool


class Work(NamedTuple):
    """What was done in a session: sets without warm-ups, and their tonnage in kg."""

    sets: int
    tonnage_kg: float


class _Listed(NamedTuple):
    rows: list[tuple[int, str, str, int, str | None]]
    heads: list[Head]


def heads(lifter_id: int) -> list[Head]:
    """List all sessions of a lifter, newest first, without looking into them."""

    def renewed(known: _Listed, touched: Touched) -> _Listed:
        before = [row for row in known.rows if row[0] in touched.sessions]
        among = json.dumps(list(touched.sessions))
        now = _rows(lifter_id, "AND s.id IN (SELECT value FROM json_each(?))", among)
        return known if before == now else _listed(lifter_id)

    return outlasting(("heads", lifter_id), partial(_listed, lifter_id), renewed).heads


def _listed(lifter_id: int) -> _Listed:
    rows = _rows(lifter_id)
    made = [Head(key, read_day(on), name, bool(done)) for key, on, name, done, _ in rows]
    return _Listed(rows, made)


def _rows(lifter_id: int, also: str = "", *values: str) -> list[Any]:
    return fetch(
        f'SELECT s.id, s."on", s.name, s.finished, s.started_at FROM session s '
        f"WHERE {MINE} {also} ORDER BY {NEWEST_FIRST}",
        lifter_id, *values,
    )  # fmt: skip


def work(session_ids: Iterable[int]) -> dict[int, Work]:
    """Return what was done in each of some sessions that are stored."""
    return of_sessions("work", session_ids, _work)


def _work(session_ids: Sequence[int]) -> dict[int, Work]:
    found = fetch(
        f"""SELECT s.id, {WORK} FROM session s
        LEFT JOIN logged_exercise x ON x.session_id = s.id
        LEFT JOIN exercise e ON e.id = x.exercise_id
        LEFT JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ}
        WHERE s.id IN (SELECT value FROM json_each(?)) GROUP BY s.id""",
        json.dumps(session_ids),
    )
    return {key: Work(sets, kg) for key, sets, kg in found}


def tonnage_by_exercise(session_ids: Iterable[int]) -> dict[tuple[int, str], float]:
    """Return the tonnage in kg by session and slug of the exercise, of some sessions."""
    found = fetch(
        f"""SELECT s.id, e.slug, {WORK} FROM session s
        JOIN logged_exercise x ON x.session_id = s.id
        JOIN exercise e ON e.id = x.exercise_id
        JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ}
        WHERE s.id IN (SELECT value FROM json_each(?)) GROUP BY s.id, e.slug""",
        json.dumps([*session_ids]),
    )
    return {(key, slug): kg for key, slug, _, kg in found}


def sessions_per_day(lifter_id: int, since: date, until: date) -> dict[date, int]:
    """Return how many sessions each day has that has one, both ends included."""
    found = fetch(
        f'SELECT s."on", count(*) FROM session s WHERE {MINE} AND s."on" BETWEEN ? AND ? '
        'GROUP BY s."on"',
        lifter_id, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return {read_day(on): number for on, number in found}


def days_beside(lifter_id: int, since: date, until: date) -> int:
    """Return on how many days there was training that no plan had, both ends included."""
    row = fetch_one(
        f"""SELECT count(DISTINCT s."on") FROM session s
        WHERE {MINE} AND s."on" BETWEEN ? AND ? AND s.planned_session_id IS NULL""",
        lifter_id, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return int(row[0])
