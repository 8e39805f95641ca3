"""The squares of the training days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.ui import counts, dates, theme
from planner.ui.charts import plot_style

CELL_PX = 14
PITCH_PX = 17
MONTHS_PX = 18
SHADES = (0.30, 0.52, 0.76, 1.0)
FULL_DAY = 0.9  # so much of the training days have fewer sets than the darkest shade stands for
RECENT_WEEKS = 12
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class DayGrid(QWidget):
    """A square a day, a column a week; `reached(square)` follows the arrow keys."""

    reached = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Mapping[date, float] = {}
        self._today = self._first = date(2000, 1, 3)
        self._full = 1.0
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFont(small(self.font()))

    def show_days(self, days: Mapping[date, float], today: date) -> None:
        """Show hard sets by day, whole weeks up to today's."""
        self._days, self._today = days, today
        self._first = _week_start(min([today, *days]))
        counts = sorted(days.values())
        self._full = counts[int(FULL_DAY * (len(counts) - 1))] if counts else 1.0
        self.setAccessibleDescription(self._summary())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a column a week."""
        return QSize(self._weeks() * PITCH_PX, MONTHS_PX + 7 * PITCH_PX)

    def minimumSizeHint(self) -> QSize:
        """Never hide a week."""
        return self.sizeHint()

    def words(self, day: date) -> str:
        """Return what a square stands for."""
        named = f"{dates.weekday(day.isoweekday())} {dates.short(day, self._today)}"
        sets = self._days.get(day, 0.0)
        if not sets:
            return self.tr("{day}: no training").format(day=named)
        return self.tr("{day}: {sets}").format(day=named, sets=counts.hard_sets(sets))

    def day_at(self, spot: QPoint) -> date | None:
        """Return the day of the square at a place, or None."""
        row, week = (spot.y() - MONTHS_PX) // PITCH_PX, (spot.x() - self._left()) // PITCH_PX
        if not 0 <= row < 7 or week < 0:
            return None
        day = self._first + timedelta(days=7 * week + row)
        return day if day <= self._today else None

    def square(self, day: date) -> QRect:
        """Return where a day's square is."""
        week, row = divmod((day - self._first).days, 7)
        left = self._left() + week * PITCH_PX
        return QRect(left, MONTHS_PX + row * PITCH_PX, CELL_PX, CELL_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weeks that are in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._left()
        since = max(0, (event.rect().left() - left) // PITCH_PX - 2)
        until = min(self._weeks(), (event.rect().right() - left) // PITCH_PX + 1)
        for week in range(since, until):
            self._paint_week(painter, self._first + timedelta(weeks=week), event.rect().left())
        if self._chosen is not None and self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.square(self._chosen)), 3, 3)

    def _paint_week(self, painter: QPainter, start: date, seen_from: int) -> None:
        tokens = theme.current()
        if start.day <= 7:
            painter.setPen(QColor(tokens.muted))
            spot = self.square(start)
            word = str(start.year) if start.month == 1 else dates.month(start)
            if spot.left() + self.fontMetrics().horizontalAdvance(word) <= self.width():
                painter.drawText(QRect(spot.left(), 0, 60, MONTHS_PX - 3), 0, word)
        painter.setPen(Qt.PenStyle.NoPen)
        for day in (start + timedelta(days=offset) for offset in range(7)):
            if day <= self._today and self.square(day).right() >= seen_from:
                painter.setBrush(self._shade(day, tokens))
                painter.drawRoundedRect(QRectF(self.square(day)), 3, 3)

    def _shade(self, day: date, tokens: theme.Theme) -> QColor:
        sets = self._days.get(day, 0.0)
        if not sets:
            return QColor(tokens.line)
        step = min(len(SHADES) - 1, int(sets / self._full * len(SHADES)))
        return plot_style.faint(tokens.phases["steady"], SHADES[step])

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from day to day with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        day = (self._chosen or self._today) + timedelta(days=step if self._chosen else 0)
        self._chosen = min(max(day, self._first), self._today)
        spot = self.square(self._chosen)
        self.setAccessibleDescription(self.words(self._chosen))
        QToolTip.showText(self.mapToGlobal(spot.bottomRight()), self.words(self._chosen), self)
        self.reached.emit(spot)
        self.update()

    def _summary(self) -> str:
        since = self._today - timedelta(weeks=RECENT_WEEKS)
        recent = sum(day > since for day in self._days)
        return self.tr("{days}, {recent} in the last {weeks}").format(
            days=counts.training_days(len(self._days)),
            recent=recent,
            weeks=counts.weeks(RECENT_WEEKS),
        )

    def _weeks(self) -> int:
        return (self._today - self._first).days // 7 + 1

    def _left(self) -> int:
        """Return where the first week stands, so that the last one stands at the right edge."""
        return max(0, self.width() - self._weeks() * PITCH_PX)


def small(font: QFont) -> QFont:
    """Return a font one point smaller."""
    made = QFont(font)
    made.setPointSizeF(max(8.0, font.pointSizeF() - 1))
    return made


def _week_start(day: date) -> date:
    return day - timedelta(days=(day.isoweekday() - dates.first_weekday()) % 7)
