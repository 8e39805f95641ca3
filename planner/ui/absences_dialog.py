"""All days away of a lifter, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.coach import absences
from planner.engine.terms import Absence
from planner.ui import absence_words
from planner.ui.list_dialog import ListDialog, Listing
from planner.ui.table_model import Column
from planner.ui.widgets import button


class AbsencesDialog(ListDialog):
    """`wanted` carries the one to edit, `delete_wanted` the one to delete."""

    add_wanted = Signal()
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget, known: Sequence[Absence], today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.build(
            Listing(
                title=self.tr("Time away"),
                about=self.tr("Days away from training"),
                note=self.tr(
                    "In days away nothing planned counts as missed. While you are ill, no load is "
                    "suggested."
                ),
                take=self.tr("&Edit…"),
                columns=self._columns(),
                wide=2,
                rows=sorted(known, key=lambda each: each.since, reverse=True),
            )
        )

    def _columns(self) -> tuple[Column[Absence], ...]:
        return (
            Column(self.tr("Days"), lambda each: absence_words.days(each, self._today)),
            Column(self.tr("Reason"), lambda each: absence_words.word(absences.reason(each))),
            Column(self.tr("Note"), lambda each: each.note),
        )

    def _bottom(self, take: str) -> QHBoxLayout:
        line = super()._bottom(take)
        add = button(self.tr("&Add…"), parent=self)
        add.clicked.connect(self._add)
        delete = button(self.tr("&Delete"), parent=self)
        delete.clicked.connect(self._delete)
        line.insertWidget(0, add)
        line.insertWidget(2, delete)
        return line

    def _add(self) -> None:
        self.accept()
        self.add_wanted.emit()

    def _delete(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            made = self.model.row(index.row())
            self.accept()
            self.delete_wanted.emit(made)
