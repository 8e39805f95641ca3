"""Choose the weekdays to train on before a program starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from planner.coach import planning, programs
from planner.coach.choosing import Wish
from planner.coach.start_days import Weekdays
from planner.storage import plan
from planner.ui import assign_stories, program_answers
from planner.ui.assign_dialog import AssignDialog
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog
from planner.ui.volume_strip import GroupVolume

THURSDAY = date(2026, 11, 5)
MON, TUE, WED, THU, FRI = range(5)


@pytest.fixture
def open_dialog(window: MainWindow, lifter: int) -> Iterator[Callable[[str], ProgramDialog]]:
    """Return a function that opens the window's dialog and marks a program."""

    def opened(slug: str) -> ProgramDialog:
        window.show_lifter(lifter)
        window.lifter_stories.choose_program()
        dialog = window.findChildren(ProgramDialog)[-1]
        choose(dialog, slug)
        return dialog

    yield opened
    for dialog in window.findChildren(ProgramDialog):
        dialog.close()


def choose(dialog: ProgramDialog, slug: str) -> None:
    """Mark a program."""
    dialog.list.setCurrentRow([fit.program.slug for fit in dialog.list._fits].index(slug))


def press(dialog: ProgramDialog, *days: int) -> None:
    """Turn days on or off with the keyboard."""
    for day in days:
        QTest.keyClick(dialog.days.by_day[day], Qt.Key.Key_Space)


def marked(dialog: ProgramDialog) -> list[int]:
    """Return the weekdays that are marked, Monday is 0."""
    return sorted(day for day, chip in dialog.days.by_day.items() if chip.isChecked())


def headings(dialog: ProgramDialog) -> set[str]:
    """Return what the sessions on the card are called."""
    labels = dialog.sessions.findChildren(QLabel)
    return {made.text() for made in labels if made.isVisible() and " · " in made.text()}


def volume(dialog: ProgramDialog) -> list[str]:
    """Return what is said of the muscles on the card."""
    groups = dialog._card.findChildren(GroupVolume)
    return [made.accessibleName() for made in groups if made.isVisible()]


def test_the_programs_own_days_are_marked_and_follow_the_first_day(open_dialog) -> None:
    dialog = open_dialog("twice-a-week")
    assert marked(dialog) == [MON, THU]
    dialog.date.setDate(QDate(2026, 11, 10))
    assert marked(dialog) == [TUE, FRI]
    assert dialog.training_days() is None
    assert dialog.days.by_day[TUE].accessibleName() == "Tuesday"


def test_other_days_move_the_sessions_and_start_in_one_step(
    open_dialog, window: MainWindow, lifter: int
) -> None:
    dialog = open_dialog("twice-a-week")
    press(dialog, MON, FRI)
    assert headings(dialog) == {"Thu · Short A", "Fri · Short B"}
    words = "Thu and Fri follow each other, where the program has a day of rest or more."
    assert words in dialog._about.text()
    assert words in dialog.days.by_day[FRI].accessibleDescription()
    dialog._start.click()
    (block,) = planning.mesocycles(lifter)
    week = plan.mesocycle(block.id or 0).weeks[0]
    assert [(made.name, made.day) for made in week.sessions] == [("Short A", 3), ("Short B", 4)]
    window.history.undo()
    assert planning.mesocycles(lifter) == []


def test_fewer_days_say_before_the_start_what_becomes_of_the_sets(open_dialog) -> None:
    dialog = open_dialog("upper-lower-four")
    before = volume(dialog)
    press(dialog, TUE, FRI)
    assert "2 days a week" in dialog._card.facts.text()
    assert "every muscle keeps its sets" in dialog._about.text()
    assert volume(dialog) == before
    dialog.wish.minutes.setCurrentText("60 min")
    assert "no room for all sets of" in dialog._about.text()
    assert "up to 65 min" in dialog._card.facts.text()
    press(dialog, MON, THU)
    assert not dialog._start.isEnabled()
    assert dialog._about.text().startswith("Choose at least one day")


def test_days_of_the_first_week_that_are_over_are_named_before_the_start(
    window: MainWindow,
) -> None:
    dialog = ProgramDialog(window, programs.programs(), date(2026, 11, 3))
    choose(dialog, "twice-a-week")
    assert dialog._about.text().startswith("Already over in the first week: Mon.")
    press(dialog, MON, TUE)
    assert "Already over" not in dialog._about.text()
    press(dialog, TUE, MON)
    dialog.date.setDate(QDate(2026, 11, 9))
    assert not dialog._about.text()
    dialog.date.setDate(QDate(2026, 10, 5))
    assert not dialog._about.text()
    dialog.deleteLater()


def test_a_day_more_than_the_program_has_is_not_taken_and_it_says_why(open_dialog) -> None:
    dialog = open_dialog("twice-a-week")
    press(dialog, WED)
    assert marked(dialog) == [MON, THU]
    assert dialog._about.text().startswith("This program has 2 days a week. Turn one off")
    press(dialog, THU, WED)
    assert marked(dialog) == [MON, WED]
    assert "This program has" not in dialog._about.text()


def test_tab_goes_from_the_first_day_over_the_days_to_the_buttons(open_dialog) -> None:
    dialog = open_dialog("twice-a-week")
    chips = list(dialog.days.by_day.values())
    order, at = list[QWidget](), dialog.date.nextInFocusChain()
    while at is not dialog.date:
        order.append(at)
        at = at.nextInFocusChain()
    assert [at for at in order if at in chips or at is dialog._start] == [*chips, dialog._start]
    assert not any(isinstance(at, QPushButton) for at in order[: order.index(chips[-1])])


def test_what_goes_beside_a_plan_has_no_days_to_choose(open_dialog) -> None:
    dialog = open_dialog("knee-block")
    assert not dialog.days.isVisible()
    assert dialog._start.isEnabled()


def test_the_days_of_a_lifter_are_there_again(open_dialog) -> None:
    dialog = open_dialog("steady-fives")
    press(dialog, FRI)
    dialog.reject()
    again = open_dialog("steady-fives")
    assert marked(again) == [MON, WED]
    choose(again, "twice-a-week")
    assert marked(again) == [MON, WED]


def test_several_lifters_start_on_the_chosen_days(window: MainWindow, lifter: int, qtbot) -> None:
    dialog = assign_stories.start_program(window, window, [lifter])
    choose(dialog, "twice-a-week")
    press(dialog, MON, WED)
    dialog.accept()
    look = window.findChildren(AssignDialog)[-1]
    qtbot.waitUntil(look.give.isEnabled)
    assert any("on Wed and Thu" in each.text() for each in look.findChildren(QLabel))
    look.give.click()
    (block,) = planning.mesocycles(lifter)
    assert [made.day for made in plan.mesocycle(block.id or 0).weeks[0].sessions] == [2, 3]


def test_the_chips_come_in_the_order_of_the_readers_week(database, qtbot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = ProgramDialog(parent, programs.programs(), THURSDAY)
        chips = dialog.days.findChildren(QToolButton)
        assert [chips[0].text(), chips[-1].text()] == ["Sun", "Sat"]
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("damaged", ["", '{"weekdays": [[9], 2]}', '{"weekdays": [1]}', "{}"])
def test_weekdays_that_cannot_be_read_are_none(damaged: str) -> None:
    assert program_answers.weekdays(damaged) is None


def test_weekdays_come_back_as_they_were_chosen() -> None:
    chosen = Weekdays(frozenset({MON, FRI}), 3)
    assert program_answers.weekdays(program_answers.written(Wish(), chosen)) == chosen
