"""Machines of one movement: what a lift was split into when its loads jumped."""

from __future__ import annotations

from planner.engine import evidence
from planner.engine.terms import Exercise
from planner.storage import library
from planner.storage.unchanged import library_unchanged


def others(slug: str) -> tuple[str, ...]:
    """Return the slugs of the other machines that a lift was split into, or was split from."""
    return library_unchanged("machines", _by_slug).get(slug, ())


def _by_slug() -> dict[str, tuple[str, ...]]:
    split = [each for each in library.exercises() if _is_split(each)]
    groups: dict[str, list[str]] = {}
    for each in split:
        groups.setdefault(_first(each), [_first(each)]).append(each.slug)
    return {
        slug: tuple(each for each in group if each != slug)
        for group in groups.values()
        for slug in group
    }


def _is_split(exercise: Exercise) -> bool:
    alike = exercise.similarity == evidence.SAME_MOVEMENT.value
    return exercise.custom and alike and exercise.parent is not None


def _first(exercise: Exercise) -> str:
    """Return the machine that was split first: another one may be split anew."""
    while exercise.parent is not None and _is_split(exercise):
        exercise = library.exercise(exercise.parent)
    return exercise.slug
