"""The planner's exercises: prescribe while searching, star, filter, make what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach import favourites, planning
from planner.engine.terms import Equipment, Unit

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listing(planner):
    return planner.tab._exercises


def found(listing) -> list[str]:
    return [listing.list.item(n).text() for n in range(listing.list.count())]


def search(planner, text: str) -> None:
    planner.grid.setFocus()
    planner.press(Key.Key_F, Ctrl)
    planner.type(text)


def test_a_name_with_sets_behind_it_adds_both_in_one_go(planner, listing):
    planner.select(3, line=0)
    search(planner, "bench press 4x6 @2 100 rest 3 min")
    assert listing.preview.text() == "Bench press: 4 sets of 6 reps, 2 left, 100 kg"
    planner.press(Key.Key_Return)
    made = planner.planned()[1].exercises[1]
    assert (made.exercise, made.rest_s) == ("bench-press", 180)
    assert planning.prescription_source(made.sets, Unit.KG) == "4x6 @2 100"
    assert planner.asked == ["Add exercise"]


def test_line_after_line_is_typed_and_escape_goes_to_the_week(planner, listing):
    planner.select(3)
    before = len(planner.planned()[1].exercises)
    search(planner, "rdl 3x8-12 @RIR2 80")
    planner.press(Key.Key_Return)
    assert (listing.search.hasFocus(), listing.search.text()) == (True, "")
    planner.type("A lateral raise 3x12-15")
    planner.press(Key.Key_Return)
    made = planner.planned()[1].exercises
    assert [line.exercise for line in made[before:]] == ["romanian-deadlift", "lateral-raise"]
    assert made[-1].superset == 0
    assert planner.asked == ["Add exercise"] * 2
    planner.press(Key.Key_Escape)
    assert planner.grid.hasFocus()


def test_sets_that_cannot_be_read_are_told_and_nothing_is_added(planner, listing):
    search(planner, "bench press 4x6 @2 heavy")
    assert "‘heavy’ is not understood" in listing.preview.text()
    planner.press(Key.Key_Return)
    assert planner.asked == []
    assert listing.search.text() == "bench press 4x6 @2 heavy"


@pytest.mark.parametrize(
    ("typed", "meant", "told"),
    [
        ("bench 4x", "Bench press", "come reps"),
        ("curl 12,5x10", "Barbell curl", "3x10 12,5"),
        ("dips bw+10 3x8", "Dip", "3x8 bw+10"),
        ("bench 4", "Bench press", "How many reps?"),
    ],
)
def test_half_a_prescription_is_no_name_to_be_made(planner, listing, typed, meant, told):
    search(planner, typed)
    assert listing.list.exercise().name == meant
    assert told in listing.preview.text()
    assert not listing.make.isVisible()
    planner.press(Key.Key_Return)
    assert planner.asked == []


def test_digits_in_a_name_are_part_of_it(planner, listing):
    search(planner, "90/90 hip")
    assert found(listing)[0] == "Hip switch"
    assert listing.preview.isHidden()


def test_down_from_the_search_marks_the_first_then_walks_and_the_star_follows(planner, listing):
    search(planner, "curl")
    planner.press(Key.Key_Down)
    assert listing.list.currentRow() == 0
    assert listing.list.item(0).isSelected()
    planner.press(Key.Key_Down)
    assert listing.list.currentRow() == 1
    planner.press(Key.Key_B, Ctrl)
    assert favourites.starred() == {listing.list.exercise().slug}
    assert listing.list.exercise().name == "EZ-bar curl"


@pytest.mark.qt_log_ignore("does not support raise")  # of the tooltip, without a screen
def test_the_mouse_over_an_exercise_is_told_its_muscles_and_how_much_there_is_to_learn(listing):
    shown = listing.list.item(0)
    at = listing.list.visualItemRect(shown).center()
    where = listing.list.viewport().mapToGlobal(at)
    QApplication.sendEvent(listing.list.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    name, muscles = QToolTip.text().splitlines()
    assert name == f"{shown.text()} · some practice needed"
    assert muscles == "abs, lats, obliques"
    QToolTip.hideText()


def test_a_star_puts_an_exercise_first_by_key_or_click_and_undo_takes_it_away(planner, listing):
    search(planner, "zercher squat")
    planner.press(Key.Key_B, Ctrl)
    listing.search.clear()
    assert found(listing)[0] == "Zercher squat"
    listing.filter.starred.click()
    assert found(listing) == ["Zercher squat"]
    planner.history.undo()
    assert found(listing) == []
    assert "No favourites yet" in listing._none.text()
    listing.filter.clear()
    listing.list.setCurrentRow(0)
    row = listing.list.visualItemRect(listing.list.item(0))
    at = QPoint(listing.list.viewport().width() - 8, row.center().y())
    QTest.mouseClick(listing.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(favourites.starred()) == 1


def test_the_menu_keeps_equipment_muscle_and_what_trains_the_nerves(planner, listing):
    menu = listing.filter.more.menu()
    menu.aboutToShow.emit()
    equipment = menu.actions()[0].menu()
    next(each for each in equipment.actions() if each.text() == "Kettlebell").trigger()
    assert listing.filter.wanted().equipment is Equipment.KETTLEBELL
    assert listing.filter.more.text() == "Kettlebell"
    kettlebells = len(found(listing))
    assert 0 < kettlebells < len(listing._all)
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert len(found(listing)) == len(listing._all)
    assert listing.filter.more.text() == "More"


def test_what_nobody_knows_can_be_made_from_where_it_was_typed(planner, listing, qtbot):
    assert not listing.make.isVisible()
    search(planner, "qqq lunge w/ twist 3x10")
    assert listing.make.toolTip() == "Make ‘Qqq lunge w/ twist’…"
    with qtbot.waitSignal(planner.tab.make_wanted) as asked:
        listing.make.click()
    name, then = asked.args
    assert name == "Qqq lunge w/ twist"
    planner.select(0)
    then("front-squat")
    QApplication.processEvents()
    made = planner.planned()[0].exercises[-1]
    assert (made.exercise, len(made.sets), made.sets[0].reps_low) == ("front-squat", 3, 10)


def test_a_new_search_marks_its_own_best_match(planner, listing):
    search(planner, "bench")
    listing.list.setCurrentRow(2)
    search(planner, "bench press")
    assert listing.list.exercise().name == "Bench press"
