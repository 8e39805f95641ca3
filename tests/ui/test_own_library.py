"""Exercises and programs of one's own in the window: make, copy, change, delete, carry, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from planner.coach import block_weeks, blocks, library, own_exercises, own_programs
from planner.engine.terms import LoggedSet, PlannedSet
from planner.ui import library_stories
from planner.ui.exercise_editor import ExerciseEditor
from planner.ui.library_dialog import LibraryDialog
from planner.ui.main_window import MainWindow
from planner.ui.program_saver import ProgramSaver


@pytest.fixture
def entry(window: MainWindow) -> Callable[[str], QAction]:
    """Return a function that finds an entry of the menu bar by its words."""

    def find(words: str) -> QAction:
        menus = [made.menu().actions() for made in window.menuBar().actions()]
        (found,) = [each for menu in menus for each in menu if each.text() == words]
        return found

    return find


@pytest.fixture
def browser(window: MainWindow) -> LibraryDialog:
    library_stories.show_library(window, "back-squat")
    (made,) = window.findChildren(LibraryDialog)
    return made


def editor(of: MainWindow | LibraryDialog) -> ExerciseEditor:
    return [each for each in of.findChildren(ExerciseEditor) if each.isVisible()][-1]


def name(made: ExerciseEditor, text: str) -> None:
    field = made.form.fields["name"].widget
    assert isinstance(field, QLineEdit)
    field.setText(text)


def status(window: MainWindow) -> str:
    return window.status.news.text()


def test_a_new_exercise_is_one_undo_step_and_shown_in_the_library(window, entry):
    entry("&New exercise…").trigger()
    name(editor(window), "Rope row")
    editor(window).save.click()
    assert library.exercise("rope-row").custom
    (shown,) = window.findChildren(LibraryDialog)
    assert shown.detail.title.text() == "Rope row"
    shown.close()
    window.history.undo()
    assert library.match("Rope row") == (None, False)
    window.history.redo()
    assert library.match("Rope row") == ("rope-row", True)


def test_what_ships_is_copied_not_changed(browser):
    assert not browser.edit.isEnabled()
    browser.copy.click()
    editor(browser).save.click()
    assert browser.detail.title.text() == "Back squat (own)"
    assert browser.finder.slug() == "back-squat-own"
    assert browser.edit.isEnabled()


def test_an_own_exercise_is_changed_and_deleted(browser, window):
    browser.new.click()
    name(editor(browser), "Rope row")
    editor(browser).save.click()
    browser.edit.click()
    name(editor(browser), "Rope haul")
    editor(browser).save.click()
    assert browser.detail.title.text() == "Rope haul"
    browser.edit.click()
    editor(browser).delete.click()
    assert browser.detail.title.text() != "Rope haul"
    assert library.match("Rope haul") == (None, False)
    for _ in range(3):
        window.history.undo()
    assert library.match("Rope row") == (None, False)


def test_an_exercise_that_was_done_says_that_it_stays(browser, did, today):
    browser.copy.click()
    editor(browser).save.click()
    did(today, "back-squat-own", LoggedSet(60.0, 5, load=60.0))
    browser.edit.click()
    editor(browser).delete.click()
    assert "part of a log or a plan" in editor(browser).problem.text()
    editor(browser).reject()


def test_a_block_is_saved_as_a_program(window, entry, plan_today):
    plan_today(back_squat=(PlannedSet(5, 5, load_kg=100.0, load=100.0),) * 3)
    window.refresh()
    entry("Save &block as a program…").trigger()
    (saver,) = window.findChildren(ProgramSaver)
    saver.name.clear()
    saver.save.click()
    assert saver.problem.text() == "A name is needed."
    QTest.keyClicks(saver.name, "My squats")
    assert not saver.problem.text()
    saver.goal.setText("strength")
    saver.progression.setPlainText("2.5 kg more each week")
    QTest.keyClick(saver.name, Qt.Key.Key_Return)
    (made,) = own_programs.programs()
    assert (made.name, made.goal, made.progression) == (
        "My squats", "strength", "2.5 kg more each week",
    )  # fmt: skip
    assert made.minutes > 0
    window.history.undo()
    assert own_programs.programs() == []


def test_the_week_shown_is_saved_alone(window, entry, plan_today, today):
    plan_today(back_squat=(PlannedSet(5, 5, load_kg=100.0, load=100.0),) * 3)
    window.refresh()
    week = window.tabs.planner()._view.week.id
    block_weeks.copy_week(week, 2)
    window.refresh()
    entry("Save &block as a program…").trigger()
    (saver,) = window.findChildren(ProgramSaver)
    choices = [saver.part.itemText(number) for number in range(saver.part.count())]
    assert choices == ["the whole block, 3 weeks", "week 1 alone"]
    saver.part.setCurrentIndex(1)
    saver.part.activated.emit(1)
    saver.save.click()
    (made,) = own_programs.programs()
    assert [week.after for week in made.weeks] == [0]


def test_without_a_block_there_is_nothing_to_save(window, entry, lifter, today):
    entry("Save &block as a program…").trigger()
    assert "There is no block yet" in status(window)
    blocks.new_mesocycle(lifter, "Empty", today, 2)
    window.refresh()
    entry("Save &block as a program…").trigger()
    assert "no exercises yet" in status(window)
    assert window.findChildren(ProgramSaver) == []


@pytest.fixture
def chosen(choose_files: Callable[..., None], tmp_path: Path) -> Path:
    """Choose one file in every file dialog."""
    path = tmp_path / "mine.json"
    choose_files(path)
    return path


def test_a_library_is_carried_and_taking_it_in_is_one_undo_step(window, entry, chosen):
    own_exercises.save(own_exercises.copied(library.exercise("back-squat")))
    entry("Ex&port own exercises and programs…").trigger()
    assert status(window) == f"1 exercise written to {chosen}"
    own_exercises.delete("back-squat-own")
    entry("&Import exercises and programs…").trigger()
    assert status(window) == "1 exercise taken in."
    assert library.exercise("back-squat-own").custom
    window.history.undo()
    assert library.match("back squat own") != ("back-squat-own", True)


def test_what_cannot_be_carried_is_said(window, entry, chosen):
    entry("Ex&port own exercises and programs…").trigger()
    assert "of your own yet" in status(window)
    entry("&Import exercises and programs…").trigger()
    assert "mine.json" in status(window)
    chosen.write_text("{", "utf-8")
    entry("&Import exercises and programs…").trigger()
    assert "mine.json was not taken in" in status(window)


def test_a_file_dialog_that_is_cancelled_does_nothing(window, entry, choose_files):
    choose_files()
    before = status(window)
    entry("Ex&port own exercises and programs…").trigger()
    entry("&Import exercises and programs…").trigger()
    assert status(window) == before
