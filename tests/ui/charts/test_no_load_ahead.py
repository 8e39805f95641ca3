"""The charts tab of who waits for a clearance: the past, why nothing is ahead, and the way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from planner.coach import health, scope
from planner.engine.terms import Intake, Restriction, Topic
from planner.ui.charts.pages import PageName

WAITING = "Waiting for clearance since 5 Nov: no load is suggested until it is entered."
TODAY_COLUMNS = {"Today kg", "Range", "Beside it", "Low 90 %", "High 90 %"}


@pytest.fixture
def waiting(desk, today) -> Callable[[str], object]:
    """Return a function that opens a page of who told of a heart condition today."""
    health.answer(desk.lifter, Intake(today, ((Topic.HEART, True),)))
    desk.refresh()

    def opened(name: str):
        desk.tab.show_page(name)
        QApplication.processEvents()
        return desk.tab.page

    return opened


def test_records_stay_without_what_today_would_allow(waiting):
    page = waiting(PageName.RECORDS)
    assert page.rep_card.hint.text() == f"Heaviest load done at least so many times. {WAITING}"
    assert page.clearance.isVisible()
    for card in (page.rep_card, page.front_card):
        assert card.filled().rowCount()
        assert not TODAY_COLUMNS & set(card.model.titles())
    assert "today's strength" not in page.front_card.legend.toolTip()
    page.front.go_to(0)
    assert not any("strength today" in line for line in page.front.words(0))


def test_strength_stays_without_what_is_to_come(desk, waiting):
    page = waiting(PageName.STRENGTH)
    assert page.strength_card.hint.text() == WAITING
    assert page.strength_card.clearance.isVisible()
    notes = [row[-1] for row in page.strength_card.filled().texts()]
    assert notes
    assert not any("forecast" in note for note in notes)
    assert "forecast" not in desk.tab.panel.change.text()
    assert "four weeks" not in desk.tab.panel.sentences.text()
    assert desk.tab.panel.number.isVisible(), "what was lifted is known all the same"


@pytest.mark.parametrize("name", [PageName.STRENGTH, PageName.RECORDS])
def test_the_way_to_the_clearance_is_beside_it(desk, waiting, name, qtbot):
    page = waiting(name)
    button = page.strength_card.clearance if name is PageName.STRENGTH else page.clearance
    with qtbot.waitSignal(desk.tab.referrals_wanted):
        button.click()


def test_who_waits_for_nothing_sees_no_button(desk, today):
    page = desk.tab.page
    assert not page.strength_card.clearance.isVisible()
    scope.keep(desk.lifter, Restriction(today, exercise="back-squat", words="Go easy"))
    desk.refresh()
    assert page.strength_card.hint.text() == "Go easy. No load is suggested."
    assert not page.strength_card.clearance.isVisible()


def test_a_push_up_has_nothing_of_today_to_leave_out(desk, waiting, did, today):
    did(today, "push-up", None)
    desk.tab.take_lift("push-up")
    desk.refresh()
    page = waiting(PageName.RECORDS)
    assert page.clearance.isHidden()
