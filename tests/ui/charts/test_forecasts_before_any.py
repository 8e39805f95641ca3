"""The page of forecasts before there is any: its words stand above, with nothing to take along."""

from __future__ import annotations

from PySide6.QtTest import QTest

from planner.ui.charts.pages import PageName
from tests.ui.charts.conftest import TODAY, ChartsDesk


def test_one_session_says_what_will_come_at_the_top_of_the_page(lifter, did, qtbot):
    did(TODAY, "back-squat", 100.0)
    desk = ChartsDesk(lifter, qtbot)
    desk.tab.show_page(PageName.FORECASTS)
    card = desk.tab.page.results
    qtbot.waitUntil(lambda: "second one" in card.hint.text(), timeout=10_000)
    QTest.qWait(50)
    assert card.height() < 200
    assert card.y() < 120
    for tool in (card.table_button, card.copy_button, card.save_button):
        assert not tool.isVisible()
    desk.window.close()


def test_forecasts_bring_the_tools_and_the_height_back(trained, qtbot):
    desk = ChartsDesk(trained, qtbot)
    desk.tab.show_page(PageName.FORECASTS)
    card = desk.tab.page.results
    qtbot.waitUntil(lambda: card.stack.isVisible(), timeout=20_000)
    assert card.save_button.isVisible()
    assert card.height() >= 200
    desk.window.close()
