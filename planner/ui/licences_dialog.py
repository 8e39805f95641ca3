"""The licences of all that the program stands on, word by word."""

from __future__ import annotations

import tomllib

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from planner.language import tr
from planner.ui.about import Page
from planner.ui.dialog_sizes import open_at
from planner.ui.theme import RESOURCES
from planner.ui.widgets import row, wrapped

LICENCES = RESOURCES / "licences"
USUAL_SIZE = QSize(980, 640)
LIST_PX = 220


class LicencesDialog(Page):
    """A list of parts on the left; licence, use and text of the one that is chosen beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Licences"))
        said = (LICENCES / "parts.toml").read_text("utf-8")
        self._parts: list[dict[str, str]] = tomllib.loads(said)["parts"]
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What the program stands on"))
        self.list.setProperty("role", "card")
        self.list.ensurePolished()  # what is added before has the height of another style
        self.list.addItems([part["name"] for part in self._parts])
        self.about = wrapped("", "muted", self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The licence"))
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        self.list.setFixedWidth(LIST_PX)
        panes = row()
        panes.addWidget(self.list)
        panes.addWidget(self.text, 1)
        self.body.addWidget(self.about)
        self.body.addLayout(panes, 1)
        open_at(self, USUAL_SIZE)

    def _show(self, place: int) -> None:
        part = self._parts[place]
        self.about.setText(f"{part['name']} – {part['use']}. {tr('Licence')}: {part['licence']}")
        self.text.setPlainText((LICENCES / part["text"]).read_text("utf-8"))
