"""What this program is: its version, the limits of its advice, where the data are, licences."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner import __version__
from planner.language import tr
from planner.ui.about import Page
from planner.ui.theme import RESOURCES
from planner.ui.widgets import button, row, wrapped

ICON_PX = 48


class AboutDialog(Page):
    """Name, version, the limits of the advice, where the data are, and the way to the licences."""

    def __init__(self, parent: QWidget, database: Path) -> None:
        super().__init__(parent, tr("Workout Planner"))
        self._database = database
        self.body.addLayout(self._head())
        for text, role in (
            (tr("Its advice is an estimate from your own numbers, not medical advice. With "
                "pain, after injury or surgery, ask a doctor or physiotherapist."), ""),
            (tr("Free software under the MIT licence. It stands on Python, Qt and the work of "
                "others, each under its own licence."), ""),
            (tr("Your data: {file}").format(file=database), "muted"),
        ):  # fmt: skip
            self.body.addWidget(wrapped(text, role, self))
        self.fit()
        for place, (text, slot) in enumerate((
            (tr("&Licences…"), self._show_licences),
            (tr("Show in the &folder"), self._show_folder),
        )):  # fmt: skip
            made = button(text, parent=self)
            made.clicked.connect(slot)
            self.bottom.insertWidget(place, made)

    def _head(self) -> QHBoxLayout:
        line = row(spacing=16)
        picture = QLabel(self)
        picture.setPixmap(QIcon(str(RESOURCES / "icons" / "planner.svg")).pixmap(ICON_PX, ICON_PX))
        line.addWidget(picture)
        versions = tr("Version {version} · Python {python} · Qt {qt}").format(
            version=__version__, python=platform.python_version(), qt=qVersion()
        )
        line.addWidget(wrapped(versions, "muted", self), 1)
        return line

    def _show_licences(self) -> None:
        from planner.ui.licences_dialog import LicencesDialog

        LicencesDialog(self).open()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._database.parent)))
