"""The wheel over a plot: it scrolls a page that is longer than the window, else it zooms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

NOTCH = -120


@pytest.fixture
def low(desk):
    """A window so low that the page about strength has to be scrolled."""
    desk.window.resize(1280, 420)
    desk.tab.lifts.list.setFocus()
    QApplication.processEvents()
    return desk


def turn(desk, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turn the wheel over the plot; return whether that zoomed, and whether it is left to the page.

    Qt hands on to the page only what comes from a real wheel.
    """
    plot = desk.tab.strength_page.strength
    port = plot.view.viewport()
    spot = QPointF(port.rect().center())
    event = QWheelEvent(
        spot, QPointF(port.mapToGlobal(spot)), QPoint(), QPoint(0, NOTCH),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = plot.shown()
    QApplication.sendEvent(port, event)
    return plot.shown() != before, not event.isAccepted()


def test_it_scrolls_a_page_that_is_longer_than_the_window(low):
    low.tab.strength_page.strength.zoom_to(739_500.0, 739_560.0)
    assert turn(low) == (False, True)


def test_with_ctrl_it_zooms(low):
    low.tab.strength_page.strength.zoom_to(739_500.0, 739_560.0)
    assert turn(low, Qt.KeyboardModifier.ControlModifier) == (True, False)


def test_it_zooms_in_a_plot_that_has_the_keyboard(low):
    plot = low.tab.strength_page.strength
    plot.zoom_to(739_500.0, 739_560.0)
    plot.setFocus()
    assert turn(low) == (True, False)


def test_it_zooms_where_the_page_has_nowhere_to_scroll_to(desk):
    desk.window.resize(1280, 1200)
    QApplication.processEvents()
    desk.tab.lifts.list.setFocus()
    desk.tab.strength_page.strength.zoom_to(739_500.0, 739_560.0)
    assert turn(desk) == (True, False)
