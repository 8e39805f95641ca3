"""The squares of the training days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.language import tr
from planner.ui import counts
from planner.ui.charts import day_layout, day_marks, day_paint
from planner.ui.charts.day_layout import PITCH_PX, DayLayout
from planner.ui.charts.day_marks import DayMarks

RECENT_WEEKS = 12
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -28,
    Qt.Key.Key_PageDown: 28,
}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayGrid(QWidget):
    """A square a day, a column a week; `reached(square)` follows the arrow keys.

    `session_wanted(session_id)` asks for the first session of a day to be opened.
    """

    reached = Signal(QRect)
    session_wanted = Signal(int)
    spoken_as = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: DayMarks | None = None
        self.most_px = PITCH_PX  # from one square to the next where there is room
        self.stacked = False  # whether years may stand above each other
        self._layout: DayLayout | None = None
        self._room_px = 0
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.setMouseTracking(True)
        self.setFont(small(self.font()))

    def show_marks(self, marks: DayMarks) -> None:
        """Show other days."""
        self.marks = marks
        if self._chosen is not None:
            self._chosen = min(max(self._chosen, marks.first), marks.last)
        self.setAccessibleDescription(self._summary())
        self._arrange()

    def fit(self, room_px: int) -> None:
        """Use so much width; what does not fit makes the grid wider than that."""
        self._room_px = room_px
        self._arrange()

    def arranged(self) -> DayLayout | None:
        """Return where the squares are; None before any days are shown."""
        return self._layout

    def sizeHint(self) -> QSize:
        """Ask for every square."""
        return QSize(0, 0) if self._layout is None else self._layout.size

    def minimumSizeHint(self) -> QSize:
        """Never hide a week."""
        return self.sizeHint()

    def words(self, day: date) -> str:
        """Return what a square stands for, in lines."""
        return "" if self.marks is None else "\n".join(day_marks.words(self.marks, day))

    def square(self, day: date) -> QRect:
        """Return where a day's square is."""
        return QRect() if self._layout is None else self._layout.square(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weeks that are in view."""
        if self.marks is None or self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        day_paint.paint(painter, self._layout, self.marks, event.rect())
        if self.hasFocus():  # the keys begin on today
            day_paint.paint_ring(painter, QRectF(self.square(self._chosen or self.marks.today)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring where the day is."""
        super().resizeEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if isinstance(event, QHelpEvent) and self._layout is not None:
            day = self._layout.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click opens a session."""
        super().mouseMoveEvent(event)
        opens = self._session_at(event) is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the session of the day that was clicked."""
        super().mouseReleaseEvent(event)
        session = self._session_at(event)
        if event.button() is Qt.MouseButton.LeftButton and session is not None:
            self.session_wanted.emit(session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day with the arrows, by four weeks with Page, open with Enter."""
        key, marks = Qt.Key(event.key()), self.marks
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if marks is None or not plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            step = timedelta(days=_STEPS[key] if self._chosen else 0)
            self._reach((self._chosen or marks.today) + step, marks)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._reach(marks.first if key is Qt.Key.Key_Home else marks.today, marks)
        elif key in _OPEN and self._session(self._chosen) is not None:
            self.session_wanted.emit(self._session(self._chosen))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take ring and words away."""
        super().focusOutEvent(event)
        self.update()

    def _reach(self, day: date, marks: DayMarks) -> None:
        self._chosen = min(max(day, marks.first), marks.last)
        spot, words = self.square(self._chosen), self.words(self._chosen)
        self.setAccessibleDescription(words)
        self.reached.emit(spot)
        QToolTip.showText(self.mapToGlobal(spot.bottomRight()), words, self)
        self.update()

    def _session_at(self, event: QMouseEvent) -> int | None:
        return self._session(
            self._layout.day_at(event.position().toPoint()) if self._layout else None
        )

    def _session(self, on: date | None) -> int | None:
        """Return the first session of a day, or None."""
        day = self.marks.days.get(on) if self.marks is not None and on is not None else None
        return day.sessions[0].id if day is not None else None

    def _arrange(self) -> None:
        if self.marks is not None:
            first, last = self.marks.first, self.marks.last
            room = max(self._room_px, 1)
            self._layout = day_layout.fitting(first, last, room, self.most_px, self.stacked)
        self.updateGeometry()
        self.update()

    def _summary(self) -> str:
        if self.marks is None:
            return ""
        since = self.marks.today - timedelta(weeks=RECENT_WEEKS)
        recent = sum(day > since for day in self.marks.days)
        return tr("{days}, {recent} in the last {weeks}").format(
            days=counts.training_days(len(self.marks.days)),
            recent=recent,
            weeks=counts.weeks(RECENT_WEEKS),
        )


def small(font: QFont) -> QFont:
    """Return a font one point smaller."""
    made = QFont(font)
    made.setPointSizeF(max(8.0, font.pointSizeF() - 1))
    return made
