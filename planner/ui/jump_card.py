"""A question about loads that jumped and stayed, with the answers that make sense."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from planner.coach import jump_words, load_jumps
from planner.coach.load_jumps import LoadJump
from planner.engine.terms import JumpCause, Unit
from planner.language import passage, tr
from planner.ui import suggestion_words, widgets
from planner.ui.layout_parts import empty
from planner.ui.writing import writes


class JumpCard(QFrame):
    """Is there only while a jump has no answer; the likeliest answer comes first."""

    answered = Signal(object, object)  # LoadJump, JumpCause or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown: tuple[LoadJump, Unit] | None = None
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        head = widgets.row()
        self._name = widgets.ElidedLabel("", "heading", self)
        head.addWidget(self._name, 1)
        head.addWidget(widgets.label(tr("question"), "chip", self))
        layout.addLayout(head)
        self._text = widgets.wrapped("", "", self)
        layout.addWidget(self._text)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        layout.addLayout(self._answers)
        hint = suggestion_words.said(jump_words.HINT, Unit.KG)
        layout.addWidget(widgets.wrapped(hint, "small", self))
        self.hide()

    def show_jump(self, made: LoadJump | None, unit: Unit) -> None:
        """Ask about a jump; without one the card goes."""
        shown = (made, unit) if made is not None else None
        if shown != self._shown:
            empty(self._answers)
            if made is not None:
                self._ask(made, unit)
        self._shown = shown
        self.setVisible(made is not None)

    def _ask(self, made: LoadJump, unit: Unit) -> None:
        self._name.show_text(made.exercise.name)
        parts = jump_words.said(made), jump_words.ASKED
        question = passage(suggestion_words.said(part, unit) for part in parts)
        self._text.setText(question)
        self.setAccessibleName(f"{made.exercise.name}: {question}")
        for cause in (*load_jumps.causes(made), None):
            self._answers.addWidget(self._button(made, cause, unit))

    def _button(self, made: LoadJump, cause: JumpCause | None, unit: Unit) -> QPushButton:
        label, effect = (
            suggestion_words.said(words(made, cause), unit)
            for words in (jump_words.label, jump_words.effect)
        )
        button = widgets.button(label, "", self)
        button.setProperty("density", "small")
        writes(button)
        button.setToolTip(effect)
        button.setAccessibleDescription(effect)
        button.clicked.connect(lambda: self.answered.emit(made, cause))
        return button
