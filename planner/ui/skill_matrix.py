"""Lifters by movements: who practises what, who is skilled, whose skill is rusty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QWidget

from planner.coach import skill_table
from planner.coach.skill_table import SkillRow
from planner.coach.skills import ClientSkills
from planner.language import tr
from planner.ui import skill_words
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job, Slices
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import ElidedLabel, button, column, row, wrapped

FRAME = QSize(32, 32)  # px of the window around it that stay in sight


class SkillMatrix(QDialog):
    """`opened` carries the id of the lifter to look at."""

    opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._clients: Sequence[ClientSkills] | None = None
        self.setWindowTitle(tr("Skills of all lifters"))
        open_at(self, parent.window().size() - FRAME)
        self.by = QComboBox(self)
        self.open_only = QCheckBox(tr("Only with open &practice"), self)
        self.progress = reading_bar(tr("Reading all logs"), self)
        self.model = TableModel[SkillRow]([], self)
        self.table = plain_table(self.model, self)
        self.none = wrapped("", "muted", self)
        self.reader = Slices(self)
        self._arrange()
        self.by.currentIndexChanged.connect(self._show)
        self.open_only.toggled.connect(self._show)
        self.table.doubleClicked.connect(self.accept)
        self.reader.made.connect(self._take)
        self.finished.connect(self.reader.stop)
        self._show()

    def read(self, job: Job) -> None:
        """Read all lifters in short slices, and show them when they are read."""
        self.reader.begin({None: job})

    def accept(self) -> None:
        """Open the lifter that is marked."""
        index = self.table.currentIndex()
        super().accept()
        if index.isValid():
            self.opened.emit(self.model.row(index.row()).lifter.id or 0)

    def _arrange(self) -> None:
        layout = column(self, margin=24, spacing=12)
        layout.addLayout(self._top())
        layout.addWidget(self.progress)
        self.table.setAccessibleName(tr("Lifters by movements"))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none)
        layout.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.by.addItem(tr("Movement patterns"), True)
        self.by.addItem(tr("Technical lifts"), False)
        self.by.setAccessibleName(tr("Columns"))
        line.addWidget(ElidedLabel(self.windowTitle(), "title", self), 1)
        line.addWidget(self.by)
        line.addWidget(self.open_only)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.open_one = button(tr("Open &lifter"), "primary", self)
        self.open_one.setDefault(True)
        self.open_one.clicked.connect(self.accept)
        line.addStretch(1)
        line.addWidget(leaving_button(self))
        line.addWidget(self.open_one)
        return line

    def _take(self, _key: object, clients: Sequence[ClientSkills]) -> None:
        self._clients = clients
        self._show()

    def _show(self) -> None:
        open_only = self.open_only.isChecked()
        by_pattern = bool(self.by.currentData())
        titles, rows = skill_table.rows(self._clients or (), by_pattern, open_only)
        name = Column[SkillRow](tr("Lifter"), lambda made: made.lifter.name)
        self.model.set_columns([name, *(_column(title) for title in titles)])
        self.model.set_rows(rows)
        self.table.selectRow(0)
        self.progress.setVisible(self._clients is None)
        self.none.setVisible(self._clients is not None and not rows)
        nobody = tr("Nobody has logged such a lift yet.")
        self.none.setText(tr("No practice is open.") if open_only else nobody)
        self.open_one.setEnabled(bool(rows))


def _column(title: str) -> Column[SkillRow]:
    return Column(title, partial(_cell, title), skill_words.said, mark=skill_words.mark)


def _cell(title: str, made: SkillRow) -> Cell:
    return skill_words.cell(made.skills.get(title))
