"""The tempo of the set in focus: typed or planned, started from here, and whether it was kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget

from planner.coach import pace as reading, pacing
from planner.coach.logging import ExerciseCard
from planner.engine.terms import LoggedSet
from planner.language import tr
from planner.ui import theme
from planner.ui.widgets import button, column, label, restate, row, wrapped

FIELD_WIDTH = 76  # px


class TempoPane(QWidget):
    """`start_wanted` asks for the pacer, `answered` carries the id of a set and True, False or
    None, `turned` asks that a repetition begins the other way, `left` gives the keyboard back."""

    start_wanted = Signal()
    answered = Signal(int, object)
    turned = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card: ExerciseCard | None = None
        self._cards: Sequence[ExerciseCard] = ()
        self._typed: dict[tuple[str, str], str] = {}  # by the key of a card
        self._wanted = False
        self.first = button("", "quiet", self)
        self.field = QLineEdit(self)
        self.start = button(tr("Start"), "", self)
        self.kept, self.lost = _chip(tr("Kept", "a tempo"), self), _chip(tr("Lost"), self)
        self._title = label("", "section", self)
        self._problem = wrapped("", "error", self)
        self._build()

    def show_card(self, card: ExerciseCard | None) -> None:
        """Show the tempo of an exercise; without one there is nothing to see until it is wanted."""
        before = self._card.key if self._card else None
        other = (card.key if card else None) != before
        self._card, self._wanted = card, self._wanted and not other
        if card is not None and (other or not self.field.isModified()):
            self._fill(card)
        self._show()

    def show_cards(self, cards: Sequence[ExerciseCard]) -> None:
        """Know the session's exercises; the next look shows what follows from them."""
        self._cards = cards

    def card(self) -> ExerciseCard | None:
        """Return the exercise shown."""
        return self._card

    def tempo(self) -> str:
        """Return the tempo as '3-1-3-0'; '' when there is none, or it is wrong and that is told."""
        try:
            made = reading.tempo_text(self.field.text())
        except ValueError as problem:
            self._complain(str(problem))
            return ""
        if self._card is not None and made:
            self._typed[self._card.key] = made
        self._complain("")
        return made

    def complain(self, problem: str) -> None:
        """Say what is wrong with the tempo, and take the keyboard."""
        self._complain(problem)
        self.ask()

    def ask(self) -> None:
        """Let a tempo be typed."""
        self._wanted = True
        self._show()
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Give the keyboard back, if it is here."""
        held = QApplication.focusWidget()
        if held is not None and self.isAncestorOf(held):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forget on Esc what was typed, and leave."""
        if event.key() == Qt.Key.Key_Escape and self._card is not None:
            self._fill(self._card)
            self._wanted = False
            self.leave()
            self._show()
        else:
            super().keyPressEvent(event)

    def last(self) -> LoggedSet | None:
        """Return the set that the answers are about."""
        return pacing.asked_about(self._cards, self._card)

    def _fill(self, card: ExerciseCard) -> None:
        tempo = self._typed.get(card.key) or pacing.tempo_of(card)
        self.field.setText(tempo)
        self.field.setPlaceholderText(card.exercise.tempo or "3-1-3-0")
        self._complain("")

    def _show(self) -> None:
        last = self.last()
        typing = self._wanted or bool(self.field.text())
        self.setVisible(self._card is not None and (typing or last is not None))
        for made in (self.kept, self.lost):
            made.setVisible(last is not None)
        self._title.setText(tr("TEMPO · KEPT?") if last is not None else tr("TEMPO"))
        answer = pacing.kept(last) if last is not None else None
        self.kept.setChecked(answer is True)
        self.lost.setChecked(answer is False)
        if self._card is not None:
            below = self._card.from_below
            self.first.setText(tr("up first") if below else tr("down first"))

    def _build(self) -> None:
        box = column(self, spacing=6)
        head = row(spacing=4)
        head.addWidget(self._title, 1)
        head.addWidget(self.first)
        box.addLayout(head)
        box.addLayout(self._line())
        box.addWidget(self._problem)
        self._complain("")
        self.first.setProperty("density", "small")
        self.first.setToolTip(tr("Which way a repetition begins; press to turn it round"))
        self.start.setToolTip(tr("Start or stop the pacer (Ctrl+Shift+T)"))
        self._connect()

    def _line(self) -> QHBoxLayout:
        line = row(spacing=6)
        self.field.setFixedWidth(theme.grown(FIELD_WIDTH))
        self.field.setMaxLength(11)
        self.field.setAccessibleName(tr("Tempo: seconds down, at the bottom, up, at the top"))
        self.field.setToolTip(self.field.accessibleName())
        line.addWidget(self.field)
        line.addWidget(self.start)
        line.addStretch(1)
        self.kept.setToolTip(tr("The tempo of the last set was kept (Alt+4)"))
        self.lost.setToolTip(tr("The tempo of the last set was lost (Alt+5)"))
        for made in (self.kept, self.lost):
            made.setAccessibleName(made.toolTip())
            line.addWidget(made)
        return line

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_wanted)
        self.field.returnPressed.connect(self.start_wanted)
        self.first.clicked.connect(self.turned)
        self.kept.clicked.connect(lambda: self.answer(True))
        self.lost.clicked.connect(lambda: self.answer(False))

    def answer(self, was_kept: bool) -> None:
        """Answer for the newest paced set; the same answer again takes it back."""
        last = self.last()
        if last is not None and last.id is not None:
            again = pacing.kept(last) is was_kept
            self._show()  # a press of a chip checks it before the file has the answer
            self.answered.emit(last.id, None if again else was_kept)

    def _complain(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        restate(self.field, "error" if problem else "")


def _chip(text: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(text)
    made.setCheckable(True)
    made.setProperty("kind", "chip")
    return made
