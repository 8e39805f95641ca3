"""What a muscle looks like in the body picture: how dark it is, and which pattern is on it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from planner.ui import theme
from planner.ui.body_figure import MUSCLE_TINT, SKIN_TINT

LINES_PX, DOTS_PX = 3.4, 3.6  # apart, in the view box
SIGN_PX = 12  # high, in a legend


class Shade(IntEnum):
    """From nothing to tell of, over plain, to darkest; the second sign is the pattern."""

    NOTHING = 0
    PLAIN = 1
    LIGHT = 2  # with lines
    MIDDLE = 3
    DARK = 4  # with dots


_TINTS = {Shade.PLAIN: 0.0, Shade.LIGHT: 0.28, Shade.MIDDLE: 0.55, Shade.DARK: 1.0}


def paint(painter: QPainter, outline: QPainterPath, shade: Shade) -> None:
    """Fill an outline in the colours of the theme; its edge has the painter's pen."""
    tokens = theme.current()
    painter.setBrush(_colour(shade, tokens))
    painter.drawPath(outline)
    if shade in (Shade.LIGHT, Shade.DARK):
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        (_lines if shade is Shade.LIGHT else _dots)(painter, outline.boundingRect(), tokens)
        painter.restore()


def sign(shade: Shade) -> Callable[[QPainter, QRectF], None]:
    """Return what paints a shade's sign into a legend."""

    def painted(painter: QPainter, area: QRectF) -> None:
        box = QRectF(area.left(), area.center().y() - SIGN_PX / 2, area.width(), SIGN_PX)
        outline = QPainterPath()
        outline.addRoundedRect(box, 3, 3)
        painter.setPen(QPen(QColor(theme.current().line), 1))
        paint(painter, outline, shade)

    return painted


def _colour(shade: Shade, tokens: theme.Theme) -> QColor:
    if shade is Shade.NOTHING:
        return theme.mixed(tokens.line, tokens.panel, SKIN_TINT)
    neutral = theme.mixed(tokens.muted, tokens.panel, MUSCLE_TINT).name()
    return theme.mixed(tokens.accent, neutral, _TINTS[shade])


def _lines(painter: QPainter, box: QRectF, tokens: theme.Theme) -> None:
    """Draw thin lines that rise to the right."""
    painter.setPen(QPen(QColor(tokens.accent), 0.9))
    start = box.left() - box.height() - box.left() % LINES_PX
    while start < box.right():
        painter.drawLine(QPointF(start, box.bottom()), QPointF(start + box.height(), box.top()))
        start += LINES_PX


def _dots(painter: QPainter, box: QRectF, tokens: theme.Theme) -> None:
    """Draw light dots, every other row between those of the last."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.panel))
    row, y = 0, box.top() + DOTS_PX / 2
    while y < box.bottom():
        x = box.left() + (row % 2) * DOTS_PX / 2
        while x < box.right():
            painter.drawEllipse(QPointF(x, y), 0.75, 0.75)
            x += DOTS_PX
        row, y = row + 1, y + DOTS_PX / 2
