"""A field for a day, with a calendar that pops up in the look of the window."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget


class DateField(QDateEdit):
    """A QDateEdit that speaks in Python's dates."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        _dress(self.calendarWidget())
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """Return the day that is shown."""
        return cast("date", self.date().toPython())


def _dress(calendar: QCalendarWidget) -> None:
    """Take away what the style sheet cannot reach: drawn arrows, red weekends."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for name, sign, meaning in (
        ("qt_calendar_prevmonth", "‹", _tr("Month before")),
        ("qt_calendar_nextmonth", "›", _tr("Month after")),
    ):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(QIcon())
            arrow.setText(sign)
            arrow.setAccessibleName(meaning)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DateField", text)
