"""Several lifts at once, on a real file: which, in what measure, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import clients, demo
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Session,
    Unit,
)
from planner.storage import log
from planner.ui import theme
from planner.ui.charts import line_ends
from planner.ui.charts.compare_table import Measured
from tests.ui.charts.compare_desk import lines, opened, settled, tick
from tests.ui.charts.conftest import TODAY, ChartsDesk


@pytest.fixture
def page(desk):
    """The page of a lifter who squats and benches."""
    return opened(desk)


def measure(page, measured):
    page.measure.setCurrentIndex(page.measure.findData(measured))


def test_the_most_trained_lift_of_each_pattern_is_compared_at_first(page):
    assert lines(page) == ["Back squat", "Bench press"]
    assert page.card.title == "Compare – estimated 1RM, kg"
    assert not page.bar.isVisible()


def test_every_line_has_its_name_at_its_end_and_in_the_legend(page):
    areas = page.plot.ends.areas()
    assert [end.line.name for _, end in areas] == ["Back squat", "Bench press"]
    assert areas[0][0].bottom() <= areas[1][0].top()
    assert "Back squat, Bench press" in page.legend.accessibleName()


def test_the_words_beside_name_the_first_and_the_last_with_their_ranges(desk, page):
    said = desk.tab.words.sentences.text()
    assert "gained most strength: +1" in said
    assert "Their ranges overlap: these sessions can't tell which gained more." in said
    assert "no sign of imbalance" in said


def test_other_days_change_what_is_said_and_what_100_percent_is(desk, page):
    measure(page, Measured.SHARE)
    whole = max(page.plot._ys)
    desk.tab.range.six_weeks.click()
    assert max(page.plot._ys) < whole
    since = TODAY - timedelta(weeks=6)
    firsts = [page.plot._lines[0].ys[0], page.plot._lines[1].ys[0]]
    assert firsts == [100.0, 100.0]
    assert min(line.xs[0] for line in page.plot._lines) >= since.toordinal()
    assert desk.tab.words.sentences.text() == "\n\n".join(page.sentences())


def test_the_table_says_percent_only_from_the_start_on(desk, page):
    desk.tab.range.six_weeks.click()
    rows = page.card.filled().values()
    assert page.rows.titles()[-1] == "% of start"
    known = {row[0] for row in rows if row[5] is not None}
    assert min(known) >= TODAY - timedelta(weeks=6)
    assert min(row[0] for row in rows) < min(known)


def test_hard_sets_are_compared_by_week(page):
    measure(page, Measured.SETS)
    assert page.card.title == "Compare – hard sets a week, mean of four weeks"
    page.plot.go_to(len(page.plot._xs) - 1)
    assert list(page.plot.cursor_item.lines()) == [
        "Bench press", "week of 26 Oct", "3 hard sets", "3 a week over four weeks",
    ]  # fmt: skip
    assert page.card.filled().titles() == ["Week of", "Lift", "Hard sets", "Mean of four weeks"]


def test_a_week_opens_no_session(desk, page):
    measure(page, Measured.SETS)
    page.plot.picked.emit(0)
    assert desk.opened == []


def test_a_point_says_its_strength_and_opens_its_session(desk, page):
    page.plot.go_to(len(page.plot._xs) - 1)
    name, day, e1rm, since = page.plot.cursor_item.lines()
    assert (name, day) == ("Back squat", "29 Oct")
    assert e1rm.startswith("e1RM 1")
    assert "since 1" in since
    QTest.keyClick(page.plot, Qt.Key.Key_Return)
    newest = max(log.sessions(desk.lifter), key=lambda session: session.on)
    assert desk.opened == [newest.id]


def test_a_point_after_time_off_still_says_and_opens_its_own_session(desk, did):
    first = did(TODAY - timedelta(weeks=30), "back-squat", 70.0)
    page = opened(desk)
    desk.refresh()
    desk.tab.range.all_days.click()
    settled(page)
    for measured in (Measured.STRENGTH, Measured.SHARE):
        measure(page, measured)
        assert sum(y != y for y in page.plot._lines[0].ys) == 1
        page.plot.picked.emit(0)
        last = [p for p in range(len(page.plot._xs)) if page.plot.owner(p)[0] == 0][-1]
        page.plot.go_to(last)
        assert page.plot.cursor_item.lines()[1] == "29 Oct"
    assert desk.opened == [first, first]


def test_only_the_line_in_reach_has_its_band(page):
    assert [drawn._band.isVisible() for drawn in page.plot._drawn] == [False, False]
    page.plot.go_to(len(page.plot._xs) - 1)
    assert [drawn._band.isVisible() for drawn in page.plot._drawn] == [True, False]
    QApplication.sendEvent(page.plot.view.viewport(), QEvent(QEvent.Type.Leave))
    assert [drawn._band.isVisible() for drawn in page.plot._drawn] == [False, False]


def test_the_pointer_calls_a_band_and_leaves_it(page):
    QApplication.processEvents()
    spot = page.plot.box.mapViewToScene(QPointF(page.plot._xs[-1], page.plot._ys[-1]))
    page.plot._hover(spot)
    assert page.plot.line_in_reach() == 0
    page.plot._hover(QPointF(-50, -50))
    assert page.plot.line_in_reach() is None


def test_arrows_walk_along_a_line_and_from_one_to_the_other(page):
    page.plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.plot.cursor_item.lines()[0] == "Back squat"
    QTest.keyClick(page.plot, Qt.Key.Key_Left)
    assert list(page.plot.cursor_item.lines())[:2] == ["Back squat", "26 Oct"]
    QTest.keyClick(page.plot, Qt.Key.Key_Up)
    assert page.plot.cursor_item.lines()[0] == "Back squat"
    QTest.keyClick(page.plot, Qt.Key.Key_Down)
    assert list(page.plot.cursor_item.lines())[:2] == ["Bench press", "27 Oct"]
    QTest.keyClick(page.plot, Qt.Key.Key_Right)
    assert list(page.plot.cursor_item.lines())[:2] == ["Bench press", "27 Oct"]
    QTest.keyClick(page.plot, Qt.Key.Key_Up)
    assert page.plot.cursor_item.lines()[0] == "Back squat"
    page.measure.setFocus()
    assert page.plot.line_in_reach() is None


def test_pounds_are_drawn_and_said_in_pounds(desk, page):
    clients.change(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    settled(page)
    assert page.card.title == "Compare – estimated 1RM, lb"
    assert max(page.plot._ys) > 200
    assert page.rows.titles() == [] or "e1RM lb" in page.card.filled().titles()


def test_both_themes_draw_the_page(page, qapp):
    page.plot.go_to(0)
    before = page.plot.grab().toImage().pixelColor(1, 1)
    theme.apply(qapp, theme.DARK)
    QApplication.processEvents()
    after = page.plot.grab().toImage().pixelColor(1, 1)
    theme.apply(qapp, theme.LIGHT)
    assert (before.name(), after.name()) == (theme.LIGHT.panel, theme.DARK.panel)


@given(st.lists(st.floats(-50, 500), max_size=9), st.floats(60, 400))
def test_names_never_overlap_and_keep_their_order(wanted, bottom):
    middles = line_ends.spread(sorted(wanted), 15.0, 0.0, bottom)
    step = min(15.0, bottom / max(1, len(wanted) - 1))
    assert all(b - a >= step - 1e-6 for a, b in pairwise(middles))
    assert all(-1e-6 <= middle <= bottom + 1e-6 for middle in middles)


def test_names_with_room_stand_at_their_lines():
    assert line_ends.spread([20.0, 60.0, 300.0], 15.0, 0.0, 400.0) == [20.0, 60.0, 300.0]
    assert line_ends.spread([100.0, 100.0], 15.0, 0.0, 400.0) == [92.5, 107.5]


# few sessions, and none
def test_one_session_says_when_lines_begin(lifter, did, qtbot, golden):
    did(TODAY - timedelta(days=1), "back-squat", 80.0)
    desk = ChartsDesk(lifter, qtbot)
    page = opened(desk)
    assert page.card.hint.text() == "A line begins with a lift's second session."
    assert page.sentences() == ["Back squat: too few sessions in the days shown to tell a change."]
    measure(page, Measured.SETS)
    assert page.card.hint.text() == "A line begins when a lift's first week is over."
    measure(page, Measured.STRENGTH)
    golden("compare_short", page)
    desk.window.close()


def test_lifts_without_a_load_are_not_offered(lifter, qtbot):
    held = LoggedExercise("plank", (LoggedSet(None, None, seconds=60),))
    log.add_session(lifter, Session(date(2026, 11, 1), (held,), finished=True))
    desk = ChartsDesk(lifter, qtbot)
    page = opened(desk)
    assert page.card.hint.text().startswith("Lifts with a load are compared here")
    assert not page.plot.isVisible()
    assert page.sentences() == ()
    desk.window.close()


def test_what_counts_of_bodyweight_lifts_is_said(lifter, did, qtbot):
    for days in (8, 1):
        did(TODAY - timedelta(days=days), "pull-up", 10.0)
        did(TODAY - timedelta(days=days), "assisted-pull-up", 20.0)
    desk = ChartsDesk(lifter, qtbot)
    page = opened(desk)
    tick(page.picker.popup, "Vertical pull")
    said = settled(page).card.hint.text()
    assert "Pull-up: bodyweight and added load together." in said
    assert "Assisted pull-up: bodyweight less the help." in said
    desk.window.close()


def test_a_report_reads_the_page_to_its_end(page):
    page.draw(page.scene)
    for _ in page.reading():
        pass
    assert lines(page) == ["Back squat", "Bench press"]


def test_the_numbers_behind_the_sample_lifter(database, qtbot, golden):
    lifter = demo.add_sample_lifter(TODAY)
    desk = ChartsDesk(lifter, qtbot)
    golden("compare", opened(desk))
    desk.window.close()
