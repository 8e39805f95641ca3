"""The dialog of backups has room for what it says, also when that gets longer while it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.engine.terms import Lifter
from planner.ui.backups_dialog import BackupsDialog
from planner.ui.main_window import MainWindow


def shown(window: MainWindow) -> BackupsDialog:
    window.backup_stories.show()
    return window.findChildren(BackupsDialog)[-1]


def test_the_note_that_comes_when_the_place_is_back_has_room(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.show()
    assert window.backup_stories.move(stick) == ""
    gone = stick.rename(stick.with_name("unplugged"))
    clients.add(Lifter(name="Ada"))
    window.backup_stories.begin()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
    before = shown(window)
    QApplication.processEvents()
    before.reject()
    gone.rename(stick)
    dialog = shown(window)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: "each day" in dialog.note.text())
    QApplication.processEvents()
    note = dialog.note
    assert note.height() >= note.heightForWidth(note.width())
    assert dialog.rect().contains(note.mapTo(dialog, note.rect().bottomRight()))
    dialog.reject()
