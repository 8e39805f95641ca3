"""The week's sheet: how words wrap and sessions part into pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.coach.print_choice import Layout
from planner.ui.sheet_frame import MARGIN_MM
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import Text
from tests.ui.paper_sheets import (
    A4,
    LETTER,
    PORTRAIT,
    all_words,
    fonts as fonts,
    line,
    long_sheet,
    outside,
    overlapping,
    session,
    sheet,
    week,
)


def test_a_word_of_a_name_is_not_broken_to_make_room_for_boxes():
    (page,) = pages(sheet(session("Mon", line("Supported hyperextension", boxes=4))), A4)
    assert "hyperextension" in {m.words for m in page if isinstance(m, Text)}


def test_what_is_done_has_words_in_place_of_boxes_and_no_page_of_its_own_while_more_is_to_do():
    squat = line("Back squat", boxes=0, done="12, 12, 11, 10 @\u00a0145\u00a0kg " * 5)
    over = replace(session("Mon", squat), done="Done on 3 Nov.")
    ahead = session("Thu", line("Deadlift"))
    (page,) = pages(sheet(over, ahead), A4)
    assert "Done on 3 Nov." in {m.words for m in page if isinstance(m, Text)}
    assert not overlapping(page)
    assert not outside(page, A4)
    (alone,) = pages(sheet(over, ahead), PORTRAIT, Layout.SINGLE)
    assert "Mon" not in all_words([alone])
    (whole,) = pages(sheet(over), PORTRAIT, Layout.SINGLE)
    assert "Done on 3 Nov." in {m.words for m in whole if isinstance(m, Text)}


def test_sessions_that_fit_a_page_are_never_split():
    day = session("Day", *(line(f"Exercise {n}") for n in range(9)))
    made = pages(sheet(*[day] * 7), A4)
    assert len(made) > 1
    assert "(continued)" not in all_words(made)


def test_a_session_longer_than_a_page_goes_on_under_its_name():
    made = pages(long_sheet(), A4)
    assert "Everything(continued)" in all_words(made)
    assert all_words(made).count("Done") == all_words(made).count("Everything")


def test_rows_move_closer_when_that_saves_a_page():
    day = session("Day", *(line(f"Exercise {n}") for n in range(7)))
    assert len(pages(sheet(*[day] * 4), A4)) == 1


@pytest.mark.parametrize("paper", [A4, LETTER, PORTRAIT])
@pytest.mark.parametrize("lifts", [1, 150])
def test_bodyweight_and_check_in_are_asked_on_the_same_page(paper, lifts):
    told = tuple(f"Lift {n}: flat for some weeks; one change at a time." for n in range(lifts))
    made = pages(replace(long_sheet(), this_week=told), paper)
    asked = [("Check-in" in all_words([p]), "Bodyweight" in all_words([p])) for p in made]
    assert asked == [(False, False)] * (len(made) - 1) + [(True, True)]


def test_a_portrait_page_has_one_column():
    made = pages(week(), PORTRAIT)
    titles = [m.x for page in made for m in page if isinstance(m, Text) and " · Lower" in m.words]
    assert set(titles) == {MARGIN_MM}


def test_a_name_without_spaces_wraps_inside_its_letters():
    name = "Supercalifragilistic" * 6
    made = pages(sheet(session("Mon", line(name))), A4)
    assert name in all_words(made)
    assert not [mark for page in made for mark in outside(page, A4)]


def test_signs_beyond_the_usual_alphabet_survive_wrapping():
    name = "Kniebeuge 𝟙𝟚𝟛 スクワット " * 6
    made = pages(sheet(session("Mon", line(name))), A4)
    assert "".join(name.split()) in all_words(made)


def test_notes_too_long_for_the_page_go_on_the_next():
    told = tuple(f"Lift {n}: flat for some weeks; one change at a time." for n in range(150))
    made = pages(replace(week(), this_week=told), A4)
    assert len(made) > 1
    assert "Lift149:" in all_words(made)
    assert not [pair for page in made for pair in overlapping(page)]
