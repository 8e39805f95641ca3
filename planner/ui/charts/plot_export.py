"""Write a plot as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from planner.coach import whole_file
from planner.ui import theme
from planner.ui.charts import plot_vector
from planner.ui.charts.reach_plot import ReachPlot

MARGIN_PX = 12
SHARPNESS = 2  # picture pixels per screen pixel


def picture(parts: Sequence[QWidget]) -> QPixmap:
    """Draw widgets, one below the other, with twice the screen's sharpness."""
    size = _size(parts)
    image = QPixmap(size * SHARPNESS)
    image.setDevicePixelRatio(SHARPNESS)
    painter = QPainter(image)
    _paint(painter, parts, size)
    painter.end()
    return image


def save_png(parts: Sequence[QWidget], path: Path) -> None:
    """Write widgets, one below the other, as a PNG of twice the screen's sharpness; OSError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(parts).save(buffer, "PNG")
    whole_file.write(path, buffer.data().data())


def save_svg(parts: Sequence[QWidget], path: Path, title: str) -> None:
    """Write widgets, one below the other, as a vector picture; OSError."""
    size = _size(parts)
    buffer = QBuffer()
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size)
    made.setViewBox(QRect(QPoint(0, 0), size))
    made.setTitle(title)
    painter = QPainter(made)
    _paint(painter, parts, size, vector=True)
    painter.end()
    whole_file.write(path, buffer.data().data())


def _size(parts: Sequence[QWidget]) -> QSize:
    width = max(part.width() for part in parts)
    height = sum(part.height() for part in parts)
    return QSize(width + 2 * MARGIN_PX, height + 2 * MARGIN_PX)


def _paint(painter: QPainter, parts: Sequence[QWidget], size: QSize, vector: bool = False) -> None:
    painter.fillRect(QRect(QPoint(0, 0), size), QColor(theme.current().panel))
    top = MARGIN_PX
    for part in parts:
        at = QPoint(MARGIN_PX, top)
        if vector and isinstance(part, ReachPlot):
            plot_vector.render(painter, part, at)
        else:
            part.render(painter, at, QRegion(), QWidget.RenderFlag.DrawChildren)
        top += part.height()
