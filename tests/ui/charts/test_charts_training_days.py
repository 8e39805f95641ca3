"""The squares of the training days: what they say, how they are walked and opened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach.charts.training_days_page import (
    PlannedDay,
    SessionDone,
    TrainingDay,
    TrainingDays as Made,
)
from planner.engine.terms import Absence, Unit
from planner.ui.charts import day_legend, day_marks, day_shades, training_days_table
from planner.ui.charts.day_grid import DayGrid
from planner.ui.charts.day_layout import PITCH_PX
from planner.ui.charts.day_shades import Measure
from planner.ui.charts.plot_legend import Legend
from planner.ui.charts.training_days import TrainingDays

TODAY = date(2026, 11, 5)  # a Thursday
MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
tooltips = pytest.mark.qt_log_ignore("This plugin does not support raise")


def trained(on: date, sets: int, *sessions: SessionDone) -> TrainingDay:
    return TrainingDay(on, sets, sessions or (SessionDone(on.toordinal(), "", sets, 0.0),))


LOWER = SessionDone(7, "Lower", 14, 5230.0, 62)
DAYS = (
    trained(date(2026, 8, 3), 4),
    trained(MONDAY - 4 * DAY, 9),
    trained(MONDAY, 12, LOWER),
)
PLANNED = (PlannedDay(TODAY + DAY, "Upper"), PlannedDay(TODAY + 100 * DAY, "Far away"))
AWAY = (Absence(date(2026, 10, 5), date(2026, 10, 7), "holiday"), Absence(TODAY, None, "ill"))


@pytest.fixture
def grid(qtbot):
    made = DayGrid()
    qtbot.addWidget(made)
    made.show_marks(day_marks.marks(Made(DAYS, PLANNED, AWAY), TODAY, Unit.KG))
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.fixture
def ten_years(qtbot):
    """Train on the first and the last day of ten years."""
    made = TrainingDays()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    days = (trained(date(2016, 11, 7), 3), trained(TODAY, 5))
    made.show_marks(day_marks.marks(Made(days), TODAY, Unit.KG))
    QApplication.processEvents()
    return made


def test_every_square_says_its_day_and_what_was_done(grid):
    assert grid.words(MONDAY) == "Mon 2 Nov: 12 hard sets\nLower · 14 sets · 5,230 kg · 62 min"
    assert grid.words(MONDAY - DAY) == "Sun 1 Nov: no training"
    assert grid.words(TODAY + DAY) == "Fri 6 Nov: planned: Upper"
    assert grid.words(date(2026, 10, 6)) == "Tue 6 Oct: Holiday, 5 Oct – 7 Oct"


def test_what_is_planned_far_ahead_is_not_drawn(grid):
    assert grid.marks.last == TODAY + DAY


def test_the_pointer_finds_the_day_of_a_square(grid):
    layout = grid.arranged()
    assert layout.day_at(grid.square(MONDAY).center()) == MONDAY
    assert layout.day_at(grid.square(TODAY + DAY).center() + QPoint(0, 17)) is None
    assert layout.day_at(QPoint(0, 0)) is None
    assert grid.square(TODAY + 9 * DAY).isNull()


@tooltips
def test_the_tooltip_names_the_day(grid):
    spot = grid.square(MONDAY).center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, grid.mapToGlobal(spot))
    QApplication.sendEvent(grid, event)
    assert QToolTip.text().startswith("Mon 2 Nov: 12 hard sets")
    QToolTip.hideText()


@tooltips
def test_arrows_walk_through_the_days_and_stop_at_the_last(grid, qtbot):
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.accessibleDescription() == "Thu 5 Nov: Ill, since 5 Nov"
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.accessibleDescription().startswith("Mon 2 Nov: 12 hard sets")
    with qtbot.waitSignal(grid.reached):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleDescription() == "Fri 6 Nov: planned: Upper"
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.accessibleDescription() == "Mon 3 Aug: 4 hard sets\n4 sets"
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.accessibleDescription() == "Mon 31 Aug: no training"
    QTest.keyClick(grid, Qt.Key.Key_F9)
    QToolTip.hideText()


@tooltips
def test_enter_and_a_click_open_the_session_of_a_day(grid, qtbot):
    with qtbot.waitSignal(grid.session_wanted) as clicked:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.square(MONDAY).center())
    QTest.keyClick(grid, Qt.Key.Key_End)
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Up)
    with qtbot.waitSignal(grid.session_wanted) as entered:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert clicked.args == entered.args == [7]
    QToolTip.hideText()


@tooltips
def test_days_without_a_session_open_nothing(grid, qtbot):
    with qtbot.assertNotEmitted(grid.session_wanted):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.square(MONDAY - DAY).center())
        QTest.keyClick(grid, Qt.Key.Key_End)
        QTest.keyClick(grid, Qt.Key.Key_Return)
    QToolTip.hideText()


def test_the_hand_says_where_a_click_opens_a_session(grid):
    QTest.mouseMove(grid, grid.square(MONDAY).center())
    assert grid.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(grid, grid.square(MONDAY - DAY).center())
    assert grid.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_summary_stands_in_for_the_picture(grid):
    assert grid.accessibleDescription() == "3 training days, 2 in the last 12 weeks"


def test_more_sets_are_darker_and_no_training_is_blank(grid):
    picture = grid.grab().toImage()

    def shade(day):
        return picture.pixelColor(grid.square(day).topLeft() + QPoint(4, 4)).lightness()

    assert shade(MONDAY) < shade(date(2026, 8, 3)) < shade(MONDAY - DAY)


def test_the_legend_has_the_numbers_of_the_shades_and_what_the_days_have(grid):
    said = [word for _, word in day_legend.entries(grid.marks)]
    assert said == ["up to 1", "2–3", "4–5", "6+ hard sets", "planned"]
    brief = [word for _, word in day_legend.entries(grid.marks, brief=True)]
    assert brief == ["up to 1", "6+ hard sets", "planned"]
    assert [word for _, word in day_legend.reasons(grid.marks)] == ["Holiday", "Ill"]


def test_tonnage_is_shaded_in_round_steps_of_the_lifters_unit():
    days = [trained(MONDAY, 9, SessionDone(1, "", 9, kg)) for kg in (9100.0, 9700.0, 10400.0)]
    kg = day_shades.shades(days, Measure.TONNAGE, Unit.KG)
    assert kg.ranges() == ["under 2,500", "2,500–5,000", "5,000–7,500", "7,500+"]
    pounds = day_shades.shades(days, Measure.TONNAGE, Unit.LB)
    assert (pounds.step, pounds.noun()) == (5500, "lb")


def test_a_day_whose_length_is_not_known_is_marked_and_not_shaded():
    days = (trained(MONDAY - DAY, 9), trained(MONDAY, 12, LOWER))
    marks = day_marks.marks(Made(days), TODAY, Unit.KG, measure=Measure.MINUTES)
    assert [marks.shades.level(day) for day in days] == [None, 3]
    said = [word for _, word in day_legend.entries(marks)]
    assert said == ["under 15", "15–30", "30–45", "45+ min", "length not known"]


def test_weeks_start_where_the_reader_starts_them(grid):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    grid.show_marks(day_marks.marks(Made(DAYS), TODAY, Unit.KG))
    sunday, monday = grid.square(date(2026, 11, 1)), grid.square(MONDAY)
    QLocale.setDefault(before)
    assert (sunday.left(), sunday.top()) == (monday.left(), monday.top() - 17)


@tooltips
def test_ten_years_are_scrolled_to_today_and_can_be_walked_back(ten_years):
    bar = ten_years._area.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    for _ in range(60):
        QTest.keyClick(ten_years.grid, Qt.Key.Key_Left)
    assert bar.value() < bar.maximum()
    QToolTip.hideText()


@tooltips
def test_years_stand_above_each_other_the_newest_on_top(ten_years):
    ten_years.grid.stacked = True
    ten_years.resize(720, 400)
    QApplication.processEvents()
    layout = ten_years.grid.arranged()
    assert [strip.title for strip in layout.strips] == [str(2026 - ago) for ago in range(11)]
    assert layout.size.width() <= 720
    assert ten_years._area.horizontalScrollBar().maximum() == 0
    QTest.keyClick(ten_years.grid, Qt.Key.Key_Home)
    assert ten_years._area.verticalScrollBar().value() > 0
    assert not ten_years.grab().isNull()
    QToolTip.hideText()


def test_where_a_year_has_no_room_the_days_stand_in_one_row(ten_years):
    ten_years.grid.stacked = True
    ten_years.resize(400, 400)
    assert len(ten_years.grid.arranged().strips) == 1


def test_few_weeks_have_larger_squares_with_the_number_of_the_day(ten_years):
    ten_years.grid.most_px = 26
    first = TODAY - timedelta(weeks=6)
    ten_years.show_marks(day_marks.marks(Made(DAYS), TODAY, Unit.KG, since=first))
    assert ten_years.grid.arranged().pitch == 26
    assert not ten_years.grab().isNull()


def test_days_of_ones_own_end_where_they_were_asked_to(grid):
    made = day_marks.marks(
        Made(DAYS, PLANNED), TODAY, Unit.KG, date(2026, 8, 1), until=date(2026, 9, 1)
    )
    assert (made.first, made.last) == (date(2026, 7, 27), date(2026, 9, 1))
    assert list(made.days) == [date(2026, 8, 3)]
    assert not made.planned


@tooltips
def test_other_days_keep_the_keyboard_within_them(grid):
    QTest.keyClick(grid, Qt.Key.Key_Home)
    grid.show_marks(day_marks.marks(Made(DAYS), TODAY, Unit.KG, since=TODAY))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.accessibleDescription().startswith("Tue 3 Nov")
    QToolTip.hideText()


def test_a_picture_has_what_is_planned_away_and_not_known(qtbot):
    made = TrainingDays()
    qtbot.addWidget(made)
    made.grid.most_px = 26
    every = Made(DAYS, PLANNED, AWAY)
    since = TODAY - timedelta(weeks=2)
    marks = day_marks.marks(every, TODAY, Unit.LB, since, measure=Measure.MINUTES)
    made.show_marks(marks)
    made.resize(400, 300)
    rows = training_days_table.day_rows(marks)
    assert [(each.on, each.note) for each in rows] == [
        (TODAY + DAY, "planned: Upper"),
        (TODAY, "Ill, since 5 Nov"),
        (MONDAY, ""),
        (MONDAY - 4 * DAY, ""),
    ]
    legend = Legend([*day_legend.entries(marks), *day_legend.reasons(marks)])
    qtbot.addWidget(legend)
    legend.resize(legend.sizeHint())
    assert not legend.grab().isNull()
    assert not made.grab().isNull()


def test_names_stand_beside_their_rows_however_tall_the_card_is(ten_years):
    ten_years.resize(500, 700)
    QApplication.processEvents()
    top = ten_years._area.mapTo(ten_years, QPoint(0, 0)).y()
    assert top == ten_years._names.pos().y() == 0


@pytest.mark.parametrize("wide", [400, 405, 411])
def test_the_first_week_in_sight_is_whole(ten_years, wide):
    ten_years.resize(wide, 400)
    QApplication.processEvents()
    left = ten_years._area.horizontalScrollBar().value()
    assert left > 0
    assert left % PITCH_PX == 0


def test_no_training_at_all_is_an_empty_week(qtbot):
    made = TrainingDays()
    qtbot.addWidget(made)
    assert made.sizeHint().isValid()
    made.show_marks(day_marks.marks(Made(), TODAY, Unit.KG))
    assert made.grid.accessibleDescription() == "0 training days, 0 in the last 12 weeks"
    assert not made.grab().isNull()
