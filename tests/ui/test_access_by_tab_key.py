"""The Tab key: it reaches all that can be used once, in reading order, comes round, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.coach import demo
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

from . import menu_walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MOST = 400  # presses, more than any place has things to reach
SAME_LINE = 0.5  # of the lower of two things that share a line, at least
_LEFTWARDS = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def shown(empty_window: MainWindow, today: date, qtbot: QtBot) -> MainWindow:
    """The window of the sample lifter."""
    demo.add_sample_lifter(today)
    empty_window.resize(1280, 720)
    empty_window.show()
    empty_window.refresh()
    QTimer(empty_window, interval=10, timeout=menu_walk.choose_no_file).start()
    with qtbot.waitActive(empty_window):
        empty_window.activateWindow()
    return empty_window


def test_tab_walks_through_each_tab_of_the_window_and_back(shown: MainWindow) -> None:
    faults = list[str]()
    for name in TabName:
        shown.show_tab(name)
        QApplication.processEvents()
        faults += [f"{name.name}: {each}" for each in walked(shown)]
    assert faults == []


def test_tab_goes_from_right_to_left_where_that_is_how_one_reads(
    shown: MainWindow, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    faults = list[str]()
    try:
        for name in TabName:
            shown.show_tab(name)
            QApplication.processEvents()
            faults += [f"{name.name}: {each}" for each in walked(shown)]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert faults == []


def test_tab_walks_through_each_dialog_and_back_and_esc_leaves(
    shown: MainWindow, qtbot: QtBot
) -> None:
    faults, opened, none = list[str](), 0, menu_walk.opening_none(shown)
    for action in menu_walk.entries(shown.menuBar().actions()):
        if not action.isEnabled() or action in none:
            continue
        action.trigger()
        for dialog in [each for each in shown.findChildren(QDialog) if each.isVisible()]:
            qtbot.waitUntil(partial(menu_walk.is_read, dialog), timeout=20000)
            with qtbot.waitActive(dialog):
                dialog.activateWindow()
            faults += [f"{action.text()}: {each}" for each in walked(dialog)]
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if isValid(dialog) and dialog.isVisible():
                faults.append(f"{action.text()}: stays open")
                dialog.reject()
            opened += 1
    assert faults == []
    assert opened > 40


def walked(window: QWidget) -> Iterator[str]:
    """Press Tab until it comes round, then Shift+Tab; yield what goes wrong."""
    there = reached(window, Qt.Key.Key_Tab)
    back = reached(window, Qt.Key.Key_Backtab)
    if set(there) != set(back):
        yield f"Tab and Shift+Tab differ: {[*map(words, set(there) ^ set(back))]}"
    for each in wanted(window):
        if each not in there:
            yield f"not reached: {words(each)}"
    for before, after in pairwise(there):
        begins = isinstance(before, QPushButton) and before.isDefault()  # where Enter presses
        same = before.parentWidget() is after.parentWidget()
        if same and not begins and stands_before(after, before):
            yield f"{words(after)} is read before {words(before)}"


def reached(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Return what gets the keyboard, in order, until something gets it again."""
    found = list[QWidget]()
    for _ in range(MOST):
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()
        now = window.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    start = min(range(len(found)), key=lambda at: place(found[at], window), default=0)
    return found[start:] + found[:start]


def wanted(window: QWidget) -> Iterator[QWidget]:
    """Yield what Tab has to reach; of choices that exclude each other, arrows reach the others."""
    for each in window.findChildren(QWidget):
        usable = each.isEnabled() and each.isVisible() and each.focusProxy() is None
        if not usable or each.window() is not window or isinstance(each, QRadioButton):
            continue
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.parentWidget() is not None:
            yield each


def place(widget: QWidget, window: QWidget) -> tuple[int, int]:
    """Return how far down something stands, and how far along the line."""
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return at.y(), _starts(at, window)


def stands_before(first: QWidget, second: QWidget) -> bool:
    """Tell whether one of two neighbours is read first: it is above, or to the left in a line."""
    one, other = first.geometry(), second.geometry()
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if shared > SAME_LINE * min(one.height(), other.height()):
        return _starts(one, first) < _starts(other, second)
    beside = _starts(one, first) > _starts(other, second) + other.width()
    return one.top() < other.top() and not beside


def _starts(place: QRect, widget: QWidget) -> int:
    leftwards = (widget.parentWidget() or widget).layoutDirection() is _LEFTWARDS
    return -place.right() if leftwards else place.left()


def words(widget: QWidget) -> str:
    """Return what something is called."""
    said = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {said!r}"
