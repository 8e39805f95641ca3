"""A lifter's initials on a filled circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from planner.ui import theme

SIZE = 22  # px


def initials(name: str) -> str:
    """Return one or two capital letters for a name."""
    words = name.split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper() or "?"


def disc(name: str, ratio: float = 1.0) -> QIcon:
    """Return a filled circle with the initials of a name, for a screen's pixel ratio."""
    pixmap = QPixmap(int(SIZE * ratio), int(SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().accent))
    circle = QRectF(0, 0, SIZE, SIZE)
    painter.drawEllipse(circle)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().on_accent))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else it is tinted in a marked row
    return icon
