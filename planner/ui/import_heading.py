"""The head of the import wizard: for whom, from which file, and whose it is when it says so."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui.widgets import ElidedLabel, column, wrapped


class ImportHeading(QWidget):
    """A title, the file's name, and a note; long names are shortened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = column(self, spacing=4)
        self.title = ElidedLabel("", "title", self)
        self.file = ElidedLabel("", "muted", self)
        self.note = wrapped("", "", self)
        for made in (self.title, self.file, self.note):
            layout.addWidget(made)
        self._show_below("", "")

    def show_lifter(self, name: str, file: str = "", instead_of: str = "") -> None:
        """Say into whose log a file comes, and that it is not the one shown, `instead_of`."""
        self._entitle(tr("Import a log for {lifter}").format(lifter=name))
        note = tr("The file holds the log of {lifter}: it comes in there, not for {shown}.")
        self._show_below(file, note.format(lifter=name, shown=instead_of) if instead_of else "")

    def show_document(self, file: str) -> None:
        """Say which file whole lifters come from."""
        self._entitle(tr("Take in {file}").format(file=file))
        self._show_below("", "")

    def _entitle(self, title: str) -> None:
        """Say it here and on the frame of the window."""
        self.title.show_text(title)
        self.window().setWindowTitle(title)

    def _show_below(self, file: str, note: str) -> None:
        self.file.show_text(file)
        self.note.setText(note)
        self.file.setVisible(bool(file))
        self.note.setVisible(bool(note))
