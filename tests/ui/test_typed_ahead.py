"""A dialog that is opened with the keyboard takes what is typed before it is in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from planner.ui.typed_ahead import open_typing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def opened(window: QWidget, qtbot: QtBot) -> Callable[[], tuple[QDialog, QLineEdit]]:
    """Return a function that opens a dialog over the window, with the keyboard in its field."""

    def opening() -> tuple[QDialog, QLineEdit]:
        made = QDialog(window)
        field = QLineEdit(made)
        open_typing(made, field)
        return made, field

    return opening


def test_keys_typed_into_the_window_behind_reach_the_field(window, opened, qtbot):
    dialog, field = opened()
    QTest.keyClicks(window, "squ")
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(field, "at")
    assert field.text().endswith("at")


def test_a_dialog_comes_to_the_front_after_another_one_that_went_before_it(window, opened, qtbot):
    dialog, field = opened()
    above, _ = opened()
    delete(above)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget() is field
