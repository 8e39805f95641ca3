"""The body from the front and from the back: click where it is sore."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QToolTip, QWidget

from planner.coach.check_ins import Mark
from planner.engine.terms import Side, SoreArea
from planner.language import tr
from planner.ui import body_shapes, theme
from planner.ui.area_words import area_word
from planner.ui.body_figure import HEIGHT, MUSCLE_TINT, SKIN_TINT, WIDTH
from planner.ui.body_shapes import BodyShape

SIZE = 1.4  # of the drawing
TINTS = (0.15, 0.4, 0.6, 0.8, 1.0)  # of the accent, for soreness 1 to 5
BADGE = 8.0  # px, half the width of the circle around a number
_HANDS, _BELOW_HANDS = (11.0, 109.0, 131.0, 229.0), 165.0  # px in the view box


class SoreFigure(QWidget):
    """`clicked` carries the area that was clicked."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks: Mapping[str, Mark] = {}
        self._current = ""
        self.setMinimumSize(WIDTH // 2, HEIGHT // 2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_marks(self, marks: Mapping[str, Mark], current: str) -> None:
        """Show how sore each area is, and which one the keyboard is on."""
        self._marks, self._current = dict(marks), current
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which every area can be hit."""
        return QSize(round(WIDTH * SIZE), round(HEIGHT * SIZE))

    def area_at(self, where: QPointF) -> SoreArea | None:
        """Return the area at a place of the widget."""
        inverse, _ = self._placing().inverted()
        point = inverse.map(where)
        under = [each.area for each in body_shapes.areas() if each.outline.contains(point)]
        return under[-1] if under else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which area was clicked."""
        area = self.area_at(event.position())
        if area is not None and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(area)

    def event(self, event: QEvent) -> bool:
        """Name the area under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            area = self.area_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), area_word(area) if area else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures, the sore areas darker with their number on them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._placing())
        tokens = theme.current()
        skin = theme.mixed(tokens.line, tokens.panel, SKIN_TINT)
        for outline in body_shapes.body():
            painter.setPen(QPen(QColor(tokens.muted), 0.8))
            painter.fillPath(outline, skin)
            painter.drawPath(outline)
        for shape in body_shapes.areas():
            self._draw(painter, shape, skin)
        painter.resetTransform()
        self._letters(painter)
        for area, (value, side) in self._marks.items():
            if area in tuple(SoreArea):
                self._number(painter, SoreArea(area), value, side)

    def _draw(self, painter: QPainter, shape: BodyShape, skin: QColor) -> None:
        tokens = theme.current()
        value, side = self._marks.get(shape.area, (0, Side.BOTH))
        neutral = theme.mixed(tokens.muted, tokens.panel, MUSCLE_TINT)
        sore = value and side in (Side.BOTH, shape.side)
        tint = TINTS[value - 1] if sore else 0.0
        here = shape.area == self._current
        painter.setPen(QPen(QColor(tokens.text) if here else skin, 1.4 if here else 0.7))
        painter.setBrush(theme.mixed(tokens.accent, neutral.name(), tint))
        painter.drawPath(shape.outline)

    def _number(self, painter: QPainter, area: SoreArea, value: int, side: Side) -> None:
        sides = (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (side,)
        middles = [self._middle(area, each) for each in sides]
        if QLineF(middles[0], middles[-1]).length() < 2 * BADGE:
            middles = [(middles[0] + middles[-1]) / 2]
        tokens = theme.current()
        for middle in middles:
            box = QRectF(0, 0, 2 * BADGE, 2 * BADGE)
            box.moveCenter(middle)
            painter.setPen(QPen(QColor(tokens.accent), 1.2))
            painter.setBrush(QColor(tokens.panel))
            painter.drawEllipse(box)
            painter.setPen(QColor(tokens.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _letters(self, painter: QPainter) -> None:
        """Write at the hands which side is which: the front looks at us."""
        painter.setPen(QColor(theme.current().muted))
        left, right = tr("L", "left side"), tr("R", "right side")
        for x, letter in zip(_HANDS, (right, left, left, right), strict=True):
            box = QRectF(0, 0, 2 * BADGE, 2 * BADGE)
            box.moveCenter(self._placing().map(QPointF(x, _BELOW_HANDS)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _middle(self, area: SoreArea, side: Side) -> QPointF:
        return self._placing().map(_largest(area, side).outline.boundingRect().center())

    def _placing(self) -> QTransform:
        """Return how the drawing is put in the middle, as large as there is room."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        made = QTransform.fromTranslate(
            (self.width() - scale * WIDTH) / 2, (self.height() - scale * HEIGHT) / 2
        )
        return made.scale(scale, scale)


def _largest(area: SoreArea, side: Side) -> BodyShape:
    """Return the largest shape of an area on a side."""
    shapes = [each for each in body_shapes.areas() if (each.area, each.side) == (area, side)]
    return max(shapes, key=lambda each: _size(each.outline.boundingRect()))


def _size(box: QRectF) -> float:
    return box.width() * box.height()
