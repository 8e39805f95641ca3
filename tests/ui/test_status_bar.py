"""The status bar on a small window: what happened gives way to what always holds."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, logging
from planner.engine.terms import Lifter
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


def news(window: MainWindow) -> str:
    return window.status.news.text()


def test_news_of_one_lifter_never_stand_under_the_name_of_another(window: MainWindow) -> None:
    other = clients.add(Lifter(name="Robin"))
    window.refresh()
    window.tell("Back squat, set 1: Pain of 6 out of 10")
    window.show_lifter(other)
    assert "Pain" not in news(window)


def test_news_give_way_to_what_is_done_next(window: MainWindow, today: date) -> None:
    window.tell_trouble("Full body B is done.")
    assert window.act("Start", partial(logging.start_free, window.lifter_id(), today))
    assert news(window).startswith("Saved")
    window.undo_stories.undo()
    assert news(window) == "Undone: Start"


def test_trouble_that_lasts_stands_whatever_is_done(window: MainWindow, today: date) -> None:
    window.status.stand("The disk is full.")
    window.act("Start", partial(logging.start_free, window.lifter_id(), today))
    assert news(window) == "The disk is full."
