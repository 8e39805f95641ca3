"""Give a program of one's own another name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from planner.coach import own_programs
from planner.language import tr
from planner.ui import widgets
from planner.ui.program_saver import MOST_LETTERS


class ProgramRename(QDialog):
    """`name()` is what was entered."""

    def __init__(self, parent: QWidget, slug: str) -> None:
        super().__init__(parent)
        self._program = own_programs.program(slug)
        self.setWindowTitle(tr("Rename program"))
        self.setMinimumWidth(380)
        self.field = QLineEdit(self._program.name, self)
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setAccessibleName(tr("Name"))
        self.field.selectAll()
        self.problem = widgets.wrapped("", "error", self)
        self.field.textChanged.connect(lambda: self._tell(""))
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.label(self.windowTitle(), "title", self))
        layout.addWidget(self.field)
        layout.addWidget(self.problem)
        self._add_buttons()
        self._tell("")

    def name(self) -> str:
        """Return the name, without spaces that are not needed."""
        return " ".join(self.field.text().split())

    def accept(self) -> None:
        """Take the name, or say what is wrong with it."""
        problem = own_programs.problem(replace(self._program, name=self.name()))
        self._tell(problem)
        if not problem:
            super().accept()

    def _add_buttons(self) -> None:
        line = widgets.row()
        line.addStretch(1)
        cancel = widgets.button(tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.save = widgets.button(tr("&Rename"), "primary", self)
        self.save.clicked.connect(self.accept)
        self.save.setDefault(True)
        line.addWidget(cancel)
        line.addWidget(self.save)
        layout = self.layout()
        assert layout is not None
        layout.addItem(line)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        widgets.restate(self.field, "error" if problem else "")
