"""Weekly hard sets of a muscle group."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach.charts import WeeklySets
from planner.ui.charts.weekly_sets_plot import WeeklySetsPlot

TODAY = date(2026, 11, 5)  # a Thursday
MONDAY = date(2026, 11, 2)


@pytest.fixture
def weekly(qtbot):
    made = WeeklySetsPlot()
    qtbot.addWidget(made)
    made.resize(500, 250)
    made.show()
    weeks = tuple((MONDAY - timedelta(weeks=9 - week), 4.0 + week) for week in range(10))
    made.show_weeks(WeeklySets("Quads", weeks, 10.0, 20.0))
    made.show_days(weeks[0][0], TODAY, weeks[0][0], TODAY)
    QApplication.processEvents()
    return made


def test_a_week_says_its_sets_and_the_range(weekly):
    QTest.keyClick(weekly, Qt.Key.Key_Left)
    assert weekly.cursor_item.lines() == ["week of 2 Nov", "13 hard sets (range 10–20)"]


def test_the_range_is_always_in_sight_and_zero_is_the_ground(weekly):
    low, high = weekly.box.viewRange()[1]
    assert low == 0
    assert high >= 20


def test_no_history_draws_an_empty_range(weekly):
    weekly.show_weeks(WeeklySets("Quads", (), 10.0, 20.0))
    weekly.show_days(MONDAY, TODAY, MONDAY, TODAY)
    assert not weekly.grab().isNull()
