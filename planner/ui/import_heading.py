"""The head of the import wizard: for whom, from which file, and whose it is when it says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.widgets import ElidedLabel, column, wrapped

WIDEST = 360  # px


class ImportHeading(QWidget):
    """A title, the file's name, and a note; long names are shortened.

    `chosen` carries the lifter whom the log is for, where there are several to choose from.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = column(self, spacing=4)
        self.title = ElidedLabel("", "title", self)
        self.file = ElidedLabel("", "muted", self)
        self.note = wrapped("", "", self)
        self.whose = QComboBox(self)
        self.whose.setAccessibleName(tr("Lifter whose log it is"))
        self.whose.setMaximumWidth(WIDEST)
        self.whose.activated.connect(lambda at: self.chosen.emit(self.whose.itemData(at)))
        for made in (self.title, self.file, self.note):
            layout.addWidget(made)
        layout.addWidget(self.whose)
        self._show_below("", "")

    def offer(self, lifters: Sequence[Lifter], shown: Lifter) -> None:
        """Offer lifters to choose from, with one of them chosen."""
        self.whose.clear()
        for each in lifters:
            self.whose.addItem(each.name, each)
        self.whose.setCurrentIndex([each.id for each in lifters].index(shown.id))
        self._show_below(self.file.text(), self.note.text())

    def show_lifter(self, name: str, file: str = "", instead_of: str = "") -> None:
        """Say into whose log a file comes, and that it is not the one shown, `instead_of`."""
        self._entitle(tr("Import a log for {lifter}").format(lifter=name))
        note = tr("The file holds the log of {lifter}: it comes in there, not for {shown}.")
        self._show_below(file, note.format(lifter=name, shown=instead_of) if instead_of else "")

    def show_document(self, file: str) -> None:
        """Say which file whole lifters come from."""
        self._entitle(tr("Take in {file}").format(file=file))
        self._show_below("", "")
        self.whose.hide()

    def _entitle(self, title: str) -> None:
        """Say it here and on the frame of the window."""
        self.title.show_text(title)
        self.window().setWindowTitle(title)

    def _show_below(self, file: str, note: str) -> None:
        self.file.show_text(file)
        self.note.setText(note)
        self.file.setVisible(bool(file))
        self.note.setVisible(bool(note))
        self.whose.setVisible(self.whose.count() > 1 and not note)
