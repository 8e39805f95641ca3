"""A question about loads that jumped and stayed, with the answers that make sense."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from planner.coach import jump_answers, jump_words, load_jumps
from planner.coach.load_jumps import LoadJump
from planner.engine.terms import JumpCause, Phrase, Unit
from planner.ui import suggestion_words, widgets


class JumpCard(QFrame):
    """Is there only while a jump has no answer; the likeliest answer comes first."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.news = ""  # what the last answer did, until it is told
        self._shown: tuple[LoadJump, Unit] | None = None
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        head = widgets.row()
        self._name = widgets.ElidedLabel("", "heading", self)
        head.addWidget(self._name, 1)
        head.addWidget(widgets.label(self.tr("question"), "chip", self))
        layout.addLayout(head)
        self._text = widgets.wrapped("", "", self)
        layout.addWidget(self._text)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4)
        layout.addLayout(self._answers)
        hint = self.tr("A jump is never taken for progress or loss. Ctrl+Z takes an answer back.")
        layout.addWidget(widgets.wrapped(hint, "small", self))
        self.hide()

    def show_jump(self, made: LoadJump | None, unit: Unit) -> None:
        """Ask about a jump; without one the card goes."""
        shown = (made, unit) if made is not None else None
        if shown != self._shown:
            self._clear()
            if made is not None:
                self._ask(made, unit)
        self._shown = shown
        self.setVisible(made is not None)

    def _ask(self, made: LoadJump, unit: Unit) -> None:
        self._name.show_text(made.exercise.name)
        question = (
            f"{suggestion_words.said(jump_words.said(made), unit)} {self.tr('What changed?')}"
        )
        self._text.setText(question)
        self.setAccessibleName(f"{made.exercise.name}: {question}")
        for cause in (*load_jumps.causes(made), None):
            self._answers.addWidget(self._button(made, cause))

    def _button(self, made: LoadJump, cause: JumpCause | None) -> QPushButton:
        button = widgets.button(label(made, cause), "", self)
        button.setProperty("density", "small")
        button.setToolTip(effect(made, cause))
        button.setAccessibleDescription(effect(made, cause))
        button.clicked.connect(partial(self._answer, made, cause))
        return button

    def _answer(self, made: LoadJump, cause: JumpCause | None) -> None:
        write = partial(jump_answers.answer, made=made, cause=cause)
        self.wanted.emit(self.tr("Answer on loads"), write, partial(self._keep_news, made))

    def _keep_news(self, made: LoadJump, done: object) -> None:
        if isinstance(done, Phrase) and self._shown is not None:
            self.news = news(made, done, self._shown[1])

    def _clear(self) -> None:
        while (item := self._answers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def label(made: LoadJump, cause: JumpCause | None) -> str:
    """Return what the button of an answer says."""
    if cause is JumpCause.SIDES:
        return _sides_label(made)
    if cause is JumpCause.UNIT:
        return _tr("Typed in the wrong unit")
    if cause is JumpCause.SETUP:
        return _tr("Another machine")
    return _tr("Nothing, the loads are right")


def _sides_label(made: LoadJump) -> str:
    both, spell = made.log_ratio > 0.0, made.until is not None
    if spell:
        return _tr("Both sides counted then") if both else _tr("Counted per side then")
    return _tr("Both sides counted from then") if both else _tr("Counted per side from then")


def effect(made: LoadJump, cause: JumpCause | None) -> str:
    """Return what an answer does."""
    spell = made.until is not None
    if cause is JumpCause.SIDES:
        return _tr("Those loads are counted like all others.") if spell else _older_loads(made)
    if cause is JumpCause.UNIT:
        wrong = load_jumps.misread(made)
        lb = wrong is not None and wrong.unit is Unit.KG
        when = _tr("before") if wrong is not None and wrong.before else _tr("since then")
        words = _tr("The numbers stay; those {when} are taken as {unit}.")
        return words.format(when=when, unit="lb" if lb else "kg")
    if cause is JumpCause.SETUP:
        words = _tr("Its sets move to an exercise of their own, with a history of its own.")
        return words if spell else f"{words} {_tr('What is planned ahead follows.')}"
    return _tr("Everything stays, and this is not asked again.")


def _older_loads(made: LoadJump) -> str:
    words = _tr("Loads before are doubled, so that all are counted the same way.")
    halved = _tr("Loads before are halved, so that all are counted the same way.")
    return words if made.log_ratio > 0.0 else halved


def news(made: LoadJump, done: Phrase, unit: Unit) -> str:
    """Say what an answer did."""
    text = suggestion_words.said(done, unit)
    lift = made.exercise.name
    return f"{lift}: {text}." if text else _tr("{lift}: the loads stay.").format(lift=lift)


def _tr(text: str) -> str:
    return QCoreApplication.translate("JumpCard", text)
