"""Changes of structure on their cards: other ways, what to expect, advice for the whole lifter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from planner.coach import planning
from planner.engine.terms import CheckIn, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import clients, log
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.why_dialog import WhyDialog

TODAY = date(2026, 11, 5)
CYCLE = ((60.0, 8, 1.0), (60.0, 8, 0.0), (60.0, 8, 1.0), (62.5, 7, 0.0))


@pytest.fixture
def stuck(lifter, planner):
    """The planner of a lifter whose bench press has stood still for twenty weeks."""
    for week in range(20, 0, -1):
        load, reps, rir = CYCLE[week % 4]
        slot = LoggedExercise("bench-press", (LoggedSet(load, reps, rir, load=load),) * 4)
        on = TODAY - timedelta(days=7 * week - 3)
        log.add_session(lifter, Session(on, (slot,), name="Upper", finished=True))
    planner.refresh()
    return planner


@pytest.fixture
def worn(lifter, planner):
    """The planner of a lifter who usually feels well, and badly today."""
    for days in (*range(30, 0, -3), 0):
        points = 4 if days else 1
        made = CheckIn(TODAY - timedelta(days=days), sleep=points, energy=points)
        clients.save_check_in(lifter, made)
    planner.refresh()
    return planner


def card(planner) -> SuggestionCard:
    (made,) = (c for c in planner.tab.findChildren(SuggestionCard) if not c.isHidden())
    return made


def button(widget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text)


def says(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def choose_other_way(planner, place: int) -> str:
    actions = button(card(planner), "Other ways").menu().actions()
    text = actions[place].text()
    actions[place].trigger()
    QApplication.processEvents()
    return text


def bench(planner) -> tuple[str, str]:
    return planning.prescription_text(planner.planned()[1].exercises[0].sets, Unit.KG)


def test_a_lift_that_stands_still_gets_a_set_more(stuck):
    assert {"one set more", "→ 5×8 @2 · 60 kg"} <= set(says(card(stuck)))
    button(card(stuck), "Accept").click()
    assert bench(stuck) == ("5×8 @2", "60")


def test_another_way_is_read_before_it_is_accepted_and_the_first_stays_at_hand(stuck):
    first = card(stuck).advice
    text = choose_other_way(stuck, 0)
    assert text in says(card(stuck))
    assert card(stuck).accept.hasFocus()
    menu = button(card(stuck), "Other ways").menu()
    assert "Add a set: 5 instead of 4" in [action.text() for action in menu.actions()]
    stuck.refresh()
    assert text in says(card(stuck))
    choose_other_way(stuck, 0)
    assert card(stuck).advice.suggestion == first.suggestion


def test_the_way_shown_is_the_one_that_is_accepted(stuck):
    text = choose_other_way(stuck, 0)
    assert text == "Work from 8 to 12 reps before adding load"
    button(card(stuck), "Accept").click()
    assert bench(stuck) == ("4×8–12 @2", "60")
    stuck.history.undo()
    assert bench(stuck) == ("4×8 @2", "60")


def test_why_says_what_to_expect_and_how_well_that_is_known(stuck):
    button(card(stuck), "Why?").click()
    texts = says(stuck.tab.findChild(WhyDialog))
    assert "WHAT TO EXPECT" in texts
    assert any("not known" in text for text in texts)
    assert "Hard sets a week for the muscle" in texts
    assert any("Schoenfeld" in text for text in texts)


def test_a_day_of_rest_names_the_session_and_its_new_day(worn):
    texts = says(card(worn))
    assert {"Today", "rest", "→ Upper on 6 Nov"} <= set(texts)
    button(card(worn), "Accept").click()
    assert worn.days() == [(0, "Lower"), (4, "Upper")]
    assert "Today: 1 session moved by a day." in says(worn.tab._advising.pane)
    worn.history.undo()
    assert worn.days() == [(0, "Lower"), (3, "Upper")]
