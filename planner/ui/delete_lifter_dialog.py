"""Ask before a lifter is deleted: what goes with them, and until when it can be put back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.coach.trash import KEPT_DAYS, Holding
from planner.language import tr
from planner.ui import trash_words
from planner.ui.fitting import fit_screen
from planner.ui.widgets import button, column, row, wrapped

WIDTH = 480  # px


class DeleteLifterDialog(QDialog):
    """Accepted when the lifter is to be deleted; `archive_wanted` when archiving will do."""

    archive_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, holding: Holding) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete lifter"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(wrapped(tr("Delete {0}?").format(name), "title", self))  # all of the name
        told = tr(
            "{what} go to the trash. File › Deleted… puts all of it back for {days} days; then it "
            "is removed for good. Backups made before still hold it."
        )
        what = trash_words.holding(holding)
        layout.addWidget(wrapped(told.format(what=what, days=KEPT_DAYS), parent=self))
        archived = tr("To keep everything and only take the name out of the lists, archive.")
        layout.addWidget(wrapped(archived, "muted", self))
        self._build_foot(layout)
        fit_screen(layout)

    def _build_foot(self, layout: QVBoxLayout) -> None:
        line = row()
        self.archive = button(tr("&Archive instead"), parent=self)
        self.archive.clicked.connect(self._archive)
        self.cancel = button(tr("&Cancel"), "primary", self)
        self.cancel.clicked.connect(self.reject)
        self.delete = button(tr("&Delete"), parent=self)
        self.delete.clicked.connect(self.accept)
        for each in (self.archive, self.delete):
            each.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        line.addWidget(self.archive)
        line.addStretch(1)
        line.addWidget(self.delete)
        line.addWidget(self.cancel)
        layout.addLayout(line)

    def _archive(self) -> None:
        self.reject()
        self.archive_wanted.emit()
