"""The order of what is planned: of exercises in a session, of sessions in a week, of weeks."""

from __future__ import annotations

import json
from collections.abc import Sequence

from planner.storage import rows
from planner.storage.rows import fetch, found
from planner.storage.undo import step


def sessions_of(planned_exercise_ids: Sequence[int]) -> dict[int, int]:
    """Return the planned session's id of each planned exercise; LookupError for one not stored."""
    sql = (
        "SELECT id, planned_session_id FROM planned_exercise "
        "WHERE id IN (SELECT value FROM json_each(?))"
    )
    owners = dict(fetch(sql, json.dumps(list(planned_exercise_ids))))
    return {key: found(owners.get(key), key) for key in planned_exercise_ids}


def lifter_of(mesocycle_id: int) -> int:
    """Return the id of the lifter whose mesocycle it is; LookupError when there is none."""
    row = rows.fetch_one("SELECT lifter_id FROM mesocycle WHERE id = ?", mesocycle_id)
    return int(found(row, mesocycle_id)[0])


def place_exercises(planned_session_id: int, planned_exercise_ids: Sequence[int]) -> None:
    """Let a planned session begin with these exercises, in this order, wherever they were.

    Rows that stay where they are, are not written. LookupError for what is not stored.
    """
    with step():
        for place, key in enumerate(planned_exercise_ids):
            _put("planned_exercise", key, planned_session_id=planned_session_id, position=place)


def place_sessions(week_id: int, days: Sequence[tuple[int, int]]) -> None:
    """Let a week have planned sessions, (id, day) in order, wherever they were.

    Rows that stay where they are, are not written. LookupError for what is not stored.
    """
    with step():
        for place, (key, day) in enumerate(days):
            _put("planned_session", key, microcycle_id=week_id, day=day, position=place)


def delete_week(week_id: int) -> None:
    """Delete a week with its content; LookupError when there is none."""
    with step():
        rows.remove("microcycle", week_id)


def _put(table: str, key: int, **columns: int) -> None:
    sql = f'SELECT {", ".join(columns)} FROM "{table}" WHERE id = ?'
    now = found(rows.fetch_one(sql, key), key)
    if tuple(now) != tuple(columns.values()):
        rows.touch(table, key, **columns)
