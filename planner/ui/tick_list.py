"""A list of lifters to be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from planner.engine.terms import Lifter
from planner.language import tr

_ID = Qt.ItemDataRole.UserRole
LEAST_PX, USUAL_PX = 120, 180


class TickList(QListWidget):
    """`itemChanged` tells that a tick was set or taken away."""

    def __init__(self, parent: QWidget, lifters: Sequence[Lifter], ticked: int | None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for lifter in sorted(lifters, key=lambda made: made.archived_on is not None):
            archived = tr("{name} (archived)").format(name=lifter.name)
            item = QListWidgetItem(archived if lifter.archived_on else lifter.name, self)
            item.setData(_ID, lifter.id)
            item.setToolTip(lifter.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first = lifter.id == ticked
            item.setCheckState(Qt.CheckState.Checked if first else Qt.CheckState.Unchecked)
            if first:
                self.setCurrentItem(item)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the names out as high as they are by now: the style comes after them."""
        super().showEvent(event)
        self.doItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Let some names be seen."""
        return QSize(super().minimumSizeHint().width(), LEAST_PX)

    def sizeHint(self) -> QSize:
        """Let more names be seen where there is room."""
        return QSize(super().sizeHint().width(), USUAL_PX)

    def ids(self) -> list[int]:
        """Return the lifters that are ticked."""
        ticked = Qt.CheckState.Checked
        return [int(each.data(_ID)) for each in self._items() if each.checkState() is ticked]

    def tick_all(self, ticked: bool) -> None:
        """Tick all, or none; tell it once."""
        self.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        if self.count():
            self.itemChanged.emit(self.item(0))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]
