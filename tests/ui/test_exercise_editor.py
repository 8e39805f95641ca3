"""The editor of exercises: what is usual, what is wrong, what it costs to learn, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import library, own_exercises
from planner.engine.terms import (
    Category,
    Equipment,
    Exercise,
    Limit,
    LoadKind,
    Muscle,
    Pattern,
    Skill,
    Unit,
)
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.exercise_editor import ExerciseEditor, blank

Open = Callable[..., ExerciseEditor]


@pytest.fixture
def edit(database: object, qtbot: QtBot) -> Iterator[Open]:
    """Return a function that opens the editor on an exercise."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made: list[ExerciseEditor] = []

    def opened(exercise: Exercise | None = None, unit: Unit = Unit.KG) -> ExerciseEditor:
        editor = ExerciseEditor(parent, exercise or blank(), unit)
        editor.show()
        made.append(editor)
        return editor

    yield opened
    for each in made:
        each.close()


def type_in(editor: ExerciseEditor, name: str, text: str) -> None:
    """Let a field hold a text."""
    widget = editor.form.fields[name].widget
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


def shown(editor: ExerciseEditor, name: str) -> str:
    widget = editor.form.fields[name].widget
    if isinstance(widget, QComboBox):
        return widget.currentText()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def choose(editor: ExerciseEditor, name: str, value: object) -> None:
    editor.form.fields[name].show(value)


def test_an_exercise_is_typed_in_whole(edit):
    editor = edit()
    QTest.keyClicks(QApplication.focusWidget() or editor.form.fields["name"].widget, "Rope row")
    type_in(editor, "aliases", "Row (Rope)\n\n  Rope   rows 2 \n")
    choose(editor, "pattern", Pattern.HORIZONTAL_PULL)
    choose(editor, "equipment", Equipment.CABLE)
    type_in(editor, "step_kg", "1,25")
    type_in(editor, "rest_s", "2 min")
    type_in(editor, "tempo", "3-0-x-0")
    type_in(editor, "cues", "Elbows back")
    editor.form.limits.chips[Limit.SHOULDER].click()
    box = editor.form.fields["functional"].widget
    assert isinstance(box, QCheckBox)
    box.click()
    editor.save.click()
    made = library.exercise(own_exercises.save(editor.exercise))
    assert (made.name, made.aliases) == ("Rope row", ("Row (Rope)", "Rope rows 2"))
    assert (made.pattern, made.equipment, made.step_kg) == (
        Pattern.HORIZONTAL_PULL, Equipment.CABLE, 1.25,
    )  # fmt: skip
    assert (made.rest_s, made.tempo, made.cues) == (120, "3-0-X-0", ("Elbows back",))
    assert (made.limits, made.functional, made.custom) == ((Limit.SHOULDER,), True, True)


def test_an_exercise_that_is_only_looked_at_stays_as_it_is(edit):
    for each in library.exercises()[::40]:
        editor = edit(replace(each, slug="", custom=True))
        assert not editor.changed(), each.slug


def test_what_is_usual_follows_the_kind_until_it_is_changed(edit):
    editor = edit()
    type_in(editor, "rest_s", "77 s")
    choose(editor, "equipment", Equipment.DUMBBELL)
    assert shown(editor, "step_kg") == "2"
    choose(editor, "pattern", Pattern.VERTICAL_PULL)
    choose(editor, "equipment", Equipment.BODYWEIGHT)
    assert dict(editor.form.muscles.value())[Muscle.LATS] == 1.0
    assert shown(editor, "rest_s") == "77 s"


def test_a_variation_takes_what_it_varies_has(edit):
    editor = edit()
    editor.form.kin.choose.click()
    (chooser,) = editor.findChildren(ExerciseChooser)
    chooser.search.setText("snatch")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    snatch = library.exercise("snatch")
    assert editor.form.kin.choose.text() == snatch.name
    assert editor.form.muscles.value() == snatch.muscles
    assert (shown(editor, "pattern"), shown(editor, "similarity")) == ("Olympic", "75")
    editor.form.kin.none.click()
    type_in(editor, "name", "Mine")
    editor.save.click()
    assert (editor.exercise.parent, editor.exercise.similarity) == (None, 0.0)


def test_how_long_it_is_practised_is_said_while_it_changes(edit):
    editor = edit()
    points, most, sessions = own_exercises.practised(blank())
    assert editor.form.practice.text() == (
        f"Skill {points} of {most}: practised for about {sessions} sessions before load rises."
    )
    choose(editor, "pattern", Pattern.OLYMPIC)
    assert editor.form.practice.text().startswith("Skill 12 of 16: practised for about 11 ")


