"""How many days the charts show, and the way back to all of them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.mark.parametrize(
    ("button", "days"), [("six_weeks", 42), ("six_months", 183), ("all_days", 143)]
)
def test_the_range_decides_how_many_days_are_in_view(desk, button, days):
    getattr(desk.tab.range, button).click()
    low, _ = desk.tab.strength_page.strength.days_shown()
    first = date.fromordinal(round(low))
    assert (date(2026, 11, 5) - first).days == days + 5


def test_change_is_counted_from_the_first_day_in_view(desk):
    desk.tab.range.all_days.click()
    assert " % since the first session on 15 Jun." in desk.tab.panel.sentences.text()
    assert "since" not in desk.tab.panel.change.text()
    desk.tab.range.six_weeks.click()
    assert " % since 24 Sep" in desk.tab.panel.change.text()


def test_zooming_offers_a_way_back(desk):
    plot, card = desk.tab.strength_page.strength, desk.tab.strength_page.strength_card
    before = plot.days_shown()
    assert not card.reset.isVisible()
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert card.reset.isVisible()
    assert plot.days_shown() != before
    card.reset.click()
    assert plot.days_shown() == pytest.approx(before)
    assert not card.reset.isVisible()


@pytest.mark.parametrize("button", ["six_weeks", "six_months", "all_days"])
def test_the_plot_reaches_today_however_long_ago_the_last_session_was(desk, button):
    today = date(2028, 3, 1)
    desk.refresh(today)
    getattr(desk.tab.range, button).click()
    _, until = desk.tab.strength_page.strength.days_shown()
    assert date.fromordinal(round(until)) > today
    (gap,) = desk.tab.strength_page.strength.marks._gaps
    assert (gap.until, gap.word) == (today.toordinal(), "time off")
    assert today.toordinal() in desk.tab.strength_page.strength.across.xs


def test_days_without_training_say_so_kindly_and_lead_to_all_of_them(desk):
    card = desk.tab.strength_page.strength_card
    assert not card.show_all.isVisible()
    desk.refresh(date(2028, 3, 1))
    assert card.hint.text() == (
        "Not trained in the days shown; the last session was on 29 Oct 2026, 489 days ago."
    )
    card.show_all.click()
    assert desk.tab.range.all_days.isChecked()
    assert not card.hint.isVisible()
    assert not card.show_all.isVisible()
