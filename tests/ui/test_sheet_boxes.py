"""The week's sheet: boxes that a hand can write in."""

from __future__ import annotations

from collections import Counter

import pytest

from planner.coach.print_choice import Layout
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import Box, Text, Tick
from planner.ui.sheet_table import DATE_MM
from tests.ui.paper_sheets import (
    A4,
    LETTER,
    LETTER_PORTRAIT,
    PORTRAIT,
    all_words,
    boxes_of,
    fonts as fonts,
    line,
    outside,
    overlapping,
    session,
    sheet,
    week,
)


def test_there_is_a_box_for_every_set_and_every_question():
    (page,) = pages(week(), A4)
    boxes = [mark for mark in page if isinstance(mark, Box)]
    dates, weight = 3, 1
    assert len(boxes) == 5 + 2 + 4 + 3 + 4 + dates + weight
    assert sum(isinstance(mark, Tick) for mark in page) == 2


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
@pytest.mark.parametrize("sets", [3, 4, 5, 6])
@pytest.mark.parametrize("tempo", ["", "3-1-3-0"])
def test_a_box_holds_load_and_reps_written_by_hand(paper, sets, tempo):
    lifts = [
        line("Single-leg balance reach", f"{sets}×12–15", "122.5", sets, rest="2:30 min"),
        *(line(f"Exercise {n}", f"{sets}×8", boxes=sets, tempo=tempo) for n in range(4)),
    ]
    (page,) = pages(sheet(session("Mon", *lifts), session("Tue", *lifts)), paper)
    assert len(boxes_of(page)) == 10 * sets
    assert min(box.width for box in boxes_of(page)) >= 16
    assert not [*outside(page, paper), *overlapping(page)]


def test_boxes_are_narrower_where_that_saves_a_page_and_no_narrower_than_a_number():
    day = session("Day", *(line(f"Exercise {n}", "5×5", boxes=5) for n in range(7)))
    (page,) = pages(sheet(*[day] * 4), A4)
    assert 10 <= min(box.width for box in boxes_of(page)) < 16
    assert min(box.height for box in boxes_of(page)) >= 7


def test_few_sets_have_wide_boxes_beside_narrow_ones_of_many():
    lifts = (line("Back squat", "5×5", boxes=5), *(line(f"Exercise {n}") for n in range(7)))
    day = session("Day", *lifts)
    (page,) = pages(sheet(*[day] * 4), A4)
    widths = sorted(box.width for box in boxes_of(page))
    assert widths[0] < 16
    assert widths[-1] == 16


def test_ten_sets_take_more_rows_of_boxes():
    (page,) = pages(sheet(session("Mon", line("Back squat", boxes=10))), A4)
    assert sorted(Counter(round(box.y, 1) for box in boxes_of(page)).values()) == [2, 4, 4]


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_three_sets_stand_side_by_side_even_beside_a_tempo_and_long_rests(paper):
    wide = line("Single-leg balance reach", "3×12–15", "122.5", 3, rest="2:30 min", tempo="3-1-3-0")
    (page,) = pages(sheet(session("Mon", wide), session("Tue", line("Row"))), paper)
    assert len({box.y for box in boxes_of(page)[:3]}) == 1


def test_warm_ups_of_all_exercises_are_squares_to_tick_below_their_names():
    many = line("Back squat", warm_up=tuple(f"{kg}×5" for kg in range(20, 220, 10)))
    (page,) = pages(sheet(session("Mon", many)), A4)
    ticks = [mark for mark in page if isinstance(mark, Tick)]
    name = next(mark for mark in page if isinstance(mark, Text) and mark.words == "Back squat")
    assert len(ticks) == 20
    assert min(tick.y for tick in ticks) > name.y
    assert not [*outside(page, A4), *overlapping(page)]


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT, LETTER_PORTRAIT])
def test_one_session_a_page_has_larger_boxes_lines_for_notes_and_its_own_check_in(paper):
    made = pages(week(), paper, Layout.SINGLE)
    assert len(made) == len(week().sessions)
    for page, each in zip(made, week().sessions, strict=True):
        said = all_words([page])
        assert "".join(each.title.split()) in said
        assert all(word in said for word in ("Notes", "Check-in", "Bodyweight", "Date"))
        sets = [box for box in boxes_of(page) if box.width != DATE_MM]
        assert min(box.width for box in sets) >= 16
        assert min(box.height for box in sets) >= 9
        assert not [*outside(page, paper), *overlapping(page)]


def test_a_long_session_on_a_page_of_its_own_gives_up_lines_and_large_boxes_first():
    day = session("Day", *(line(f"Exercise {n}", "5×5", boxes=5) for n in range(20)))
    (page,) = pages(sheet(day), PORTRAIT, Layout.SINGLE)
    assert min(box.height for box in boxes_of(page)) < 11
    assert not [*outside(page, PORTRAIT), *overlapping(page)]
