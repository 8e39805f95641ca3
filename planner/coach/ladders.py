"""Progress by difficulty: which ladders an exercise stands on, and what comes after it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from planner.formats import ladders as ladder_format
from planner.formats.ladders import Ladder
from planner.language import tr


def ladders() -> list[Ladder]:
    """Return the shipped ladders in the language in use, in the order written."""
    return list(map(_said, _shipped()))


def ladder_of(slug: str) -> list[tuple[Ladder, int]]:
    """Return the ladders that an exercise is a step of, each with its place, counted from 0."""
    found = [each for each in _shipped() if slug in each.steps]
    return [(_said(each), each.steps.index(slug)) for each in found]


def next_step(slug: str) -> str | None:
    """Return the slug of the next harder exercise; None on no ladder, or at the top of all.

    An exercise at the top of one ladder may be the foot of another, which then goes on.
    """
    above = (ladder.steps[place + 1 :] for ladder, place in ladder_of(slug))
    return next((steps[0] for steps in above if steps), None)


def _said(ladder: Ladder) -> Ladder:
    return replace(ladder, name=tr(ladder.name), goal=tr(ladder.goal))


@cache
def _shipped() -> tuple[Ladder, ...]:
    text = files("planner.resources").joinpath("ladders.toml").read_text("utf-8")
    return tuple(ladder_format.ladders(text))
