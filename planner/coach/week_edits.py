"""Edit what a week holds: sessions and their exercises; each is called inside one undo step.

Sessions that are done are refused: they stay as they were planned.
"""

from __future__ import annotations

from dataclasses import replace

from planner.coach import done_sessions, drills_once, filling
from planner.coach.easing_today import fresh_copy
from planner.engine.terms import PlannedExercise, PlannedSession, PlannedSet
from planner.storage import library, plan


def add_session(week_id: int, day: int, name: str) -> int:
    """Add a session on a day (0 is the week's first day); return its id."""
    return plan.add_planned_session(week_id, PlannedSession(name.strip(), day))


def rename_session(planned_session_id: int, name: str) -> None:
    """Give a planned session another name."""
    done_sessions.keep_sessions([planned_session_id])
    session = plan.planned_session(planned_session_id)
    plan.update_planned_session(replace(session, name=name.strip()))


def duplicate_session(planned_session_id: int, day: int, week_id: int | None = None) -> int:
    """Copy a planned session to a day of its week, or of another; return the copy's id."""
    session = plan.planned_session(planned_session_id)
    target = plan.week_of(planned_session_id) if week_id is None else week_id
    return plan.add_planned_session(target, replace(fresh_copy(session), day=day))


def add_exercise(planned_session_id: int, slug: str, position: int | None = None) -> int:
    """Add an exercise with a sensible default prescription; return its id."""
    done_sessions.keep_sessions([planned_session_id])
    drills_once.keep_once(planned_session_id, slug)
    exercise = library.exercise(slug)
    made = PlannedExercise(slug, filling.default_sets(exercise))
    return plan.add_planned_exercise(planned_session_id, made, position)


def prescribe(planned_exercise_id: int, sets: tuple[PlannedSet, ...]) -> None:
    """Replace the sets of a planned exercise."""
    done_sessions.keep_lines([planned_exercise_id])
    plan.set_planned_sets(planned_exercise_id, sets)


def annotate(planned_exercise_id: int, rest_s: int | None, tempo: str, note: str) -> None:
    """Change rest, tempo and note of a planned exercise."""
    done_sessions.keep_lines([planned_exercise_id])
    made = plan.planned_exercise(planned_exercise_id)
    plan.update_planned_exercise(replace(made, rest_s=rest_s, tempo=tempo, note=note))
