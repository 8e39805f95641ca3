"""A field for a day: typed in any usual form, or taken from a calendar that pops up."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QDateTime, QLocale, QSize, Qt, QTime, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from planner.ui import dates
from planner.ui.date_popup import DatePopup

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
_A_WEEK, _ROOM_PX = range(20, 27), 56  # days of a month; frame, arrow and margins
_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class DateField(QDateEdit):
    """A QDateEdit that speaks in Python's dates; '23 Nov' and '23.11.' are understood."""

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        self.setKeyboardTracking(False)  # a day that is half typed is no day yet
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
        """Return the day that is shown, or typed."""
        self.interpretText()
        return cast("date", self.date().toPython())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; what is no day yet may become one."""
        known = self._read(text) is not None
        state = QValidator.State.Acceptable if known else QValidator.State.Intermediate
        return state, text, position

    def dateTimeFromText(self, text: str) -> QDateTime:
        """Read a day as people write it; what is no day leaves the one before."""
        day = self._read(text)
        return self._moment(self.date() if day is None else QDate(day.year, day.month, day.day))

    def sizeHint(self) -> QSize:
        """Have room for the longest day: Qt reckons with two of them only."""
        made = super().sizeHint()
        days = (QDate(2026, month, day) for month in range(1, 13) for day in _A_WEEK)
        texts = (self.textFromDateTime(self._moment(day)) for day in days)
        longest = max(map(self.fontMetrics().horizontalAdvance, texts))
        return made.expandedTo(QSize(longest + _ROOM_PX, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type as in any field: ↑ and ↓ step by a day, Page ↑ and ↓ by a week."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.setDate(self.date().addDays(_STEPS[key]))
            self.lineEdit().selectAll()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier or key in _DONE:
            super().keyPressEvent(event)
        else:
            QLineEdit.keyPressEvent(self.lineEdit(), event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave with Tab at once: Qt would stop at the day, the month and the year."""
        return QWidget.focusNextPrevChild(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the whole day, so that another one is simply typed."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self.lineEdit(), self.lineEdit().selectAll)  # a click sets the cursor

    def _read(self, text: str) -> date | None:
        shown = self.date()
        if text == self.textFromDateTime(self._moment(shown)):
            return cast("date", shown.toPython())
        return dates.read(text, cast("date", shown.toPython()))

    def _moment(self, day: QDate) -> QDateTime:
        """Return a day as the field keeps it; in another time zone it would be the day before."""
        return QDateTime(day, QTime(0, 0), self.timeZone())
