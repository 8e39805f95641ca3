"""A question asked in place, over the week that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from shiboken6 import isValid

from planner.language import tr
from planner.ui import widgets

Answer: TypeAlias = tuple[str, Callable[[], object]]


class AskLine(QFrame):
    """The first answer has the focus, Esc takes the question back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._line = widgets.row(self)
        self._line.setContentsMargins(12, 6, 6, 6)
        self.question = widgets.wrapped("", "", self)
        self._line.addWidget(self.question, 1)
        self.buttons: list[QPushButton] = []
        self._back: QWidget | None = None
        self.hide()

    def ask(self, question: str, answers: Sequence[Answer], back: QWidget) -> None:
        """Ask something; Cancel is always the last answer. Then the focus goes `back`."""
        self.close_question()
        self._back = back
        self.question.setText(question)
        self.setAccessibleName(question)
        for text, do in (*answers, (tr("Cancel"), lambda: None)):
            self._add(text, do)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Take the question back."""
        for made in self.buttons:
            self._line.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons = []
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the question with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(lambda: None)
        else:
            super().keyPressEvent(event)

    def _add(self, text: str, do: Callable[[], object]) -> None:
        made = widgets.button(text, "" if self.buttons else "primary", self)
        made.setProperty("density", "small")
        made.setAutoDefault(True)
        made.clicked.connect(lambda: self._answer(do))
        self.buttons.append(made)
        self._line.addWidget(made)

    def _answer(self, do: Callable[[], object]) -> None:
        back = self._back
        self.close_question()
        if back is not None and isValid(back):  # lists are drawn anew while a question stands
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        do()
