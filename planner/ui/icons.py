"""The icons of actions: one drawing each, in the colour of what it stands beside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from planner.ui import theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

PX = 16  # of the grid that they are drawn on
LIST_PX = 12  # of the icon behind the words of what opens a list
USUAL = QSize(PX, PX)
SMALL = QSize(LIST_PX, LIST_PX)
APART = QSize(PX, LIST_PX)  # Qt draws the words of other buttons close to their icon
BESIDE = 2  # Qt.ToolButtonStyle.ToolButtonTextBesideIcon: to name it would make all of Qt's enums
ALONE = 0  # Qt.ToolButtonStyle.ToolButtonIconOnly
FOLDER = theme.RESOURCES / "icons" / "actions"
TURNED = frozenset(("undo", "redo", "back", "forward"))  # with the direction of reading


def icon(name: str, colour: str = "muted") -> QIcon:
    """Return an icon in a colour of the theme; nothing is read before it is painted."""
    return QIcon(IconEngine(name, colour))


def give(button: QAbstractButton, name: str, colour: str = "muted", size: QSize = USUAL) -> None:
    """Let a button show an icon: alone, or before its words."""
    button.setIcon(icon(name, colour))
    button.setIconSize(size)
    if isinstance(button, QToolButton):
        button.setProperty("toolButtonStyle", BESIDE if button.text() else ALONE)


def opens(button: QAbstractButton) -> None:
    """Let a button show behind its words that it opens a list."""
    tool = isinstance(button, QToolButton)
    give(button, "down", size=SMALL if tool else APART)
    way = QtCore.Qt.LayoutDirection
    button.setLayoutDirection(way.LeftToRight if QApplication.isRightToLeft() else way.RightToLeft)
    if tool:
        button.setProperty("toolButtonStyle", BESIDE)


class IconEngine(QIconEngine):
    """Draws the file of that name anew for each size and theme, so it is never blurred."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it as large as there is room, mirrored where lines are read from the right."""
        field = "faint" if mode is QIcon.Mode.Disabled else self._colour
        painter.save()
        if self._name in TURNED and QApplication.isRightToLeft():
            painter.translate(rect.left() + rect.right() + 1, 0)
            painter.scale(-1, 1)
        _drawing(self._name, getattr(theme.current(), field)).render(painter, _square(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it on nothing."""
        made = QPixmap(size)
        made.fill(QColor(0, 0, 0, 0))
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return another one alike."""
        return IconEngine(self._name, self._colour)


def _square(room: QRect) -> QRectF:
    """Return the middle of a place, as wide as it is high."""
    side = min(room.width(), room.height())
    left = room.left() + (room.width() - side) / 2
    return QRectF(left, room.top() + (room.height() - side) / 2, side, side)


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(text.replace("currentColor", colour).encode())
