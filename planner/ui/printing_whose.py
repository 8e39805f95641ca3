"""Choose by name whose week is printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui import widgets

_ID = Qt.ItemDataRole.UserRole


class WhoseDialog(QDialog):
    """Lists the lifters who have the week planned, each with a box to check."""

    def __init__(self, lifters: Sequence[Lifter], chosen: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Whose sheets"))
        self.setMinimumSize(360, 420)
        layout = widgets.column(self, margin=16)
        layout.addWidget(widgets.label(tr("Who has something planned this week"), "", self))
        self.names = QListWidget(self)
        self.names.setAccessibleName(tr("Lifters, checked to be printed"))
        self.names.setWordWrap(True)
        self.names.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for lifter in lifters:
            item = QListWidgetItem(lifter.name, self.names)
            item.setToolTip(lifter.name)
            item.setData(_ID, lifter.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            checked = Qt.CheckState.Checked if lifter.id in chosen else Qt.CheckState.Unchecked
            item.setCheckState(checked)
        self.names.setCurrentRow(0)
        layout.addWidget(self.names, 1)
        foot = widgets.row()
        for words, state in (
            (tr("Check &all"), Qt.CheckState.Checked),
            (tr("Check &none"), Qt.CheckState.Unchecked),
        ):
            button = widgets.button(words, "quiet", self)
            button.clicked.connect(lambda _=False, state=state: self._check(state))
            foot.addWidget(button)
        foot.addStretch(1)
        cancel = widgets.button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        self.take = widgets.button(tr("&Show these"), "primary", self)
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        layout.addLayout(foot)
        self.names.itemChanged.connect(self._enable)
        self._enable()

    def chosen(self) -> list[int]:
        """Return the ids of those who are checked, in the order of the list."""
        return [item.data(_ID) for item in self._items() if item.checkState().value]

    def _items(self) -> list[QListWidgetItem]:
        return [self.names.item(row) for row in range(self.names.count())]

    def _check(self, state: Qt.CheckState) -> None:
        for item in self._items():
            item.setCheckState(state)

    def _enable(self) -> None:
        self.take.setEnabled(bool(self.chosen()))
