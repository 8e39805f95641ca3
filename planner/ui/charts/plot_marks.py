"""What lies behind the curves: phases as shaded bands with their words, the grid, the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_events import GAP_PX, ROW_PX, EventLines, Happening
from planner.ui.charts.plot_overlay import Overlay
from planner.ui.phases import PhaseLook
from planner.ui.widgets import paint_mark

MARK_PX = 11.0
BAND_ALPHA = 0.13
HATCH_ALPHA = 0.35
GRID_LEVELS = 2  # of the axis's marks: whole steps and halves


@dataclass(frozen=True, slots=True)
class Band:
    """A phase between two day numbers."""

    since: float
    until: float
    look: PhaseLook


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without the lift between two day numbers, of which no phase is claimed."""

    since: float
    until: float
    word: str


class Marks(Overlay):
    """Lies under the curves of a ViewBox, in its pixels."""

    def __init__(self, view: Any, font: QFont) -> None:
        box = view.getViewBox()
        super().__init__(box, -50)
        self._axis = view.getAxis("left")
        self._font = font
        self._bands: Sequence[Band] = ()
        self.events = EventLines(font)
        self._gaps: Sequence[Gap] = ()

    def show_marks(
        self, bands: Sequence[Band], happenings: Sequence[Happening], gaps: Sequence[Gap]
    ) -> None:
        """Draw other bands, events and gaps."""
        self._bands, self.events.happenings, self._gaps = bands, happenings, gaps
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the bands, the lines of the grid, then the events over them."""
        painter.setFont(self._font)
        for band in self._bands:
            self._paint_band(painter, band)
        for gap in self._gaps:
            self._paint_gap(painter, gap)
        self._paint_grid(painter)
        self.events.paint(painter, self.boundingRect(), self._days())

    def _paint_grid(self, painter: QPainter) -> None:
        """Draw a line at every number of the axis, none through the words of the bands.

        pyqtgraph's own grid takes 10 ms a paint.
        """
        room = self.boundingRect()
        words = room.top() + (theme.grown(ROW_PX) if self._bands or self._gaps else 0)
        low, high = self._box.viewRange()[1]
        colour = QColor(theme.current().line)
        for _, numbers in self._axis.tickValues(low, high, room.height())[:GRID_LEVELS]:
            for number in numbers:
                y = room.bottom() - (number - low) / (high - low) * room.height()
                if y >= words:
                    painter.fillRect(QRectF(room.left(), round(y), room.width(), 1), colour)

    def _area(self, part: Band | Gap) -> QRectF | None:
        """Return what a part covers of the plot, None when it is out of view."""
        room = self.boundingRect()
        left = max(self._x(part.since), room.left())
        right = min(self._x(part.until), room.right())
        return QRectF(left, room.top(), right - left, room.height()) if right > left else None

    def _paint_gap(self, painter: QPainter, gap: Gap) -> None:
        """Hatch the days without the lift and say so, unlike any phase."""
        area = self._area(gap)
        if area is None:
            return
        hatched = plot_style.faint(theme.current().muted, HATCH_ALPHA)
        painter.fillRect(area, QBrush(hatched, Qt.BrushStyle.BDiagPattern))
        self._word(painter, gap.word, area, GAP_PX)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        area = self._area(band)
        if area is None:
            return
        colour = theme.current().phases[band.look.key]
        painter.fillRect(area, plot_style.faint(colour, BAND_ALPHA))
        if area.width() < MARK_PX + 2:
            return
        painter.save()
        painter.translate(area.left() + min(GAP_PX, (area.width() - MARK_PX) / 2), GAP_PX)
        paint_mark(painter, band.look, MARK_PX)
        painter.restore()
        self._word(painter, band.look.word, area, 2 * GAP_PX + MARK_PX - 2)

    def _word(self, painter: QPainter, word: str, area: QRectF, indent: float) -> None:
        """Write a word at the top of an area, so far from its left edge, when there is room."""
        room = area.width() - indent - 2
        if QFontMetricsF(self._font).horizontalAdvance(word) > room:
            return
        painter.setPen(QColor(theme.current().text))
        spot = QRectF(area.left() + indent, GAP_PX - 3, room + 2, theme.grown(ROW_PX))
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, word)

    def _days(self) -> tuple[float, float]:
        low, high = self._box.viewRange()[0]
        return float(low), float(high)

    def _x(self, number: float) -> float:
        low, high = self._days()
        return float((number - low) / max(high - low, 1e-9) * self.boundingRect().width())
