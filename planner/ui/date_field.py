"""A field for a day, with a calendar that pops up in the look of the window."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from planner.ui.date_popup import DatePopup


class DateField(QDateEdit):
    """A QDateEdit that speaks in Python's dates."""

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.popup = DatePopup(self)
        self.setCalendarWidget(self.popup)
        self.show_today(today)
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def show_today(self, today: date) -> None:
        """Mark today in the calendar."""
        self.popup.show_today(today)

    def day(self) -> date:
        """Return the day that is shown."""
        return cast("date", self.date().toPython())
