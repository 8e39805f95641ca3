"""A dialog that was waited for is deleted, whatever the answer and whoever it belongs to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from planner.ui.modal import answered


@pytest.mark.parametrize("yes", [True, False])
def test_it_is_gone_once_it_was_answered(qtbot: QtBot, yes: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = QDialog(parent)
    QTimer.singleShot(0, dialog.accept if yes else dialog.reject)
    assert answered(dialog) is yes
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog)


def test_one_that_went_with_its_parent_is_no_trouble(qapp: object) -> None:
    parent = QWidget()
    dialog = QDialog(parent)
    QTimer.singleShot(0, lambda: delete(parent))
    assert not answered(dialog)
