"""Days away: added from the calendar, edited, ended, deleted, and told where they stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.coach import absences, health
from planner.coach.absences import Reason
from planner.engine.terms import Absence, LoggedSet, Topic
from planner.ui import absence_stories
from planner.ui.absence_dialog import AbsenceDialog
from planner.ui.absences_dialog import AbsencesDialog
from planner.ui.referral_signs import SignsDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
HOLIDAY = Absence(date(2026, 11, 9), date(2026, 11, 11), Reason.HOLIDAY, "Rome")


def asked(parent) -> AbsenceDialog:
    """Return the dialog that is open."""
    (dialog,) = [each for each in parent.findChildren(AbsenceDialog) if each.isVisible()]
    return dialog


@pytest.fixture
def away(desk):
    """Return a function that stores days away and shows them."""

    def store(made: Absence) -> Absence:
        absences.add(desk.lifter, made)
        desk.refresh()
        return absences.absences(desk.lifter)[-1]

    return store


def lines(desk) -> list[QPushButton]:
    """Return the buttons below the month."""
    QApplication.processEvents()
    return [each for each in desk.tab.days.away.findChildren(QPushButton) if each.isVisible()]


def stored(desk) -> list[tuple[date, date | None, str]]:
    return [(each.since, each.until, each.reason) for each in absences.absences(desk.lifter)]


def test_several_days_are_selected_with_shift_and_are_away_with_ins(desk) -> None:
    calendar = desk.tab.days.calendar
    calendar.day_button(date(2026, 11, 9)).setFocus()
    desk.press(Qt.Key.Key_Right, SHIFT)
    desk.press(Qt.Key.Key_Right, SHIFT)
    assert calendar.selected() == (date(2026, 11, 9), date(2026, 11, 11))
    desk.press(Qt.Key.Key_Insert)
    asked(desk.tab).accept()
    assert stored(desk) == [(date(2026, 11, 9), date(2026, 11, 11), "holiday")]
    made = calendar.day_button(date(2026, 11, 10))
    assert made.accessibleName() == made.toolTip() == "Tue 10 Nov, Holiday, 9 Nov – 11 Nov"
    desk.history.undo()
    assert stored(desk) == []
    assert made.look.away is None


def test_a_click_on_a_free_day_leaves_the_keys_in_the_calendar_and_enter_goes_to_the_day(
    desk, did
) -> None:
    did(date(2026, 11, 4), "back-squat", LoggedSet(100.0, 5, load=100.0))
    desk.refresh()
    calendar = desk.tab.days.calendar
    QTest.mouseClick(calendar.day_button(date(2026, 11, 3)), Qt.MouseButton.LeftButton)
    assert desk.tab.start._title.text() == "Tue 3 Nov"
    desk.press(Qt.Key.Key_Right, SHIFT)
    assert calendar.selected() == (date(2026, 11, 3), date(2026, 11, 4))
    desk.press(Qt.Key.Key_Left)
    desk.enter()
    assert desk.focus() is desk.tab.start.buttons[0]
    QTest.mouseClick(calendar.day_button(date(2026, 11, 4)), Qt.MouseButton.LeftButton)
    assert desk.tab.session.isAncestorOf(desk.focus())


def test_several_days_are_dragged_over_and_a_click_is_still_one_day(desk) -> None:
    calendar = desk.tab.days.calendar
    first, last = (calendar.day_button(date(2026, 11, day)) for day in (9, 11))
    middle = first.rect().center()
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(first, first.mapFromGlobal(last.mapToGlobal(middle)))
    QTest.mouseRelease(
        first, Qt.MouseButton.LeftButton, pos=first.mapFromGlobal(last.mapToGlobal(middle))
    )
    assert calendar.selected() == (date(2026, 11, 9), date(2026, 11, 11))
    assert desk.tab.start._title.text().startswith("Today")
    first.click()
    assert calendar.selected() is None


def test_a_day_alone_that_is_today_may_go_on_and_ends_when_one_is_back(desk) -> None:
    desk.tab.days.calendar.day_button(desk.today).setFocus()
    desk.press(Qt.Key.Key_Insert)
    dialog = asked(desk.tab)
    assert dialog.windowTitle() == "Time away: Sam Lifter"
    assert dialog.open_end.isChecked()
    assert not dialog.until.isEnabled()
    dialog.reasons.setCurrentIndex(dialog.reasons.findData(Reason.ILL))
    assert dialog.told.text() == "No load is suggested until you are back."
    dialog.accept()
    assert stored(desk) == [(desk.today, None, "ill")]
    desk.tab.refresh(desk.lifter, desk.today + timedelta(days=2))
    (back,) = [each for each in lines(desk) if each.text() == "I am well again"]
    desk.today += timedelta(days=2)
    back.click()
    assert stored(desk) == [(date(2026, 11, 5), date(2026, 11, 6), "ill")]


def test_what_days_away_run_into_is_told_in_place(desk, away, did) -> None:
    away(HOLIDAY)
    did(date(2026, 11, 4), "back-squat", LoggedSet(100.0, 5, load=100.0))
    absence_stories.add(desk.tab.days._desk(), date(2026, 11, 4), date(2026, 11, 9))
    dialog = asked(desk.tab)
    assert dialog.told.text() == (
        "Runs into other days away: Holiday, 9 Nov – 11 Nov. Both stay.\n"
        "You trained on 4 Nov. That stays, and counts."
    )
    dialog.until.show_day(date(2026, 11, 3))
    assert dialog.told.text() == "The last day comes before the first."
    dialog.accept()
    assert dialog.isVisible()
    dialog.since.show_day(date(2026, 11, 2))
    dialog.accept()
    assert stored(desk)[0] == (date(2026, 11, 2), date(2026, 11, 3), "holiday")


def test_the_menu_of_a_day_edits_and_deletes_what_it_is_part_of(desk, away) -> None:
    made = away(HOLIDAY)
    day = date(2026, 11, 10)
    menu = absence_stories.day_menu(desk.tab.days._desk(), day, day)
    said = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert said == [
        "&Away…\tIns",
        "&Edit Holiday, 9 Nov – 11 Nov…",
        "&Delete Holiday, 9 Nov – 11 Nov",
    ]
    menu.actions()[2].trigger()
    asked(desk.tab).note.setText("Naples")
    asked(desk.tab).accept()
    assert absences.absences(desk.lifter)[0].note == "Naples"
    absence_stories.delete(desk.tab.days._desk(), made)
    assert stored(desk) == []


def test_a_reason_that_another_program_wrote_stays_while_it_is_not_changed(desk, away) -> None:
    made = away(Absence(date(2026, 11, 9), date(2026, 11, 9), "jury duty"))
    absence_stories.edit(desk.tab.days._desk(), made)
    asked(desk.tab).until.show_day(date(2026, 11, 10))
    asked(desk.tab).accept()
    assert stored(desk) == [(date(2026, 11, 9), date(2026, 11, 10), "jury duty")]


def test_of_many_the_one_that_goes_on_is_among_the_lines_below_the_month(desk, away) -> None:
    away(Absence(date(2026, 11, 1), None, Reason.ILL))
    for day in (10, 15, 20):
        away(Absence(date(2026, 11, day), date(2026, 11, day), Reason.BUSY))
    said = [each.text() for each in lines(desk)]
    assert said[:2] == ["Ill · since 1 Nov", "I am well again"]
    assert len([each for each in said if "·" in each]) == 3


def test_days_away_without_an_end_are_drawn_up_to_today(desk, away) -> None:
    away(Absence(date(2026, 11, 3), None, Reason.ILL))
    away(Absence(date(2026, 11, 20), None, Reason.HOLIDAY))
    buttons = (desk.tab.days.calendar.day_button(date(2026, 11, day)) for day in range(2, 22))
    assert [made.look.on.day for made in buttons if made.look.away] == [3, 4, 5, 20]


def test_the_menu_of_the_lifter_asks_for_the_first_and_lists_them_then(
    window, lifter, qtbot
) -> None:
    absence_stories.show(window)
    asked(window).accept()
    absence_stories.show(window)
    (dialog,) = window.findChildren(AbsencesDialog)
    assert dialog.model.rowCount() == 1
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert absences.absences(lifter) == []
    window.history.undo()
    assert len(absences.absences(lifter)) == 1
    QApplication.processEvents()


def test_every_reason_has_a_line_of_its_own(desk, away) -> None:
    looks = set()
    for number, reason in enumerate(Reason):
        away(Absence(date(2026, 11, 9 + number), date(2026, 11, 9 + number), reason))
        made = desk.tab.days.calendar.day_button(date(2026, 11, 9 + number))
        image = made.grab().toImage()
        line = image.copy(0, image.height() - 7, image.width(), 7)
        looks.add(bytes(line.constBits()))
    assert len(looks) == len(Reason)


def test_whoever_is_injured_is_asked_who_should_look_at_it(desk) -> None:
    desk.tab.days.calendar.day_button(desk.today).setFocus()
    desk.press(Qt.Key.Key_Insert)
    dialog = asked(desk.tab)
    dialog.reasons.setCurrentIndex(dialog.reasons.findData(Reason.INJURED))
    dialog.accept()
    (signs,) = [each for each in desk.tab.findChildren(SignsDialog) if each.isVisible()]
    signs.ticks[Topic.SURGERY].setChecked(True)
    signs.accept()
    waiting = {made.topic for made in health.waiting(desk.lifter, desk.today)}
    assert {Topic.SURGERY, Topic.INJURY} <= waiting
