"""What is planned: mesocycles, weeks, sessions, exercises and sets.

Parts of a plan are found by id even when their mesocycle is in the trash, since sessions that
were done from it still show their targets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import library, plan_days, plan_tree, rows
from planner.storage.fields import read_day
from planner.storage.plan_days import MY_WEEKS
from planner.storage.plan_tree import EXERCISE, MESOCYCLE, SESSION, SET, WEEK
from planner.storage.rows import fetch, fetch_one, found
from planner.storage.ruling import DUE, ENDED, LOGGED, PLANNED, RULING
from planner.storage.unchanged import unchanged
from planner.storage.undo import step

_DONE = "SELECT planned_session_id, max(id) FROM session s WHERE s.deleted_at IS NULL AND"


class PlannedDay(NamedTuple):
    """A planned session's day, whether it is done, and whether its week is a deload."""

    on: date
    done: bool
    deload: bool


# reads
def mesocycles(lifter_id: int) -> list[Mesocycle]:
    """List a lifter's mesocycles without their weeks, newest first."""
    sql = (
        f"SELECT {MESOCYCLE.columns('m')} FROM mesocycle m "
        "WHERE lifter_id = ? AND deleted_at IS NULL ORDER BY started_on DESC, id DESC"
    )
    found = fetch(sql, lifter_id)
    return MESOCYCLE.read(found, weeks=[()] * len(found))


def mesocycle(mesocycle_id: int) -> Mesocycle:
    """Return a whole mesocycle; LookupError when there is none."""
    return unchanged(("mesocycle", mesocycle_id), partial(plan_tree.mesocycle, mesocycle_id))


def mesocycle_on(lifter_id: int, on: date) -> Mesocycle | None:
    """Return the whole mesocycle of a day, or None when the lifter has none.

    It is the one whose weeks contain the day (the newest of several), else the newest that
    started before, else the next to start.
    """
    key = plan_days.mesocycle_on(lifter_id, on)
    return None if key is None else mesocycle(key)


def week(week_id: int) -> Microcycle:
    """Return a week with all its content; LookupError when there is none."""
    return found(plan_tree.weeks("w.id = ?", week_id), week_id)[0]


def planned_session(planned_session_id: int) -> PlannedSession:
    """Return a planned session with all its content; LookupError when there is none."""
    made = plan_tree.sessions("p.id = ?", planned_session_id)
    return found([*made.values()], planned_session_id)[0][0]


def planned_session_of(lifter_id: int, planned_session_id: int) -> PlannedSession:
    """Return the same; LookupError, too, when it is another lifter's."""
    sql = """SELECT 1 FROM planned_session p JOIN microcycle w ON w.id = p.microcycle_id
        JOIN mesocycle m ON m.id = w.mesocycle_id WHERE m.lifter_id = ? AND p.id = ?"""
    found(fetch_one(sql, lifter_id, planned_session_id), planned_session_id)
    return planned_session(planned_session_id)


def planned_exercise(planned_exercise_id: int) -> PlannedExercise:
    """Return a planned exercise with its sets; LookupError when there is none."""
    made = plan_tree.exercises("x.id = ?", planned_exercise_id)
    return found([*made.values()], planned_exercise_id)[0][0]


def mesocycle_of(week_id: int) -> int:
    """Return the id of the mesocycle that a week belongs to; LookupError when there is none."""
    return _parent("mesocycle_id", "microcycle", week_id)


def block_of(lifter_id: int, week_id: int) -> int:
    """Return the same; LookupError, too, when it is another lifter's, or in the trash."""
    sql = f"SELECT m.id FROM {MY_WEEKS} AND w.id = ?"
    return int(found(fetch_one(sql, lifter_id, week_id), week_id)[0])


def week_of(planned_session_id: int) -> int:
    """Return the id of the week that a planned session belongs to; LookupError for none."""
    return _parent("microcycle_id", "planned_session", planned_session_id)


