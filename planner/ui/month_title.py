"""The title of the month calendar: a click on it, or typing, goes to another month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach.search_days import Days, EveryYear, days_at
from planner.language import tr
from planner.ui import dates
from planner.ui.calendar_day import EnterButton
from planner.ui.widgets import restate, row


class MonthField(QLineEdit):
    """Enter and Esc end it."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up when something else is clicked."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.given_up.emit()


class MonthTitle(QWidget):
    """`month_wanted` carries the first day of a month; `given_up` that nothing else is typed."""

    month_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = date.min
        self.button = EnterButton(self)
        self.button.setProperty("kind", "month")
        self.button.setToolTip(tr("Go to another month: click, or type it on a day"))
        self.field = MonthField(self)
        self.field.setProperty("density", "small")
        self.field.setAccessibleName(tr("Go to a month"))
        self.field.setPlaceholderText(tr("Oct 2025"))
        line = row(self)
        line.addWidget(self.button)
        line.addWidget(self.field)
        line.addStretch(1)
        self.field.hide()
        self.button.clicked.connect(lambda: self.edit())
        self.field.returnPressed.connect(self._go)
        self.field.textEdited.connect(lambda: restate(self.field, ""))
        self.field.given_up.connect(self._give_up)

    def show_month(self, first: date) -> None:
        """Show a month."""
        if first != self._shown:
            self._shown = first
            self._show_field(False)
            written = dates.month_and_year(first)
            self.button.setText(written.upper())
            self.button.setAccessibleName(written)

    def edit(self, typed: str = "") -> None:
        """Let a month be typed, in place of the one shown."""
        restate(self.field, "")
        self._show_field(True)
        self.field.setText(typed or dates.month_and_year(self._shown))
        self.field.setFocus()
        if not typed:
            self.field.selectAll()

    def _show_field(self, shown: bool) -> None:
        self.button.setHidden(shown)
        self.field.setVisible(shown)

    def _go(self) -> None:
        first = read_month(self.field.text(), self._shown)
        if first is None:
            restate(self.field, "error")
        else:
            self._show_field(False)
            self.month_wanted.emit(first)

    def _give_up(self) -> None:
        if not self.field.isHidden():
            held = self.field.hasFocus()
            self._show_field(False)
            if held:
                self.given_up.emit()


def read_month(text: str, near: date) -> date | None:
    """Return the first day of the month that a text names; without a year, or month, the near one.

    None when it names none.
    """
    words = [word.strip(".,") for word in text.casefold().split()]
    days, used = days_at(words, near, dates.month_names())
    if isinstance(days, EveryYear):
        return near.replace(month=days.month, day=1)
    if isinstance(days, Days) and used == len(words):
        whole_year = days.since.month != days.until.month
        return days.since.replace(month=near.month if whole_year else days.since.month, day=1)
    found = dates.read(text, near)
    return found.replace(day=1) if found is not None else None
