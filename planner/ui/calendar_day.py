"""A day of the month calendar: a button that paints what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolButton, QWidget

from planner.coach.absences import Reason
from planner.ui import absence_words, theme
from planner.ui.theme import Theme

HEIGHT_PX, LEAST_WIDTH_PX, CORNER_PX = 25, 26, 5.0
LINE_PX = 4  # of the room below the number, for days away
DOT_PX, MOST_DOTS = 3.0, 3
_SELECTED = 0.18  # share of the accent in the ground of a day that is selected


@dataclass(frozen=True, slots=True)
class DayLook:
    """What a day shows; `sessions` are logged, `waiting` ones planned and not logged.

    `starts` and `ends` tell whether the day before and the day after are not away for it, too.
    """

    on: date
    inside: bool = True
    chosen: bool = False
    today: bool = False
    selected: bool = False
    sessions: int = 0
    waiting: bool = False
    away: Reason | None = None
    starts: bool = False
    ends: bool = False


class EnterButton(QToolButton):
    """A button that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class DayButton(EnterButton):
    """A day; what keys and the mouse do to several days is for the calendar to say."""

    pressed_key = Signal(object)  # the event; it is accepted when it was for the calendar
    dragged = Signal(object)  # where the mouse is, on the screen
    menu_wanted = Signal(object)  # where, on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = DayLook(date.min)
        self.by_mouse = False  # whether the click under way is
        self.setProperty("kind", "day")

    def show_look(self, look: DayLook, name: str, tip: str) -> None:
        """Show a day, and what a screen reader and the tooltip say of it."""
        if look != self.look:
            self.look = look
            self.setText(str(look.on.day))
            self.update()
        if look.inside is self.isHidden():
            self.setVisible(look.inside)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the calendar have the key first."""
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it be known whose click it is."""
        self.by_mouse = True
        super().mouseReleaseEvent(event)
        self.by_mouse = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the day."""
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, edge, number, and the marks of sessions and of days away."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_ground(painter, colours)
        self._paint_number(painter, colours)
        self._paint_marks(painter, colours)

    def _paint_ground(self, painter: QPainter, colours: Theme) -> None:
        look, ground = self.look, None
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if look.selected:
            ground = theme.mixed(colours.accent, colours.panel, _SELECTED)
        elif look.today:
            ground = QColor(colours.accent)
        elif look.sessions:
            ground = QColor(colours.soft)
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        painter.setPen(self._edge(colours))
        wide = painter.pen().widthF() > 1
        painter.drawRoundedRect(
            box.adjusted(0.5, 0.5, -0.5, -0.5) if wide else box, CORNER_PX, CORNER_PX
        )

    def _edge(self, colours: Theme) -> QPen:
        look = self.look
        if self.hasFocus():
            return QPen(QColor(colours.text), 2.0)
        if look.chosen:
            return QPen(QColor(colours.accent), 2.0)
        if look.waiting:
            return QPen(QColor(colours.muted), 1.0, Qt.PenStyle.DashLine)
        return QPen(QColor(colours.muted)) if self.underMouse() else QPen(Qt.PenStyle.NoPen)

    def _ink(self, plain: str, colours: Theme) -> str:
        filled = self.look.today and not self.look.selected
        return colours.on_accent if filled else plain

    def _paint_number(self, painter: QPainter, colours: Theme) -> None:
        if self.look.today:
            font = QFont(self.font())
            font.setBold(True)
            painter.setFont(font)
        painter.setPen(QColor(self._ink(colours.text, colours)))
        lifted = LINE_PX // 2 if self.look.away else 0
        painter.drawText(
            self.rect().adjusted(0, -lifted, 0, -lifted), Qt.AlignmentFlag.AlignCenter, self.text()
        )

    def _paint_marks(self, painter: QPainter, colours: Theme) -> None:
        look = self.look
        if look.away is not None:
            left, right = 4.0 if look.starts else 0.0, 4.0 if look.ends else 0.0
            line = QRectF(left, self.height() - LINE_PX - 1.5, self.width() - left - right, LINE_PX)
            absence_words.paint_line(painter, line, look.away, self._ink(colours.warn, colours))
        if look.sessions > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._ink(colours.accent, colours)))
            for place in range(min(look.sessions, MOST_DOTS)):
                right = self.width() - 5.0 - place * (DOT_PX + 1.5)
                painter.drawEllipse(QPointF(right, 5.5), DOT_PX / 2, DOT_PX / 2)
