"""The status bar on a small window: what happened gives way to what always holds."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.ui.main_window import MainWindow

LONG = "The import of everything was taken back, as far as nothing of it was edited since. " * 3


def test_long_news_are_shortened_and_cut_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 720)
    window.show()
    window.status.tell(LONG)
    qtbot.waitUntil(lambda: window.status.news.toolTip() == LONG)
    assert window.status.news.text() == LONG
    shown = [each for each in window.status.findChildren(QLabel) if each.isVisible()]
    ends = [each.geometry().right() for each in shown]
    assert max(ends) < window.status.width()
    (offline,) = [each for each in shown if each.text().startswith("Offline")]
    assert offline.width() >= offline.sizeHint().width()


def test_short_news_need_no_tool_tip(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 720)
    window.show()
    window.status.tell(LONG)
    window.status.tell("Saved")
    qtbot.waitUntil(lambda: window.status.news.toolTip() == "")
    assert window.status.news.text() == "Saved"