def done(lifter_id: int) -> dict[int, int]:
    """Return, for each planned session that was logged, the id of the session (the newest)."""
    sql = f"{_DONE} s.lifter_id = ? AND planned_session_id NOT NULL GROUP BY planned_session_id"
    return dict(fetch(sql, lifter_id))


def done_in_week(week_id: int) -> dict[int, int]:
    """Return the same for the planned sessions of one week."""
    within = "planned_session_id IN (SELECT id FROM planned_session WHERE microcycle_id = ?)"
    return dict(fetch(f"{_DONE} {within} GROUP BY planned_session_id", week_id))


def under_way(lifter_id: int, today: date) -> frozenset[int]:
    """Return the planned sessions whose log is still open: not finished, and not of a past day."""
    sql = f"""SELECT planned_session_id FROM session s
        WHERE s.deleted_at IS NULL AND s.lifter_id = ?1 AND planned_session_id NOT NULL
        GROUP BY planned_session_id HAVING NOT max({ENDED.format(today="?2")})"""
    return frozenset(key for (key,) in fetch(sql, lifter_id, today.isoformat()))


def future_exercises(
    lifter_id: int, slug: str, since: date
) -> list[tuple[date, int, PlannedExercise]]:
    """Return (day, id, planned exercise) of an exercise's planned sessions from a day on.

    Sessions that were done, or whose day another block has, are left out. In order of the days.
    """
    exercise_id = library.id_of(slug)
    due = _due(lifter_id, since, date.max, "AND x.exercise_id = ?", exercise_id)
    made = _planned_exercises(key for key, _, _, _ in due)
    return [(read_day(on), key, made[key]) for key, on, _, _ in due]


def next_exercises(
    lifter_id: int, since: date, until: date
) -> dict[str, tuple[date, PlannedExercise, bool]]:
    """Return the next planned (day, exercise, whether in a deload) of each exercise, by slug.

    Both days are included. Sessions that were done, or whose day another block has, are left out.
    """
    first: dict[int, tuple[int, str, int]] = {}
    for key, on, deload, exercise_id in _due(lifter_id, since, until):
        first.setdefault(exercise_id, (key, on, deload))
    made = _planned_exercises(key for key, _, _ in first.values())
    return {
        made[key].exercise: (read_day(on), made[key], bool(deload))
        for key, on, deload in first.values()
    }


def planned_days(lifter_id: int, since: date, until: date) -> list[PlannedDay]:
    """Return the planned sessions of some days, both included, by day.

    Of what another block has the day of, only what was done is among them.
    """
    sql = f"""
        SELECT {DUE} AS due, {LOGGED} AS done, w.deload FROM {PLANNED}
        WHERE m.lifter_id = ? AND due BETWEEN ? AND ? AND (done OR {RULING})
        ORDER BY due, p.position, p.id"""
    found = fetch(sql, lifter_id, since.isoformat(), until.isoformat())
    return [PlannedDay(read_day(on), bool(done), bool(deload)) for on, done, deload in found]


def _due(
    lifter_id: int, since: date, until: date, which: str = "", *more: int
) -> list[tuple[int, str, int, int]]:
    """Return (id, day, deload, exercise's id) of what is planned, not done yet, by day."""
    sql = f"""
        SELECT x.id, {DUE} AS due, w.deload, x.exercise_id
        FROM {PLANNED} JOIN planned_exercise x ON x.planned_session_id = p.id
        WHERE m.lifter_id = ? AND due BETWEEN ? AND ? {which} AND NOT {LOGGED} AND {RULING}
        ORDER BY due, p.position, x.position, x.id"""
    return fetch(sql, lifter_id, since.isoformat(), until.isoformat(), *more)


def _planned_exercises(keys: Iterable[int]) -> dict[int | None, PlannedExercise]:
    within = "x.id IN (SELECT value FROM json_each(?))"
    found = plan_tree.exercises(within, json.dumps(list(keys)))
    return {each.id: each for each in chain(*found.values())}


