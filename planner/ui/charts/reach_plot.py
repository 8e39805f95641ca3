"""A plot in reach of pointer and keyboard: wheel and brush zoom, the height follows its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFont, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui import theme
from planner.ui.charts import chart_words, plot_style
from planner.ui.charts.bare_plot import BarePlot
from planner.ui.charts.plot_cursor import Cursor
from planner.ui.charts.plot_style import Floats
from planner.ui.widgets import scrolled_by

REACH_PX = 24.0  # how near the pointer must be to show a point
HIT_PX = 14.0  # how near a click must be to mean a point
TOP_PX = 7  # half of a number at the upper end of the axis
STEP = {
    Qt.Key.Key_Plus: 0.8,
    Qt.Key.Key_Equal: 0.8,
    Qt.Key.Key_Minus: 1.25,
}
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ReachPlot(QWidget):
    """Frame of a plot; subclasses draw and say what a point is (`words`) and how tall (`span`).

    Points stand in the order of their place on the lower axis.
    """

    picked = Signal(int)
    zoomed = Signal(bool)
    spoken_as = QAccessible.Role.Chart
    shortest = 1.0  # of the lower axis, as far as zooming goes
    _styled = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._xs: Floats = np.empty(0)
        self._ys: Floats = np.empty(0)
        self._window = (0.0, 1.0)
        self._current: int | None = None
        self.is_zoomed = False
        self.view: Any = BarePlot(self)
        self.box: Any = self.view.getViewBox()
        self.cursor_item = Cursor(self.box, self._small_font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        self._listen()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        for part in (self.view, self.view.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.getAxis("left").enableAutoSIPrefix(False)
        self.view.getAxis("left").setWidth(44)
        self.view.getFrame().setContentsMargins(0, TOP_PX, 0, 0)
        self.box.setMouseMode(pg.ViewBox.RectMode)
        self.box.setMouseEnabled(x=True, y=False)

    def _listen(self) -> None:
        self.box.sigXRangeChanged.connect(self._follow)
        self.box.sigResized.connect(self._resized)
        self.box.sigRangeChangedManually.connect(self._zoomed_by_hand)
        self.view.scene().sigMouseMoved.connect(self._hover)
        self.view.scene().sigMouseClicked.connect(self._click)
        self.view.viewport().installEventFilter(self)

    # what subclasses say
    def words(self, index: int) -> Sequence[str]:
        """Return the lines to show at a point."""
        raise NotImplementedError

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the lowest and highest value worth seeing between two day numbers."""
        raise NotImplementedError

    def fitted(self, bottom: float, top: float) -> None:
        """Move what must stay in view; called when the height has changed."""

    def ticks(self, low: float, high: float) -> list[list[tuple[float, str]]] | None:
        """Return the marks on the lower axis between two places; None leaves them to numbers."""
        del low, high
        return None

    def spoken(self) -> str:
        """Return the first and the last point in words."""
        return chart_words.ends(len(self._xs), self.words)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        plot_style.restyle(self.view, theme.current(), self._small_font())

    def complete(self) -> None:
        """Take the theme's colours, now and whenever they change; the last word of __init__."""
        self._styled = theme.current().name
        self.restyle()

    # what the tab asks
    def set_points(self, xs: Floats, ys: Floats) -> None:
        """Set what pointer and keyboard can reach, oldest first."""
        self._xs, self._ys, self._current = xs, ys, None
        self.cursor_item.leave()

    def show_range(self, window: tuple[float, float], limits: tuple[float, float]) -> None:
        """Show a part of the lower axis; zooming stays within limits."""
        self._window = window
        low = min(limits[0], window[0])
        high = max(limits[1], window[1], low + self.shortest)
        self.box.setLimits(xMin=low, xMax=high, minXRange=self.shortest)
        self.reset()

    def reset(self) -> None:
        """Take the zoom back."""
        self.box.setXRange(*self._window, padding=0)
        self._follow()
        self._tell_zoomed(False)

    def zoom_to(self, low: float, high: float) -> None:
        """Show another part of the lower axis, as by hand; nothing where it has no part of it."""
        least, most = self.box.state["limits"]["xLimits"]
        if low < most and high > least:
            self.box.setXRange(max(low, least), min(high, most), padding=0)
            self._zoomed_by_hand()

    def shown(self) -> tuple[float, float]:
        """Return both ends of the lower axis."""
        low, high = self.box.viewRange()[0]
        return float(low), float(high)

    def go_to(self, index: int) -> None:
        """Put the cursor on a point and make sure that it is visible."""
        self._current = index
        x = float(self._xs[index])
        low, high = self.shown()
        if not low <= x <= high:
            half = (high - low) / 2
            self.box.setXRange(x - half, x + half, padding=0)
            self._zoomed_by_hand()
        self._show(index)

    def is_empty(self) -> bool:
        """Say that there is nothing to point at."""
        return not len(self._xs)

    def current(self) -> int | None:
        """Return the point under the cursor."""
        return self._current

    @contextmanager
    def sharp(self, times: float = 1.0) -> Iterator[None]:
        """Draw dots as shapes instead of stamps while a picture is made, and lines wide enough
        for one with so many dots for each of the screen.
        """
        dots = [item for item in self.view.items() if isinstance(item, pg.ScatterPlotItem)]
        for item in dots:
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        try:
            with plot_style.finer(times):
                self.restyle()
                yield
        finally:
            for item in dots:
                item.setExportMode(False)
            self.restyle()

    # zoom
    def _follow(self) -> None:
        low, high = self.shown()
        bottom, top = self.span(low, high)
        self.box.setYRange(bottom, top, padding=0)
        self.fitted(bottom, top)
        self.view.getAxis("bottom").setTicks(self.ticks(low, high))

    def _resized(self) -> None:
        self.cursor_item.prepareGeometryChange()
        self._follow()

    def _zoomed_by_hand(self) -> None:
        self._tell_zoomed(True)

    def _tell_zoomed(self, zoomed: bool) -> None:
        self.is_zoomed = zoomed
        self.zoomed.emit(zoomed)

    # pointer
    def _hover(self, spot: QPointF) -> None:
        index = self._nearest(spot, REACH_PX)
        if index is None:
            self.cursor_item.leave()
        else:
            self._show(index)
        self.setCursor(
            Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor
        )

    def _click(self, event: Any) -> None:
        if event.double():
            self.reset()
        elif event.button() is Qt.MouseButton.LeftButton:
            index = self._nearest(event.scenePos(), HIT_PX)
            if index is not None:
                self.picked.emit(index)

    def _nearest(self, spot: QPointF, reach_px: float) -> int | None:
        """Return the point nearest to a place on the screen, None when all are farther away."""
        if not len(self._xs) or not self.box.sceneBoundingRect().contains(spot):
            return None
        at = self.box.mapSceneToView(spot)
        wide, tall = self.box.viewPixelSize()
        since, until = np.searchsorted(
            self._xs, (at.x() - reach_px * wide, at.x() + reach_px * wide)
        )
        if since == until:
            return None
        away = np.hypot(
            (self._xs[since:until] - at.x()) / wide, (self._ys[since:until] - at.y()) / tall
        )
        best = int(np.argmin(away))
        return int(since) + best if away[best] <= reach_px else None

    def _show(self, index: int) -> None:
        words = self.words(index)
        self._current = index
        self.cursor_item.show_at(float(self._xs[index]), float(self._ys[index]), words)
        self.setAccessibleDescription(" · ".join(words))

    # keyboard and events
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from point to point, Enter opens one, + − zoom, 0 resets."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and len(self._xs):
            self._walk(1 if key is Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.picked.emit(self._current)
        elif key in STEP:
            self.box.scaleBy(x=STEP[key])
            self._zoomed_by_hand()
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Escape):
            self.reset()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if event.reason() in BY_KEY and len(self._xs):
            self._walk(0 if self._current is not None else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the words away."""
        super().focusOutEvent(event)
        self.cursor_item.leave()

    def _walk(self, step: int) -> None:
        last = len(self._xs) - 1
        start = last + 1 if self._current is None else self._current
        self.go_to(min(max(start + step, 0), last))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the words away when the pointer leaves; leave the wheel to a page that scrolls."""
        if isinstance(event, QWheelEvent) and not self._zooms(event):
            event.ignore()
            return True
        if event.type() is QEvent.Type.Leave:
            self.cursor_item.leave()
        return super().eventFilter(watched, event)

    def _zooms(self, wheel: QWheelEvent) -> bool:
        """Say whether the wheel zooms: with Ctrl, once the plot has the keyboard, or where the
        page has nowhere to scroll to.
        """
        if wheel.modifiers() & Qt.KeyboardModifier.ControlModifier or self.hasFocus():
            return True
        around = scrolled_by(self)
        return around is None or not around.verticalScrollBar().maximum()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; a palette that changes brings the event many times over."""
        super().changeEvent(event)
        known = self._styled in ("", theme.current().name)
        if event.type() is QEvent.Type.PaletteChange and not known:
            self.complete()

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(8.0, font.pointSizeF() - 1))
        return font
