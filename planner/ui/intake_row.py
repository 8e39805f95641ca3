"""A question on health: yes, no, or not answered; why it is asked stands below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from planner.coach.health import Question
from planner.language import tr
from planner.ui import chips, theme
from planner.ui.referral_words import plain
from planner.ui.widgets import restate, row, wrapped

ANSWER_WIDTH = 56  # px
_FORGET = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class IntakeRow(QFrame):
    """The keys Y and N answer, Backspace takes the answer back; each goes on by `left`.

    `changed` tells that the answer is another one, `left` carries how many rows to go on.
    """

    changed = Signal()
    left = Signal(int)
    spoken_as = QAccessible.Role.ListItem

    def __init__(self, asked: Question, answer: bool | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked = asked
        self.setProperty("role", "setrow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question = plain(asked.text)
        self.yes, self.no = self._answer(tr("Yes")), self._answer(tr("No"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for button in (self.yes, self.no):
            self._group.addButton(button)
        self._build()
        self.answer_with(answer)
        self._group.buttonClicked.connect(self._clicked)

    def answer(self) -> bool | None:
        """Return what was said, None where nothing was."""
        if self.yes.isChecked():
            return True
        return False if self.no.isChecked() else None

    def answer_with(self, answer: bool | None) -> None:
        """Show an answer."""
        self.yes.setChecked(answer is True)
        self.no.setChecked(answer is False)
        said = {True: tr("yes"), False: tr("no"), None: tr("not answered")}
        self.setAccessibleName(f"{self.question} {said[answer]}")
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, or go to the question above or below."""
        key, text = Qt.Key(event.key()), event.text().casefold()
        letters = {tr("y"): True, tr("n"): False}
        if text in letters:
            self.answer_with(letters[text])
            self.left.emit(1)
        elif key in _FORGET:
            self.answer_with(None)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        restate(self, "edited")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard went."""
        super().focusOutEvent(event)
        restate(self, "")

    def _clicked(self, button: QToolButton) -> None:
        """Take a click; the same answer again takes it back."""
        chosen = button is self.yes
        self.answer_with(chosen if button.isChecked() else None)

    def _build(self) -> None:
        line = row(self, spacing=12)
        line.setContentsMargins(8, 6, 8, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(wrapped(self.question, "", self))
        words.addWidget(wrapped(plain(self.asked.why), "small", self))
        line.addLayout(words, 1)
        line.addWidget(self.yes)
        line.addWidget(self.no)

    def _answer(self, text: str) -> QToolButton:
        made = chips.made(text, self)
        made.setFixedWidth(theme.grown(ANSWER_WIDTH))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
