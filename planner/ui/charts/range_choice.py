"""How many days the charts show: six weeks, six months, all, or days of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from planner.language import tr
from planner.ui import dates
from planner.ui.charts.range_dialog import RangeDialog
from planner.ui.charts.scene import DaysShown
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import button

SIX_WEEKS, SIX_MONTHS = timedelta(weeks=6), timedelta(days=183)
SPANS = (SIX_WEEKS, SIX_MONTHS, None)  # in the order of the buttons; after them one's own


def titles() -> tuple[str, ...]:
    """Return what the days shown are chosen by: six weeks, six months, all, one's own."""
    return tr("6 &weeks"), tr("6 &months"), tr("&All"), tr("&Own…")


class RangeChoice(QObject):
    """Emits `changed` when other days are wanted; `widgets` go into the window's bar."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent, self._today = parent, date.min
        self._place, self._own = 1, DaysShown(date.min)
        self._group = QButtonGroup(self)
        self.buttons = [self._button(title) for title in titles()]
        self.six_weeks, self.six_months, self.all_days, self.own_days = self.buttons
        self.list = QComboBox(parent)
        self.list.setAccessibleName(tr("Days shown"))
        self.list.addItems([unmarked(title) for title in titles()])
        self._group.idClicked.connect(self.choose)
        self.list.activated.connect(self.choose)
        self._keys = [self._key(title, place) for place, title in enumerate(titles())]
        self._show()

    def widgets(self) -> list[QWidget]:
        """Return what goes into the window's bar."""
        return [*self.buttons, self.list]

    def show_narrow(self, narrow: bool) -> None:
        """Put a list in the place of the buttons, where there is little room; its keys stay."""
        self.list.setVisible(narrow)
        for key in self._keys:
            key.setEnabled(narrow)
        for each in self.buttons:
            each.setVisible(not narrow)

    def days(self, today: date) -> DaysShown:
        """Return the days that are wanted."""
        self._today = today
        if self._place == len(SPANS):
            return self._own
        span = SPANS[self._place]
        return DaysShown(today, None if span is None else today - span)

    def choose(self, place: int) -> None:
        """Take the days of a button by its place; one's own are asked for first."""
        if place < len(SPANS):
            self._take(place)
        else:
            self._ask()

    def _ask(self) -> None:
        asked = RangeDialog(self._parent, self.days(self._today), self._today)
        asked.accepted.connect(lambda: self.take_own(asked.days()))
        asked.finished.connect(self._show)
        asked.open()

    def take_own(self, days: DaysShown) -> None:
        """Take days of one's own."""
        self._own = days
        self._take(len(SPANS))

    def _take(self, place: int) -> None:
        self._place = place
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._group.button(self._place).setChecked(True)
        self.list.setCurrentIndex(self._place)
        own = self._told() if self._place == len(SPANS) else tr("Own…")
        self.own_days.setText(own if self._place == len(SPANS) else tr("&Own…"))
        self.list.setItemText(len(SPANS), own)

    def _told(self) -> str:
        first, last = self._own.begin(self._own.until), self._own.until
        return dates.from_to(dates.short(first, last), dates.with_year(last))

    def _key(self, title: str, place: int) -> QShortcut:
        made = QShortcut(QKeySequence.mnemonic(title), self._parent)
        made.activated.connect(partial(self.choose, place))
        made.setEnabled(False)  # the button does it, while there is one
        return made

    def _button(self, text: str) -> QPushButton:
        made = button(text, parent=self._parent)
        made.setCheckable(True)
        self._group.addButton(made, len(self._group.buttons()))
        return made
