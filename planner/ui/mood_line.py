"""One sentence for who feels low: who listens; it goes when it is told to."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import mood
from planner.language import tr
from planner.ui.widgets import button, row, wrapped
from planner.ui.writing import writes


class MoodLine(QFrame):
    """`wanted` asks to dismiss it."""

    wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self._lifter_id, self._today = 0, date.min
        line = row(self)
        words = tr(
            "You have felt low lately. You need not carry that alone: a friend, your doctor or "
            "the crisis line of your country will listen."
        )
        self.dismiss = button(tr("OK"), "quiet", self)
        self.dismiss.setToolTip(tr("Say no more of it for two weeks"))
        self.dismiss.setAccessibleName(self.dismiss.toolTip())
        self.dismiss.clicked.connect(self._dismiss)
        line.addWidget(wrapped(words, "", self), 1)
        line.addWidget(self.dismiss)
        self.hide()

    def show_day(self, lifter_id: int, on: date, today: date) -> None:
        """Show the sentence where it is wanted."""
        self._lifter_id, self._today = lifter_id, today
        self.setVisible(on == today and mood.wants_word(lifter_id, today))

    def _dismiss(self) -> None:
        work = partial(mood.dismiss, self._lifter_id, self._today)
        self.wanted.emit(tr("Dismiss"), work, None)
