"""Several lifts as lines, each with its name at its right end, a band for the one in reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.ui.charts.line_ends import LineEnds
from planner.ui.charts.lines_plot import Line, LinesPlot
from planner.ui.charts.plot_marks import Marks

UP_DOWN = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class ComparePlot(LinesPlot):
    """← and → walk along a line, ↑ and ↓ go to the line above or below."""

    mark_gap_px = 36.0
    resting_bands = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = Marks(self.view, self._small_font())
        self.ends = LineEnds(self.view, self._small_font())

    def show_lifts(
        self,
        lines: Sequence[Line],
        said: Callable[[int, int], Sequence[str]],
        floor: float | None = None,
        level: float | None = None,
    ) -> None:
        """Draw other lines, as `show_lines` does, and write their names at their ends."""
        self.show_lines(lines, said, floor, level)
        self.ends.show_lines(lines, self.width())

    def line_in_reach(self) -> int | None:
        """Return the line of the point that pointer or keyboard has reached."""
        index = self.current()
        return None if index is None or not self.cursor_item.lines() else self.owner(index)[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave as much room for names as the width allows."""
        super().resizeEvent(event)
        self.ends.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line above or below at about the same day."""
        step = UP_DOWN.get(Qt.Key(event.key()))
        if step is None or self._current is None:
            super().keyPressEvent(event)
            return
        index = self._beside(self._current, step)
        if index is not None:
            self.go_to(index)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the band away."""
        super().focusOutEvent(event)
        self.show_band(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the band away when the pointer leaves."""
        taken = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.Leave:
            self.show_band(None)
        return taken

    def _hover(self, spot: QPointF) -> None:
        super()._hover(spot)
        self.show_band(self.line_in_reach())

    def _show(self, index: int) -> None:
        super()._show(index)
        self.show_band(self.owner(index)[0])

    def _walk(self, step: int) -> None:
        """Go to the next point of the same line; at first to the newest of all."""
        if self._current is None or not step:
            super()._walk(step)
            return
        line, last = self.owner(self._current)[0], len(self._xs) - 1
        index = self._current + step
        while 0 <= index <= last and self.owner(index)[0] != line:
            index += step
        self.go_to(index if 0 <= index <= last else self._current)

    def _beside(self, index: int, step: int) -> int | None:
        """Return the point of the next line up or down that is nearest in time."""
        line, x, y = self.owner(index)[0], self._xs[index], self._ys[index]
        nearest = [
            self._nearest_of(number, x) for number in range(len(self._lines)) if number != line
        ]
        found = [(step * (self._ys[each] - y), each) for each in nearest if each is not None]
        return min([each for each in found if each[0] >= 0], default=(0.0, None))[1]

    def _nearest_of(self, line: int, x: float) -> int | None:
        own = np.array([place for place, (number, _) in enumerate(self._owner) if number == line])
        return int(own[np.argmin(np.abs(self._xs[own] - x))]) if len(own) else None
