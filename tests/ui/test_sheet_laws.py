"""The week's sheet: nothing is lost at any length."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach.print_choice import Layout
from planner.coach.sheet import SheetLine, SheetSession
from planner.coach.studio import Studio
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import Box
from tests.ui.paper_sheets import (
    A4,
    LETTER,
    LETTER_PORTRAIT,
    LOGO,
    PORTRAIT,
    all_words,
    fonts as fonts,
    outside,
    overlapping,
    sheet,
)

LETTERS = (*"abcdefgilmnorstwWMéßЖλ·()-שלוםمرحبไทยहस日本🏋", "हि", "हिं")  # no vowel sign alone
SIGNS = "0123456789×–.@bw+"
words = st.lists(st.sampled_from(LETTERS), max_size=40).map("".join)
names = st.lists(words, max_size=4).map(" ".join)


def written(rng: Random, letters: Sequence[str], longest: int) -> str:
    """Make up a text: none, one letter, as long as may be, or anything between."""
    count = rng.choice((0, 1, longest, *(rng.randint(1, longest) for _ in range(3))))
    return "".join(rng.choices(letters, k=count))


def any_line(seed: int) -> SheetLine:
    """Make up a line; to draw it letter by letter would take longer than to lay it out."""
    rng = Random(seed)
    name, note = (
        " ".join(written(rng, LETTERS, 40) for _ in range(rng.randint(0, 4))) for _ in range(2)
    )
    sets, load, rir, rest = (written(rng, SIGNS, 12) for _ in range(4))
    warm_up = tuple(written(rng, SIGNS, 12) for _ in range(rng.choice((0, 0, 2, 7))))
    return SheetLine(
        name, sets, load, rir, rng.choice(("", "3-1-3-0")), rest, rng.randint(0, 12),
        rng.choice(("", "A")), note, warm_up=warm_up,
    )  # fmt: skip


any_session = st.builds(
    SheetSession,
    title=names,
    note=names,
    lines=st.lists(st.integers(0, 2**32).map(any_line), max_size=8).map(tuple),
)


@given(
    sessions=st.lists(any_session, max_size=4).map(tuple),
    lifter=names,
    heading=names,
    coach=names,
    told=st.lists(names, max_size=3).map(tuple),
    questions=st.lists(st.text("abcxyz", max_size=12), max_size=7).map(tuple),
    footer=names,
    logo=st.booleans(),
    paper=st.sampled_from([A4, LETTER, PORTRAIT, LETTER_PORTRAIT]),
    layout=st.sampled_from(Layout),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_overlaps_or_leaves_the_page_whatever_is_written(
    sessions, lifter, heading, coach, told, questions, footer, logo, paper, layout
):
    given_sheet = sheet(
        *sessions,
        lifter=lifter,
        heading=heading,
        coach=coach,
        this_week=told,
        check_in=questions,
        studio=Studio(LOGO if logo else b"", footer),
    )
    made = pages(given_sheet, paper, layout)
    assert not [mark for page in made for mark in outside(page, paper)]
    assert not [pair for page in made for pair in overlapping(page)]
    boxes = [mark for page in made for mark in page if isinstance(mark, Box)]
    feet = max(1, len(sessions)) if layout is Layout.SINGLE else 1
    sets = sum(entry.boxes for each in sessions for entry in each.lines)
    assert len(boxes) == sets + len(sessions) + feet * (len(questions) + 1)
    assert all(box.width >= 10 and box.height >= 7 for box in boxes)
    printed = all_words(made)
    for each in sessions:
        for entry in each.lines:
            assert "".join(entry.exercise.split()) in printed
