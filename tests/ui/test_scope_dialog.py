"""Limits are set, listed and ended in the window, and shown on the card of the log."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import scope
from planner.engine.terms import Lifter, Limit, Pattern, Profession, Restriction, Unit
from planner.ui import scope_stories
from planner.ui.exercise_box import ExerciseBox
from planner.ui.scope_dialog import ScopeDialog
from planner.ui.scope_list import ScopeList
from planner.ui.set_columns import Field


def test_a_limit_is_set_with_whom_and_until_when_and_taken_back(window, lifter, today) -> None:
    scope_stories.show(window)
    (dialog,) = window.findChildren(ScopeDialog)
    dialog.of.setCurrentIndex(dialog.of.findData(Limit.KNEE))
    QTest.keyClicks(dialog.words, "No deep knee bend")
    QTest.keyClicks(dialog.set_by, "Dr Ruiz")
    dialog.profession.setCurrentIndex(dialog.profession.findData(Profession.PHYSICIAN))
    dialog.ends.click()
    dialog.until.show_day(date(2027, 3, 3))
    dialog.accept()
    (made,) = scope.restrictions(lifter)
    assert scope.words(made) == "No deep knee bend, until 3 Mar (Dr Ruiz, physician)"
    assert made.limit is Limit.KNEE
    assert made.profession is Profession.PHYSICIAN
    assert made.since == today
    window.undo_stories.undo()
    assert scope.restrictions(lifter) == []


def test_what_a_limit_holds_for_is_kept_and_shown_again(database, today, qtbot) -> None:
    first = ScopeDialog(None, Restriction(today), Lifter("Ada", unit=Unit.KG), today)
    qtbot.addWidget(first)
    for at in range(2, first.of.count()):
        first.of.setCurrentIndex(at)
        first.accept()
        again = ScopeDialog(None, first.made, Lifter("Ada", unit=Unit.KG), today)
        qtbot.addWidget(again)
        assert again.of.currentText() == first.of.currentText()
        assert isinstance(first.made.limit or first.made.pattern, Limit | Pattern)
        again.accept()
        assert again.made == first.made


def test_tab_goes_from_what_it_holds_for_to_the_exercise(database, today, qtbot) -> None:
    dialog = ScopeDialog(None, Restriction(today), Lifter("Ada", unit=Unit.KG), today)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.of.setCurrentIndex(dialog.of.findData("exercise"))
    dialog.of.setFocus()
    for field in (dialog.exercise, dialog.capped, dialog.words, dialog.set_by, dialog.profession):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() in (field, field.findChild(QLineEdit))


def test_one_exercise_is_capped_and_half_a_limit_is_refused(database, today, qtbot) -> None:
    dialog = ScopeDialog(None, Restriction(today), Lifter("Ada", unit=Unit.LB), today)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.exercise.isVisible()
    dialog.accept()
    assert dialog.problem.text() == "Write what is limited, or set a load."
    dialog.of.setCurrentIndex(dialog.of.findData("exercise"))
    dialog.accept()
    assert dialog.problem.text() == "Choose an exercise of the library."
    dialog.exercise.setCurrentText("back squat")
    dialog.capped.click()
    dialog.accept()
    assert dialog.problem.text() == "Type the load, or untick it."
    QTest.keyClicks(dialog.most, "100")
    dialog.accept()
    assert dialog.made.exercise == "back-squat"
    assert round(dialog.made.most_kg, 2) == 45.36


def test_a_limit_that_would_end_before_it_begins_is_told_in_place(database, today, qtbot) -> None:
    dialog = ScopeDialog(
        None, Restriction(today, limit=Limit.KNEE), Lifter("Ada", unit=Unit.KG), today
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ends.click()
    dialog.until.show_day(today - timedelta(days=1))
    dialog.accept()
    assert dialog.problem.text() == "The last day comes before the first."
    assert dialog.isVisible()
    dialog.until.show_day(today)
    dialog.accept()
    assert dialog.made.until == today


def test_what_is_over_stays_listed_and_what_ends_within_a_week_says_so(
    window, lifter, today
) -> None:
    day = timedelta(days=1)
    for days in (-1, 5):
        scope.keep(lifter, Restriction(today - 9 * day, today + days * day, limit=Limit.KNEE))
    scope_stories.show(window)
    (dialog,) = window.findChildren(ScopeList)
    rows = [dialog.model.row(at) for at in range(dialog.model.rowCount())]
    assert [dialog.state(made) for made in rows] == ["ends soon: 10 Nov", "over since 4 Nov"]
    dialog.delete_wanted.emit(rows[1])
    assert scope.restrictions(lifter) == rows[:1]


def test_the_card_of_a_limited_exercise_says_so(desk) -> None:
    made = Restriction(desk.today, limit=Limit.KNEE, words="No deep knee bend", set_by="Dr Ruiz")
    scope.keep(desk.lifter, made)
    card = desk.start()
    assert card.head._limit.text() == "No deep knee bend (Dr Ruiz)"
    assert card.head._limit.isVisible()


def test_a_limit_in_words_alone_stands_once_at_the_head_of_plan_and_session(desk) -> None:
    made = Restriction(desk.today, words="Stop when dizzy", set_by="Dr Ruiz")
    scope.keep(desk.lifter, made)
    card = desk.start()
    assert card.head._limit.isHidden()
    assert desk.tab.session.header.limits.text() == "Stop when dizzy (Dr Ruiz)"


def test_no_load_over_a_limit_is_offered_where_the_plan_has_more(desk, five_by_five) -> None:
    scope.keep(desk.lifter, Restriction(desk.today, exercise="back-squat", most_kg=60.0))
    card = desk.start_planned()
    assert card.rows[0].cells[Field.LOAD].placeholderText() == "60"
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [60.0]


def test_what_is_called_just_so_is_offered_first(database, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ExerciseBox(parent)
    line = box.lineEdit()
    assert line is not None
    line.textEdited.emit("deadlift")
    assert box.found.stringList()[0] == "Deadlift"
