"""Copies of what is planned: the same content without ids, so that a copy gets its own."""

from __future__ import annotations

from dataclasses import replace

from planner.engine.terms import PlannedExercise, PlannedSession


def copied(session: PlannedSession) -> PlannedSession:
    """Return a session, its exercises and sets without their ids."""
    return replace(
        session, id=None, uid="", exercises=tuple(map(copied_exercise, session.exercises))
    )


def copied_exercise(made: PlannedExercise) -> PlannedExercise:
    """Return a planned exercise and its sets without their ids."""
    sets = tuple(replace(entry, id=None, uid="") for entry in made.sets)
    return replace(made, id=None, uid="", sets=sets)
