"""The mark of a skill: a circle that is empty, a quarter, half, or all filled; no font has to."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from planner.coach.skills import SkillState
from planner.ui import theme

_SIZE, _SHARP = 16, 3  # px, and how much finer it is drawn for dense screens
_FULL = 360 * 16  # as Qt counts angles
_FILLED = {
    SkillState.NEW: 0,
    SkillState.RUSTY: _FULL // 4,
    SkillState.PRACTISING: _FULL // 2,
    SkillState.UNRATED: 3 * _FULL // 4,
    SkillState.SKILLED: _FULL,
}


def icon(state: SkillState) -> QIcon:
    """Return the mark of a state, in the colour of text."""
    return _drawn(_FILLED[state], theme.current().text)


@lru_cache(maxsize=16)
def _drawn(angle: int, colour: str) -> QIcon:
    made = QPixmap(_SIZE * _SHARP, _SIZE * _SHARP)
    made.setDevicePixelRatio(_SHARP)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.2))
    box = QRectF(0, 0, _SIZE, _SIZE).adjusted(3, 3, -3, -3)
    painter.drawEllipse(box)
    painter.setBrush(QColor(colour))
    painter.drawPie(box, 90 * 16, -angle)
    painter.end()
    icon = QIcon(made)
    icon.addPixmap(made, QIcon.Mode.Selected)  # else it is tinted in a marked row
    return icon
