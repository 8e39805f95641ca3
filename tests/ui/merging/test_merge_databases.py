"""The databases of two computers of one trainer meet: desk and laptop."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, lifter_lock
from planner.coach.merging import Side
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import database as storage, log
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog

TODAY = date(2026, 11, 5)
ENTRY = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def trained(lifter: int, on: date) -> None:
    session = Session(on, (LoggedExercise("back-squat", (ENTRY,)),), finished=True)
    log.add_session(lifter, session)


def change_load(lifter: int, kg: float) -> None:
    (entry,) = log.sessions(lifter)[0].exercises[0].sets
    log.update_set(replace(entry, load_kg=kg, load=kg))


@pytest.fixture
def laptop(database: Path, lifter: int, tmp_path: Path) -> Path:
    """A copy of the desk's file, in which Anna came and Sam's squat was changed."""
    trained(lifter, TODAY - timedelta(days=2))
    path = files.back_up(tmp_path / "laptop.db")
    storage.close_database()
    storage.open_database(path)
    clients.add(Lifter(name="Anna"))
    trained(lifter, TODAY)
    change_load(lifter, 110.0)
    storage.close_database()
    storage.open_database(database)
    return path


def merge(dialog: MergeFileDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()


def press(dialog: MergeFileDialog, text: str) -> None:
    (found,) = [each for each in dialog.findChildren(QPushButton) if each.text() == text]
    found.click()


def loads(lifter: int) -> list[float | None]:
    found = log.sessions(lifter)
    return [entry.load_kg for made in found for slot in made.exercises for entry in slot.sets]


def test_what_is_new_and_changed_on_the_laptop_comes_in_as_one_step(
    laptop: Path, merging, window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    model = dialog.changes.model
    whose = [model.row(place).whose for place in range(model.rowCount())]
    assert whose == ["Anna (new)", "Sam Lifter"]
    merge(dialog, qtbot)
    assert [each.name for each in clients.lifters()] == ["Anna", "Sam Lifter"]
    assert window.lifter_id() == lifter  # whoever came before by name
    assert sorted(loads(lifter)) == [100.0, 110.0]
    said = window.status.news.text()
    assert said.startswith("laptop.db is merged: ")
    assert "Sam Lifter, 1 session" in said
    window.undo_stories.undo()
    assert [each.name for each in clients.lifters()] == ["Sam Lifter"]
    assert loads(lifter) == [100.0]
    window.undo_stories.redo()
    assert len(loads(lifter)) == 2


def test_the_same_file_again_has_nothing_new(laptop: Path, merging, qtbot: QtBot) -> None:
    merge(merging(laptop), qtbot)
    again = merging(laptop)
    assert again.changes.table.isHidden()
    assert not again.merge_button.isEnabled()
    assert again.cancel_button.text() == "&Close"


def test_leaving_before_or_while_it_is_merged_changes_nothing(
    laptop: Path, merging, window: MainWindow, lifter: int
) -> None:
    merging(laptop).reject()
    dialog = merging(laptop)
    dialog.merge_button.click()
    dialog.cancel_button.click()
    assert loads(lifter) == [100.0]
    assert window.history.stack.count() == 0


def test_what_both_changed_stands_side_by_side_and_the_choice_counts(
    laptop: Path, merging, lifter: int, qtbot: QtBot
) -> None:
    change_load(lifter, 105.0)
    clients.add(Lifter(name="Bo"))
    dialog = merging(laptop)
    assert dialog.differences.isVisible()  # Enter merges: what is to choose is seen before
    assert dialog.on_both_sides.isChecked()
    assert dialog.merge_button.isDefault()
    assert dialog.differences.model.titles()[0] == "Lifter"
    dialog.what_comes.click()
    assert not dialog.merge_button.isDefault()
    dialog.on_both_sides.click()
    made = dialog.differences.model.row(0)
    assert ("105" in made.here, "110" in made.there, made.later) == (True, True, Side.HERE)
    dialog.differences.table.selectAll()
    press(dialog, "Take the &file's")
    merge(dialog, qtbot)
    assert 110.0 in loads(lifter)
    assert 105.0 not in loads(lifter)


def test_of_a_locked_lifter_the_name_and_counts_are_shown_and_no_value(
    laptop: Path, merging, lifter: int
) -> None:
    change_load(lifter, 105.0)
    sam = clients.lifter(lifter)
    lifter_lock.store_lock(sam, "4711", 5)
    lifter_lock.close(sam)
    dialog = merging(laptop)
    assert dialog.on_both_sides.isHidden()
    assert dialog.differences.model.rowCount() == 0
    words = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "Locked, so not shown: what both files have changed of Sam Lifter (1)." in words
    whose = [dialog.changes.model.row(place).whose for place in range(2)]
    assert whose == ["Anna (new)", "Sam Lifter"]


def test_where_what_differs_is_not_shown_nobody_reads_that_all_is_here(
    laptop: Path, database: Path, merging, lifter: int, qtbot: QtBot
) -> None:
    merge(merging(laptop), qtbot)
    for path, kg in ((laptop, 112.5), (database, 107.5)):
        storage.close_database()
        storage.open_database(path)
        change_load(lifter, kg)
    sam = clients.lifter(lifter)
    lifter_lock.store_lock(sam, "4711", 5)
    lifter_lock.close(sam)
    dialog = merging(laptop)
    words = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "changed of Sam Lifter (1). The later version stands" in words
    assert dialog.changes.nothing.text().startswith("Nothing comes in: where the two differ")
    assert not dialog.merge_button.isEnabled()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_that_is_none_is_refused_in_words(content: bytes, tmp_path: Path, merging) -> None:
    path = tmp_path / "strange.planner"
    path.write_bytes(content)
    dialog = merging(path)
    assert dialog.refusal.isVisible()
    assert "strange.planner" in dialog.refusal.text()
    assert not dialog.merge_button.isVisible()


def test_ones_own_open_file_and_one_that_is_gone_are_refused_in_words(
    tmp_path: Path, database: Path, merging
) -> None:
    assert "gone.planner" in merging(tmp_path / "gone.planner").refusal.text()
    assert merging(database).refusal.text()


def test_what_is_dropped_on_the_window_is_merged_or_imported(
    laptop: Path, strong: Path, window: MainWindow, qtbot: QtBot
) -> None:
    handed_over = Path(shutil.copyfile(laptop, laptop.with_suffix(".planner")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(handed_over)), QUrl.fromLocalFile(str(strong))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none.NoModifier))
    (dialog,) = window.findChildren(MergeFileDialog)
    assert dialog.windowTitle() == "Merge laptop.planner"
    qtbot.waitUntil(lambda: dialog.preview_page.isVisible())
    assert not window.findChildren(ImportWizard)
    dialog.reject()
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportWizard)))


def test_of_many_lifters_the_window_says_how_many_and_how_to_take_them_back(
    laptop: Path, database: Path, merging, window: MainWindow, qtbot: QtBot
) -> None:
    storage.close_database()
    storage.open_database(laptop)
    for name in ("Bo", "Cy"):
        clients.add(Lifter(name=name))
    storage.close_database()
    storage.open_database(database)
    merge(merging(laptop), qtbot)
    said = window.status.news.text()
    assert said == "laptop.db is merged: 4 lifters. Ctrl+Z takes that back."
