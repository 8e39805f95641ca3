"""Say that something is wrong: signs to tick, and what to do at once about urgent ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from planner.coach import health
from planner.coach.health import Question, Sign
from planner.engine.terms import Topic
from planner.language import tr
from planner.ui.referral_words import plain
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import button, column, label, row, scrolling, wrapped

WIDTH = 560  # px


class SignsDialog(QDialog):
    """`topics()` are those ticked, `least` of them; urgent ones say at once to get help."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        about: str,
        signs: Sequence[Sign | Question],
        least: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self._least = least
        self._urgent = {made.topic for made in health.SIGNS if made.urgent}
        self._content = QWidget(self)
        self.ticks = {made.topic: QCheckBox(plain(made.text), self._content) for made in signs}
        self.help_now = wrapped(plain(health.HELP_NOW), "error", self)
        unsaved = tr("Not saved yet. Enter saves the ticks, Esc drops them.")
        self.unsaved = wrapped(unsaved, "warn", self)
        self.note = QLineEdit(self)
        self.save = button(tr("&Save"), "primary", self)
        self._build(about)
        for tick in self.ticks.values():
            tick.toggled.connect(self._tell)
        self._tell()

    def topics(self) -> list[Topic]:
        """Return what was ticked, in order."""
        return [topic for topic, tick in self.ticks.items() if tick.isChecked()]

    def reject(self) -> None:
        """Ask once before urgent ticks are dropped: Esc is pressed in a hurry."""
        if self._urgent.isdisjoint(self.topics()) or not self.unsaved.isHidden():
            super().reject()
        else:
            self.unsaved.show()
            self._fit()
            self.save.setFocus()

    def _tell(self) -> None:
        self.unsaved.hide()
        self.help_now.setVisible(not self._urgent.isdisjoint(self.topics()))
        self.save.setEnabled(len(self.topics()) >= self._least)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Have room for all lines: only now is known how they break and how long they are."""
        super().showEvent(event)
        lacking = self._content.minimumSizeHint().width() - self._area.viewport().width()
        if lacking > 0:
            self.setFixedWidth(min(self.width() + lacking, room_on_screen(self).width()))
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            hidden = self._content.sizeHint().height() - self._area.sizeHint().height()
            wanted = layout.heightForWidth(self.width()) + hidden
            self.setFixedHeight(min(wanted, room_on_screen(self).height()))

    def _build(self, about: str) -> None:
        layout = column(self, margin=24, spacing=10)
        layout.addWidget(label(self.windowTitle(), "title", self))
        layout.addWidget(wrapped(about, "muted", self))
        lines = column(self._content, spacing=10)
        for tick in self.ticks.values():
            lines.addWidget(tick)
        self._area = scrolling(self._content, self)
        layout.addWidget(self._area, 1)
        for told in (self.help_now, self.unsaved) if self._urgent & set(self.ticks) else ():
            layout.addWidget(told)
            _keep_room(told)
        note = label(tr("&Note, private"), "", self)
        note.setBuddy(self.note)
        line = row()
        line.addWidget(note)
        line.addWidget(self.note, 1)
        layout.addLayout(line)
        last = row()
        last.addStretch(1)
        cancel = button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        last.addWidget(cancel)
        last.addWidget(self.save)
        layout.addLayout(last)


def _keep_room(told: QWidget) -> None:
    """Let what is said now and then have its place always: no button moves from under a hand."""
    policy = told.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    told.setSizePolicy(policy)


def signs_dialog(parent: QWidget) -> SignsDialog:
    """Return the dialog of red flags."""
    title = tr("Something is wrong")
    about = tr(
        "Tick what is there. No load is suggested until a professional has cleared you. Nothing is "
        "diagnosed here."
    )
    return SignsDialog(parent, title, about, health.SIGNS)


def injury_dialog(parent: QWidget) -> SignsDialog:
    """Return the questions that whoever is injured is asked."""
    title = tr("About the injury")
    about = tr("Tick what is so: each names who can help. Nothing is diagnosed here.")
    return SignsDialog(parent, title, about, health.AFTER_INJURY, least=0)
