"""Ask before earlier backups are deleted, which nothing brings back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from planner.language import ntr, tr
from planner.ui.counts import count
from planner.ui.fitting import fit_screen
from planner.ui.widgets import button, column, row, wrapped

WIDTH = 480  # px


class DeleteBackupsDialog(QDialog):
    """Accepted when a number of backups and copies is to be deleted."""

    def __init__(self, parent: QWidget, number: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete backups"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=16)
        asked = ntr(
            "Delete {0} earlier backup or copy?", "Delete {0} earlier backups and copies?", number
        )
        self.asked = wrapped(asked.format(count(number)), "title", self)
        layout.addWidget(self.asked)
        told = tr(
            "What is deleted is overwritten: nothing brings it back. A new backup, which has the "
            "passphrase, is made first."
        )
        layout.addWidget(wrapped(told, parent=self))
        layout.addLayout(self._foot())
        fit_screen(layout)

    def _foot(self) -> QHBoxLayout:
        line = row()
        self.delete = button(tr("&Delete"), parent=self)
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self.accept)
        cancel = button(tr("&Cancel"), "primary", self)
        cancel.clicked.connect(self.reject)
        cancel.setDefault(True)
        line.addStretch(1)
        line.addWidget(self.delete)
        line.addWidget(cancel)
        return line
