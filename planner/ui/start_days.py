"""The weekdays that one can train, chosen before a program starts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from planner.coach.start_days import Weekdays
from planner.language import tr
from planner.ui import chips, dates, region
from planner.ui.widgets import label, row

WEEK = 7


class StartDays(QWidget):
    """Seven chips, in the order of the reader's week; `changed` when the user turned one.

    `chosen` holds what the user said, None as long as the days are the program's own; `refused`
    tells that the last chip was one more than the program has days.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Weekdays | None = None
        self.refused = False
        self._usual: tuple[int, ...] = ()
        self._starts_on = date.min
        first = region.first_weekday() - 1
        caption = label(tr("Train o&n"), parent=self)
        line = row(self, spacing=6)
        line.addWidget(caption)
        self.by_day: dict[int, QToolButton] = {}
        for day in ((first + place) % WEEK for place in range(WEEK)):
            self.by_day[day] = self._chip(day)
            line.addWidget(self.by_day[day])
        caption.setBuddy(self.by_day[first])

    def _chip(self, day: int) -> QToolButton:
        chip = chips.made(dates.weekday(day + 1), self)
        chip.setAccessibleName(QLocale().standaloneDayName(day + 1))
        chip.clicked.connect(lambda: self._choose(chip))
        return chip

    def show_for(self, usual: tuple[int, ...], starts_on: date) -> None:
        """Mark the days of a program from its first day on; hide where none can be chosen."""
        self.refused = False
        self._usual, self._starts_on = usual, starts_on
        self.setVisible(bool(usual))
        days = self.chosen.days(usual, starts_on) if self.chosen is not None else usual
        marked = {(starts_on.weekday() + day) % WEEK for day in days}
        for day, chip in self.by_day.items():
            chip.setChecked(day in marked)

    def on(self) -> tuple[int, ...]:
        """Return the days that are marked, counted from the first (0), in order."""
        first = self._starts_on.weekday()
        return tuple(sorted((day - first) % WEEK for day in self._marked()))

    def describe(self, words: str) -> None:
        """Tell who cannot see it what the marked days come to."""
        for chip in self.by_day.values():
            chip.setAccessibleDescription(words)

    def _marked(self) -> frozenset[int]:
        return frozenset(day for day, chip in self.by_day.items() if chip.isChecked())

    def _choose(self, chip: QToolButton) -> None:
        self.refused = len(self._marked()) > len(self._usual)
        if self.refused:
            chip.setChecked(False)
        elif self.on() == self._usual:
            self.chosen = None
        else:
            self.chosen = Weekdays(self._marked(), len(self._usual))
        self.changed.emit()
