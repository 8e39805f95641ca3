"""The page that sets gain against weekly sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import demo
from planner.coach.charts.response_page import Kind, Reach
from planner.ui import theme
from planner.ui.charts import response_words
from planner.ui.charts.pages import PageName
from planner.ui.charts.response_page import ResponsePage
from tests.ui.charts.conftest import TODAY, ChartsDesk


@pytest.fixture
def in_blocks(lifter, did):
    """Squat twice a week for forty weeks, two sets or five by the month."""
    for week in range(40):
        for day in (0, 3):
            on = date(2026, 1, 5) + timedelta(weeks=week, days=day)
            did(on, "back-squat", 100.0 + 0.25 * week, 2 + 3 * (week // 4 % 2))
    return lifter


def open_page(lifter, qtbot, lift=""):
    made = ChartsDesk(lifter, qtbot)
    if lift:
        made.choose(lift)
    made.tab.show_page(PageName.RESPONSE)
    QApplication.processEvents()
    page = made.tab.page
    assert isinstance(page, ResponsePage)
    return made, page


def test_the_answer_stands_above_the_windows_and_says_when_nobody_can_tell(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    assert page.card.hint.text().startswith("Can't tell whether more sets help: one more a week")
    assert "not dealt by lot" in page.card.hint.text()
    assert page.card.title == "Back squat – gain, % a month"
    assert "90 % band" in page.card.head.findChild(type(page._legend)).accessibleName()


def test_whose_sets_are_counted_can_be_chosen(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    assert [each.text() for each in page.choice.buttons()] == [
        "All sets for quads",
        "Sets of this lift",
    ]
    page.choice.button(1).click()
    assert page.plot.view.getAxis("bottom").labelText == "hard sets a week of this lift"


def test_a_point_says_its_days_its_sets_and_its_gain(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    page.plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.plot, Qt.Key.Key_Left)
    said = page.plot.accessibleDescription()
    assert "hard sets a week" in said
    assert "% a month, ± " in said
    assert "8 sessions" in said


def test_a_click_on_a_point_shows_the_strength_in_its_days(in_blocks, qtbot):
    desk, page = open_page(in_blocks, qtbot)
    page.plot.picked.emit(0)
    assert desk.tab.page is desk.tab.strength_page
    window = page.plot.windows[0]
    low, high = desk.tab.strength_page.strength.days_shown()
    assert low == (window.since - timedelta(days=5)).toordinal()
    assert window.until.toordinal() < high < window.until.toordinal() + 10


def test_the_table_has_a_row_for_each_window_newest_first(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    model = page.card.filled()
    assert model.rowCount() == 10
    assert model.index(9, 0).data() == "5 Jan 2026"


def test_a_short_history_says_when_the_comparison_comes(lifter, did, qtbot):
    for week in range(3):
        did(TODAY - timedelta(weeks=3 - week), "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    said = "Sets and gain are compared from eight weeks of this lift on: in 6 weeks."
    assert page.card.hint.text() == said
    assert page.plot.isHidden()
    assert page.first_day() is None


def test_some_weeks_more_say_how_many_windows_are_missing(lifter, did, qtbot):
    for week in range(10):
        did(TODAY - timedelta(weeks=10 - week), "back-squat", 100.0)
        did(TODAY - timedelta(weeks=10 - week, days=-3), "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    assert "A line with its band comes after 2 more windows of 4 weeks" in page.card.hint.text()
    assert page.first_day() == TODAY - timedelta(weeks=10)


def test_the_same_sets_all_along_say_that_nothing_differs(desk):
    desk.tab.show_page(PageName.RESPONSE)
    assert "nothing to compare" in desk.tab.page.card.hint.text()


def test_balance_work_is_told_kindly_that_it_has_no_gain_in_per_cent(lifter, did, qtbot):
    for week in range(12):
        did(TODAY - timedelta(weeks=12 - week), "single-leg-balance", 0.0)
    _, page = open_page(lifter, qtbot)
    assert "lift with a load" in page.card.hint.text()
    assert page.choice.button(0).isHidden()


def test_early_and_returning_windows_are_drawn_apart(lifter, did, qtbot):
    weeks = [*range(12), *range(18, 40)]
    for week in weeks:
        for day in (0, 3):
            on = date(2026, 1, 5) + timedelta(weeks=week, days=day)
            did(on, "back-squat", 60.0 + 4 * min(week, 8), 2 + 3 * (week // 4 % 2))
    _, page = open_page(lifter, qtbot)
    kinds = {each.kind for each in page._chart.windows}
    assert kinds == set(Kind)
    assert "back after time off" in page._legend.accessibleName()
    page.grab()


def test_what_is_clear_is_told_as_likely_with_its_interval(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    faster = replace(page._chart, slope=Reach(0.0042, 0.0011, 0.0073))
    slower = replace(page._chart, slope=Reach(-0.0042, -0.0073, -0.0011))
    assert response_words.answer(faster).startswith(
        "It likely rose faster in weeks with more sets: +0.42 % a month for one more a week "
        "(+0.11 to +0.73)."
    )
    assert response_words.answer(slower).startswith("It likely rose more slowly")


def test_many_windows_leave_their_errors_to_the_words(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    assert page.plot._errors.isVisible()
    page.plot.show_chart(replace(page._chart, windows=page._chart.windows * 5), TODAY)
    assert not page.plot._errors.isVisible()


def test_before_any_lift_is_shown_a_choice_changes_nothing(lifter, qtbot):
    page = ResponsePage()
    qtbot.addWidget(page)
    page.choice.button(1).click()
    assert page.plot.span(0.0, 1.0) == (0.0, 1.0)


def test_a_deload_that_was_left_out_is_said(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    made = replace(page._chart.windows[0], deload=True)
    assert response_words.window(made, TODAY)[-1] == "deload left out"


def test_both_themes_draw_it(in_blocks, qtbot):
    _, page = open_page(in_blocks, qtbot)
    light = page.plot._line.opts["pen"].color().name()
    theme.apply(QApplication.instance(), theme.DARK)
    QApplication.processEvents()
    assert page.plot._line.opts["pen"].color().name() != light
    theme.apply(QApplication.instance(), theme.LIGHT)


def test_the_numbers_behind_the_page_of_the_sample_lifter(database, qtbot, golden):
    lifter = demo.add_sample_lifter(TODAY)
    _, page = open_page(lifter, qtbot, "Back squat")
    golden("response", page)


def test_the_numbers_behind_the_page_of_a_few_sessions(lifter, did, qtbot, golden):
    for week in range(3):
        did(TODAY - timedelta(weeks=3 - week), "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    golden("response-short", page)
