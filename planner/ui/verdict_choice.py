"""Setting the verdict of a day aside: another one, with the reason in one's own words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from planner.engine.terms import DayVerdict
from planner.language import tr
from planner.ui import chips, today_words
from planner.ui.widgets import button, row


class VerdictChoice(QWidget):
    """`chosen` carries a verdict and a reason; `taken_back` wants what was said again."""

    chosen = Signal(object, str)
    taken_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = row(self, spacing=4)
        group = self._group = QButtonGroup(self)
        self.chips = {}
        for verdict in DayVerdict:
            text = f"{today_words.mark(verdict)} {today_words.word(verdict)}"
            chip = self.chips[verdict] = chips.made(text, self)
            chip.clicked.connect(partial(self._choose, verdict))
            group.addButton(chip)
            line.addWidget(chip)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(tr("First why, if you like"))
        self.reason.setAccessibleName(tr("Reason for another verdict"))
        line.addWidget(self.reason, 1)
        self.back = button(tr("As it was said"), "quiet", self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.taken_back)
        line.addWidget(self.back)

    def show_choice(
        self, said: DayVerdict | None, chosen: DayVerdict | None, planned: bool
    ) -> None:
        """Show which verdict holds on a day, `planned` or not, and the way back from a choice."""
        holds = chosen or said
        self._group.setExclusive(False)
        for verdict, chip in self.chips.items():
            chip.setChecked(verdict is holds)
            chip.setToolTip(today_words.plain(verdict, planned))
        self._group.setExclusive(True)
        self.back.setVisible(chosen is not None)

    def _choose(self, verdict: DayVerdict) -> None:
        self.chosen.emit(verdict, self.reason.text().strip())
