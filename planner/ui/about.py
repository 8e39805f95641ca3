"""Help that fits in a dialog: what is common to its pages, and where the data are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.language import tr
from planner.ui.dialog_foot import close_button
from planner.ui.fitting import fit_screen
from planner.ui.widgets import ElidedLabel, button, column, row, wrapped


class Page(QDialog):
    """A dialog with a title, something to read, and Close."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        layout = self._layout = column(self, margin=24, spacing=16)
        layout.addWidget(ElidedLabel(title, "title", self))
        self.body: QVBoxLayout = QVBoxLayout()
        self.body.setSpacing(12)
        layout.addLayout(self.body, 1)
        layout.addStretch()
        self.bottom = row()
        self.bottom.addStretch(1)
        self.close_button = close_button(self)
        self.bottom.addWidget(self.close_button)
        layout.addLayout(self.bottom)
        self.finished.connect(self.deleteLater)

    def fit(self) -> None:
        """Be as high as what there is to read, and scroll it where the screen is too small."""
        fit_screen(self._layout)


class PrivacyDialog(Page):
    """Where the data are, and that nothing is sent."""

    def __init__(self, parent: QWidget, database: Path) -> None:
        super().__init__(parent, tr("Your data and privacy"))
        for text in (
            tr(
                "Everything you enter stays in one file on this computer. This program has no "
                "account and opens no connection to any network."
            ),
            tr(
                "A backup is made each day and at each start, if anything has changed, and before "
                "every risky step, in the folder 'backups' beside the file or where File, Backups "
                "puts it. Export gives you all of it."
            ),
            tr(
                "A deleted session, plan or lifter can be put back for 30 days: File, Deleted. "
                "After that it is removed for good, once the day's backup is made; backups made "
                "before still hold it."
            ),
        ):
            self.body.addWidget(wrapped(text, parent=self))
        self.body.addWidget(wrapped(str(database), "muted", self))
        self.fit()
        show = button(tr("Show in the &folder"), parent=self)
        folder = QUrl.fromLocalFile(str(database.parent))
        show.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        self.bottom.insertWidget(0, show)
