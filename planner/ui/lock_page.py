"""In the place of a locked lifter's data: the name, and a field for the PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.coach import lifter_lock
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.passphrase_field import PassphraseField
from planner.ui.widgets import button, column, label, row, wrapped

WIDTH = 400  # px


class LockPage(QWidget):
    """`opened` tells that the PIN was right, `forgotten` that somebody does not know it."""

    opened = Signal()
    forgotten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter: Lifter | None = None
        page = QWidget(self)
        page.setMaximumWidth(WIDTH)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(page, 3)
        outer.addStretch(1)
        layout = column(page, spacing=12)
        layout.addStretch(2)
        self.title = wrapped("", "page", page)
        layout.addWidget(self.title)
        layout.addWidget(label(tr("Type the PIN to go on."), "muted", page))
        self.field = PassphraseField(tr("PIN"), page)
        self.field.returnPressed.connect(self.check)
        self.field.capitals.connect(self._tell_capitals)
        layout.addWidget(self.field)
        self.says = wrapped("", "muted", page)
        layout.addWidget(self.says)
        layout.addLayout(self._ways(page))
        layout.addStretch(3)

    def _ways(self, page: QWidget) -> QHBoxLayout:
        line = row()
        lost = button(tr("&Forgotten…"), "quiet", page)
        lost.clicked.connect(self.forgotten)
        self.open_it = button(tr("&Open"), "primary", page)
        self.open_it.clicked.connect(self.check)
        line.addWidget(lost)
        line.addStretch(1)
        line.addWidget(self.open_it)
        return line

    def show_lifter(self, lifter: Lifter) -> bool:
        """Ask for the PIN of a lifter; say whether that is another one than before."""
        another = self._lifter is None or self._lifter.uid != lifter.uid
        if another:
            self.field.clear()
            self.says.setText("")
        self._lifter = lifter
        self.title.setText(tr("{name} is locked").format(name=lifter.name))
        return another

    def ask(self) -> None:
        """Let the keyboard type the PIN."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_capitals(self, on: bool) -> None:
        self.says.setText(tr("Caps Lock seems to be on.") if on else "")

    def check(self) -> None:
        """Open, or say that it was not the PIN."""
        right = self._lifter is not None and lifter_lock.unlock(self._lifter, self.field.text())
        self.field.clear()
        self.says.setText("" if right else tr("That is not it. Try as often as you like."))
        if right:
            self.opened.emit()
        else:
            self.ask()
