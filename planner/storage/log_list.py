"""All sessions of a lifter in short, and more of those that are in sight."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from planner.storage.log_reads import MINE, NEWEST_FIRST, READ, WORK
from planner.storage.rows import fetch


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


def heads(lifter_id: int) -> list[Head]:
    """List all sessions of a lifter, newest first, without looking into them."""
    found = fetch(
        f'SELECT s.id, s."on", s.name, s.finished FROM session s WHERE {MINE} '
        f"ORDER BY {NEWEST_FIRST}",
        lifter_id,
    )
    return [
        Head(key, date.fromisoformat(on), name, bool(finished)) for key, on, name, finished in found
    ]


def work(session_ids: Iterable[int]) -> dict[int, Work]:
    """Return what was done in each of some sessions."""
    found = fetch(
        f"""SELECT s.id, {WORK} FROM session s
        LEFT JOIN logged_exercise x ON x.session_id = s.id
        LEFT JOIN exercise e ON e.id = x.exercise_id
        LEFT JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ}
        WHERE s.id IN (SELECT value FROM json_each(?)) GROUP BY s.id""",
        json.dumps(list(session_ids)),
    )
    return {key: Work(sets, kg) for key, sets, kg in found}


def sessions_per_day(lifter_id: int, since: date, until: date) -> dict[date, int]:
    """Return how many sessions each day has that has one, both ends included."""
    found = fetch(
        f'SELECT s."on", count(*) FROM session s WHERE {MINE} AND s."on" BETWEEN ? AND ? '
        'GROUP BY s."on"',
        lifter_id, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return {date.fromisoformat(on): number for on, number in found}
