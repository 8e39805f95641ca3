"""The wheel over a plot: it scrolls a page that is longer than the window, else it zooms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea

NOTCH = -120


@pytest.fixture
def low(desk):
    """A window so low that the page about strength has to be scrolled."""
    desk.window.resize(1280, 420)
    desk.tab.lifts.list.setFocus()
    QApplication.processEvents()
    return desk


def turn(desk, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turn the wheel over the plot by a notch; return (days in view, how far it scrolled)."""
    plot = desk.tab.strength_page.strength
    port = plot.view.viewport()
    spot = QPointF(port.rect().center())
    event = QWheelEvent(
        spot, QPointF(port.mapToGlobal(spot)), QPoint(), QPoint(0, NOTCH),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = plot.shown()
    QApplication.sendEvent(port, event)
    area = plot.parent()
    while not isinstance(area, QScrollArea):
        area = area.parent()
    return plot.shown() != before, area.verticalScrollBar().value()


def test_it_scrolls_a_page_that_is_longer_than_the_window(low):
    zoomed, scrolled = turn(low)
    assert not zoomed
    assert scrolled > 0


def test_with_ctrl_it_zooms(low):
    low.tab.strength_page.strength.zoom_to(739_500.0, 739_560.0)
    zoomed, scrolled = turn(low, Qt.KeyboardModifier.ControlModifier)
    assert zoomed
    assert scrolled == 0


def test_it_zooms_in_a_plot_that_has_the_keyboard(low):
    plot = low.tab.strength_page.strength
    plot.zoom_to(739_500.0, 739_560.0)
    plot.setFocus()
    zoomed, _ = turn(low)
    assert zoomed
