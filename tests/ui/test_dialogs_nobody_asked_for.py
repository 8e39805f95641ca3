"""A dialog that comes up by itself is not answered by what is typed just then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from planner.ui import unasked

KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape]


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QDialog:
    """A dialog with two buttons that came up by itself."""
    monkeypatch.setattr(unasked, "DEAF_MS", 300)
    made = QDialog()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    for text in ("Merge both…", "Keep"):
        way = QPushButton(text, made)
        way.clicked.connect(made.accept)
        box.addWidget(way)
    way.setDefault(True)
    unasked.ready(made)
    made.open()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def type_on(dialog: QDialog) -> None:
    for key in KEYS:
        QTest.keyClick(dialog.windowHandle(), key)
        QApplication.processEvents()


def test_what_is_typed_ahead_changes_nothing(dialog: QDialog) -> None:
    assert not isinstance(QApplication.focusWidget(), QPushButton)
    type_on(dialog)
    assert dialog.isVisible()
    assert not isinstance(QApplication.focusWidget(), QPushButton)


def test_no_button_waits_for_enter_once_it_was_seen(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.wait(350)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Space)
    assert dialog.isVisible()


def test_it_is_answered_by_keys_once_a_button_is_chosen(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.wait(350)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert isinstance(QApplication.focusWidget(), QPushButton)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Space)
    assert dialog.result() == QDialog.DialogCode.Accepted
