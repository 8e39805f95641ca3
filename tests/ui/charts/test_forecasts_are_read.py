"""Reading the forecasts of years: how far it is, how it is stopped and gone on with."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from planner.ui.charts import forecast_page

ALL = forecast_page.ALL


@pytest.fixture
def slowly(monkeypatch):
    """Let a slice be one step, so that reading takes long."""
    monkeypatch.setattr("planner.ui.slices.SLICE_S", 1e-5)


def test_a_long_reading_shows_how_far_it_is_and_can_be_stopped(desk, qtbot, slowly):
    desk.tab.show_page("forecasts")
    page = desk.tab.page
    page.scope.setCurrentIndex(ALL)
    qtbot.waitUntil(lambda: page.progress.value() > 2)
    assert (page.progress.maximum(), page.stop.isHidden()) == (60, False)
    assert page.over_time.isHidden()
    page.stop.click()
    assert page.scope.currentIndex() == forecast_page.LIFT
    qtbot.waitUntil(lambda: page.progress.value() > 2)
    page.stop.click()
    value = page.progress.value()
    QTest.qWait(30)
    assert (page.progress.value(), page.made) == (value, None)
    assert page.stop.text() == "Read on"
    assert page.stopped.text() == f"Stopped at session {value} of 40"
    assert page.stopped.isVisible()
    assert desk.tab.words.sentences.text() == ""


def test_what_was_stopped_is_read_on_from_there(desk, qtbot, slowly):
    desk.tab.show_page("forecasts")
    page = desk.tab.page
    values = []
    page.progress.valueChanged.connect(values.append)
    qtbot.waitUntil(lambda: page.progress.value() > 2)
    page.stop.click()
    page.stop.click()
    assert page.stop.text() == "Stop"
    assert page.stopped.isHidden()
    qtbot.waitUntil(page.progress.isHidden, timeout=20_000)
    assert values == sorted(values)
    assert len(page.made.results) == 39


def test_what_was_stopped_and_put_out_of_sight_is_read_anew(desk, qtbot, slowly):
    desk.tab.show_page("forecasts")
    page = desk.tab.page
    page.stop.click()
    desk.tab.hide()
    desk.tab.show()
    assert page.stop.text() == "Read on"
    page.stop.click()
    qtbot.waitUntil(page.progress.isHidden, timeout=20_000)
    assert len(page.made.results) == 39
