"""The page of training days in the tab: heat map, weeks in a row, planned against done."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach import blocks, demo, planning, week_edits
from planner.coach.charts.training_days_page import Regularity, TrainingDays
from planner.engine.consistency import Habit
from planner.engine.terms import Absence, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log, plan
from planner.ui import theme
from planner.ui.charts import training_days_words as words
from planner.ui.charts.pages import PageName
from planner.ui.charts.training_days_page import TrainingDaysPage
from tests.ui.charts.conftest import TODAY, ChartsDesk

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)


def open_page(lifter, qtbot, today=TODAY):
    made = ChartsDesk(lifter, qtbot)
    made.refresh(today)
    made.tab.show_page(PageName.TRAINING_DAYS)
    QApplication.processEvents()
    page = made.tab.page
    assert isinstance(page, TrainingDaysPage)
    return made, page


@pytest.fixture
def planned(lifter, did):
    """Plan squats on Monday, Wednesday and Friday of this week; Monday's is done, twice as long."""
    blocks.new_mesocycle(lifter, "Base", MONDAY, 1)
    week = planning.view(lifter, MONDAY, MONDAY).week.id
    made = [week_edits.add_session(week, day, f"Day {day}") for day in (0, 2, 4)]
    for session in made:
        week_edits.add_exercise(session, "back-squat")
    slot = LoggedExercise("back-squat", (LoggedSet(100, 5, rir=2, load=100),) * 6)
    log.add_session(lifter, Session(MONDAY, (slot,), finished=True, planned_session_id=made[0]))
    return lifter


def test_the_page_says_weeks_in_a_row_usual_days_and_plans(trained, qtbot):
    _, page = open_page(trained, qtbot)
    assert page.sentences() == [
        "20 weeks in a row with a session, the most so far. Time away does not break a row.",
        "Trained in each of the last 12 whole weeks: usually on 3 days a week, "
        "mostly Mon, Tue and Thu.",
        "A week with a plan is compared here with what was done in it.",
    ]


def test_a_row_that_ended_is_told_without_a_word_of_blame(trained, qtbot):
    clients.add_absence(trained, Absence(MONDAY - 21 * DAY, MONDAY - 15 * DAY, "holiday"))
    _, page = open_page(trained, qtbot, TODAY + timedelta(weeks=3))
    row, habit, _ = page.sentences()
    assert row.startswith("The most so far were 20 weeks in a row, up to 1 Nov; the next session")
    assert habit.startswith(
        "Trained in 9 of the last 12 whole weeks: then usually on 3 days a week,"
    )


def test_a_shorter_row_is_told_with_the_longest(trained, did, qtbot):
    for weeks in (3, 4):
        did(MONDAY + timedelta(weeks=weeks), "back-squat", 100.0)
    _, page = open_page(trained, qtbot, MONDAY + timedelta(weeks=5))
    said = "2 weeks in a row with a session; the most so far were 20."
    assert page.sentences()[0].startswith(said)


def test_who_begins_again_reads_of_a_beginning(trained, did, qtbot):
    did(MONDAY + timedelta(weeks=4), "back-squat", 100.0)
    _, page = open_page(trained, qtbot, MONDAY + timedelta(weeks=4))
    said = (
        "A new row of weeks has begun; the longest so far has 20. Time away does not break a row."
    )
    assert page.sentences()[0] == said


