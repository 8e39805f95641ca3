"""A month of days: trained ones are tinted, today is filled, the chosen one is ringed.

Days with something planned that was not logged have a dashed edge.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from planner.ui import dates, log_words
from planner.ui.widgets import column, label, restate, row

WEEKS, DAYS = 6, 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}


class EnterButton(QToolButton):
    """A button that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class DayButton(EnterButton):
    """A day; arrow keys walk on from it."""

    walked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "day")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by days and weeks."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)


class MonthCalendar(QWidget):
    """`chosen` carries a date, `month_shown` says that other days are visible now."""

    chosen = Signal(object)
    month_shown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = self._chosen = self._first = date.min
        self._shown: list[date] = []
        self._title = label("", "section", self)
        self.days = [DayButton(self) for _ in range(WEEKS * DAYS)]
        self._names = [label("", "small", self) for _ in range(DAYS)]
        self._build()

    def visible_days(self) -> tuple[date, date]:
        """Return the first and last day of the month shown."""
        following = (self._first + timedelta(days=31)).replace(day=1)
        return self._first, following - timedelta(days=1)

    def show_day(self, chosen: date, today: date) -> None:
        """Turn to a day's month when another day was chosen, and ring the day."""
        if chosen != self._chosen:
            self._first = chosen.replace(day=1)
        self._chosen, self._today = chosen, today

    def show_marks(self, trained: Set[date], waiting: Set[date]) -> None:
        """Tint the days with a session; edge those that wait for one."""
        self._title.setText(log_words.month_and_year(self._first).upper())
        start = dates.first_weekday()
        for place, name in enumerate(self._names):
            name.setText(dates.weekday((start - 1 + place) % DAYS + 1)[:2])
        skipped = (self._first.isoweekday() - start) % DAYS
        self._shown = [self._first + timedelta(days=i - skipped) for i in range(WEEKS * DAYS)]
        for day, made in zip(self._shown, self.days, strict=True):
            mark = "trained" if day in trained else "waiting" if day in waiting else ""
            self._show_day_button(made, day, mark)

    def day_button(self, day: date) -> DayButton:
        """Return the button of a visible day."""
        return self.days[self._shown.index(day)]

    def _build(self) -> None:
        box = column(self, spacing=4)
        line = row()
        line.addWidget(self._title, 1)
        for text, name, months in (
            ("‹", self.tr("Previous month"), -1),
            ("›", self.tr("Next month"), 1),
        ):
            line.addWidget(self._turner(text, name, months))
        box.addLayout(line)
        grid = QGridLayout()
        grid.setSpacing(2)
        for place, name_label in enumerate(self._names):
            name_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name_label, 0, place)
        for place, made in enumerate(self.days):
            grid.addWidget(made, place // DAYS + 1, place % DAYS)
            made.clicked.connect(lambda _on, place=place: self.chosen.emit(self._shown[place]))
            made.walked.connect(lambda step, place=place: self._walk(place, step))
        box.addLayout(grid)

    def _turner(self, text: str, name: str, months: int) -> QToolButton:
        made = EnterButton(self)
        made.setProperty("kind", "quiet")
        made.setText(text)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda: self._turn(months))
        return made

    def _turn(self, months: int) -> None:
        near = self._first + timedelta(days=31 if months > 0 else -1)
        self._first = near.replace(day=1)
        self.month_shown.emit()

    def _walk(self, place: int, step: int) -> None:
        day = self._shown[place] + timedelta(days=step)
        if day.month != self._first.month:
            self._first = day.replace(day=1)
            self.month_shown.emit()
        self.day_button(day).setFocus()

    def _show_day_button(self, made: DayButton, day: date, mark: str) -> None:
        inside = day.month == self._first.month
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(self._shown.index(day) < (WEEKS - 1) * DAYS)
        made.setSizePolicy(policy)
        made.setVisible(inside)
        made.setText(str(day.day))
        made.setChecked(day == self._chosen)
        restate(made, "today" if day == self._today else mark)
        told = {"trained": self.tr("{0}, trained"), "waiting": self.tr("{0}, planned, not logged")}
        named = told.get(mark, "{0}").format(log_words.day(day, self._today))
        made.setAccessibleName(named)
        made.setToolTip(named if mark == "waiting" else "")
        reached = Qt.FocusPolicy.StrongFocus if day == self._anchor() else Qt.FocusPolicy.ClickFocus
        made.setFocusPolicy(reached)

    def _anchor(self) -> date:
        """Return the one day that Tab reaches; arrow keys lead to the others."""
        first, last = self.visible_days()
        wanted = (day for day in (self._chosen, self._today) if first <= day <= last)
        return next(wanted, first)
