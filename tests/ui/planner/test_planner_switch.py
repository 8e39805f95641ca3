"""Choosing another lifter in the middle of an edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.coach import clients, copying_week, planning
from planner.engine.terms import Lifter, PlannedSet
from planner.ui import assign_stories, clients_stories, passphrase_stories, skill_stories
from planner.ui.import_wizard import ImportWizard
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.main_window import MainWindow
from planner.ui.plan_week import Spot
from planner.ui.rename_field import RenameField
from tests.ui.planner.half_typed_line import MONDAY, editors, type_sets


@pytest.fixture
def window(lifter: int, other: int, database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    made.show_lifter(lifter)
    yield made
    made.close()


def first_sets(lifter: int) -> tuple[PlannedSet, ...]:
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    return min(view.week.sessions, key=lambda made: made.day).exercises[0].sets


def test_a_half_typed_prescription_is_stored_for_the_lifter_it_belongs_to(window, lifter, other):
    type_sets(window, "3x30s")
    window.bar.picker.chosen.emit(other)
    assert window.lifter_id() == other
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]
    view = planning.view(other, MONDAY, MONDAY)
    assert view is not None
    assert view.week.sessions == ()
    assert editors(window) == []


def test_what_was_stored_on_the_way_can_be_undone(window, lifter, other):
    before = first_sets(lifter)
    type_sets(window, "3x30s")
    window.bar.picker.chosen.emit(other)
    window.history.undo()
    assert first_sets(lifter) == before


def test_a_prescription_that_cannot_be_read_is_told_in_the_status_bar(window, lifter, other):
    before = first_sets(lifter)
    type_sets(window, "three of five")
    window.bar.picker.chosen.emit(other)
    assert first_sets(lifter) == before
    assert editors(window) == []
    said = window.status.news.text()
    assert "Not saved" in said
    assert "three of five" in said
    assert "squat" in said.casefold()


def test_the_list_of_all_lifters_stores_what_was_half_typed_or_says_what_it_was(
    window, lifter, other
):
    type_sets(window, "3x30s")
    clients_stories.show(window).close()
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]
    type_sets(window, "three of five")
    shown = clients_stories.show(window)
    assert "three of five" in shown._news.text()
    assert shown._news.isVisible()
    shown.table.mark({other})
    shown.accept()
    assert window.lifter_id() == other
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]


def test_a_week_to_copy_holds_what_was_half_typed(window, lifter):
    type_sets(window, "3x30s")
    week = window.tabs.planner()._grid.week.id
    chooser = assign_stories.copy_week(window, week)
    chooser.all.click()
    source = copying_week.source(lifter, week, MONDAY).week
    first = min(source.sessions, key=lambda made: made.day).exercises[0].sets
    assert [made.seconds for made in first] == [30, 30, 30]
    chooser.close()
    type_sets(window, "three of five")
    assign_stories.copy_week(window, week).close()
    assert "three of five" in window.status.news.text()


def test_changing_a_lifter_leaves_what_cannot_be_read_where_it_is_or_says_so(window, lifter):
    type_sets(window, "three of five")
    window.lifter_stories.edit()
    (dialog,) = window.findChildren(LifterDialog)
    dialog.form.note.setText("left knee")
    dialog.accept()
    assert clients.lifter(lifter).note == "left knee"
    kept = [editor.sets.text() for editor in editors(window)]
    assert kept == ["three of five"] or "three of five" in window.status.news.text()


def test_adding_a_lifter_stores_what_was_half_typed(window, lifter):
    type_sets(window, "3x30s")
    window.lifter_stories.add(Lifter(name="Cy Third"))
    assert window.lifter_id() != lifter
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]


def test_archiving_a_lifter_stores_what_was_half_typed_or_says_what_it_was(window, lifter, other):
    type_sets(window, "3x30s")
    window.lifter_stories.archive()
    assert window.lifter_id() == other
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]
    window.history.undo()
    type_sets(window, "three of five")
    window.lifter_stories.archive()
    assert "three of five" in window.status.news.text()


@pytest.mark.parametrize(
    "ask", [skill_stories.show, skill_stories.show_all, passphrase_stories.show]
)
def test_what_cannot_be_read_is_told_before_a_dialog_that_needs_the_plan(window, ask):
    type_sets(window, "three of five")
    ask(window).close()
    assert "three of five" in window.status.news.text()


def test_a_half_typed_name_is_stored_for_its_lifter(window, lifter, other):
    grid = window.tabs.planner()._grid
    grid.select(Spot(0, grid.week.days[0].cards[0].id))
    grid.rename()
    (field,) = window.findChildren(RenameField)
    field.selectAll()
    QTest.keyClicks(field, "Legs")
    window.bar.picker.chosen.emit(other)
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    assert "Legs" in [made.name for made in view.week.sessions]
    assert not [made for made in window.findChildren(RenameField) if made.isVisible()]


def test_choosing_another_lifter_without_an_edit_says_nothing(window, other):
    window.bar.picker.chosen.emit(other)
    assert "Not saved" not in window.status.news.text()


def test_who_comes_from_a_file_is_shown_once_what_was_half_typed_is_stored(
    window, lifter, other, tmp_path, export, qtbot
):
    path = tmp_path / "ada.json"
    export(path, other)
    path.write_text(path.read_text("utf-8").replace(clients.lifter(other).uid, "0" * 32), "utf-8")
    type_sets(window, "3x30s")
    window.file_stories.take([path])
    (wizard,) = window.findChildren(ImportWizard)
    qtbot.waitUntil(wizard.document_page.isVisible)
    wizard.import_button.click()
    qtbot.waitUntil(lambda: window.lifter_id() not in {lifter, other})
    assert [made.seconds for made in first_sets(lifter)] == [30, 30, 30]
    assert editors(window) == []
