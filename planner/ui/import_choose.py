"""The import wizard's first page: choose or drop files, and how to get them out of other apps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from planner.language import tr
from planner.ui import file_dialog, folders
from planner.ui.files_dragged import local_files
from planner.ui.widgets import button, column, label, restate, scrolling, wrapped


class ChoosePage(QFrame):
    """`chosen` carries a list of paths."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        content = QWidget(self)
        layout = column(content, margin=24, spacing=12)
        layout.addStretch(1)
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addWidget(wrapped(tr("Drop the exported files here"), "title", self))
        choose = button(tr("Choose &files…"), "primary", self)
        choose.setAutoDefault(True)
        choose.clicked.connect(self.choose)
        layout.addWidget(choose, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(12)
        layout.addLayout(self._apps())
        layout.addSpacing(4)
        own = tr("Or a table, spreadsheet or JSON file that this program wrote.")
        layout.addWidget(wrapped(own, "muted", self))
        layout.addStretch(2)
        column(self, margin=2, spacing=0).addWidget(scrolling(content, self))

    def _apps(self) -> QGridLayout:
        """List the apps, and where each of them exports."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for line, (app, where) in enumerate(self._where()):
            grid.addWidget(label(app, "", self), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(where, "muted", self), line, 1)
        return grid

    def _where(self) -> list[tuple[str, str]]:
        return [
            ("Strong", tr("Profile › Settings › Export Strong Data")),
            ("Hevy", tr("Profile › Settings › Export & Import Data › Export Workouts")),
            (
                tr("FitNotes (Android)"),
                tr("Settings › Spreadsheet Export › Workout Data, or its backup (.fitnotes)"),
            ),
            (tr("FitNotes 2 (iOS)"), tr("Export of the workouts as CSV")),
            ("Fitbod", tr("Settings › Export Workout Data")),
            ("Liftosaur", tr("Settings › Export history to CSV")),
            ("JEFIT, StrongLifts", tr("Export of the data as CSV")),
        ]

    def show_problem(self, text: str) -> None:
        """Say why a file could not be read."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def choose(self) -> None:
        """Ask for files."""
        names = file_dialog.several_to_open(
            self,
            tr("Choose exported logs"),
            str(folders.of_downloads()),
            tr("Logs (*.csv *.tsv *.txt *.json *.xlsx *.fitnotes);;All files (*)"),
        )
        if names:
            self.chosen.emit([folders.chosen(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if local_files(event.mimeData()):
            restate(self, "target")
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        """Stop to look ready."""
        restate(self, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files dropped."""
        restate(self, "")
        event.acceptProposedAction()
        self.chosen.emit(local_files(event.mimeData()))
