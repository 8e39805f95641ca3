"""Merge two exercises from the library: choose the other one, see both, merge, take it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from planner.coach import favourites, importing, library
from planner.engine.terms import Exercise, LoadKind, LoggedSet, Measure
from planner.storage import library as storage
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.library_dialog import LibraryDialog
from planner.ui.merge_exercises_dialog import Apart, MergeExercisesDialog

SQUAT = Exercise("kniebeuge", "Kniebeuge", custom=True)


@pytest.fixture
def both(did, window, today):
    """Three sets of an own exercise, two of back squats."""
    storage.save_exercise(SQUAT)
    entry = LoggedSet(100.0, 5, load=100.0)
    did(today - timedelta(days=9), "kniebeuge", entry, entry, entry)
    did(today - timedelta(days=2), "back-squat", entry, entry)
    window.refresh()


@pytest.fixture
def merge(window, press):
    """Return a function that opens the library on an exercise and picks another to merge with."""

    def chosen(slug, typed):
        press("Ctrl+Shift+L")
        (made,) = window.findChildren(LibraryDialog)
        made.follow(slug)
        made.merge.click()
        (chooser,) = made.findChildren(ExerciseChooser)
        chooser.search.setText(typed)
        QTest.keyClick(chooser.search, Qt.Key.Key_Return)
        return made

    return chosen


def asked(library_dialog) -> MergeExercisesDialog:
    (made,) = library_dialog.findChildren(MergeExercisesDialog)
    return made


def texts(dialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def test_both_sides_are_shown_and_one_undo_parts_them(both, window, merge):
    shown = merge("kniebeuge", "back squat")
    dialog = asked(shown)
    said = texts(dialog)
    assert "3 sets · 27 Oct 2026" in said
    assert "2 sets" in said
    assert "comes with the program" in said
    dialog.accept()
    assert shown.detail.title.text() == "Back squat"
    assert "kniebeuge" not in storage.by_slug()
    assert window.status.news.text().startswith("Kniebeuge and Back squat are one exercise")
    window.undo_stories.undo()
    assert library.exercise("kniebeuge").name == "Kniebeuge"


def test_what_ships_stays(both, merge):
    dialog = asked(merge("back-squat", "kniebeuge"))
    assert dialog.plan.kept.exercise.slug == "back-squat"
    assert [card.choice.isEnabled() for card in dialog.cards] == [True, False]


def test_of_two_own_ones_either_can_stay(both, merge):
    storage.save_exercise(Exercise("other", "Other one", custom=True))
    dialog = asked(merge("kniebeuge", "other one"))
    assert dialog.plan.kept.exercise.slug == "kniebeuge"
    dialog.cards[1].choice.click()
    assert dialog.plan.kept.exercise.slug == "other"
    assert [card.choice.isChecked() for card in dialog.cards] == [False, True]
    dialog.accept()
    assert "kniebeuge" not in storage.by_slug()


def test_a_shipped_exercise_is_offered_own_ones_only(both, merge, window, press):
    press("Ctrl+Shift+L")
    (shown,) = window.findChildren(LibraryDialog)
    shown.follow("back-squat")
    shown.merge.click()
    (chooser,) = shown.findChildren(ExerciseChooser)
    chooser.search.setText("squat")
    assert chooser.found.count() == 0
    chooser.search.setText("knieb")
    assert chooser.found.item(0).text() == "Kniebeuge"


def test_what_the_name_may_mean_stands_first_before_anything_is_typed(both, window, press):
    storage.save_exercise(Exercise("keller", "Leg Press Keller", custom=True))
    press("Ctrl+Shift+L")
    (shown,) = window.findChildren(LibraryDialog)
    shown.follow("keller")
    shown.merge.click()
    (chooser,) = shown.findChildren(ExerciseChooser)
    assert chooser.found.item(0).text() == "Leg press"


def test_what_would_make_no_sense_is_said_and_nothing_happens(both, merge):
    storage.save_exercise(replace(SQUAT, measure=Measure.SECONDS))
    shown = merge("kniebeuge", "back squat")
    (why,) = shown.findChildren(Apart)
    assert "would make no sense" in texts(why)
    assert "kniebeuge" in storage.by_slug()


def test_what_changes_by_it_is_said_before(both, merge):
    storage.save_exercise(replace(SQUAT, load_kind=LoadKind.ADDED))
    dialog = asked(merge("kniebeuge", "back squat"))
    assert "are read the second way" in texts(dialog)


def test_what_an_import_made_is_found_in_the_library(window, press, strong, lifter, today):
    strong.write_text(strong.read_text("utf-8").replace("Squat (Barbell)", "Zwerg"), "utf-8")
    press("Ctrl+Shift+L")
    (shown,) = window.findChildren(LibraryDialog)
    QApplication.processEvents()
    chips = shown.finder.findChildren(QToolButton)
    (chip,) = [each for each in chips if each.text() == "From imports"]
    assert chip.isHidden()
    importing.commit(lifter, importing.preview(lifter, strong), today)
    favourites.toggle("zwerg")
    shown.follow("zwerg")
    assert not chip.isHidden()
    chip.click()
    assert [shown.finder.list.item(0).text(), shown.finder.list.count()] == ["Zwerg", 1]
    assert "made by an import: 24 sets" in texts(shown.detail)
