"""Weekly hard sets and the days of training."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach.charts import WeeklySets
from planner.ui.charts.day_grid import DayGrid
from planner.ui.charts.training_days import TrainingDays
from planner.ui.charts.weekly_sets_plot import WeeklySetsPlot

TODAY = date(2026, 11, 5)  # a Thursday
tooltips = pytest.mark.qt_log_ignore("This plugin does not support raise")
MONDAY = date(2026, 11, 2)
DAYS = {MONDAY: 12.0, MONDAY - timedelta(days=4): 9.5, date(2026, 8, 3): 4.0}


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


@pytest.fixture
def grid(qtbot):
    made = DayGrid()
    qtbot.addWidget(made)
    made.show_days(DAYS, TODAY)
    made.resize(made.sizeHint())
    made.show()
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


def test_every_square_says_its_day(grid):
    assert grid.words(MONDAY) == "Mon 2 Nov: 12 hard sets"
    assert grid.words(TODAY) == "Thu 5 Nov: no training"


def test_the_pointer_finds_the_day_of_a_square(grid):
    assert grid.day_at(grid.square(MONDAY).center()) == MONDAY
    assert grid.day_at(grid.square(TODAY + timedelta(days=1)).center()) is None
    assert grid.day_at(QPoint(0, 0)) is None


@tooltips
def test_the_tooltip_names_the_day(grid):
    spot = grid.square(MONDAY).center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, grid.mapToGlobal(spot))
    QApplication.sendEvent(grid, event)
    assert QToolTip.text() == "Mon 2 Nov: 12 hard sets"
    QToolTip.hideText()


@tooltips
def test_arrows_walk_through_the_days_and_stop_at_today(grid, qtbot):
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.accessibleDescription() == "Thu 5 Nov: no training"
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.accessibleDescription() == "Mon 2 Nov: 12 hard sets"
    with qtbot.waitSignal(grid.reached):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "Thu 5 Nov: no training"
    QTest.keyClick(grid, Qt.Key.Key_F9)
    QToolTip.hideText()


def test_a_summary_stands_in_for_the_picture(grid):
    assert grid.accessibleDescription() == "3 training days, 2 in the last 12 weeks"


def test_more_sets_are_darker_and_no_training_is_blank(grid):
    picture = grid.grab().toImage()

    def shade(day):
        return picture.pixelColor(grid.square(day).center()).lightness()

    assert shade(MONDAY) < shade(date(2026, 8, 3)) < shade(TODAY)


def test_weeks_start_where_the_reader_starts_them():
    before = QLocale()
    american = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    QLocale.setDefault(american)
    made = DayGrid()
    made.show_days(DAYS, TODAY)
    sunday, monday = made.square(date(2026, 11, 1)), made.square(MONDAY)
    QLocale.setDefault(before)
    assert (sunday.left(), sunday.top()) == (monday.left(), monday.top() - 17)


@tooltips
def test_ten_years_are_scrolled_to_today_and_can_be_walked_back(qtbot):
    made = TrainingDays()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    first = TODAY - timedelta(days=3650)
    made.show_days({first: 3.0, TODAY: 5.0}, TODAY)
    QApplication.processEvents()
    bar = made._area.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    for _ in range(40):
        QTest.keyClick(made.grid, Qt.Key.Key_Left)
    assert bar.value() < bar.maximum()
    QToolTip.hideText()


def test_no_training_at_all_is_an_empty_week(qtbot):
    made = TrainingDays()
    qtbot.addWidget(made)
    made.show_days({}, TODAY)
    assert made.grid.accessibleDescription() == "0 training days, 0 in the last 12 weeks"
    assert not made.grab().isNull()
