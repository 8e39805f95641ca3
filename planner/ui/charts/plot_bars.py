"""Bars in parts, drawn in the pixels of a plot: only those in view, each part with its own sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_overlay import Overlay
from planner.ui.charts.plot_style import Floats

CORNER_PX = 3.0
FULL_CORNER_PX = 12.0  # narrower bars have smaller corners
CORNERED_PX = 2.0  # narrower bars have none
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
PALETTE = ("accent", "early", "steady", "levelling", "plateau", "fatigue")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of every bar, from the ground up: its name and how tall it is in each bar."""

    name: str
    heights: Sequence[float]


def colour(place: int, tokens: theme.Theme) -> QColor:
    """Return the colour of a part by its place from the ground; the theme's own for the first."""
    key = PALETTE[place % len(PALETTE)]
    return QColor(tokens.accent if key == "accent" else tokens.phases[key])


def paint_part(painter: QPainter, boxes: Sequence[QRectF], place: int, strong: bool = True) -> None:
    """Fill boxes of one width as the part at a place is: with its colour, its pattern over it."""
    tokens = theme.current()
    base = colour(place, tokens)
    pattern = PATTERNS[place % len(PATTERNS)]
    solid = pattern is Qt.BrushStyle.SolidPattern
    share = (1.0 if strong else 0.65) if solid else 0.35
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mixed(base.name(), tokens.panel, share))
    _fill(painter, boxes)
    if not solid:
        painter.setBrush(QBrush(base, pattern))
        _fill(painter, boxes)


def _fill(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """Round the corners of what is wide enough to have some."""
    if all(box.width() < CORNERED_PX for box in boxes):
        painter.drawRects(boxes)
        return
    for box in boxes:
        radius = min(CORNER_PX, CORNER_PX * box.width() / FULL_CORNER_PX)
        painter.drawRoundedRect(box, radius, radius)


def sign(place: int) -> Callable[[QPainter, QRectF], None]:
    """Return what paints a part's sign into the legend."""

    def paint(painter: QPainter, area: QRectF) -> None:
        middle = area.center().y()
        paint_part(painter, [QRectF(area.left(), middle - 5, area.width(), 10)], place)

    return paint


class Bars(Overlay):
    """Stacked bars under the curves of a ViewBox; `outlines` frame how tall each might be."""

    def __init__(self, view: Any, wide: float) -> None:
        box = view.getViewBox()
        super().__init__(box, -20)
        self._wide = wide
        self._xs: Floats = np.empty(0)
        self._tops: Floats = np.empty((0, 0))
        self._outlines: Floats = np.empty(0)
        self._running = -1
        self.fill = paint_part

    def show_bars(
        self, xs: Floats, parts: Sequence[Part], outlines: Sequence[float] = (), running: int = -1
    ) -> None:
        """Draw other bars in the middle of their places; `running` is the bright one, -1 none."""
        heights = np.array([part.heights for part in parts], dtype=np.float64)
        self._xs, self._running = xs, running
        self._tops = np.cumsum(heights.reshape(len(parts), len(xs)), axis=0)
        self._outlines = np.array(outlines, dtype=np.float64)
        self.update()

    def tallest(self, low: float, high: float) -> float:
        """Return the height of the tallest bar or outline between two places; 0 without any."""
        since, until = np.searchsorted(self._xs, (low - self._wide, high + self._wide))
        tops = self._tops[-1, since:until] if len(self._tops) else np.empty(0)
        rims = self._outlines[since:until]
        return float(max([0.0, *tops, *rims]))

    def draw(self, painter: QPainter) -> None:
        """Draw the bars that are in view."""
        low, high = self._box.viewRange()[0]
        since, until = np.searchsorted(self._xs, (low - self._wide, high + self._wide))
        seen = slice(int(since), int(until))
        floors = np.vstack([np.zeros(len(self._xs)), self._tops])[:-1]
        for number, (floor, top) in enumerate(zip(floors, self._tops, strict=True)):
            self._paint_part(painter, number, self._areas(floor, top, seen))
        if len(self._outlines):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().muted), 1, Qt.PenStyle.DashLine))
            areas = self._areas(np.zeros(len(self._outlines)), self._outlines, seen)
            painter.drawRects(list(areas.values()))

    def _paint_part(self, painter: QPainter, number: int, areas: dict[int, QRectF]) -> None:
        """Fill a part's piece of each bar; that of the bar that runs is brighter."""
        running = areas.pop(self._running, None)
        if areas:
            self.fill(painter, list(areas.values()), number, self._running == -1)
        if running is not None:
            self.fill(painter, [running], number, True)

    def _areas(self, floors: Floats, tops: Floats, seen: slice) -> dict[int, QRectF]:
        """Return what the pieces between two heights cover, in pixels, by the bar's place."""
        room, (x_range, y_range) = self._box.rect(), self._box.viewRange()
        wide = room.width() / max(x_range[1] - x_range[0], 1e-9)
        tall = room.height() / max(y_range[1] - y_range[0], 1e-9)
        places = seen.start + np.flatnonzero(tops[seen] > floors[seen])
        lefts = (self._xs[places] - self._wide / 2 - x_range[0]) * wide
        uppers = room.height() - (tops[places] - y_range[0]) * tall
        heights = (tops[places] - floors[places]) * tall
        corners = zip(
            places.tolist(), lefts.tolist(), uppers.tolist(), heights.tolist(), strict=True
        )
        across = max(1.0, self._wide * wide)
        return {at: QRectF(left, upper, across, high) for at, left, upper, high in corners}


def faint_range(tokens: theme.Theme) -> tuple[QColor, QColor]:
    """Return (fill, edge) of the range that most do well in."""
    steady = tokens.phases["steady"]
    return plot_style.faint(steady, 0.16), plot_style.faint(steady, 0.6)
