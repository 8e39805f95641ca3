"""The answers of a check-in: how many were given, and one of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.engine.terms import CheckIn, Side, area_and_side, soreness_of, stored_area

Mark = tuple[int, Side]  # how sore, 1–5, and where
Marks = Mapping[str, Mark]  # by area, as SoreArea has them or as another program named them
MOOD = "mood"  # the lifter's own: it is not among what is counted
QUESTIONS = ("sleep", "soreness", "motivation", "energy")


def answer(made: CheckIn, question: str) -> int | None:
    """Return an answer, 1–5, to one of QUESTIONS or MOOD; soreness may be of the sorest area."""
    answers = {
        "sleep": made.sleep,
        "soreness": soreness_of(made),
        MOOD: made.mood,
        "motivation": made.motivation,
        "energy": made.energy,
    }
    return answers[question]


def given(made: CheckIn) -> int:
    """Return how many of QUESTIONS were answered."""
    return sum(answer(made, question) is not None for question in QUESTIONS)


def with_answer(made: CheckIn, question: str, value: int | None) -> CheckIn:
    """Return a check-in with another answer to one of QUESTIONS or MOOD; None takes it back."""
    if question == "sleep":
        return replace(made, sleep=value)
    if question == "soreness":
        return replace(made, soreness=value)
    if question == MOOD:
        return replace(made, mood=value)
    if question == "motivation":
        return replace(made, motivation=value)
    return replace(made, energy=value)


def marks(made: CheckIn) -> dict[str, Mark]:
    """Return the sore areas; where left and right were told apart, the sorer side of an area."""
    found: dict[str, Mark] = {}
    for stored, value in made.sore_areas:
        area, side = area_and_side(stored)
        if area not in found or found[area][0] < value:
            found[area] = (value, side)
    return found


def with_marks(made: CheckIn, wanted: Marks) -> CheckIn:
    """Return a check-in with other sore areas; those whose mark is the same stay as stored."""
    before = marks(made)
    stay = tuple(
        (stored, value)
        for stored, value in made.sore_areas
        if (area := area_and_side(stored)[0]) in wanted and wanted[area] == before[area]
    )
    new = tuple(
        (stored_area(area, side), value)
        for area, (value, side) in wanted.items()
        if before.get(area) != (value, side)
    )
    return replace(made, sore_areas=stay + new)
