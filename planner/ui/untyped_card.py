"""A question about planned sessions that nothing was logged of: were they done?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import untyped
from planner.coach.typing_back import Unlogged
from planner.engine.terms import Unit
from planner.language import ntr, tr
from planner.ui import suggestion_words, widgets
from planner.ui.writing import writes


class UntypedCard(QFrame):
    """Is there only while it is open; it is answered by logging them, or by saying no."""

    log_wanted = Signal(int, object)  # planned session id, date
    missed = Signal(object)  # the sessions that were not done

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._sessions: Sequence[Unlogged] = ()
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        head = widgets.row()
        head.addWidget(widgets.label(tr("Not logged yet"), "heading", self), 1)
        head.addWidget(widgets.label(tr("question"), "chip", self))
        layout.addLayout(head)
        self.text = widgets.wrapped("", "", self)
        layout.addWidget(self.text)
        self.log = widgets.button(tr("Log it"), "primary", self)
        self.not_done = widgets.button("", "", self)
        writes(self.log, self.not_done)
        answers = widgets.row(spacing=4)
        for made in (self.log, self.not_done):
            made.setProperty("density", "small")
            answers.addWidget(made)
        answers.addStretch(1)
        layout.addLayout(answers)
        self.log.clicked.connect(self._log_first)
        self.not_done.clicked.connect(lambda: self.missed.emit(self._sessions))
        self.hide()

    def show_sessions(self, sessions: Sequence[Unlogged]) -> None:
        """Ask about sessions; without any the card goes."""
        self._sessions = sessions
        asked = untyped.asked(sessions)
        self.setVisible(asked is not None)
        if asked is not None:
            self.text.setText(suggestion_words.said(asked, Unit.KG))
            self.setAccessibleName(self.text.text())
            said = ntr("It was not done", "They were not done", len(sessions))
            self.not_done.setText(said)

    def _log_first(self) -> None:
        self.log_wanted.emit(self._sessions[0].id, self._sessions[0].on)
