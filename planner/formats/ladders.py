"""Difficulty ladders: a TOML text to ladders of exercises, each step harder than the last.

A file holds one table a ladder, headed by its slug. `steps` are exercises by slug, easiest first;
what a set of each should reach is one `count` for all or `counts`, one a step, in the unit in
which the steps are measured (reps, seconds, metres, quality).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.formats.library import BadLibrary

FIELDS = frozenset({"name", "goal", "sets", "count", "counts", "steps"})
FEWEST_STEPS = 2


@dataclass(frozen=True, slots=True)
class Ladder:
    """Exercises that replace a rising load. `counts` has one number a step.

    A step is done when that many are reached cleanly in each of `sets` sets; then the next one
    comes.
    """

    slug: str
    name: str
    goal: str
    sets: int
    counts: tuple[int, ...]
    steps: tuple[str, ...]


def ladders(text: str) -> list[Ladder]:
    """Read a file of ladders, in the order written.

    Raises BadLibrary, naming the ladder, for text that is not TOML, for unknown and missing
    fields, for a ladder of one step, a step that stands twice, and counts that do not fit.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLibrary(f"ladders: {error}") from error
    return [_checked(slug, entry) for slug, entry in document.items()]


def _checked(slug: str, entry: Any) -> Ladder:
    try:
        ladder = _ladder(slug, entry)
        _check(ladder)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadLibrary(f"{slug}: {error}") from error
    return ladder


def _ladder(slug: str, entry: Mapping[str, Any]) -> Ladder:
    if unknown := entry.keys() - FIELDS:
        raise ValueError(f"unknown fields: {', '.join(sorted(unknown))}")
    if ("count" in entry) == ("counts" in entry):
        raise ValueError("one of count and counts is needed")
    steps = tuple(entry["steps"])
    counts = tuple(entry.get("counts", [entry.get("count")] * len(steps)))
    return Ladder(slug, entry["name"], entry["goal"], entry["sets"], counts, steps)


def _check(ladder: Ladder) -> None:
    if len(ladder.steps) < FEWEST_STEPS:
        raise ValueError("a ladder needs two steps")
    if len(set(ladder.steps)) < len(ladder.steps):
        raise ValueError("a step stands twice")
    if len(ladder.counts) != len(ladder.steps):
        raise ValueError("counts and steps are not as many")
    if min(ladder.sets, *ladder.counts) < 1:
        raise ValueError("sets and counts start at one")