def test_the_parts_of_a_skill_can_be_said(edit):
    editor = edit()
    skill = editor.form.skill
    assert not skill.parts[0].widget.isEnabled()
    skill.by_hand.click()
    for part in skill.parts:
        widget = part.widget
        assert isinstance(widget, QComboBox)
        widget.setCurrentIndex(widget.count() - 1)
    assert editor.form.practice.text().startswith("Skill 16 of 16")
    assert skill.value() == Skill(3, 3, 3, 3, 1, 3)
    other = edit(replace(blank(), skill=Skill(2, 1, 3, 0, 1, 0)))
    assert other.form.skill.value() == Skill(2, 1, 3, 0, 1, 0)
    skill.by_hand.click()
    assert skill.value() is None
    assert skill.parts[0].read() == 1


def test_a_muscle_is_prime_then_helper_then_nothing(edit):
    editor = edit()
    chip = editor.form.muscles.chips[Muscle.NECK]
    seen = []
    for _ in range(3):
        chip.click()
        seen.append((dict(editor.form.muscles.value()).get(Muscle.NECK), chip.isChecked()))
    assert seen == [(1.0, True), (0.5, True), (None, False)]
    assert chip.accessibleName() == "Neck: not trained"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("name", "", "A name is needed."),
        ("name", "bench-press", "‘bench-press’ already means Bench press. Choose another name."),
        ("aliases", "Squat", "‘Squat’ already means Back squat. Choose another name."),
        ("rest_s", "long", "Rest is seconds or minutes: 90, 2 min or 1:30."),
        ("rest_s", "", "A rest, such as 90 or 2 min."),
        ("step_kg", "0", "A number above 0, such as 2.5."),
        ("tempo", "slow", "Tempo is three or four counts: 3-1-3-0."),
    ],
)
def test_what_is_wrong_is_said_below_its_field_and_nothing_is_lost(edit, name, typed, said):
    editor = edit()
    type_in(editor, "name", "Rope row")
    type_in(editor, name, typed)
    editor.save.click()
    assert editor.isVisible()
    assert editor.form.problems() == {name: said}
    assert editor.form.fields[name].widget.hasFocus() or not editor.isActiveWindow()
    type_in(editor, name, {"rest_s": "2:00", "name": "Row 2"}.get(name, ""))
    assert name not in editor.form.problems()


def test_all_that_is_wrong_is_said_at_once(edit):
    editor = edit()
    type_in(editor, "aliases", "Squat")
    type_in(editor, "rest_s", "soon")
    editor.save.click()
    assert list(editor.form.problems()) == ["name", "aliases", "rest_s"]


def test_a_share_of_bodyweight_is_asked_only_where_it_is_moved(edit):
    editor = edit()
    field = editor.form.fields["bodyweight_share"]
    assert not field.widget.isEnabled()
    choose(editor, "load_kind", LoadKind.ADDED)
    type_in(editor, "bodyweight_share", "140")
    type_in(editor, "name", "Rope row")
    editor.save.click()
    assert editor.form.problems() == {"bodyweight_share": "A number from 0 to 100."}
    type_in(editor, "bodyweight_share", "62,5 %")
    editor.save.click()
    assert editor.exercise.bodyweight_share == 0.625


def test_pounds_are_read_and_left_alone_to_the_last_digit(edit):
    editor = edit(unit=Unit.LB)
    type_in(editor, "name", "Rope row")
    assert shown(editor, "step_kg") == "5.51"
    editor.save.click()
    assert editor.exercise.step_kg == 2.5
    other = edit(editor.exercise, Unit.LB)
    type_in(other, "step_kg", "5")
    other.save.click()
    assert other.exercise.step_kg == pytest.approx(2.268, abs=1e-3)


def test_changes_are_given_up_only_when_that_is_asked_for_twice(edit):
    editor = edit()
    type_in(editor, "name", "Rope row")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "not saved" in editor.problem.text()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    untouched = edit()
    QTest.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()


def test_an_exercise_that_is_used_says_why_it_stays(edit):
    slug = own_exercises.save(replace(blank(), name="Rope row"))
    own_exercises.save(replace(blank(), name="Rope row, slow", parent=slug))
    editor = edit(library.exercise(slug))
    wanted: list[str] = []
    editor.delete_wanted.connect(wanted.append)
    editor.delete.click()
    assert editor.problem.text() == "Rope row stays: Rope row, slow is a variation of it."
    child = edit(library.exercise("rope-row-slow"))
    seen: list[bool] = []
    child.delete_wanted.connect(wanted.append)
    child.delete_wanted.connect(lambda _: seen.append(child.isVisible()))
    child.delete.click()
    assert (wanted, seen) == (["rope-row-slow"], [False])  # no second click reaches it
    assert not edit().delete.isVisible()


def test_no_muscle_is_warned_of_and_taken(edit):
    editor = edit()
    assert editor.form.uncounted.isVisible()
    editor.form.muscles.chips[Muscle.QUADS].click()
    assert not editor.form.uncounted.isVisible()
    choose(editor, "muscles", ())
    choose(editor, "category", Category.FLEXIBILITY)
    assert not editor.form.uncounted.isVisible()
    choose(editor, "category", Category.STRENGTH)
    assert editor.form.uncounted.isVisible()
    type_in(editor, "name", "Odd one")
    editor.save.click()
    assert editor.exercise.muscles == ()
    assert not editor.isVisible()
