"""The week's sheet: what stands on the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import wording
from planner.coach.print_choice import Layout
from planner.coach.studio import Studio
from planner.engine import expecting
from planner.engine.expecting import Gaining
from planner.engine.phase import Gain
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import QUIET_MM, Code, Mark, Picture, Rule, Stem, Style, Text
from tests.ui.paper_sheets import (
    A4,
    LETTER,
    LOGO,
    PORTRAIT,
    all_words,
    fonts as fonts,
    line,
    long_sheet,
    outside,
    overlapping,
    rows,
    session,
    sheet,
    week,
    width,
)


def test_the_sheet_reads_like_the_week():
    (page,) = pages(week(), A4)
    assert rows(page) == [
        "Coach: Studio Nord",
        "Sam Lifter | Strength block 2 · Week 4 of 6 · 2–8 November 2026",
        "PL4K7Q",
        "Mon 2 · Lower A | Date | Tue 3 · Upper A | Date",
        "Exercise | Sets | Load | RIR | Rest | Done (load × reps)"
        " | Exercise | Sets | Load | RIR | Rest | Done (load × reps)",
        "Bench press | 4×8 | 55 | 2 | 2 min",
        "Back squat | 5×5 | 102.5 | 2 | 3 min",
        "Warm-up | bar×8 | 60×5",
        "Single-leg balance",
        "2×8 | bw | – | 1 min",
        "reach",
        "Thu 5 · Lower B | Date",
        "Exercise | Sets | Load | RIR | Rest | Done (load × reps)",
        "Deadlift | 3×5 | 120 | 2 | 2 min",
        "This week | Squat: early gains have levelled off. | Check-in | (1–5) | Sleep | Soreness"
        " | Mood | Energy | Bodyweight | kg",
        "RIR = good reps you could still have done.",
        "Loads in kg · printed 1 Nov 2026"
        " · code PL4K7Q opens this week in the planner (Ctrl+G) · page 1 of 1",
    ]


def test_a_lifter_without_coach_has_no_coach_line():
    (page,) = pages(replace(week(), coach=""), A4)
    assert "Coach" not in all_words([page])


def test_a_tempo_stands_below_its_exercise_and_nowhere_else():
    slow = line("Split squat", tempo="3-1-3-0")
    (page,) = pages(sheet(session("Mon", slow, line("Leg curl")), session("Tue", line("Row"))), A4)
    (tempo,) = (mark for mark in page if isinstance(mark, Text) and "Tempo" in mark.words)
    name = next(mark for mark in page if isinstance(mark, Text) and mark.words == "Split squat")
    assert tempo.words == "Tempo 3-1-3-0"
    assert (tempo.x, tempo.y) == (name.x, pytest.approx(name.y + name.height))


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
def test_the_key_stands_on_every_page_of_sessions_and_once_on_each(paper):
    day = session("Day", *(line(f"Exercise {n}") for n in range(9)))
    made = pages(sheet(*[day] * 14), paper)
    assert len(made) > 1
    counts = [all_words([page]).count("RIR=goodreps") for page in made]
    assert counts == [1] * len(made)
    assert not [pair for page in made for pair in overlapping(page)]


def test_each_side_stands_below_the_sets():
    (page,) = pages(sheet(session("Mon", line("Split squat", "3×8–12\neach side"))), A4)
    sets, side = (
        next(mark for mark in page if isinstance(mark, Text) and mark.words == words)
        for words in ("3×8–12", "each side")
    )
    assert (side.x, side.y) == (sets.x, pytest.approx(sets.y + sets.height))


def test_what_is_done_in_turn_is_bound_by_a_line_and_nothing_else_is():
    bound = [line("Curl", superset="A1"), line("Pushdown", superset="A2"), line("Row")]
    alone = [line("Squat", superset="B1"), line("Plank")]
    (page,) = pages(sheet(session("Mon", *bound), session("Tue", *alone)), A4)
    stems = sorted((mark for mark in page if isinstance(mark, Stem)), key=lambda mark: mark.y)
    assert len(stems) == 2
    assert stems[0].y + stems[0].height == pytest.approx(stems[1].y)


@pytest.mark.parametrize("layout", Layout)
def test_logo_footer_and_code_stand_on_every_page(layout):
    twice = long_sheet().sessions * 2
    studio = Studio(LOGO, "12 Main Street")
    made = pages(replace(long_sheet(), sessions=twice, studio=studio), A4, layout)
    assert len(made) > 1
    for page in made:
        (logo,) = (mark for mark in page if isinstance(mark, Picture))
        (code,) = (mark for mark in page if isinstance(mark, Code))
        assert (logo.width, logo.height) == (40, 10)
        assert code.width + 2 * QUIET_MM >= 12
        assert "12MainStreet" in all_words([page])
        near = [other for other in page if other is not code and not isinstance(other, Rule)]
        assert all(distance(code, other) >= QUIET_MM - 0.01 for other in near)


def distance(code: Code, other: Mark) -> float:
    """Return how much white there is between a code and another mark."""
    across = max(code.x - other.x - width(other), other.x - code.x - code.width)
    down = max(code.y - other.y - other.height, other.y - code.y - code.height)
    return max(across, down)


def test_a_superset_and_a_note_are_printed():
    (page,) = pages(sheet(session("Mon", line("Curl", superset="A", note="Elbows still."))), A4)
    assert {"A  Curl", "Elbows still."} <= {m.words for m in page if isinstance(m, Text)}


def test_pages_are_counted_and_the_bodyweight_is_asked_once():
    made = pages(long_sheet(), A4)
    for number, page in enumerate(made, start=1):
        assert f"page{number}of{len(made)}" in all_words([page])
    assert all_words(made).count("Bodyweight") == 1


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
def test_early_gains_are_told_whole_however_long_the_names(paper):
    began = date(2026, 10, 5)
    lifts = [
        Gaining(
            slug, f"Single-arm dumbbell overhead carry, {slug}", began, began, Gain(0.08, 0.03), 0.9
        )
        for slug in ("left", "right", "slow")
    ]
    line = wording.render(expecting.note(lifts))
    made = pages(replace(week(), this_week=(line,)), paper)
    assert "".join(line.split()) in all_words(made)
    assert not [mark for page in made for mark in outside(page, paper)]
    assert not [pair for page in made for pair in overlapping(page)]


@pytest.mark.parametrize("paper", [A4, PORTRAIT])
def test_the_key_keeps_off_what_is_told_of_the_week(paper):
    made = pages(replace(week(), this_week=("Squat: early gains. " * 20,)), paper)
    texts = [mark for mark in made[-1] if isinstance(mark, Text)]
    (key,) = (mark for mark in texts if mark.words.startswith("RIR ="))
    told = max(mark.y for mark in texts if "gains" in mark.words)
    assert key.y - told - Style.BODY.line_mm >= 1.0
