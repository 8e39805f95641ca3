"""One quiet line below the bar: what the day asks for, why, and the one thing to do about it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from planner.language import tr
from planner.ui import icons
from planner.ui.widgets import ElidedLabel, button, label, row
from planner.ui.writing import writes


class Said(NamedTuple):
    """What the line says: a sign, a word, the rest, and what its action is called ('' for none).

    `closes` tells whether it can be put away for the day.
    """

    mark: str = ""
    word: str = ""
    text: str = ""
    action: str = ""
    closes: bool = True


NOTHING_YET = Said(closes=False)


class TodayLine(QFrame):
    """It keeps its height while it is read anew, and never takes the keyboard by a click."""

    why_wanted = Signal()
    action_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._mark = label("", "muted", self)
        self.word = label("", "heading", self)
        self.text = ElidedLabel("", "muted", self)
        self.action = self._button("")
        self.why = self._button(tr("Why?"))
        self.why.setToolTip(tr("What this rests on, and another verdict (Ctrl+Shift+R)"))
        self.close_it = self._button("")
        icons.give(self.close_it, "close", size=icons.SMALL)
        self.close_it.setToolTip(tr("Not today any more"))
        self.close_it.setAccessibleName(tr("Hide this line for today"))
        writes(self.action, self.close_it)
        line = row(self)
        line.setContentsMargins(16, 2, 8, 2)
        line.addWidget(self._mark)
        line.addWidget(self.word)
        line.addWidget(self.text, 1)
        for made in (self.action, self.why, self.close_it):
            line.addWidget(made)
        self.setFixedHeight(self.sizeHint().height())
        self.action.clicked.connect(self.action_wanted)
        self.why.clicked.connect(self.why_wanted)
        self.close_it.clicked.connect(self.closed)
        self.show_said(NOTHING_YET)
        self.hide()

    def show_said(self, said: Said) -> None:
        """Say something; NOTHING_YET leaves the line empty in its place."""
        self._mark.setText(said.mark)
        self._mark.setVisible(bool(said.mark))
        self.word.setText(said.word)
        self.text.show_text(said.text)
        self.action.setText(said.action)
        self.action.setVisible(bool(said.action))
        self.why.setVisible(bool(said.word))
        self.close_it.setVisible(said.closes)
        self.setAccessibleName(" · ".join(part for part in (said.word, said.text) if part))

    def _button(self, text: str) -> QPushButton:
        made = button(text, "quiet", self)
        made.setProperty("density", "small")
        made.setAutoDefault(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves a half-typed set its keys
        return made