# writes
def add_mesocycle(lifter_id: int, mesocycle: Mesocycle) -> int:
    """Store a new mesocycle with all its content; return the id."""
    with step():
        return plan_tree.add_mesocycles(lifter_id, [mesocycle])[0]


def update_mesocycle(mesocycle: Mesocycle) -> None:
    """Store a mesocycle's own fields, not its weeks; LookupError when there is none."""
    with step():
        rows.change(MESOCYCLE, mesocycle)


def trash_mesocycle(mesocycle_id: int) -> None:
    """Put a mesocycle into the trash; LookupError when there is none."""
    with step():
        rows.touch("mesocycle", mesocycle_id, deleted_at=rows.stamp())


def add_week(mesocycle_id: int, week: Microcycle) -> int:
    """Store a new week with all its content; return the id."""
    with step():
        return plan_tree.add_weeks([(mesocycle_id, [week])])[0]


def update_week(week: Microcycle) -> None:
    """Store a week's own fields, not its content; LookupError when there is none."""
    with step():
        rows.change(WEEK, week)


def add_planned_session(week_id: int, session: PlannedSession) -> int:
    """Store a new planned session, after those of its day, with all its content; return the id."""
    with step():
        place = rows.make_room("planned_session", "microcycle_id", week_id, None)
        return plan_tree.add_sessions([(week_id, [session])], start=place)[0]


def update_planned_session(session: PlannedSession) -> None:
    """Store a planned session's own fields, not its content; LookupError when there is none."""
    with step():
        rows.change(SESSION, session)


def delete_planned_session(planned_session_id: int) -> None:
    """Delete a planned session; sessions done from it stay. LookupError when there is none."""
    with step():
        rows.remove("planned_session", planned_session_id)


def add_planned_exercise(
    planned_session_id: int, planned: PlannedExercise, position: int | None = None
) -> int:
    """Store a new planned exercise with its sets as number `position`; return the id.

    Positions are 0-based; None is the end.
    """
    with step():
        place = rows.make_room(
            "planned_exercise", "planned_session_id", planned_session_id, position
        )
        return plan_tree.add_exercises([(planned_session_id, [planned])], start=place)[0]


def update_planned_exercise(planned: PlannedExercise) -> None:
    """Store a planned exercise's own fields, not its sets; LookupError when there is none."""
    with step():
        rows.change(EXERCISE, planned, exercise_id=library.id_of(planned.exercise))


def set_planned_sets(planned_exercise_id: int, sets: Sequence[PlannedSet]) -> None:
    """Let a planned exercise have exactly these sets, in order.

    Its own among them stay the rows they are. Others take the rows of those left out, first to
    first, so that a set which was prescribed anew is still that set on every computer.
    Raises LookupError when there is no such planned exercise.
    """
    with step():
        left = plan_tree.sets(planned_exercise_id)
        own = [left.pop(each.id, None) for each in sets]
        for place, (each, kept) in enumerate(zip(sets, own, strict=True)):
            known = kept or (left.pop(next(iter(left))) if left else None)
            if known is None:
                rows.add(SET, [each], planned_exercise_id=[planned_exercise_id], position=[place])
                continue
            now = replace(each, id=known[0].id, uid=known[0].uid)
            if (now, place) != known:
                rows.change(SET, now, position=place)
        for key in left:
            rows.remove("planned_set", found(key, planned_exercise_id))


def delete_planned_exercise(planned_exercise_id: int) -> None:
    """Delete a planned exercise with its sets; LookupError when there is none."""
    with step():
        rows.remove("planned_exercise", planned_exercise_id)


def _parent(column: str, table: str, key: int) -> int:
    return int(found(fetch_one(f"SELECT {column} FROM {table} WHERE id = ?", key), key)[0])
