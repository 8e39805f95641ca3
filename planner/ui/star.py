"""The star of a favourite."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

INNER = 0.45  # of the outer radius


def star(middle: QPointF, radius: float) -> QPainterPath:
    """Return a star of five points around a middle, one point up; px."""
    path = QPainterPath()
    for number in range(10):
        far = radius * (INNER if number % 2 else 1.0)
        angle = number * pi / 5
        at = QPointF(middle.x() + far * sin(angle), middle.y() - far * cos(angle))
        path.lineTo(at) if number else path.moveTo(at)
    path.closeSubpath()
    return path
