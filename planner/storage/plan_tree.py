"""Read and store whole branches of a plan, one statement a level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import library, models, rows
from planner.storage.rows import Layout, fetch

MESOCYCLE = Layout(models.Mesocycle, Mesocycle)
WEEK = Layout(models.Microcycle, Microcycle)
SESSION = Layout(models.PlannedSession, PlannedSession)
EXERCISE = Layout(models.PlannedExercise, PlannedExercise)
SET = Layout(models.PlannedSet, PlannedSet)

T = TypeVar("T")


def weeks(where: str, *parameters: Any) -> list[Microcycle]:
    """Return the weeks, alias w, for which a condition holds, by number."""
    within = f"p.microcycle_id IN (SELECT w.id FROM microcycle w WHERE {where})"
    content = _grouped(sessions(within, *parameters))
    sql = f"SELECT {WEEK.columns('w')} FROM microcycle w WHERE {where} ORDER BY w.number, w.id"
    bare = [WEEK.read(row, sessions=()) for row in fetch(sql, *parameters)]
    return [replace(each, sessions=tuple(content[each.id])) for each in bare]


def sessions(where: str, *parameters: Any) -> list[tuple[int, PlannedSession]]:
    """Return (week's id, planned session), alias p, for which a condition holds, by day."""
    within = f"x.planned_session_id IN (SELECT p.id FROM planned_session p WHERE {where})"
    content = _grouped(exercises(within, *parameters))
    sql = (
        f"SELECT p.microcycle_id, {SESSION.columns('p')} FROM planned_session p "
        f"WHERE {where} ORDER BY p.day, p.position, p.id"
    )
    bare = [(key, SESSION.read(row, exercises=())) for key, *row in fetch(sql, *parameters)]
    return [(key, replace(each, exercises=tuple(content[each.id]))) for key, each in bare]


def exercises(where: str, *parameters: Any) -> list[tuple[int, PlannedExercise]]:
    """Return (session's id, planned exercise), alias x, for which a condition holds, in order."""
    within = f"t.planned_exercise_id IN (SELECT x.id FROM planned_exercise x WHERE {where})"
    content = _grouped(_sets(within, *parameters))
    sql = (
        f"SELECT x.planned_session_id, e.slug, {EXERCISE.columns('x')} FROM planned_exercise x "
        f"JOIN exercise e ON e.id = x.exercise_id WHERE {where} ORDER BY x.position, x.id"
    )
    bare = [
        (key, EXERCISE.read(row, exercise=slug, sets=()))
        for key, slug, *row in fetch(sql, *parameters)
    ]
    return [(key, replace(each, sets=tuple(content[each.id]))) for key, each in bare]


def _sets(where: str, *parameters: Any) -> list[tuple[int, PlannedSet]]:
    sql = (
        f"SELECT t.planned_exercise_id, {SET.columns('t')} FROM planned_set t "
        f"WHERE {where} ORDER BY t.position, t.id"
    )
    return [(key, SET.read(row)) for key, *row in fetch(sql, *parameters)]


def _grouped(found: Iterable[tuple[int, T]]) -> dict[int | None, list[T]]:
    groups: dict[int | None, list[T]] = defaultdict(list)
    for key, each in found:
        groups[key].append(each)
    return groups


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
