"""The line of signs that says what a plot draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.phases import PhaseLook
from planner.ui.widgets import paint_mark

SIGN_PX = 18
MARK_PX = 11
GAP_PX = 6
BETWEEN_PX = 16


class LegendSign(Enum):
    """What an entry of the legend looks like."""

    DOT = auto()
    RING = auto()
    RIBBON = auto()
    DASHES = auto()
    RANGE = auto()
    SHADES = auto()
    HATCHED = auto()
    LEFT = auto()
    RIGHT = auto()
    CROSS = auto()
    DOTS = auto()


Paint = Callable[[QPainter, QRectF], None]


class Small(NamedTuple):
    """What paints a sign as small as a mark."""

    paint: Paint


Sign = LegendSign | PhaseLook | Small | Paint
Entry = tuple[Sign, str]
"""A sign, or what paints one into a box, and its word."""


class Legend(QWidget):
    """Signs with their words, from left to right, on as many lines as they need."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._wide: Sequence[int] = ()  # of each entry; layouts ask for it often
        self._tall = 0  # of a line
        font = self.font()
        font.setPointSizeF(max(8.0, font.pointSizeF() - 1))
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self._entries = entries
        text = in_row(word for _, word in entries)
        self.setAccessibleName(tr("Legend: {entries}").format(entries=text))
        self.setToolTip(text)
        self._measure()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(sum(wide + BETWEEN_PX for wide in self._wide), self._tall)

    def minimumSizeHint(self) -> QSize:
        """Need no more than the height of one line."""
        return QSize(0, self._tall)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow legend has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._tall * (1 + max((line for line, _ in self._places(width)), default=0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the entries, line by line."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the places are
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = zip(self._places(self.width()), self._wide, strict=True)
        for (sign, word), ((line, left), wide) in zip(self._entries, places, strict=True):
            top, tall = line * self._tall, self._tall
            room = _room_px(sign)
            made = sign.paint if isinstance(sign, Small) else sign
            _paint_sign(painter, made, QRectF(left, top, room, tall))
            painter.setPen(QColor(theme.current().muted))
            spot = QRectF(left + room + GAP_PX, top, wide, tall)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, word)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self._wide = [
            _room_px(sign) + GAP_PX + metrics.horizontalAdvance(word) + 2
            for sign, word in self._entries
        ]
        self._tall = metrics.height() + 2
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Return (line, left edge) of each entry; what finds no room begins the next line."""
        made, line, left = list[tuple[int, int]](), 0, 0
        for wide in self._wide:
            if left and left + wide > width:
                line, left = line + 1, 0
            made.append((line, left))
            left += wide + BETWEEN_PX
        return made


_SMALL = (LegendSign.RING, LegendSign.LEFT, LegendSign.RIGHT, LegendSign.CROSS)


def _room_px(sign: Sign) -> int:
    """Return how wide a sign is: it begins where the title does, and its word beside it."""
    return MARK_PX if isinstance(sign, PhaseLook | Small) or sign in _SMALL else SIGN_PX


def _paint_sign(painter: QPainter, sign: LegendSign | PhaseLook | Paint, area: QRectF) -> None:
    if not isinstance(sign, LegendSign | PhaseLook):
        sign(painter, area)
        return
    tokens, middle = theme.current(), area.center()
    if isinstance(sign, PhaseLook):
        painter.save()
        painter.translate(area.right() - MARK_PX, middle.y() - MARK_PX / 2)
        paint_mark(painter, sign, MARK_PX)
        painter.restore()
        return
    ends = QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plot_style.faint(tokens.text, 0.72))
    if sign is LegendSign.DOT:
        painter.drawEllipse(QPointF(area.left() + 3, middle.y()), 3, 3)
        painter.drawEllipse(QPointF(area.left() + 12.5, middle.y()), 4.5, 4.5)
    elif sign is LegendSign.RING:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.muted), 1.5))
        painter.drawEllipse(middle, 4.5, 4.5)
    elif sign is LegendSign.DASHES:
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawLine(*ends)
    elif sign is LegendSign.HATCHED:
        hatched = plot_style.faint(tokens.muted, 0.7)
        box = area.adjusted(0, middle.y() - 6, 0, 6 - middle.y())
        painter.fillRect(box, QBrush(hatched, Qt.BrushStyle.BDiagPattern))
    elif sign is LegendSign.SHADES:
        _paint_shades(painter, area, tokens)
    elif sign in _OF_SIDES:
        _paint_side(painter, sign, area, tokens)
    else:
        _paint_band(painter, sign, area, tokens)
        if sign is LegendSign.RIBBON:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawLine(*ends)


_OF_SIDES = (LegendSign.LEFT, LegendSign.RIGHT, LegendSign.CROSS, LegendSign.DOTS)


def _paint_side(painter: QPainter, sign: LegendSign, area: QRectF, tokens: theme.Theme) -> None:
    """Draw the mark of a side, of what was lost, or of what is to be reached."""
    middle, colours = area.center(), (tokens.accent, tokens.phases["fatigue"], tokens.error)
    if sign is LegendSign.DOTS:
        painter.setPen(QPen(QColor(tokens.muted), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        return
    colour = QColor(colours[_OF_SIDES.index(sign)])
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(colour if sign is LegendSign.LEFT else Qt.BrushStyle.NoBrush)
    box = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
    if sign is LegendSign.LEFT:
        painter.drawEllipse(box)
    elif sign is LegendSign.RIGHT:
        painter.drawRect(box)
    else:
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


def _paint_band(painter: QPainter, sign: LegendSign, area: QRectF, tokens: theme.Theme) -> None:
    ribbon = sign is LegendSign.RIBBON
    colour = plot_style.faint(tokens.accent, 0.28)
    if not ribbon:
        colour = plot_style.faint(tokens.phases["steady"], 0.3)
    painter.fillRect(area.adjusted(0, area.height() / 2 - 5, 0, 5 - area.height() / 2), colour)


def _paint_shades(painter: QPainter, area: QRectF, tokens: theme.Theme) -> None:
    for step, alpha in enumerate((0.3, 0.65, 1.0)):
        painter.setBrush(plot_style.faint(tokens.phases["steady"], alpha))
        spot = QRectF(area.left() + 6 * step, area.center().y() - 4, 5, 8)
        painter.drawRoundedRect(spot, 1.5, 1.5)
