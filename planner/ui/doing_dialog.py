"""Dialogs in front while something long is done, which can be cancelled."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from planner.language import tr
from planner.ui.doing_page import DoingPage
from planner.ui.parts import Parts
from planner.ui.widgets import button, column, row

WIDTH_PX = 440


class FrontDialog(QDialog):
    """Says what goes on and how far it is; what Cancel does is up to who makes it."""

    def __init__(self, parent: QWidget | None, title: str, what: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH_PX)
        self.page = DoingPage(self)
        self.page.begin(what)
        self.cancel = button(tr("&Cancel"), parent=self)
        self.cancel.clicked.connect(self.reject)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(self.page)
        line = row()
        line.addStretch(1)
        line.addWidget(self.cancel)
        layout.addLayout(line)


class DoingDialog(FrontDialog):
    """Closes by itself when the work is done or failed, which `parts` tells."""

    def __init__(self, parent: QWidget, title: str, what: str) -> None:
        super().__init__(parent, title, what)
        self.parts = Parts(self)
        self.parts.broke.connect(self.accept)
        self.finished.connect(self.deleteLater)

    def begin(self, work: Generator[None, None, Any], then: Callable[[Any], object]) -> None:
        """Do the work, open while it lasts; `then` gets what it made."""

        def done(made: object) -> None:
            self.accept()
            then(made)

        self.parts.begin(work, done)
        self.open_unless_done()

    def open_unless_done(self) -> None:
        """Open if there is something to wait for."""
        self.parts.hurry()
        if self.parts.is_busy():
            self.open()

    def reject(self) -> None:
        """Leave; the work cleans up after itself."""
        self.parts.stop()
        super().reject()
