"""Read and store the check-in and the bodyweight at the end of a sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from planner.coach import bodyweight
from planner.coach.entry import UnclearText
from planner.coach.sheet_boxes import ASKED
from planner.coach.sheet_grid import ANSWERS, WEIGHT, Edits, SheetGrid, check_day
from planner.coach.wording import mass
from planner.engine.terms import CheckIn, Unit
from planner.language import tr
from planner.storage import clients

_ANSWER = re.compile("[1-5]")


def answer_problem(grid: SheetGrid, key: str, text: str) -> str:
    """Return what is wrong with an answer of the check-in or a bodyweight, or ''.

    One that cannot be read is none.
    """
    if text.strip() == ASKED:
        return ""
    try:
        if key == WEIGHT:
            _weight_kg(text, grid.unit)
        else:
            _answer(text)
    except UnclearText as problem:
        return str(problem)
    return ""


def weight_question(grid: SheetGrid, text: str) -> str:
    """Return what to ask about a bodyweight that looks like a slip, or ''."""
    if text.strip() == ASKED:
        return ""
    kg = _weight_kg(text, grid.unit)
    return "" if kg is None else bodyweight.doubt(kg, grid.bodyweight_kg, grid.unit)


def save(grid: SheetGrid, edits: Edits) -> dict[str, str]:
    """Store check-in and bodyweight; return the texts that cannot be read."""
    on = check_day(grid.sessions, edits)
    typed = {k: text for k, text in edits.items() if k in grid.answers and text.strip() != ASKED}
    wrong = {key: text for key, text in typed.items() if answer_problem(grid, key, text)}
    clear = {key: text for key, text in typed.items() if key not in wrong}
    if on is None or not clear:
        return wrong
    weight = clear.pop(WEIGHT, None)
    if weight is not None:
        _save_weight(grid, on, weight)
    answers = {
        name: _answer(clear[f"check.{name}"]) for name in ANSWERS if f"check.{name}" in clear
    }
    if answers:
        before = clients.check_in(grid.lifter_id, on) or CheckIn(on)
        clients.save_check_in(grid.lifter_id, _answered(before, answers))
    return wrong


def _answered(before: CheckIn, answers: dict[str, int | None]) -> CheckIn:
    made = {name: answers.get(name, getattr(before, name)) for name in ANSWERS}
    return replace(before, **made)


def _save_weight(grid: SheetGrid, on: date, text: str) -> None:
    kg = _weight_kg(text, grid.unit)
    if kg is None:
        clients.forget_bodyweight(grid.lifter_id, on)
    else:
        clients.record_bodyweight(grid.lifter_id, on, kg)


def _answer(text: str) -> int | None:
    if not text.strip():
        return None
    if not _ANSWER.fullmatch(text.strip()):
        raise UnclearText(tr("1 to 5, as on the sheet; empty when there is no answer."))
    return int(text)


def _weight_kg(text: str, unit: Unit) -> float | None:
    if not text.strip():
        return None
    kg = bodyweight.read(text, unit)
    if kg is None:
        least, most = (mass(each, unit, 0) for each in (bodyweight.LEAST_KG, bodyweight.MOST_KG))
        words = tr("A bodyweight is between {least} and {most} {unit}.")
        raise UnclearText(words.format(least=least, most=most, unit=unit))
    return kg
