"""Read and store whole branches of a plan, one statement a level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import library, models, rows
from planner.storage.rows import Layout, fetch, fetch_one

MESOCYCLE = Layout(models.Mesocycle, Mesocycle)
WEEK = Layout(models.Microcycle, Microcycle)
SESSION = Layout(models.PlannedSession, PlannedSession)
EXERCISE = Layout(models.PlannedExercise, PlannedExercise)
SET = Layout(models.PlannedSet, PlannedSet)


def mesocycle(mesocycle_id: int) -> Mesocycle:
    """Read a whole mesocycle; LookupError when there is none, or it is in the trash."""
    sql = f"SELECT {MESOCYCLE.columns('m')} FROM mesocycle m WHERE id = ? AND deleted_at IS NULL"
    row = rows.found(fetch_one(sql, mesocycle_id), mesocycle_id)
    found = weeks("w.mesocycle_id = ?", mesocycle_id)
    return MESOCYCLE.read([row], weeks=[tuple(found)])[0]


def weeks(where: str, *parameters: Any) -> list[Microcycle]:
    """Return the weeks, alias w, for which a condition holds, by number."""
    content = sessions(f"p.microcycle_id IN ({_ids('microcycle w', where)})", *parameters)
    sql = (
        f"SELECT w.id, {WEEK.columns('w')} FROM microcycle w WHERE {where} ORDER BY w.number, w.id"
    )
    found = fetch(sql, *parameters)
    return WEEK.read(found, skip=1, sessions=[tuple(content[row[0]]) for row in found])


def sessions(where: str, *parameters: Any) -> dict[int, list[PlannedSession]]:
    """Return the planned sessions, alias p, for which a condition holds, by week's id and day."""
    within = f"x.planned_session_id IN ({_ids('planned_session p', where)})"
    content = exercises(within, *parameters)
    found = fetch(
        f"SELECT p.microcycle_id, p.id, {SESSION.columns('p')} FROM planned_session p "
        f"WHERE {where} ORDER BY p.day, p.position, p.id",
        *parameters,
    )
    made = SESSION.read(found, skip=2, exercises=[tuple(content[row[1]]) for row in found])
    return rows.grouped((row[0] for row in found), made)


def exercises(where: str, *parameters: Any) -> dict[int, list[PlannedExercise]]:
    """Return the planned exercises, alias x, for which a condition holds, by session's id."""
    content = _sets(f"t.planned_exercise_id IN ({_ids('planned_exercise x', where)})", *parameters)
    found = fetch(
        f"SELECT x.planned_session_id, x.id, e.slug, {EXERCISE.columns('x')} "
        "FROM planned_exercise x JOIN exercise e ON e.id = x.exercise_id "
        f"WHERE {where} ORDER BY x.position, x.id",
        *parameters,
    )
    made = EXERCISE.read(
        found,
        skip=3,
        exercise=[row[2] for row in found],
        sets=[tuple(content[row[1]]) for row in found],
    )
    return rows.grouped((row[0] for row in found), made)


def sets(planned_exercise_id: int) -> dict[int | None, tuple[PlannedSet, int]]:
    """Return the sets of a planned exercise with their positions by id, in order."""
    found = fetch(
        f"SELECT t.position, {SET.columns('t')} FROM planned_set t "
        "WHERE t.planned_exercise_id = ? ORDER BY t.position, t.id",
        planned_exercise_id,
    )
    made = SET.read(found, skip=1)
    return {each.id: (each, row[0]) for each, row in zip(made, found, strict=True)}


def _sets(where: str, *parameters: Any) -> dict[int, list[PlannedSet]]:
    found = fetch(
        f"SELECT t.planned_exercise_id, {SET.columns('t')} FROM planned_set t "
        f"WHERE {where} ORDER BY t.position, t.id",
        *parameters,
    )
    return rows.grouped((row[0] for row in found), SET.read(found, skip=1))


def _ids(table: str, where: str) -> str:
    return f"SELECT {table[-1]}.id FROM {table} WHERE {where}"


def add_mesocycles(lifter_id: int, mesocycles: Sequence[Mesocycle]) -> list[int]:
    """Store new mesocycles with all their content; return their ids."""
    ids = rows.add(MESOCYCLE, mesocycles, lifter_id=[lifter_id] * len(mesocycles))
    add_weeks((key, each.weeks) for key, each in zip(ids, mesocycles, strict=True))
    return ids


def add_weeks(groups: Iterable[tuple[int, Sequence[Microcycle]]]) -> list[int]:
    """Store new weeks, each group below its mesocycle's id; return their ids."""
    weeks, parents, _ = rows.spread(groups)
    ids = rows.add(WEEK, weeks, mesocycle_id=parents)
    add_sessions((key, each.sessions) for key, each in zip(ids, weeks, strict=True))
    return ids


def add_sessions(
    groups: Iterable[tuple[int, Sequence[PlannedSession]]], start: int = 0
) -> list[int]:
    """Store new planned sessions, each group below its week's id; return their ids."""
    sessions, parents, places = rows.spread(groups, start)
    ids = rows.add(SESSION, sessions, microcycle_id=parents, position=places)
    add_exercises((key, each.exercises) for key, each in zip(ids, sessions, strict=True))
    return ids


def add_exercises(
    groups: Iterable[tuple[int, Sequence[PlannedExercise]]], start: int = 0
) -> list[int]:
    """Store new planned exercises, each group below its session's id; return their ids.

    Raises LookupError for an exercise that is not in the library.
    """
    planned, parents, places = rows.spread(groups, start)
    slugs = library.ids_of(each.exercise for each in planned)
    ids = rows.add(
        EXERCISE, planned, planned_session_id=parents, position=places, exercise_id=slugs
    )
    add_sets((key, each.sets) for key, each in zip(ids, planned, strict=True))
    return ids


def add_sets(groups: Iterable[tuple[int, Sequence[PlannedSet]]]) -> list[int]:
    """Store new planned sets, each group below its planned exercise's id; return their ids."""
    sets, parents, places = rows.spread(groups)
    return rows.add(SET, sets, planned_exercise_id=parents, position=places)
