"""The screen is Qt's: it outlives every window that it was asked of."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.screen_room import room_on_screen, screen_of


@pytest.fixture
def gone(qapp: QApplication) -> list[str]:
    """What is told of screens that are deleted."""
    told: list[str] = []
    for each in QGuiApplication.screens():
        each.destroyed.connect(lambda: told.append("gone"))
    return told


class Ring(QDialog):
    """A dialog that refers to itself: once nobody else does, it is garbage."""

    def __init__(self) -> None:
        super().__init__()
        self._itself = self
        room_on_screen(self)


def rings() -> list[QWidget]:
    """Return the rings that are left once garbage is collected; a thread may be collecting now."""
    gc.collect()
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Ring)]


def test_the_screen_stays_when_windows_are_found_to_be_garbage(
    gone: list[str], qtbot: QtBot
) -> None:
    kept = [Ring()]
    Ring()
    qtbot.waitUntil(lambda: rings() == kept)
    assert gone == []
    assert screen_of(kept[0]) in QGuiApplication.screens()
    kept.clear()
    qtbot.waitUntil(lambda: not rings())
    assert gone == []
    assert room_on_screen(QWidget()).isValid()
