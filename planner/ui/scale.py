"""An answer from 1 to 5 in five segments: a digit answers and goes on, the arrows change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from planner.language import tr
from planner.ui.widgets import restate, row

HIGHEST = 5
_BY_TAB = Qt.FocusPolicy.TabFocus
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEFT_TO_PARENT = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Segment(QToolButton):
    """One of the steps of an answer; keys work on any of them.

    `answered` carries a digit from 0 to 5, `stepped` 1 or -1.
    """

    answered = Signal(int)
    stepped = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.setProperty("kind", "segment")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a digit, 0 takes the answer back; ← → go one down or up."""
        key = Qt.Key(event.key())
        if event.text() and event.text() in "012345":
            self.answered.emit(int(event.text()))
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _LEFT_TO_PARENT:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Scale(QWidget):
    """`answered` carries 1–5, or None when the answer is taken back.

    `passed` tells that a digit answered, so that the next question may have the keyboard.
    """

    answered = Signal(object)
    passed = Signal()

    def __init__(self, name: str, words: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._words = name, words
        self._value: int | None = None
        self.segments = [Segment(number, self) for number in range(1, HIGHEST + 1)]
        line = row(self, spacing=0)
        for made in self.segments:
            made.setToolTip(words[made.number - 1])
            made.clicked.connect(partial(self._click, made.number))
            made.answered.connect(self._type)
            made.stepped.connect(self._step)
            line.addWidget(made)
        self.show_value(None)

    def show_value(self, value: int | None) -> None:
        """Show an answer."""
        moved = self.held()
        self._value = value
        for made in self.segments:
            restate(made, "on" if value is not None and made.number <= value else "")
            reached = made.number == (value or 1)
            policy = Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)
            made.setAccessibleName(self._segment_name(made.number))
            if moved and reached:
                made.setFocus()

    def begin(self) -> None:
        """Take the focus."""
        reached = next(made for made in self.segments if made.focusPolicy() & _BY_TAB)
        reached.setFocus(Qt.FocusReason.OtherFocusReason)

    def held(self) -> bool:
        """Say whether it has the focus."""
        return any(made.hasFocus() for made in self.segments)

    def given(self) -> bool:
        """Say whether there is an answer."""
        return self._value is not None

    def word(self) -> str:
        """Return the word for the answer shown."""
        return "" if self._value is None else self._words[self._value - 1]

    def hint(self) -> str:
        """Say what the ends mean: '1 bad – 5 great'."""
        return tr("1 {0} – {1} {2}").format(self._words[0], HIGHEST, self._words[-1])

    def _segment_name(self, number: int) -> str:
        name = tr("{0} {1}, {2}").format(self._name, number, self._words[number - 1])
        return tr("{0}, chosen").format(name) if number == self._value else name

    def _click(self, value: int) -> None:
        self.answered.emit(None if value == self._value else value)

    def _type(self, digit: int) -> None:
        self.answered.emit(digit or None)
        if digit:
            self.passed.emit()

    def _step(self, step: int) -> None:
        self.answered.emit(min(max((self._value or 0) + step, 1), HIGHEST))
