"""The body picture of the volume page: shaded by side, pointed at, walked, and told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.engine.terms import LoggedExercise, LoggedSet, Muscle, Session, SetKind, Side
from planner.storage import log
from planner.ui import body_shapes, theme
from planner.ui.charts.body_marks import Shade
from planner.ui.charts.scene import DaysShown
from tests.ui.charts.conftest import TODAY, ChartsDesk
from tests.ui.charts.volume_desk import cells, open_page, spot_on, turn, view, walk_to


@pytest.fixture
def page(desk):
    return open_page(desk)


@pytest.fixture
def one_sided(trained):
    """Row with the right arm alone, today."""
    entry = LoggedSet(30, 8, load=30, side=Side.RIGHT)
    slot = LoggedExercise("dumbbell-row", (LoggedSet(10, 8, kind=SetKind.WARMUP), *[entry] * 5))
    log.add_session(trained, Session(TODAY - timedelta(days=1), (slot,), finished=True))
    return trained


def test_a_side_that_was_trained_alone_is_shaded_alone(one_sided, qtbot):
    desk = ChartsDesk(one_sided, qtbot)
    page = open_page(desk)
    shades = page.body.figure.shades()
    assert shades[Muscle.LATS, Side.RIGHT] is Shade.LIGHT
    assert shades[Muscle.LATS, Side.LEFT] is Shade.NOTHING
    assert shades[Muscle.QUADS, Side.LEFT] is shades[Muscle.QUADS, Side.RIGHT]
    page.show_days(DaysShown(TODAY, TODAY - timedelta(days=13)))
    assert "Back: left 0, right 2.5 sets a week." in page.sentences()
    desk.window.close()


def test_pointing_at_a_muscle_tells_both_sides_range_and_last_day(page):
    figure = page.body.figure
    QTest.mouseMove(figure, spot_on(figure, Muscle.QUADS, Side.LEFT))
    assert page.body.said.text() == (
        "Quads, left\n5.8 hard sets a week\nrange 10–20 · trained 7 days ago"
    )
    QApplication.sendEvent(figure, QEvent(QEvent.Type.Leave))
    assert "Point at a muscle" in page.body.said.text()


def test_a_click_on_a_muscle_shows_the_weeks_of_its_group(page):
    figure = page.body.figure
    QTest.mouseClick(
        figure, Qt.MouseButton.LeftButton, pos=spot_on(figure, Muscle.ABDUCTORS, Side.RIGHT)
    )
    assert page.groups.currentText() == "Glutes"


def test_a_muscle_in_no_group_and_a_place_beside_the_body_choose_nothing(page):
    figure = page.body.figure
    for pos in (QPoint(1, 1), spot_on(figure, Muscle.FOREARMS, Side.RIGHT)):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=pos)
    assert page.group == "Quads"


def test_the_body_can_be_walked_without_a_mouse(page):
    figure = page.body.figure
    figure.setFocus()
    seen = set()
    for _ in range(2 * len(Muscle) + 2):
        QTest.keyClick(figure, Qt.Key.Key_Right)
        seen.add(figure.at())
        assert figure.accessibleDescription()
    assert {muscle for muscle, _ in seen} == set(Muscle)
    QTest.keyClick(figure, Qt.Key.Key_Left)
    QTest.keyClick(figure, Qt.Key.Key_A)
    walk_to(figure, Muscle.CHEST)
    QTest.keyClick(figure, Qt.Key.Key_Return)
    assert page.group == "Chest"
    figure.clearFocus()
    assert figure.at() is None


def test_days_since_shade_what_was_left_out(page):
    view(page, 2)
    assert page.body.figure.shades()[Muscle.QUADS, Side.LEFT] is Shade.LIGHT
    assert page.body.figure.shades()[Muscle.NECK, Side.LEFT] is Shade.NOTHING
    assert "28 on" in [shown.toolTip() for shown in page.body._legends][-1]


def test_freshness_is_told_in_words_and_in_the_table(desk, page, did):
    did(TODAY, "back-squat", 105.0, 8)
    desk.refresh()
    view(page, 1)
    assert page.body.figure.shades()[Muscle.QUADS, Side.LEFT] > Shade.PLAIN
    quads = cells(page.body)[0]
    assert (quads[0], quads[-1]) in {("Quads", "tired"), ("Quads", "very tired")}
    walk_to(page.body.figure, Muscle.QUADS)
    assert "tired" in page.body.said.text()


def test_the_table_has_left_right_range_and_the_last_day(page):
    rows = {row[0]: row[1:] for row in cells(page.body)}
    assert rows["Quads"] == ["5.8", "5.8", "5.8", "10–20", "29 Oct 2026"]
    assert rows["Neck"] == ["0", "0", "0", "–", "–"]


def test_every_column_of_the_table_is_in_sight(desk, page):
    desk.window.resize(1320, 800)
    page.body.table_button.click()
    QApplication.processEvents()
    assert page.body.table.horizontalScrollBar().maximum() == 0


def test_a_muscle_of_uneven_sides_tells_both_beside_the_sum(one_sided, qtbot):
    desk = ChartsDesk(one_sided, qtbot)
    page = open_page(desk)
    page.show_days(DaysShown(TODAY, TODAY - timedelta(days=6)))
    walk_to(page.body.figure, Muscle.LATS)
    assert "5 hard sets a week: left 0, right 5\nrange 10–20" in page.body.said.text()
    desk.window.close()


def test_the_words_follow_the_days_in_view(desk, page):
    for days in (desk.tab.range.six_weeks, desk.tab.range.all_days):
        days.click()
        since = page.body.said.text().split(".")[0]
        assert since in desk.tab.words.sentences.text()


def test_fewer_days_in_view_are_counted_alone(desk, page):
    desk.tab.range.six_weeks.click()
    assert "Means since 24 Sept." in page.body.said.text()


def test_days_of_ones_own_are_named(desk, page):
    page.show_days(DaysShown(TODAY - timedelta(days=20), TODAY - timedelta(days=40)))
    assert page.body.said.text().startswith("Means from 26 Sept to 16 Oct.")


def test_the_keyboard_comes_to_the_first_muscle(page):
    page.body.views.setFocus()
    QTest.keyClick(page.body.views, Qt.Key.Key_Tab)
    page.body.figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.body.figure.at() is not None


@pytest.mark.parametrize("shown", [0, 1, 2])
def test_the_body_is_drawn_in_both_themes(page, qapp, shown):
    view(page, shown)
    before = page.body.figure.grab().toImage()
    kept = theme.current()
    theme.apply(qapp, theme.LIGHT if kept.name == "dark" else theme.DARK)
    try:
        assert page.body.figure.grab().toImage() != before
        assert not turn(page, 1).grab().isNull()
    finally:
        theme.apply(qapp, kept)


def test_every_muscle_can_be_shaded_on_either_side():
    spots = {(each.muscle, each.side) for each in body_shapes.muscles()}
    assert spots == {(muscle, side) for muscle in Muscle for side in (Side.LEFT, Side.RIGHT)}
