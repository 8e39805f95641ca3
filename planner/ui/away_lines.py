"""The days away of the month shown, below the calendar: what for, when, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coach import absences
from planner.engine.terms import Absence
from planner.language import tr
from planner.ui import absence_words
from planner.ui.absence_words import ReasonMark
from planner.ui.widgets import button, column, row
from planner.ui.writing import writes

MOST = 3  # lines; 'Time away…' in the menu has them all


class AwayLines(QWidget):
    """`edit_wanted` and `back_wanted` carry an Absence."""

    edit_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[Absence], date] | None = None
        self._lines: list[QWidget] = []
        self._box = column(self, spacing=0)
        self.hide()

    def show_absences(self, known: Sequence[Absence], today: date) -> None:
        """Show days away, oldest first; of many those that go on, then the newest."""
        by_need = sorted(known, key=lambda each: (absences.may_end(each, today), each.since))
        shown = sorted(by_need[-MOST:], key=lambda each: each.since)
        if (shown, today) == self._shown:
            return
        self._shown = shown, today
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [self._line(each, today) for each in shown]
        for made in self._lines:
            self._box.addWidget(made)
        self.setVisible(bool(shown))

    def _line(self, absence: Absence, today: date) -> QWidget:
        made = QWidget(self)
        box = row(made, spacing=4)
        box.addWidget(ReasonMark(absences.reason(absence), made))
        word = absence_words.word(absences.reason(absence))
        edit = button(f"{word} · {absence_words.days(absence, today)}", "quiet", made)
        edit.setProperty("density", "small")
        edit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        edit.setToolTip("\n".join(filter(None, (tr("Edit these days away"), absence.note))))
        edit.clicked.connect(lambda: self.edit_wanted.emit(absence))
        writes(edit)
        box.addWidget(edit)
        box.addStretch(1)
        if absences.may_end(absence, today):
            back = button(absence_words.back(absence), "quiet", made)
            back.setProperty("density", "small")
            back.setToolTip(tr("Today is a day of training again"))
            back.clicked.connect(lambda: self.back_wanted.emit(absence))
            writes(back)
            box.addWidget(back)
        return made
