"""What both files have changed: both versions side by side, and which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QWidget

from planner.coach.merging import Difference, Side
from planner.language import tr
from planner.ui import dates
from planner.ui.table_model import Column, TableModel
from planner.ui.widgets import button, column, row, wrapped
from planner.ui.wrapping_table import WrappingTable

STANDS, FALLS = "✓ ", "\u2003"


class MergeDifferences(QWidget):
    """`choices` says by key which version of a difference stands, where that is not the later."""

    changed = Signal()

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.choices: dict[str, Side] = {}
        self.model = TableModel[Difference]((), self)
        layout = column(self)
        hint = tr(
            "The later version stands (✓) unless you choose the other one: Space or a double click "
            "turns the rows that are marked."
        )
        layout.addWidget(wrapped(hint, "muted", self))
        layout.addWidget(self._table(), 1)
        layout.addLayout(self._choosers())

    def _table(self) -> QWidget:
        self.table = _Table(self.model, self)
        self.table.setAccessibleName(tr("What was changed on both sides"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.toggled.connect(self._toggle)
        self.table.activated.connect(lambda _index: self._toggle())
        return self.table

    def _choosers(self) -> QHBoxLayout:
        line = row()
        for text, side in (
            (tr("Keep what is &here"), lambda _made: Side.HERE),
            (tr("Take the &file's"), lambda _made: Side.THERE),
            (tr("The &later of each"), lambda made: made.later),
        ):
            line.addWidget(self._chooser(text, side))
        which = tr("for the rows that are marked; Ctrl+A marks all")
        line.addWidget(wrapped(which, "small", self), 1)
        return line

    def _chooser(self, text: str, side: Callable[[Difference], Side]) -> QWidget:
        made = button(text, parent=self)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._choose(side))
        return made

    def show_differences(self, differences: Sequence[Difference], named: bool) -> None:
        """Show what differs, `named` with the lifter; the later version of each stands."""
        self.choices.clear()
        whose = [Column[Difference](tr("Lifter"), lambda made: made.lifter)]
        self.model.set_columns((
            *(whose if named else ()),
            Column(tr("What"), lambda made: made.what),
            Column(tr("Here"), lambda made: self._version(made, Side.HERE)),
            Column(tr("In the file"), lambda made: self._version(made, Side.THERE)),
        ))  # fmt: skip
        header = self.table.horizontalHeader()
        for place in range(self.model.columnCount()):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.model.set_rows(differences)
        self.table.selectRow(0)

    def stands(self, made: Difference) -> Side:
        """Return which version of a difference stands."""
        return self.choices.get(made.key, made.later)

    def _version(self, made: Difference, side: Side) -> str:
        text, at = made.here, made.here_changed_at
        if side is Side.THERE:
            text, at = made.there, made.there_changed_at
        return f"{STANDS if self.stands(made) is side else FALLS}{text}\n{self._when(at)}"

    def _when(self, at: datetime) -> str:
        return f"{FALLS}{dates.moment(at, self._today)}"

    def _marked(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _toggle(self) -> None:
        self._choose(lambda made: Side.THERE if self.stands(made) is Side.HERE else Side.HERE)

    def _choose(self, side: Callable[[Difference], Side]) -> None:
        for place in self._marked():
            made = self.model.row(place)
            self.choices[made.key] = side(made)
            if self.choices[made.key] is made.later:
                del self.choices[made.key]
            self.model.replace_row(place, made)
        self.changed.emit()


class _Table(WrappingTable):
    """`toggled` comes when Space is pressed."""

    toggled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn what is marked with Space."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
