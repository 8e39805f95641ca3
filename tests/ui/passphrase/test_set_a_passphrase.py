"""A passphrase set in the window, changed and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files, passphrase
from planner.storage import driver
from planner.ui import hand_over_stories, passphrase_stories
from planner.ui.doing_dialog import DoingDialog
from planner.ui.hand_over_dialog import HandOverDialog
from planner.ui.main_window import MainWindow
from tests.ui.passphrase.hands import OTHER, WORDS, dialog_of, fill, protect, said


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
