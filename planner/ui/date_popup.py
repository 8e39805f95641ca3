"""The calendar that a date field pops up: framed, today ringed, days of other months muted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from planner.language import tr
from planner.ui import icons, theme

FRAME_PX, RING_PX = 1, 1.5
CELL_RADIUS_PX = 4
LEAST_SIZE = 300, 232  # px


class DatePopup(QCalendarWidget):
    """A QCalendarWidget in the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = QDate()
        self.setContentsMargins(FRAME_PX, FRAME_PX, FRAME_PX, FRAME_PX)
        self.setMinimumSize(*LEAST_SIZE)
        self._dress()

    def show_today(self, today: date) -> None:
        """Ring a day."""
        self._today = QDate(today.year, today.month, today.day)
        self.updateCells()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame, so that the calendar stands out from what is below it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        painter.setPen(QColor(theme.current().muted))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Draw a day: chosen ones filled, today ringed, those of other months muted."""
        shown = QDate(day.year, day.month, day.day) if isinstance(day, date) else day
        look = theme.current()
        chosen, today = shown == self.selectedDate(), shown == self._today
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent), RING_PX) if today else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent) if chosen else Qt.BrushStyle.NoBrush)
        inner = QRectF(rect).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(inner, CELL_RADIUS_PX, CELL_RADIUS_PX)
        inside = shown.month() == self.monthShown()
        painter.setPen(QColor(look.on_accent if chosen else look.text if inside else look.muted))
        text = self.locale().toString(shown.day())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _dress(self) -> None:
        """Take away what the style sheet cannot reach: drawn arrows, red weekends."""
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        for name, icon, meaning in (
            ("qt_calendar_prevmonth", "back", tr("Month before")),
            ("qt_calendar_nextmonth", "forward", tr("Month after")),
        ):
            arrow = self.findChild(QToolButton, name)
            if arrow is not None:
                icons.give(arrow, icon)
                arrow.setAccessibleName(meaning)
