"""One referral as a card: whom to see, why, what waits for it, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from planner.coach import health
from planner.engine.terms import Phrase, Referral
from planner.language import tr
from planner.ui import referral_words
from planner.ui.widgets import button, column, row, wrapped
from planner.ui.writing import writes


class ReferralCard(QFrame):
    """`letter`, `clearance` and `mistake` tell what is wanted of the referral it shows.

    Of one that is only offered, with no id, `taken` tells that loads shall wait for it.
    """

    taken = Signal(object)
    letter = Signal(object)
    clearance = Signal(object)
    mistake = Signal(object)

    def __init__(
        self, referral: Referral, today: date, parent: QWidget, why: Phrase | None = None
    ) -> None:
        super().__init__(parent)
        self.referral = referral
        judged = health.judgement(referral.topic)
        self.reason = wrapped(referral_words.plain(why or judged.reason), "muted", self)
        self.setProperty("role", "card")
        who = referral_words.professions(judged.professions)
        self.setAccessibleName(who)
        layout = column(self, margin=12, spacing=4)
        layout.addWidget(wrapped(who, "heading", self))
        layout.addWidget(wrapped(referral_words.subject(referral), "", self))
        layout.addWidget(self.reason)
        layout.addWidget(wrapped(referral_words.state(referral, today), "small", self))
        line = row()
        line.setContentsMargins(0, 8, 0, 0)
        self.wait = self._button(tr("Wait for clearance"), self.taken)
        self.enter = self._button(tr("Enter clearance…"), self.clearance)
        self.print_it = self._button(tr("Letter…"), self.letter)
        self.drop = self._button(tr("Entered by mistake"), self.mistake, "quiet")
        writes(self.wait, self.enter, self.drop)
        offered = referral.id is None
        for made in (self.wait, self.enter, self.print_it, self.drop):
            made.setVisible((made is self.wait) == offered)
            made.setAccessibleName(f"{made.text()} {who}")
            line.addWidget(made)
        line.addStretch(1)
        layout.addLayout(line)

    def _button(self, text: str, wanted: SignalInstance, kind: str = "") -> QPushButton:
        made = button(text, kind, self)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: wanted.emit(self.referral))
        return made
