"""Who is asked to see a professional, what waits for that, and what was cleared before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.coach import health
from planner.engine.terms import Phrase, Referral
from planner.language import tr
from planner.ui import referral_words
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.layout_parts import empty
from planner.ui.referral_card import ReferralCard
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import ElidedLabel, button, column, row, scrolling, wrapped
from planner.ui.writing import writes

SIZE, SIZE_OF_NONE = QSize(620, 560), QSize(620, 200)


class ReferralDialog(QDialog):
    """Each signal carries the referral it is about; `intake_wanted` and `signs_wanted` are about
    the lifter."""

    taken = Signal(object)
    letter_wanted = Signal(object)
    clearance_wanted = Signal(object)
    mistake_wanted = Signal(object)
    intake_wanted = Signal()
    signs_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(tr("Referrals: {name}").format(name=name))
        self._usual: QSize | None = None
        self.cards: list[ReferralCard] = []
        self.help_now = wrapped(referral_words.plain(health.HELP_NOW), "error", self)
        self.help_now.hide()
        self._content = QWidget(self)
        self._lines: QVBoxLayout = column(self._content, spacing=12)
        self.area = scrolling(self._content, self)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(ElidedLabel(self.windowTitle(), "title", self))
        layout.addWidget(self.help_now)
        layout.addWidget(self.area, 1)
        layout.addLayout(self._bottom())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what can be done about the first referral; with none, with leaving."""
        super().showEvent(event)
        if self.cards:
            first = self.cards[0]
            (first.wait if first.referral.id is None else first.enter).setFocus()
        else:
            self.close_it.setFocus()

    def show_referrals(
        self, found: Sequence[tuple[Referral, Phrase | None]], cleared: Sequence[Referral]
    ) -> None:
        """Show what waits or is offered, with a reason of its own where it has one, as cards, and
        a line for each that was cleared, the newest first."""
        empty(self._lines)
        self.cards = [self._card(*each) for each in found]
        for made in self.cards:
            self._lines.addWidget(made)
        if not self.cards:
            nobody = tr("No clearance is waited for.")
            self._lines.addWidget(wrapped(nobody, "muted", self._content))
        for each in reversed(cleared):
            words = tr("{0}: {1}").format(
                referral_words.state(each, self._today), referral_words.subject(each)
            )
            self._lines.addWidget(wrapped(words, "small", self._content))
        self._lines.addStretch(1)
        self._make_room(SIZE if self.cards or cleared else SIZE_OF_NONE)

    def _make_room(self, usual: QSize) -> None:
        """Come up as usual; later only grow, and only where there was nothing to show before."""
        if self._usual is None:
            open_at(self, usual)
        elif usual != self._usual:
            self.resize(self.size().expandedTo(usual).boundedTo(room_on_screen(self)))
        self._usual = usual

    def _card(self, referral: Referral, why: Phrase | None) -> ReferralCard:
        made = ReferralCard(referral, self._today, self._content, why)
        made.taken.connect(self.taken)
        made.letter.connect(self.letter_wanted)
        made.clearance.connect(self.clearance_wanted)
        made.mistake.connect(self.mistake_wanted)
        return made

    def _bottom(self) -> QHBoxLayout:
        line = row()
        for text, wanted in (
            (tr("&Health questions…"), self.intake_wanted),
            (tr("Something is &wrong…"), self.signs_wanted),
        ):
            made = button(text, "quiet", self)
            made.setAutoDefault(False)
            made.clicked.connect(wanted)
            writes(made)
            line.addWidget(made)
        line.addStretch(1)
        self.close_it = close_button(self)
        line.addWidget(self.close_it)
        return line
