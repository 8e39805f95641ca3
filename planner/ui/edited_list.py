"""A list to which something can be added, and in which it can be edited or deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from planner.language import tr
from planner.ui.list_dialog import ListDialog
from planner.ui.tables import delete_key
from planner.ui.widgets import button
from planner.ui.writing import writes


class EditedList(ListDialog):
    """`wanted` carries the one to edit, `delete_wanted` the one to delete."""

    add_wanted = Signal()
    delete_wanted = Signal(object)

    def _bottom(self, take: str) -> QHBoxLayout:
        line = super()._bottom(take)
        add = button(tr("&Add…"), parent=self)
        add.clicked.connect(self._add)
        delete = button(tr("&Delete"), parent=self)
        delete.clicked.connect(self._delete)
        by_key = delete_key(self.table, self._delete)
        writes(add, delete, by_key)
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
