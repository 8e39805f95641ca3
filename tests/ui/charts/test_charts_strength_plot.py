"""The strength plot: what it draws, what moves its axis, what pointer and keyboard find."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach.charts import LevelPoint, PhaseSpan, SessionPoint, TimeOff
from planner.engine.terms import Phase, Unit
from tests.ui.charts.strength_desk import FIRST, TODAY, show


def heights(plot):
    return plot.box.viewRange()[1]


def place(plot, index):
    """Return where a session stands, in pixels of the view."""
    at = QPointF(float(plot._xs[index]), float(plot._ys[index]))
    return plot.view.mapFromScene(plot.box.mapViewToScene(at))


def test_a_typing_error_does_not_move_the_axis(plot, chart):
    _, top = heights(plot)
    assert top < 150
    without = replace(chart, points=tuple(point for point in chart.points if not point.held_out))
    show(plot, without)
    assert heights(plot)[1] == pytest.approx(top)


def test_a_typing_error_stays_in_sight_at_the_edge_and_says_what_it_is(plot):
    assert plot._ys[4] < heights(plot)[1]
    plot.go_to(4)
    assert plot.cursor_item.lines() == [
        "14 Sept",
        "best set 100 × 5",
        "e1RM 1100 kg",
        "held out: looks like a typing error",
    ]


def test_what_was_held_out_near_the_rest_stands_at_its_value(plot, chart):
    points = tuple(replace(p, e1rm_kg=104.0 if p.held_out else p.e1rm_kg) for p in chart.points)
    show(plot, replace(chart, points=points))
    assert heights(plot)[0] < 104.0
    assert plot._ys[4] == 104.0
    (spot,) = plot.dots._held_out.points()
    assert (spot.pos().y(), spot.symbol()) == (104.0, "o")


@pytest.mark.parametrize(("kg", "arrow"), [(1100.0, "arrow_up"), (20.0, "arrow_down")])
def test_what_was_held_out_far_away_is_an_arrow_that_tells_its_value(plot, chart, kg, arrow):
    points = tuple(replace(p, e1rm_kg=kg if p.held_out else p.e1rm_kg) for p in chart.points)
    show(plot, replace(chart, points=points))
    (spot,) = plot.dots._held_out.points()
    assert spot.symbol() == arrow
    assert heights(plot)[0] < spot.pos().y() < heights(plot)[1]
    plot.go_to(4)
    assert f"e1RM {kg:.0f} kg" in plot.cursor_item.lines()


def test_a_session_says_its_date_best_set_and_e1rm_under_the_pointer(plot, qtbot):
    QTest.mouseMove(plot.view.viewport(), place(plot, 2))
    qtbot.waitUntil(lambda: len(plot.cursor_item.lines()) > 0)
    assert plot.cursor_item.lines() == ["31 Aug", "best set 100 × 5", "e1RM 112 kg"]
    QApplication.sendEvent(plot.view.viewport(), QEvent(QEvent.Type.Leave))
    assert not plot.cursor_item.lines()


def test_a_click_names_the_session_that_was_hit(plot, qtbot):
    with qtbot.waitSignal(plot.session_wanted) as hit:
        QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=place(plot, 7))
    assert hit.args == [507]


def test_a_double_click_takes_the_zoom_back(plot, qtbot):
    before = plot.days_shown()
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.days_shown() != before
    with qtbot.waitSignal(plot.zoomed):
        middle = plot.view.rect().center()
        QTest.mouseDClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseRelease(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert plot.days_shown() == pytest.approx(before)


def test_the_height_follows_the_days_in_view(plot):
    whole = heights(plot)
    plot.box.setXRange(FIRST.toordinal(), FIRST.toordinal() + 21, padding=0)
    QApplication.processEvents()
    assert heights(plot)[1] < whole[1]


def test_zooming_out_stops_at_the_ends_of_the_history(plot):
    for _ in range(20):
        QTest.keyClick(plot, Qt.Key.Key_Minus)
    low, high = plot.days_shown()
    assert low >= FIRST.toordinal() - 5
    assert high <= TODAY.toordinal() + 42


def test_walking_out_of_sight_brings_the_session_into_sight(plot):
    plot.box.setXRange(TODAY.toordinal() - 14, TODAY.toordinal(), padding=0)
    for _ in range(8):
        QTest.keyClick(plot, Qt.Key.Key_Left)
    low, high = plot.days_shown()
    assert low <= plot._xs[plot.current()] <= high
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.current() == 5


def test_the_keyboard_focus_shows_where_it_is(plot, qtbot):
    with qtbot.waitActive(plot):
        plot.activateWindow()
    plot.clearFocus()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.cursor_item.lines()[0] == "2 Nov"
    plot.clearFocus()
    assert not plot.cursor_item.lines()


def test_an_unknown_key_is_left_to_others(plot):
    QTest.keyClick(plot, Qt.Key.Key_F9)
    assert plot.current() is None


def test_escape_takes_the_zoom_back(plot):
    before = plot.days_shown()
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.days_shown() == pytest.approx(before)


def test_pounds_are_drawn_for_who_reads_pounds(plot, chart):
    show(plot, chart, Unit.LB)
    np.testing.assert_allclose(plot.dots.e1rm[0], 110 / 0.45359237)
    np.testing.assert_allclose(plot.level.low[0], 107 / 0.45359237)


def test_the_forecast_goes_on_where_the_level_ends(plot):
    assert plot.forecast.xs[0] == plot.level.xs[-1]
    assert plot.forecast.middle[0] == plot.level.middle[-1]


def test_phases_stand_side_by_side_with_their_words(plot):
    early, bent = plot.marks._bands
    assert (early.look.word, bent.look.word) == ("early gains", "levelling off")
    assert early.until == bent.since


def test_the_first_session_needs_no_line_but_the_bend_has_one(plot):
    assert [happening.word for happening in plot.marks.events.happenings] == ["levelled off"]


def test_many_phases_and_events_in_little_room_still_draw(plot, chart):
    spans = tuple(
        PhaseSpan(FIRST + timedelta(days=day), FIRST + timedelta(days=day + 1), phase)
        for day, phase in enumerate(list(Phase) * 10)
    )
    crowded = tuple(replace(chart.events[1], on=FIRST + timedelta(days=day)) for day in range(80))
    show(plot, replace(chart, spans=spans, events=crowded))
    assert not plot.grab().isNull()


def test_a_lift_without_any_measured_session_draws_an_empty_plot(plot, chart):
    nothing = replace(chart, points=(), level=(), forecast=(), spans=(), events=())
    show(plot, nothing)
    assert heights(plot)[1] > heights(plot)[0]
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.current() is None


def test_a_flat_lift_looks_flat(plot, chart):
    points = tuple(replace(point, e1rm_kg=100.0, held_out=False) for point in chart.points)
    level = tuple(LevelPoint(point.on, 100.0, 99.9, 100.1) for point in points)
    show(plot, replace(chart, points=points, level=level, forecast=()))
    low, high = heights(plot)
    assert high - low >= 5


def test_ten_years_of_sessions_are_drawn_small_so_that_the_line_shows(plot, chart):
    points = tuple(
        SessionPoint(TODAY - timedelta(days=3650 - 2 * day), 100.0, 4, day, "", held_out=False)
        for day in range(1800)
    )
    level = tuple(LevelPoint(point.on, 100.0, 98.0, 102.0) for point in points)
    plot.show_chart(replace(chart, points=points, level=level), Unit.KG)
    plot.show_days(points[0].on, TODAY, points[0].on, TODAY)
    assert plot.dots._crowded
    plot.show_days(TODAY - timedelta(days=42), TODAY, points[0].on, TODAY)
    assert not plot.dots._crowded


def test_a_brush_over_some_weeks_zooms_to_them(plot, qtbot):
    port, here = plot.view.viewport(), place(plot, 3)
    there = QPoint(place(plot, 8).x(), here.y() + 40)
    QTest.mouseMove(port, here)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=here)
    for part in (0.2, 0.5, 0.8, 1.0):
        qtbot.wait(30)  # pyqtgraph reads at most so many moves a second
        spot = here + (there - here) * part
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(spot), QPointF(port.mapToGlobal(spot)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(port, event)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=there)
    low, high = plot.days_shown()
    assert low == pytest.approx(plot._xs[3], abs=2)
    assert high == pytest.approx(plot._xs[8], abs=2)


def test_the_wheel_zooms_in_time_only(plot):
    spot = QPointF(place(plot, 8))
    before = plot.days_shown()
    event = QWheelEvent(
        spot, QPointF(plot.view.viewport().mapToGlobal(spot)), QPoint(0, 0), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(plot.view.viewport(), event)
    low, high = plot.days_shown()
    assert high - low < before[1] - before[0]


def test_time_off_breaks_the_line_and_is_named(plot, chart):
    left, back = chart.level[5], chart.level[8]
    rest = tuple(point for point in chart.level if not left.on < point.on < back.on)
    off = TimeOff(left.on, back.on, whole=True)
    show(plot, replace(chart, level=rest, time_off=(off,), across=((left, back),)))
    xs, ys = plot.level._line.getData()
    (gap,) = np.flatnonzero(np.isnan(ys))
    assert (xs[gap - 1], xs[gap + 1]) == (left.on.toordinal(), back.on.toordinal())
    middle = QPointF((xs[gap - 1] + xs[gap + 1]) / 2, left.kg)
    assert not plot.level._band.path().contains(middle)
    assert plot.across._band.path().contains(middle)
    assert list(plot.across.xs) == [left.on.toordinal(), back.on.toordinal()]
    assert [made.word for made in plot.marks._gaps] == ["time off"]
    assert not plot.grab().isNull()


def test_a_single_session_between_two_pauses_joins_neither(plot, chart):
    first, lone, last = chart.level[0], chart.level[5], chart.level[-1]
    off = tuple(
        TimeOff(since.on, until.on, whole=True) for since, until in ((first, lone), (lone, last))
    )
    across = ((first, lone), (lone, last))
    show(plot, replace(chart, level=(first, lone, last), time_off=off, across=across))
    assert np.isnan(plot.level._line.getData()[1]).sum() == 2
    assert np.isnan(plot.across._line.getData()[1]).sum() == 1
    assert (
        plot.level._band.path().boundingRect().width() == last.on.toordinal() - first.on.toordinal()
    )
    middle = QPointF((first.on.toordinal() + lone.on.toordinal()) / 2, (first.kg + lone.kg) / 2)
    assert not plot.level._band.path().contains(middle)


def test_weeks_of_other_lifts_are_not_called_time_off(plot, chart):
    off = TimeOff(chart.level[5].on, chart.level[8].on, whole=False)
    show(plot, replace(chart, time_off=(off,)))
    assert [made.word for made in plot.marks._gaps] == ["other lifts only"]


def test_panning_draws_no_dot_anew(plot):
    drawn = []
    plot.dots._sessions.sigPlotChanged.connect(drawn.append)
    for day in range(5):
        first = FIRST.toordinal() + day
        plot.box.setXRange(first, first + 60, padding=0)
    assert not drawn
