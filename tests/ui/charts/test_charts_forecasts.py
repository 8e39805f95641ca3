"""The page of forecasts: what was said before each session, and what came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from planner.coach import clients
from planner.engine.terms import KG_PER_LB, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import log
from planner.ui import theme
from planner.ui.charts import forecast_page
from planner.ui.charts.forecast_marks import Ranges
from planner.ui.look_back_dialog import LookBackDialog

TODAY = date(2026, 11, 5)
ALL, MASS = forecast_page.ALL, forecast_page.MASS


@pytest.fixture
def page(desk, qtbot):
    """Turn to the forecasts of all days."""
    desk.tab.range.all_days.click()
    desk.tab.show_page("forecasts")
    made = desk.tab.page
    read(made, qtbot)
    return made


@pytest.fixture
def short(open_desk, qtbot):
    """Return a function that opens the page of a lifter with few sessions."""

    def opened(lifter):
        tab = open_desk(lifter).tab
        tab.show_page("forecasts")
        read(tab.page, qtbot)
        return tab.page

    return opened


def read(page, qtbot):
    qtbot.waitUntil(lambda: page.made is not None and page.progress.isHidden(), timeout=20_000)
    QApplication.processEvents()


def words(plot):
    return " · ".join(plot.cursor_item.lines())


def rows(card):
    model = card.filled()
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def did(lifter, on, load, reps, slug="back-squat"):
    slot = LoggedExercise(slug, (LoggedSet(load, reps, load=load),) * 2)
    return log.add_session(lifter, Session(on, (slot,), finished=True))


def test_every_session_stands_beside_its_forecast(page):
    assert page.results.title == "Back squat – reps more or fewer than forecast"
    assert len(page.made.results) == 39
    QTest.keyClick(page.results.forecasts, Qt.Key.Key_Left)
    told = words(page.results.forecasts)
    assert told.startswith("29 Oct · forecast ")
    assert " reps at 100 kg, did 5 · ✓ inside · 5 planned: given " in told
    assert told.endswith(" %, came")


def test_a_session_is_opened_from_its_point(page, desk):
    QTest.keyClick(page.results.forecasts, Qt.Key.Key_Left)
    QTest.keyClick(page.results.forecasts, Qt.Key.Key_Return)
    assert desk.opened == [page.made.results[-1].session_id]


def test_inside_and_outside_differ_by_more_than_colour(page, trained, desk, qtbot):
    did(trained, TODAY - timedelta(days=1), 97.5, 11)
    desk.refresh()
    read(page, qtbot)
    plot = page.results.forecasts
    assert [bool(each) for each in plot.marks.shown.inside[-2:]] == [True, False]
    assert plot.marks._outside.data["symbol"][-1] == "o"
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert "did 11 · ↑ more" in words(plot)


def test_the_axis_tells_how_many_reps_more_or_fewer(page):
    ticks = [text for _, text in page.results.forecasts.view.getAxis("left")._tickLevels[0]]
    assert "0" in ticks
    assert "+1" in ticks
    assert "−1" in ticks


def test_as_e1rm_the_same_results_lie_inside(page):
    before = page.results.forecasts.marks.shown
    page.measure.setCurrentIndex(MASS)
    after: Ranges = page.results.forecasts.marks.shown
    assert page.results.title == "Back squat – forecast and result as e1RM, kg"
    assert (after.inside == before.inside).all()
    within = (after.lows <= after.values) & (after.values <= after.highs)
    assert (within == after.inside).all()


def test_pounds_are_drawn_for_who_counts_in_pounds(page, desk, trained, qtbot):
    page.measure.setCurrentIndex(MASS)
    in_kg = page.results.forecasts.marks.shown.values[-1]
    clients.change(replace(clients.lifter(trained), unit=Unit.LB))
    desk.refresh()
    read(page, qtbot)
    assert page.results.forecasts.marks.shown.values[-1] == pytest.approx(in_kg / KG_PER_LB)
    assert page.results.title.endswith("lb")
    assert "Load, lb" in page.results.filled().titles()


def test_the_share_over_time_stands_beside_eight_in_ten(page):
    card = page.over_time
    assert not card.isHidden()
    assert card.chip.text().endswith(")")
    QTest.keyClick(card.shares, Qt.Key.Key_Left)
    assert words(card.shares).startswith("29 Oct · last 20 sessions: ")
    assert len(rows(card)) == 20


def test_the_chances_stand_against_what_came(page):
    card = page.chances
    assert not card.isHidden()
    assert card.hint.text().startswith("Brier score 0.")
    QTest.keyClick(card.chances, Qt.Key.Key_Left)
    assert words(card.chances).startswith("given ")
    assert " times: " in words(card.chances)


def test_four_weeks_ahead_stand_beside_the_level_then(page):
    card = page.levels
    assert card.title == "Level four weeks ahead, kg"
    assert "forecasts of four weeks ahead so far" in card.hint.text()
    QTest.keyClick(card.forecasts, Qt.Key.Key_Left)
    assert "level then: " in words(card.forecasts)
    QTest.keyClick(card.forecasts, Qt.Key.Key_Return)


def test_beside_the_plots_it_says_how_often_it_was_right(page, desk):
    told = desk.tab.words.sentences.text()
    assert "of 39 sessions the result lay in the range that should hold 8 in 10" in told
    assert "repeating last time" in told


def test_all_lifts_are_read_together(page, desk, qtbot):
    page.scope.setCurrentIndex(ALL)
    read(page, qtbot)
    assert page.results.title == "All lifts – reps more or fewer than forecast"
    assert len(page.made.results) == 58
    assert "Over all lifts" in desk.tab.words.sentences.text()
    assert not page.measure.isEnabled()
    assert not page.every.isEnabled()
    QTest.keyClick(page.results.forecasts, Qt.Key.Key_Left)
    assert "Bench press" in words(page.results.forecasts) or "squat" in words(
        page.results.forecasts
    )
    assert page.levels.title == "Level four weeks ahead, % of the forecast"


def test_another_lift_stays_on_the_page(page, desk, qtbot):
    desk.choose("Bench press")
    read(page, qtbot)
    assert desk.tab.page is page
    assert page.results.title.startswith("Bench press")
    assert len(page.made.results) == 19


def test_the_days_shown_stay_when_another_lift_is_read(page, desk, qtbot):
    desk.tab.range.six_weeks.click()
    page.scope.setCurrentIndex(ALL)
    read(page, qtbot)
    low, high = page.results.forecasts.days_shown()
    assert high - low < 60


def test_every_session_opens_what_was_said_after_each(page, qtbot):
    page.every.click()
    dialog = page.findChild(LookBackDialog)
    assert dialog.windowTitle() == "What it said before – Back squat"
    dialog.close()


def test_a_first_session_says_what_will_stand_here(lifter, short):
    did(lifter, TODAY, 100.0, 5)
    page = short(lifter)
    assert page.results.hint.text().startswith("Here each session will stand beside its forecast")
    assert page.results.stack.isHidden()
    assert [each.isHidden() for each in (page.over_time, page.chances, page.levels)] == [True] * 3
    assert page.cards() == [page.results]


@pytest.mark.parametrize(
    ("sessions", "words"),
    [(5, "Can't judge yet: 6 sessions more"), (20, "1 session more, then it shows how that")],
)
def test_a_short_history_says_when_more_will_be_told(lifter, short, sessions, words):
    for number in range(sessions):
        did(lifter, TODAY - timedelta(days=3 * number), 100.0, 5)
    page = short(lifter)
    assert page.results.hint.text().startswith(words)
    assert page.over_time.isHidden()


def test_a_typing_error_stays_off_the_axis_and_says_so(page, trained, desk, qtbot):
    did(trained, TODAY - timedelta(days=1), 97.5, 60)
    did(trained, TODAY, 975.0, 5)
    desk.refresh()
    read(page, qtbot)
    assert page.made.results[-1].held_out
    _, top = page.results.forecasts.box.viewRange()[1]
    assert top < 20
    page.results.forecasts.go_to(len(page.made.results) - 1)
    assert "looks like a typing error" in words(page.results.forecasts)


def test_tables_have_the_numbers_that_are_drawn(page, qtbot):
    page.scope.setCurrentIndex(ALL)
    read(page, qtbot)
    for card in page.cards():
        QAbstractItemModelTester(card.filled(), card)
        assert len(rows(card)) > 0
    assert len(rows(page.results)) == 58


def test_the_numbers_behind_the_page_of_a_lift(page, golden):
    golden("forecasts", page)


def test_the_numbers_behind_the_page_of_all_lifts(page, golden, qtbot):
    page.scope.setCurrentIndex(ALL)
    read(page, qtbot)
    golden("forecasts_all", page)


def test_the_numbers_behind_a_short_history(lifter, short, golden):
    for number in range(3):
        did(lifter, TODAY - timedelta(days=3 * number), 100.0, 5)
    golden("forecasts_short", short(lifter))


def test_a_change_of_theme_is_followed(page, qapp):
    theme.apply(qapp, theme.DARK)
    QApplication.processEvents()
    try:
        assert not page.grab().isNull()
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_numbers_are_written_as_the_reader_writes_them(page):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        page.show_scene(page.scene)
        assert "0," in page.chances.hint.text()
    finally:
        QLocale.setDefault(before)
