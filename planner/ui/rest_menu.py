"""The rest after an exercise, chosen from its card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from planner.coach import wording
from planner.language import tr

CHOICES_S = (30, 60, 90, 120, 150, 180, 240, 300)


class RestMenu(QMenu):
    """`chosen` carries seconds; 0 is what plan and exercise ask for."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(tr("R&est between sets"))
        for seconds in CHOICES_S:
            self.addAction(wording.rest(seconds), partial(self.chosen.emit, seconds))
        self.addSeparator()
        self.addAction(tr("As &usual"), partial(self.chosen.emit, 0))
