"""Exercises in the language in use: the shipped ones translated, one's own as they were typed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from planner.engine.terms import Exercise
from planner.language import collated, tr


def said(stored: Iterable[Exercise]) -> Mapping[str, Exercise]:
    """Say all exercises, by name, under their slugs.

    What an own exercise is called means that one: a shipped one keeps its English name then.
    """
    known = list(stored)
    taken = frozenset(alias for each in known for alias in each.aliases)
    typed = [name for each in known if each.custom for name in (each.name, *each.aliases)]
    own = frozenset(map(str.casefold, typed))
    return by_name(
        each if each.custom or tr(each.name).casefold() in own else _translated(each, taken)
        for each in known
    )


def by_name(made: Iterable[Exercise]) -> Mapping[str, Exercise]:
    """Return exercises by name, under their slugs."""
    ordered = sorted(made, key=lambda exercise: (collated(exercise.name), exercise.slug))
    return {exercise.slug: exercise for exercise in ordered}


def _translated(exercise: Exercise, taken: Container[str]) -> Exercise:
    name, english = tr(exercise.name), exercise.name
    also = () if name == english or english in taken else (english,)
    return replace(
        exercise,
        name=name,
        aliases=(*also, *exercise.aliases),
        cues=tuple(map(tr, exercise.cues)),
        faults=tuple(map(tr, exercise.faults)),
    )
