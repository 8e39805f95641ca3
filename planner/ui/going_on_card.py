"""The way on with a block that was broken off: a card in the planner, a line in the log."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import going_on
from planner.coach.going_on import GoOn
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import log_words, suggestion_words, widgets
from planner.ui.writing import writes


class _WayOn(QFrame):
    """Is there only while a way on is offered; `week_wanted` carries the first week moved."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result
    week_wanted = Signal(object)

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._whose = 0, date.min
        self.text = widgets.wrapped("", role, self)
        self.go_on = widgets.button("", "", self)
        self.not_now = widgets.button(tr("Not now"), "quiet", self)
        self.not_now.setToolTip(tr("This is not asked again for this block"))
        self.answers = widgets.row(spacing=4)
        for made in (self.go_on, self.not_now):
            made.setProperty("density", "small")
            made.setAutoDefault(True)
            self.answers.addWidget(made)
            writes(made)
        self.go_on.clicked.connect(self._go_on)
        self.not_now.clicked.connect(self._not_now)
        self.hide()

    def show_offer(self, made: GoOn | None, lifter_id: int, today: date) -> None:
        """Offer a way on; without one it goes."""
        self._whose = lifter_id, today
        if made is not None:
            self.text.setText(suggestion_words.said(going_on.said(made), Unit.KG))
            self.setAccessibleName(self.text.text())
            day = log_words.day(made.first_on)
            self.go_on.setText(tr("Go on from {day}").format(day=day))
        self.setVisible(made is not None)

    def holds_focus(self) -> bool:
        """Say whether one of the answers has the keyboard."""
        return self.go_on.hasFocus() or self.not_now.hasFocus()

    def _go_on(self) -> None:
        write = partial(going_on.go_on, *self._whose)
        self.wanted.emit(tr("Go on with the block"), write, self.week_wanted.emit)

    def _not_now(self) -> None:
        self.wanted.emit(tr("Not now"), partial(going_on.not_now, *self._whose), None)


class GoingOnCard(_WayOn):
    """The card among the suggestions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setProperty("role", "card")
        self.go_on.setProperty("kind", "primary")
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        head = widgets.row()
        head.addWidget(widgets.label(tr("Go on with the block?"), "heading", self), 1)
        head.addWidget(widgets.label(tr("question"), "chip", self))
        layout.addLayout(head)
        self.effect = widgets.wrapped("", "small", self)
        layout.addWidget(self.text)
        layout.addWidget(self.effect)
        self.answers.addStretch(1)
        layout.addLayout(self.answers)

    def show_effect(self, returns: bool) -> None:
        """Say what going on does; `returns`: how to come back is suggested after it."""
        words = tr("They move as they are, to the same weekdays.")
        more = tr("Lighter first sessions are suggested then.")
        self.effect.setText(f"{words} {more}" if returns else words)


class GoingOnLine(_WayOn):
    """The quieter line on the log's start page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("muted", parent)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.text)
        layout.addLayout(self.answers)
        self.answers.insertStretch(0, 1)
        self.answers.addStretch(1)
