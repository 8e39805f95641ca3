"""Sheets made by hand, and what can be read from their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from planner.coach.sheet import Sheet, SheetLine, SheetSession
from planner.ui import theme
from planner.ui.sheet_frame import MARGIN_MM, Paper
from planner.ui.sheet_marks import Box, Mark, Page, Rule, Stem, Text, advance
from planner.ui.sheet_table import DATE_MM

A4, LETTER, PORTRAIT = Paper(297, 210), Paper(279.4, 215.9), Paper(210, 297)
LETTER_PORTRAIT = Paper(215.9, 279.4)
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"/>'
CLOSE_MM = 0.2  # nearer than a pen is wide


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    """Let sheets be measured in the program's own letters."""
    theme.load_fonts()


def line(
    name: str, sets: str = "3×8", load: str = "60", boxes: int = 3, **more: object
) -> SheetLine:
    facts = {"rir": "2", "tempo": "", "rest": "2 min", "superset": "", "note": "", **more}
    return SheetLine(exercise=name, sets=sets, load=load, boxes=boxes, **facts)


def session(title: str, *lines: SheetLine, note: str = "") -> SheetSession:
    return SheetSession(title, note, lines)


def sheet(*sessions: SheetSession, **changes: object) -> Sheet:
    made = Sheet(
        lifter="Sam Lifter",
        heading="Strength block 2 · Week 4 of 6 · 2–8 November 2026",
        coach="Studio Nord",
        sessions=sessions,
        this_week=("Squat: early gains have levelled off.",),
        glossary="RIR = good reps you could still have done.",
        check_in=("Sleep", "Soreness", "Mood", "Energy"),
        bodyweight_unit="kg",
        unit_note="Loads in kg",
        printed="printed 1 Nov 2026",
        code="PL4K7Q",
    )
    return replace(made, **changes)


def week() -> Sheet:
    return sheet(
        session(
            "Mon 2 · Lower A",
            line("Back squat", "5×5", "102.5", 5, rest="3 min", warm_up=("bar×8", "60×5")),
            line("Single-leg balance reach", "2×8", "bw", 2, rir="–", rest="1 min"),
        ),
        session("Tue 3 · Upper A", line("Bench press", "4×8", "55", 4)),
        session("Thu 5 · Lower B", line("Deadlift", "3×5", "120", 3)),
    )


def long_sheet() -> Sheet:
    rows = tuple(
        line(f"Exercise number {n} that has a name of some length", "10×3–5", boxes=10)
        for n in range(14)
    )
    return sheet(session("Mon 2 · Everything", *rows))


def rows(page: Page) -> list[str]:
    """Return the text of a page as it is read: line by line, from left to right."""
    texts = sorted((mark for mark in page if isinstance(mark, Text)), key=foot)
    found: list[list[Text]] = []
    for text in texts:
        if found and foot(text) - foot(found[-1][0]) < 1.0:
            found[-1].append(text)
        else:
            found.append([text])
    return [" | ".join(t.words for t in sorted(row, key=lambda t: t.x)) for row in found]


def foot(text: Text) -> float:
    return text.y + text.height


def ink(page: Page) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of every text and box, less a pen's width."""
    return [
        (
            mark.x + CLOSE_MM,
            mark.y + CLOSE_MM,
            mark.x + width(mark) - CLOSE_MM,
            mark.y + mark.height - CLOSE_MM,
        )
        for mark in page
        if not isinstance(mark, Rule | Stem)
    ]


def width(mark: Mark) -> float:
    return advance(mark.words, mark.style) if isinstance(mark, Text) else mark.width


def overlapping(page: Page) -> list[tuple[object, object]]:
    return [
        (a, b)
        for a, b in combinations(ink(page), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def outside(page: Page, paper: Paper) -> list[Mark]:
    edge = MARGIN_MM - 0.3
    return [
        mark
        for mark in page
        if mark.x < edge
        or mark.y < edge
        or mark.x + width(mark) > paper.width - edge
        or mark.y + mark.height > paper.height - edge
    ]


def all_words(made: Sequence[Page]) -> str:
    return "".join("".join(m.words.split()) for page in made for m in page if isinstance(m, Text))


def boxes_of(page: Page) -> list[Box]:
    """Return the boxes for sets: those for dates, check-in and bodyweight lie elsewhere."""
    boxes = [mark for mark in page if isinstance(mark, Box)][: -len(sheet().check_in) - 1]
    return [box for box in boxes if box.width != DATE_MM]
