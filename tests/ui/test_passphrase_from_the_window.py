"""A passphrase set in the window, asked for at the next start, changed and removed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, passphrase
from planner.storage import driver, protection
from planner.storage.base import open_connection
from planner.storage.telling import unheard
from planner.ui import hand_over_stories, passphrase_stories
from planner.ui.delete_backups_dialog import DeleteBackupsDialog
from planner.ui.doing_dialog import DoingDialog
from planner.ui.hand_over_dialog import HandOverDialog
from planner.ui.main_window import MainWindow
from planner.ui.opening import Wish, open_with_help
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.passphrase_dialog import PassphraseDialog
from planner.ui.passphrase_question import PassphraseQuestion
from planner.ui.restore_dialog import RestoreDialog
from tests.ui.answers import answer

pytest.importorskip("sqlcipher3")
WORDS = "seven quiet lifters eat rice"
OTHER = "a brown kettle sings twice"


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window on a file without a passphrase."""
    made = MainWindow(database, lambda: date(2026, 11, 5))
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()
    driver.forget()


def dialog_of(window: MainWindow) -> PassphraseDialog:
    """Open File › Passphrase…"""
    made = passphrase_stories.show(window)
    assert isinstance(made, PassphraseDialog)
    return made


def fill(dialog: PassphraseDialog, new: str, present: str = "") -> None:
    """Type the passphrases."""
    dialog.present.setText(present)
    dialog.new.setText(new)
    dialog.again.setText(new)


def said(window: MainWindow) -> str:
    """Return what the status bar says."""
    return " ".join(label.text() for label in window.status.findChildren(QLabel))


def protect(window: MainWindow, qtbot: QtBot, words: str = WORDS) -> None:
    """Set a passphrase as a user does, and let the backup with it be made."""
    dialog = dialog_of(window)
    fill(dialog, words)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())


def test_a_passphrase_is_set_and_the_work_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    window.lifter_stories.add_sample()
    sets = files.check().counts["logged_set"]
    dialog = dialog_of(window)
    assert not dialog.go.isEnabled()
    fill(dialog, "barbell")
    assert "Too short" in dialog.says.text()
    assert not dialog.go.isEnabled()
    fill(dialog, WORDS)
    assert dialog.says.text() == "Strong."
    dialog.again.setText("seven loud")
    assert "not the same" in dialog.says.text()
    assert not dialog.go.isEnabled()
    dialog.again.setText(WORDS)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert passphrase.is_set()
    assert files.check().counts["logged_set"] == sets
    assert "protected" in said(window)
    window.undo_stories.undo()
    qtbot.waitUntil(lambda: not window.findChildren(DoingDialog))  # there is much to take back
    assert files.check().counts["logged_set"] == 0


def test_earlier_backups_stay_unless_deleting_them_is_asked_for(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    dialog = dialog_of(window)
    assert "(1)" in dialog.delete_old.text()
    fill(dialog, WORDS)
    dialog.delete_old.setChecked(True)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert not plain.path.exists()
    assert all(map(protection.opens_alike, (each.path for each in files.backups(database))))


def test_a_backup_with_the_passphrase_is_made_as_soon_as_it_is_set(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    protect(window, qtbot)
    assert "protected" in said(window)
    assert plain.path.exists()
    assert len(passphrase.opening_alike(database)) == 1


def test_only_the_earlier_backups_that_were_counted_are_deleted(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    protect(window, qtbot)
    (kept,) = passphrase.opening_alike(database)
    dialog = dialog_of(window)
    assert "ask for the present one (1)" in dialog.delete_old.text()
    fill(dialog, OTHER, present=WORDS)
    dialog.delete_old.setChecked(True)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert not kept.path.exists()
    assert plain.path.exists()
    assert len(passphrase.opening_alike(database)) == 1


def test_backups_that_anybody_can_still_read_are_said_and_can_go(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    protect(window, qtbot)
    dialog = dialog_of(window)
    assert "Anybody can read 1 earlier backup" in dialog.open_to_all.text()
    dialog.close_all.click()
    (asked,) = dialog.findChildren(DeleteBackupsDialog)
    assert asked.asked.text() == "Delete 1 earlier backup or copy?"
    asked.reject()
    assert dialog.isVisible()
    assert len(passphrase.readable(database)) == 1
    dialog.close_all.click()
    with qtbot.waitSignal(dialog.finished):
        dialog.findChildren(DeleteBackupsDialog)[-1].delete.click()
    assert passphrase.readable(database) == []
    assert passphrase.checking(WORDS)()
    dialog = dialog_of(window)
    assert not dialog.open_to_all.isVisible()
    dialog.reject()


def test_backups_are_overwritten_beside_the_window_and_that_can_be_stopped(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    dialog = dialog_of(window)
    fill(dialog, WORDS)
    dialog.delete_old.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: "Deleting" in dialog.says.text())
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    assert passphrase.is_set()
    assert len(passphrase.readable(database)) == 1
    assert "Not all of the earlier backups" in said(window)


def test_what_could_not_be_overwritten_is_told(
    window: MainWindow,
    qtbot: QtBot,
    database: Path,
    disk_of: Callable[[int], AbstractContextManager[None]],
) -> None:
    open_connection().execute("INSERT INTO setting VALUES ('x', hex(zeroblob(4000000)), 1)")
    open_connection().execute("DELETE FROM setting WHERE key = 'x'")
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
    with disk_of(5_000_000):
        protect(window, qtbot)
    assert passphrase.is_set()
    assert "planner.db.before-passphrase" in said(window)


def test_another_passphrase_wants_the_present_one(window: MainWindow, qtbot: QtBot) -> None:
    protect(window, qtbot)
    dialog = dialog_of(window)
    fill(dialog, OTHER, present="not this one at all")
    dialog.go.click()
    qtbot.waitUntil(lambda: "another one" in dialog.says.text())
    assert dialog.isVisible()
    fill(dialog, OTHER, present=WORDS)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert passphrase.checking(OTHER)()


def test_the_passphrase_is_removed(window: MainWindow, qtbot: QtBot) -> None:
    protect(window, qtbot)
    dialog = dialog_of(window)
    dialog.present.setText(WORDS)
    with qtbot.waitSignal(dialog.finished):
        dialog.remove.click()
    assert not passphrase.is_set()
    assert "removed" in said(window)


def test_what_is_stopped_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(window)
    fill(dialog, WORDS)
    dialog.go.click()
    dialog.reject()
    qtbot.waitUntil(lambda: "Stopped" in dialog.says.text())
    assert not passphrase.is_set()
    assert clients.lifters()[0].name == "Sam Lifter"
    dialog.reject()
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_written_anew_stays_as_it_was(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    in_the_way = database.with_name(f"{database.name}.converted")
    in_the_way.mkdir()
    dialog = dialog_of(window)
    fill(dialog, WORDS)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.go.isEnabled() and bool(dialog.says.text()))
    assert not passphrase.is_set()
    assert clients.lifters()[0].name == "Sam Lifter"


def test_without_the_extra_the_window_says_how_to_get_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "PACKAGE", "sqlcipher_is_not_here")
    dialog = passphrase_stories.show(window)
    assert isinstance(dialog, passphrase_stories.HowToGet)
    dialog.accept()


def test_a_file_to_hand_over_is_said_to_have_no_passphrase(
    window: MainWindow, qtbot: QtBot
) -> None:
    def told() -> str:
        hand_over_stories.ask(window)
        dialog = window.findChildren(HandOverDialog)[-1]
        dialog.reject()
        return " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert "passphrase" not in told()
    protect(window, qtbot)
    assert "Your data have a passphrase, this file has none" in told()


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
