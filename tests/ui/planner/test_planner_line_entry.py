"""A whole line typed at once: what is said of it, what is underlined, and the ramp before it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from planner.coach import planning
from planner.engine.terms import Unit
from planner.ui.help_dialog import HelpDialog
from planner.ui.prescription_editor import PrescriptionEditor

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(planner) -> PrescriptionEditor:
    """The open editor of the back squat."""
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    (made,) = planner.grid.findChildren(PrescriptionEditor)
    return made


def squat(planner):
    return planner.planned()[0].exercises[0]


def test_rest_tempo_superset_and_note_are_typed_with_the_sets(planner, editor):
    planner.type("B 4x6 @2 102.5 rest 2:30 tempo 3130 note Chest up")
    assert (editor.rest.text(), editor.tempo.text()) == ("2:30 min", "3-1-3-0")
    assert "superset B" in editor._under[editor.sets].text()
    planner.press(Key.Key_Return)
    made = squat(planner)
    assert (made.superset, made.rest_s, made.tempo, made.note) == (1, 150, "3-1-3-0", "Chest up")
    assert planner.asked == ["Change Back squat"]
    planner.press(Key.Key_Return)
    assert planner.focus().text() == "B 4x6 @2 102.5"
    planner.type("4x6 @2 102.5")
    planner.press(Key.Key_Return)
    assert squat(planner).superset is None


def test_what_a_field_said_comes_back_when_the_sets_no_longer_say_it(planner, editor):
    editor.rest.setText("90")
    editor.sets.selectAll()
    planner.type("4x6 rest 3 min")
    assert (editor.rest.text(), editor.rest.isReadOnly()) == ("3 min", True)
    editor.sets.selectAll()
    planner.type("4x6")
    assert (editor.rest.text(), editor.rest.isReadOnly()) == ("90", False)


def test_the_part_that_cannot_be_read_is_underlined_and_what_was_typed_stays(planner, editor):
    planner.type("4x6 @2 heavy; 3x8 60")
    assert editor.sets.marked() == "heavy"
    planner.press(Key.Key_Home)
    planner.press(Key.Key_Return)
    assert editor.sets.text() == "4x6 @2 heavy; 3x8 60"
    assert editor.sets.cursorPosition() == len("4x6 @2 heavy")
    planner.type("x")
    assert editor.sets.text() == "4x6 @2 heavyx; 3x8 60"
    assert planner.asked == []


def test_one_key_leads_up_to_the_work_with_lighter_sets(planner, editor, qtbot):
    planner.type("3x5 100")
    planner.press(Key.Key_W, Alt)
    qtbot.waitUntil(lambda: editor.sets.text() == "w ramp; 3x5 100")
    assert editor._under[editor.sets].text().startswith("Warm-up: 4 sets of 8, 5, 3 and 1 rep")
    planner.press(Key.Key_Return)
    sets = squat(planner).sets
    assert planning.prescription_source(sets, Unit.KG) == "w 8/5/3/1 20/50/70/85; 3x5 100"
    QApplication.processEvents()
    row = planner.card(0).rows[1]
    assert row._sets == "3×5 · w 4"
    assert "4 warm-ups" in row.accessibleName()


def test_a_load_far_over_ones_strength_is_asked_about_and_may_be_saved(planner, editor):
    planner.type("4x6 1000")
    assert editor._doubt.text() == "1000 kg? No e1RM is known yet."
    assert editor._doubt.isVisible()
    editor.sets.selectAll()
    planner.type("4x6 100")
    assert editor._doubt.isHidden()
    editor.sets.selectAll()
    planner.type("4x6 1000")
    told: list[str] = []
    planner.tab.told.connect(told.append)
    planner.press(Key.Key_Return)
    assert squat(planner).sets[0].load_kg == 1000
    said = "1000 kg? No e1RM is known yet. It is saved; Ctrl+Z takes it back."
    assert told == [f"Back squat: {said}"]


def test_the_rest_hinted_at_is_the_exercises_own(editor):
    assert editor.rest.placeholderText() == "3 min"


def test_one_key_shows_what_can_be_typed(planner, editor):
    planner.press(Key.Key_F1, Qt.KeyboardModifier.ControlModifier)  # the window's, for all keys
    assert editor.findChildren(HelpDialog) == []
    planner.press(Key.Key_F1)
    (page,) = editor.findChildren(HelpDialog)
    assert page.text.verticalScrollBar().value() > 0
    shown = page.text.cursorForPosition(QPoint(20, 10)).block()
    assert shown.text() == "Write a prescription"
    page.accept()
    assert editor.isVisible()
