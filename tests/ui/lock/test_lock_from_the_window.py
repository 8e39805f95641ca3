"""A lock per lifter in the window: the name is seen, the rest waits for the PIN."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, lifter_lock, logging, passphrase
from planner.coach.export_files import Kind
from planner.engine.terms import Lifter
from planner.storage import driver
from planner.storage.telling import unheard
from planner.ui import clients_stories, export_stories, hand_over_stories, trash_stories
from planner.ui.export_dialog import ExportDialog
from planner.ui.lock_dialog import ForgottenDialog, LockDialog
from planner.ui.main_window import MainWindow
from planner.ui.menus import OF_LIFTER
from planner.ui.printing_week import PrintedWeek
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)
PIN = "4711"


def lock(window: MainWindow, pin: str = PIN) -> None:
    """Lock the lifter shown as a user does."""
    dialog = window.locks.show_dialog()
    assert isinstance(dialog, LockDialog)
    dialog.new.setText(pin)
    dialog.again.setText(pin)
    dialog.accept()
    assert not dialog.isVisible()


def said(window: MainWindow) -> str:
    """Return what the status bar says."""
    return " ".join(label.text() for label in window.status.findChildren(QLabel))


def is_shut(window: MainWindow) -> bool:
    """Say whether the window asks for a PIN."""
    return window.pages.currentWidget() is window.locks.page and window.lifter is None


def test_a_lock_closes_when_another_lifter_is_shown(window: MainWindow, ada: Lifter) -> None:
    sam = window.lifter_id()
    lock(window)
    assert not is_shut(window)
    window.show_lifter(ada.id or 0)
    assert window.lifter_id() == ada.id
    window.show_lifter(sam)
    assert is_shut(window)
    assert window.locks.page.title.text() == "Sam Lifter is locked"
    assert window.bar.picker.isVisible()
    page = window.locks.page
    QTest.keyClicks(page.field, "1234")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert "not it" in page.says.text()
    QTest.keyClicks(page.field, PIN)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert window.lifter_id() == sam
    assert not is_shut(window)


def test_the_next_start_asks_for_the_pin(window: MainWindow, qtbot: QtBot, database: Path) -> None:
    lock(window)
    window.close()
    lifter_lock.close_others([])  # what ends with the program
    again = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(again)
    again.show()
    again.start()
    assert is_shut(again)
    again.close()


def test_menus_wait_for_the_pin(window: MainWindow, ada: Lifter) -> None:
    lock(window)
    window.locks.lock_now()
    assert is_shut(window)
    lifters = len(clients.lifters())
    for action in (*window.menus.with_lifter, *plan_entries(window)):
        if action is not window.menus.switch:
            action.trigger()
    assert is_shut(window)
    assert len(clients.lifters()) == lifters
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert "Type the PIN first" in said(window)
    assert window.menus.switch.isEnabled()


def plan_entries(window: MainWindow) -> list[QAction]:
    """Return the entries of the menus that are about the lifter shown."""
    return [each for each in window.findChildren(QAction) if each.property(OF_LIFTER)]


@pytest.mark.parametrize("story", [export_stories, hand_over_stories])
def test_who_exports_or_hands_over_is_told_who_is_locked(
    window: MainWindow, ada: Lifter, story: ModuleType
) -> None:
    lock(window)
    window.show_lifter(ada.id or 0)
    story.ask(window)
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    words = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert "Sam Lifter is locked and not in the list: unlock first." in words
    dialog.reject()


def test_the_trash_says_who_is_locked_that_has_something_there(window, ada: Lifter) -> None:
    told = "Sam Lifter is locked and not in the list: unlock first."
    lock(window)
    logging.delete(logging.start_free(window.lifter_id(), TODAY))
    window.show_lifter(ada.id)
    assert trash_stories.show(window).findChildren(QLabel)[-1].text() == told
    logging.delete(logging.start_free(ada.id or 0, TODAY))
    kept, locked = trash_stories.show(window).findChildren(QLabel)[-1].text().split("\n")
    assert (kept[:16], locked) == ("Kept for 30 days", told)


def test_undo_neither_tells_nor_changes_what_is_locked(window: MainWindow, ada: Lifter) -> None:
    sam = window.lifter_id()
    window.act("Weigh in", lambda: clients.record_bodyweight(sam, TODAY, 81.0))
    lock(window)
    window.show_lifter(ada.id or 0)
    assert window.menus.undo.text() == "&Undo"
    window.undo_stories.undo()
    assert "locked" in said(window)
    assert window.history.next_undo() is not None
    window.undo_stories.undo_unseen()
    assert window.history.next_undo() is not None
    window.show_lifter(sam)
    window.locks.page.field.setText(PIN)
    window.locks.page.check()
    window.undo_stories.undo()
    assert window.history.next_undo() is None
    window.show_lifter(ada.id or 0)
    window.undo_stories.redo()
    assert window.history.next_undo() is None


def test_after_a_while_without_a_key_it_locks_and_closes_what_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    lock(window)
    timer = window.locks.idle
    assert timer.interval() == lifter_lock.USUAL_MINUTES * 60_000
    timer.setInterval(40)
    window.lifter_stories.edit()
    QTest.keyClick(window, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: is_shut(window))
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_it_waits_on_while_a_backup_takes_the_place_of_the_data(window: MainWindow) -> None:
    lock(window)
    with files.restoring(files.back_up()) as work:
        window.locks.lock_now()
        work(unheard)
    window.refresh()
    assert not is_shut(window)
    assert window.locks.idle.isActive()


def test_it_closes_later_when_that_fails_as_its_time_is_up(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    lock(window)
    window.locks.idle.setInterval(40)
    window.locks.idle.stop()
    photo = tmp_path / "holiday.db"
    photo.write_bytes(b"a photo, perhaps" * 100)
    with files.restoring(photo) as work:
        window.locks.lock_now()
        with pytest.raises(files.DatabaseProblem):
            work(unheard)
    assert not is_shut(window)
    qtbot.waitUntil(lambda: is_shut(window))


def test_the_list_of_all_shows_the_name_only(window: MainWindow, ada: Lifter) -> None:
    lifter_lock.store_lock(ada, PIN, 5)
    lifter_lock.close(ada)
    dialog = clients_stories.show(window)
    model = dialog.model
    row = next(i for i, each in enumerate(model.shown()) if each.lifter.name == "Ada")
    cells = [model.data(model.index(row, at)) or "" for at in range(model.columnCount())]
    assert [each for each in cells if each] == ["Ada", "Locked"]
    dialog.table.mark({ada.id or 0})
    assert not dialog.program.isEnabled()
    assert not dialog.archive.isEnabled()
    dialog.search.setText("knee")
    assert not model.shown()
    dialog.reject()


def test_the_pin_is_changed_kept_and_removed_by_who_knows_it(window: MainWindow) -> None:
    lock(window)
    sam = clients.lifter(window.lifter_id())
    dialog = window.locks.show_dialog()
    assert dialog is not None
    dialog.present.setText("0000")
    dialog.removed.emit("0000")
    assert "another one" in dialog.says.text()
    dialog.new.setText("12")
    dialog.again.setText("12")
    dialog.accept()
    assert "4 letters" in dialog.says.text()
    dialog.new.setText("")
    dialog.accept()
    assert "not the same" in dialog.says.text()
    dialog.again.setText("")
    dialog.present.setText(PIN)
    dialog.minutes.setCurrentIndex(dialog.minutes.findData(0))
    dialog.accept()
    assert not dialog.isVisible()
    assert lifter_lock.minutes(sam) == 0
    assert not window.locks.idle.isActive()
    dialog = window.locks.show_dialog()
    assert dialog is not None
    dialog.present.setText(PIN)
    dialog.remove.click()
    assert not lifter_lock.is_set(sam)


def test_lock_now_locks(window: MainWindow) -> None:
    lock(window)
    dialog = window.locks.show_dialog()
    assert dialog is not None
    dialog.now.click()
    assert is_shut(window)
    assert window.locks.show_dialog() is None


def test_a_forgotten_pin_is_removed_after_plain_words(window: MainWindow) -> None:
    lock(window)
    window.locks.lock_now()
    window.locks.page.forgotten.emit()
    (dialog,) = window.findChildren(ForgottenDialog)
    assert not dialog.field.isVisible()
    assert any("honest people" in each.text() for each in dialog.findChildren(QLabel))
    dialog.accept()
    assert not is_shut(window)


def test_with_a_passphrase_a_forgotten_pin_wants_that(
    window: MainWindow, database: Path, qtbot: QtBot
) -> None:
    pytest.importorskip("sqlcipher3")
    window.backup_stories.stop()
    with passphrase.changing(database, "seven quiet lifters") as work:
        work(unheard)
    window.refresh()
    lock(window)
    window.locks.lock_now()
    window.locks.page.forgotten.emit()
    (dialog,) = window.findChildren(ForgottenDialog)
    dialog.field.setText("seven loud lifters")
    dialog.accept()
    assert dialog.says.text() == ""  # it is tried beside the window, which goes on
    qtbot.waitUntil(lambda: "not the passphrase" in dialog.says.text())
    dialog.field.setText("seven quiet lifters")
    dialog.accept()
    qtbot.waitUntil(lambda: not is_shut(window))
    files.close_file()
    driver.forget()


def test_tabs_stay_away_until_the_pin_is_typed(window: MainWindow) -> None:
    window.show_tab(TabName.LOG)
    lock(window)
    window.locks.lock_now()
    window.show_tab(TabName.CHARTS)
    assert is_shut(window)


def test_prints_and_exports_of_everybody_say_who_is_left_out(
    window: MainWindow, ada: Lifter, tmp_path: Path, qtbot: QtBot
) -> None:
    lifter_lock.store_lock(ada, PIN, 5)
    lifter_lock.close(ada)
    week = PrintedWeek(window.lifter_id(), TODAY, TODAY)
    assert [each.name for each in week.lifters()] == ["Sam Lifter"]
    export_stories.ask(window, Kind.EVERYTHING)
    (dialog,) = window.findChildren(ExportDialog)
    names = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert names == ["Sam Lifter"]
    dialog.place.field.setText(str(tmp_path / "all.json"))
    dialog.go.click()
    qtbot.waitUntil(lambda: "Left out, since locked: Ada." in said(window))
