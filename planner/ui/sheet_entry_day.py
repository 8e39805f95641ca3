"""The day of a session of a sheet that is typed in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.coach import sheet_days
from planner.language import tr
from planner.ui import dates, log_words, theme
from planner.ui.sheet_entry_fields import CONTROL, ENTER, STEPS, EntryField, SheetKeys

DAY_WIDTH = 116  # px


class Days(NamedTuple):
    """Between which days a session is usually done: the first of the week on paper, and today."""

    first: date
    today: date


class DayField(EntryField):
    """A day: + and − step it, typing another one is understood when the field is left.

    What is no day stays as it was typed. `said` is what is to be told of it, `role` how gravely.
    """

    def __init__(self, key: str, day: date, days: Days, keys: SheetKeys, parent: QWidget) -> None:
        super().__init__(key, day.isoformat(), keys, parent)
        self.day, self._days = day, days
        self.said, self.role = "", "warn"
        self._latest = max(day, days.today)  # nothing was trained on a day to come
        self.setFixedWidth(theme.grown(DAY_WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.editingFinished.connect(self._take)
        self._show()

    def value(self) -> str:
        """Return the day, in ISO form; what is none as it is kept."""
        found = self._found()
        return sheet_days.not_understood(self.text()) if found is None else found.isoformat()

    def put(self, value: str) -> None:
        """Show a day given in ISO form, or what was typed in its place."""
        if sheet_days.is_understood(value):
            self.day = date.fromisoformat(value)
            self._show()
        else:
            self.setText(sheet_days.as_typed(value))
            self._judge()

    def step(self, days: int) -> None:
        """Go some days on, to today at the latest."""
        self.day = min(self.day + timedelta(days=days), self._latest)
        self._show()
        self.selectAll()
        self._tell()

    def _handles(self, event: QKeyEvent) -> bool:
        key, whole = Qt.Key(event.key()), self.selectedText() == self.text()
        if key in STEPS and (whole or event.modifiers() & CONTROL):
            self.step(STEPS[key])
            return True
        if key in ENTER:
            self._take()
        return super()._handles(event)

    def _found(self) -> date | None:
        """Return the day that stands there, the stored one where nothing does; None for none."""
        if self.text() == log_words.day(self.day, self._days.today):
            return self.day
        if not self.text().strip():
            return date.fromisoformat(self.stored)
        read = dates.read(self.text(), self.day)
        return None if read is None or read > self._latest else read

    def _take(self) -> None:
        """Understand what was typed; what is no day is outlined and stays."""
        typed, found = self.isModified(), self._found()
        if found is None:
            self._judge()
        else:
            self.day = found
            self._show()
        if typed:
            self._tell()

    def _show(self) -> None:
        self.setText(log_words.day(self.day, self._days.today))
        self._judge()

    def _judge(self) -> None:
        """Outline what is no day, and one that is likely another's."""
        found = self._found()
        self.said, self.role = "", "warn"
        if found is None:
            self.said, self.role = sheet_days.problem(self.text()), "error"
        elif found < self._days.first:
            words = tr("{day} is before the week of this sheet.")
            self.said = words.format(day=log_words.day(found, self._days.today))
        rest = "edited" if self.edited() else ""
        self.show_state("error" if found is None else "asked" if self.said else rest)
