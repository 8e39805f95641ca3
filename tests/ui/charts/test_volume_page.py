"""The page about volume: weeks of a muscle group, and the body picture beside them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import demo
from planner.engine.terms import LoggedExercise, LoggedSet, Muscle, Session, SetKind, Side, Unit
from planner.storage import clients, log
from planner.ui import body_shapes, theme
from planner.ui.charts.body_load_figure import BodyLoadFigure
from planner.ui.charts.body_marks import Shade
from planner.ui.charts.pages import PageName
from planner.ui.charts.scene import DaysShown
from planner.ui.charts.volume_page import VolumePage
from tests.ui.charts.conftest import TODAY, ChartsDesk


def open_page(desk):
    desk.tab.show_page(PageName.VOLUME)
    QApplication.processEvents()
    page = desk.tab.page
    assert isinstance(page, VolumePage)
    return page


@pytest.fixture
def page(desk):
    return open_page(desk)


def turn(page, place):
    page.switch.button(place).click()
    QApplication.processEvents()
    return page.below.currentWidget()


def view(page, place):
    page.body.views.setCurrentIndex(place)
    QApplication.processEvents()


def cells(card):
    model = card.filled()
    rows = range(model.rowCount())
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in rows
    ]


def spot_on(figure: BodyLoadFigure, muscle: Muscle, side: Side) -> QPoint:
    """Return a place of the figure where a muscle is hit."""
    across, down = range(0, figure.width(), 3), range(0, figure.height(), 3)
    found = [QPointF(x, y) for y in down for x in across]
    hit = next(spot for spot in found if figure.spot(spot) == (muscle, side))
    return hit.toPoint()


def walk_to(figure: BodyLoadFigure, muscle: Muscle) -> None:
    """Press arrow keys until a muscle is reached."""
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Up)
    while figure.at()[0] is not muscle:
        QTest.keyClick(figure, Qt.Key.Key_Up)


# the weeks
def test_the_page_begins_with_the_group_of_the_chosen_lift(page):
    assert page.sets.title == "Hard sets a week – quads"
    assert page.groups.currentText() == "Quads"
    assert page.tonnage.title == "Load × reps a week – quads, t"


def test_another_lift_keeps_the_page_and_shows_its_group(desk, page):
    desk.choose("Bench press")
    assert desk.tab.page is page
    assert page.group == "Chest"


def test_a_group_that_was_asked_for_stays_when_something_is_logged(desk, page, did):
    page.show_group("Glutes")
    did(TODAY, "back-squat", 105.0)
    desk.refresh()
    assert page.group == "Glutes"
    assert cells(page.sets)[0] == ["2 Nov 2026", "3", "10", "20"]


def test_a_group_can_be_chosen_from_the_list_and_so_can_all(page):
    page.groups.activated.emit(page.groups.findData(""))
    assert page.sets.title == "Hard sets a week – all groups"
    assert cells(page.sets)[1] == ["26 Oct 2026", "9"]
    assert page.sets.bars.words(19) == [
        "week of 26 Oct", "9 hard sets", "Back squat: 6", "Bench press: 3",
    ]  # fmt: skip


def test_a_week_tells_its_sets_and_the_range(page):
    assert page.sets.bars.words(0)[1:] == ["6 hard sets (range 10–20)", "Back squat: 6"]


def test_what_was_lifted_is_told_by_movement(page):
    page.show_group("")
    lines = page.tonnage.bars.words(19)
    assert lines == ["week of 26 Oct", "4.1 t", "push: 1.1 t", "squat: 3.0 t"]


def test_pounds_are_counted_in_thousands(desk, trained):
    made = clients.lifter(trained)
    clients.update_lifter(made.__class__(**{**_fields(made), "unit": Unit.LB}))
    desk.refresh()
    page = open_page(desk)
    assert page.tonnage.title.endswith("1,000 lb")
    assert page.tonnage.bars.words(19)[1] == "6,614 lb"


def _fields(made):
    return {name: getattr(made, name) for name in made.__dataclass_fields__}


def test_zones_say_how_heavy_the_sets_were(page):
    card = turn(page, 1)
    assert card is page.zones
    week, sets, *parts = card.bars.words(19)
    assert (week, sets) == ("week of 26 Oct", "6 sets")
    assert parts == ["80–90 %: 6"]


def test_monotony_is_told_of_whole_weeks_and_says_what_it_is_not(page):
    card = turn(page, 2)
    assert "not shown to foretell injury" in card.hint.text()
    newest, before, *_ = cells(card)
    assert newest[3:] == ["–", "–"]
    assert before == ["26 Oct 2026", "9", "3", "0.8", "7"]
    card.lines.go_to(0)
    assert card.lines.accessibleDescription().endswith(
        "monotony 0.8 · strain 7 · 9 hard sets on 3 days"
    )


def test_strain_has_a_plot_of_its_own(page):
    card = turn(page, 3)
    assert card.title == "Strain of hard sets by week"
    assert "times its monotony" in card.hint.text()


def test_a_lower_card_follows_the_days_in_view(desk, page):
    desk.tab.range.all_days.click()
    card = turn(page, 1)
    assert card.bars.days_shown() == page.sets.bars.days_shown()


def test_a_group_without_work_has_words_instead_of_axes(page):
    page.show_group("Biceps")
    assert not page.sets.stack.isVisible()
    assert page.sets.hint.text().startswith("No hard sets yet.")
    assert (
        turn(page, 0).hint.text() == "Appears with the first set that has a load and repetitions."
    )
    assert turn(page, 1).hint.text() == "Appears with the first set of these exercises."
    page.show_group("Quads")
    assert page.sets.stack.isVisible()


def test_one_session_says_what_is_to_come(lifter, did, qtbot, golden):
    did(TODAY, "back-squat", 100.0)
    desk = ChartsDesk(lifter, qtbot)
    page = open_page(desk)
    assert turn(page, 2).hint.text() == (
        "Appears after the first whole week with two training days."
    )
    golden("volume_short", page)
    desk.window.close()


def test_the_numbers_of_the_sample_lifter(database, qtbot, golden):
    desk = ChartsDesk(demo.add_sample_lifter(TODAY), qtbot)
    page = open_page(desk)
    golden("volume", page)
    desk.window.close()


def test_the_sentences_stand_beside_the_plots(desk, page):
    said = desk.tab.words.sentences.text()
    assert said.startswith("Below the range of 10–20 hard sets a week: Shoulders 1.5")


# the body
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
    assert "Back: left 0, right 5 hard sets in four weeks." in page.sentences()
    desk.window.close()


def test_pointing_at_a_muscle_tells_both_sides_range_and_last_day(page):
    figure = page.body.figure
    QTest.mouseMove(figure, spot_on(figure, Muscle.QUADS, Side.LEFT))
    assert page.body.said.text() == (
        "Quads, left\nhard sets a week: left 5.8, right 5.8\nrange 10–20 · trained 7 days ago"
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
    assert "28 on" in page.body.signs_said()


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
    assert rows["Quads"] == ["5.8", "5.8", "10", "20", "29 Oct 2026"]
    assert rows["Neck"] == ["0", "0", "–", "–", "–"]


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


def test_tab_goes_through_the_page_as_it_is_seen(page):
    page.body.views.setFocus()
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    chip = page.switch.checkedButton()
    stops = [
        page.body.views,
        page.body.figure,
        page.groups,
        page.sets.bars,
        chip,
        page.tonnage.bars,
    ]
    assert [each for each in seen if each in stops] == stops


def test_a_narrow_page_has_the_body_above_the_weeks(desk, page):
    desk.window.resize(720, 700)
    QApplication.processEvents()
    assert page.body.geometry().bottom() < page.sets.geometry().top()
    desk.window.resize(1280, 800)
    QApplication.processEvents()
    assert page.body.geometry().right() < page.sets.geometry().left()


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