def test_the_first_week_is_a_first_week(lifter, did, qtbot):
    did(MONDAY, "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    assert page.sentences()[0].startswith("The first week with a session:")


def test_before_any_session_the_page_says_what_will_stand_here():
    assert words.sentences(TrainingDays(), TODAY) == [
        "Weeks in a row are counted from the first session on.",
        "After 4 more weeks with training your usual days stand here.",
        "A week with a plan is compared here with what was done in it.",
    ]
    three = Regularity(habit=Habit(3, 3, 0, 3))
    said = words.sentences(TrainingDays(regular=three), TODAY)[1]
    assert said == "After one more week with training your usual days stand here."


def test_the_usual_time_of_day_is_a_range_or_about_one_time():
    assert words.begins((time(17), time(19, 30))).endswith("began from 17:00 to 19:30")
    assert words.begins((time(18), time(18))).endswith("began at about 18:00")


def test_a_week_away_is_told_beside_the_weeks_that_were_trained(lifter, did, qtbot):
    for ago in (1, 2, 4, 5, 6):
        did(MONDAY - timedelta(weeks=ago), "back-squat", 100.0)
    clients.add_absence(lifter, Absence(MONDAY - 21 * DAY, MONDAY - 15 * DAY, "holiday"))
    _, page = open_page(lifter, qtbot)
    row, habit, _ = page.sentences()
    assert row.startswith("5 weeks in a row with a session, the most so far.")
    assert habit.startswith("Trained in 5 of the last 6 whole weeks, 1 of them away:")
    assert "1 day a week, mostly Mon." in habit


def test_the_first_sessions_say_what_will_stand_here(lifter, did, qtbot, golden):
    did(MONDAY, "back-squat", 100.0)
    did(MONDAY - 7 * DAY, "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    assert "After 3 more weeks with training your usual days stand here." in page.sentences()
    assert not page.figures.weekdays.isVisible()
    assert "the first week with a plan" in page.kept_card.hint.text()
    assert not page.kept.isVisible()
    golden("training-days-short", page)


def test_the_numbers_of_the_sample_lifter(database, qtbot, golden):
    lifter = demo.add_sample_lifter(TODAY)
    _, page = open_page(lifter, qtbot)
    golden("training-days", page)


def test_bars_of_what_was_done_stand_within_what_was_planned(planned, qtbot):
    _, page = open_page(planned, qtbot)
    assert page.kept.isVisible()
    QTest.keyClick(page.kept, Qt.Key.Key_Left)
    lines = ["week of 2 Nov", "1 of 2 sessions", "1 still to come"]
    assert page.kept.cursor_item.lines() == lines
    page.count_by.setCurrentIndex(1)
    QTest.keyClick(page.kept, Qt.Key.Key_Left)
    lines = ["week of 2 Nov", "6 of 6 hard sets", "3 still to come"]
    assert page.kept.cursor_item.lines() == lines
    said = "Done in the last 12 weeks: 1 of 2 sessions planned, and 6 hard sets where 6 were"
    assert page.sentences()[2].startswith(said)


def test_a_plan_that_is_gone_takes_its_table_with_it(planned, qtbot):
    desk, page = open_page(planned, qtbot)
    page.kept_card.table_button.click()
    desk.refresh()
    assert page.kept_card.table.isVisible()
    plan.trash_mesocycle(plan.mesocycle_on(planned, MONDAY).id)
    desk.refresh()
    assert not page.kept_card.table.isVisible()
    assert not page.kept_card.table_button.isVisible()


def test_another_measure_shades_the_days_otherwise(trained, qtbot):
    _, page = open_page(trained, qtbot)
    named = [page.shade_by.itemText(place) for place in range(page.shade_by.count())]
    assert named == ["Hard sets", "Tonnage"]
    page.shade_by.setCurrentIndex(1)
    assert "kg" in page.days_card.signs.toolTip()
    page.show_scene(page.scene)
    assert page.shade_by.currentIndex() == 1


def test_reasons_have_a_line_of_the_legend_and_beside_the_strength_the_rest_of_it(trained, qtbot):
    clients.add_absence(trained, Absence(MONDAY - 21 * DAY, MONDAY - 15 * DAY, "holiday"))
    desk, page = open_page(trained, qtbot)
    assert page.days_card.reasons.isVisible()
    assert page.days_card.reasons.toolTip() == "Holiday"
    small = desk.tab.strength_page.days_card
    assert small.signs.toolTip().endswith("Holiday")
    assert small.reasons.isHidden()


def test_lengths_are_offered_where_they_are_known(lifter, qtbot):
    slot = LoggedExercise("back-squat", (LoggedSet(100, 5, load=100),))
    log.add_session(lifter, Session(MONDAY, (slot,), finished=True, duration_s=3000))
    _, page = open_page(lifter, qtbot)
    page.shade_by.setCurrentIndex(2)
    assert page.shade_by.currentText() == "Length"
    assert page.days_card.signs.toolTip().endswith("min")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_day_opens_its_session_here_and_beside_the_strength(trained, qtbot):
    desk, page = open_page(trained, qtbot)
    for days in (page.days_card.days, desk.tab.strength_page.days_card.days):
        on = max(days.grid.marks.days)
        expected = days.grid.marks.days[on].sessions[0].id
        QTest.mouseClick(days.grid, Qt.MouseButton.LeftButton, pos=days.grid.square(on).center())
        assert desk.opened[-1] == expected
    assert len(desk.opened) == 2
    QToolTip.hideText()


def test_the_days_in_view_follow_the_range(trained, qtbot):
    desk, page = open_page(trained, qtbot)
    grid = page.days_card.days.grid
    desk.tab.range.six_weeks.click()
    assert grid.marks.first == date(2026, 9, 21)
    desk.tab.range.all_days.click()
    assert grid.marks.first == date(2026, 6, 15)
    assert page.first_day() == date(2026, 6, 15)


def test_everything_is_drawn_in_both_themes_and_says_what_it_is(planned, qtbot):
    app = QApplication.instance()
    before = theme.current()
    for look in (theme.DARK, theme.LIGHT):
        theme.apply(app, look)
        _, page = open_page(planned, qtbot)
        assert not page.grab().isNull()
    theme.apply(app, before)
    assert "weeks in a row" in page.figures.accessibleDescription()
    names = [each.accessibleName() for each in (page.shade_by, page.count_by, page.kept)]
    assert all(names)


def test_without_a_scene_there_is_nothing_to_say(qtbot):
    page = TrainingDaysPage()
    qtbot.addWidget(page)
    page.shade_by.currentIndexChanged.emit(0)
    assert page.sentences() == ()
    assert page.first_day() is None


@pytest.mark.parametrize("wide", range(1160, 1300, 20))
def test_squares_are_as_large_beside_the_page_s_scroll_bar_as_without(lifter, did, qtbot, wide):
    for weeks in range(12):
        did(MONDAY - timedelta(weeks=weeks), "back-squat", 100.0)
    desk, page = open_page(lifter, qtbot)
    pitches = set()
    for tall in (500, 1400):
        desk.window.resize(wide, tall)
        QApplication.processEvents()
        pitches.add(page.days_card.days.grid.arranged().pitch)
    assert len(pitches) == 1
