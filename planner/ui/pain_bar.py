"""Pain in a set, 0 to 10: one digit, or a click, in place below its row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from shiboken6 import isValid

from planner.engine.terms import LoggedSet
from planner.language import tr
from planner.ui.enter_by_habit import EnterByHabit
from planner.ui.set_line import SIDE_MARGIN
from planner.ui.theme import GRID
from planner.ui.widgets import ElidedLabel, label, row

WORST = 10
BUTTON_WIDTH = 28  # px
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PainBar(QWidget):
    """`answered` carries the pain; the bar then goes, as on Esc, and the focus where it was.

    Every digit answers but 1, which may be the first of 10: Enter keeps it. After the others an
    Enter by habit does nothing.
    """

    answered = Signal(int)

    def __init__(self, asked: LoggedSet, set_name: str, below: QWidget) -> None:
        super().__init__(below)
        self.asked = asked  # the set that it is about
        self._back = QApplication.focusWidget()
        self._one = False
        self.buttons = [self._button(number) for number in range(WORST + 1)]
        line = row(self, spacing=GRID // 2)
        line.setContentsMargins(SIDE_MARGIN, 0, SIDE_MARGIN, 6)
        line.addWidget(label(tr("Pain"), "small", self))
        for made in self.buttons:
            line.addWidget(made)
        hint = tr("from 3 hold the load, from 5 stop; Esc leaves")
        line.addSpacing(GRID)
        line.addWidget(ElidedLabel(hint, "small", self), 1)
        self.setFocusProxy(self.buttons[asked.pain or 0])
        self.stand_below(below, set_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a digit or Enter, leave on Esc."""
        key, text = Qt.Key(event.key()), event.text()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER:
            self._answer(self._at())
        elif text == "1":
            self._one = True
            self.buttons[1].setFocus()
        elif text and text in "023456789":
            EnterByHabit(self.window())
            self._answer(WORST if self._one and text == "0" else int(text))
        else:
            self._one = False
            super().keyPressEvent(event)

    def stand_below(self, below: QWidget, set_name: str) -> None:
        """Stand below the row that shows the set; the keyboard comes along."""
        self.setAccessibleName(tr("Pain in {0}, 0 to 10").format(set_name))
        layout, held = below.layout(), self._has_focus()
        if layout is None or layout.indexOf(self) >= 0:
            return
        layout.addWidget(self)
        self.show()
        if held:
            self.setFocus()

    def leave(self) -> None:
        """Go, and give the focus back, if it is here."""
        back = self._back if self._has_focus() else None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()
        self.hide()
        self.deleteLater()

    def _button(self, number: int) -> QToolButton:
        made = QToolButton(self)
        made.setText(str(number))
        made.setProperty("kind", "digit")
        made.setFixedWidth(BUTTON_WIDTH)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(tr("Pain {0} out of 10").format(number))
        made.clicked.connect(partial(self._answer, number))
        return made

    def _has_focus(self) -> bool:
        held = self.window().focusWidget()
        return held is not None and self.isAncestorOf(held)

    def _at(self) -> int:
        held = (number for number, each in enumerate(self.buttons) if each.hasFocus())
        return next(held, 0)

    def _answer(self, pain: int, _checked: bool = False) -> None:
        self.leave()
        self.answered.emit(pain)
