"""A protected file at the start, whole or damaged, and its backups."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, passphrase
from planner.storage.telling import unheard
from planner.ui.main_window import MainWindow
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.passphrase_question import PassphraseQuestion
from planner.ui.restore_dialog import RestoreDialog
from tests.ui.answers import answer
from tests.ui.passphrase.hands import OTHER, WORDS, protect


@pytest.fixture
def protected(database: Path, lifter: int) -> Path:
    """Give the file a passphrase and close it."""
    with passphrase.changing(database, WORDS) as work:
        work(unheard)
    files.close_file()
    return database


def test_the_start_asks_until_it_fits(protected: Path, qtbot: QtBot) -> None:
    def type_it(dialog: QDialog) -> None:
        assert isinstance(dialog, PassphraseQuestion)
        dialog.field.setText("seven loud lifters")
        dialog.go.click()
        qtbot.waitUntil(lambda: "not it" in dialog.says.text())
        assert dialog.says.property("role") == "error"
        QTest.keyClicks(dialog.field, WORDS)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    answer(type_it, PassphraseQuestion)
    opened = open_with_help(Wish(protected))
    assert opened is not None
    assert clients.lifters()[0].name == "Sam Lifter"
    files.close_file()
    opened.lock.unlock()


def test_a_backup_with_the_passphrase_of_before_is_asked_for_it(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    protect(window, qtbot)
    old = files.back_up()
    with passphrase.changing(database, OTHER) as work:
        work(unheard)
    dialog = RestoreDialog(window, [files.backup(old)], date(2026, 11, 5))
    dialog.show()
    qtbot.waitUntil(dialog.unlock.isVisible)
    assert not dialog.restore.isEnabled()
    dialog.unlock.click()
    (asked,) = dialog.findChildren(PassphraseQuestion)
    asked.field.setText(WORDS)
    asked.go.click()
    qtbot.waitUntil(dialog.restore.isEnabled)
    dialog.reject()


def test_whoever_does_not_know_it_can_leave(protected: Path, qtbot: QtBot) -> None:
    answer(lambda dialog: dialog.reject(), PassphraseQuestion)
    assert open_with_help(Wish(protected)) is None


def test_caps_lock_is_pointed_at(protected: Path, qtbot: QtBot) -> None:
    dialog = PassphraseQuestion(protected, None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.field, Qt.Key.Key_S)
    assert dialog.says.text() == ""
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, dialog.field, Qt.Key.Key_S, "S", Qt.KeyboardModifier.NoModifier
    )
    assert "Caps Lock" in dialog.says.text()


def backed_up(protected: Path) -> None:
    """Make a backup of a closed file that has a passphrase."""
    passphrase.give(WORDS)
    files.open_file(protected)
    files.back_up()
    files.close_file()


def overwrite(path: Path, place: int) -> None:
    """Write a hundred noughts somewhere into a file, or all over it."""
    with path.open("r+b") as file:
        file.seek(place)
        file.write(bytes(100 if place else path.stat().st_size))


def opened_after(qtbot: QtBot, protected: Path) -> str:
    """Open the file as a start does; return the lifter's name."""
    opened = open_with_help(Wish(protected))
    assert opened is not None
    name = clients.lifters()[0].name
    files.close_file()
    opened.lock.unlock()
    assert sys.exc_info() == (None, None, None)
    return name


def typed(dialog: QDialog) -> None:
    assert isinstance(dialog, PassphraseQuestion)
    dialog.field.setText(WORDS)
    dialog.go.click()


def test_a_damaged_protected_file_goes_back_to_its_backup_and_asks_once(
    protected: Path, qtbot: QtBot
) -> None:
    backed_up(protected)
    overwrite(protected, 2000)
    said: list[str] = []

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, OpeningDialog)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.restore()

    def type_it(dialog: QDialog) -> None:
        answer(restore, OpeningDialog)
        typed(dialog)

    answer(type_it, PassphraseQuestion)
    assert opened_after(qtbot, protected) == "Sam Lifter"
    assert any("The backup holds 1 lifter" in text for text in said)


@pytest.mark.parametrize("gone", [False, True])
def test_what_a_protected_backup_holds_is_told_once_its_passphrase_is_typed(
    protected: Path, qtbot: QtBot, gone: bool
) -> None:
    backed_up(protected)
    if gone:
        protected.unlink()
    else:
        overwrite(protected, 0)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, OpeningDialog)
        assert "The backup has a passphrase" in dialog.held.text()
        assert not dialog.best.isVisible()
        answer(typed, PassphraseQuestion)
        dialog.unlock.click()
        qtbot.waitUntil(lambda: "The backup holds 1 lifter" in dialog.held.text())
        assert not dialog.unlock.isVisible()
        assert dialog.focusWidget() is dialog.best
        dialog.best.click()

    answer(look, OpeningDialog)
    assert opened_after(qtbot, protected) == "Sam Lifter"
