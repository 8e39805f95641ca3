"""A table whose last column breaks lines: nothing is scrolled sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.ui import theme
from planner.ui.tables import ROW_HEIGHT, make_plain

PADDING = 8  # px, above and below the lines of a row together
ITEM_PADDING = 16  # px, left and right of an item together, as planner.qss has it
_MARGINS = 8  # px, which Qt leaves left and right of a text besides


class _Padded(QStyledItemDelegate):
    """Measures lines in the room that the style's padding leaves, which Qt forgets."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that an item needs."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -ITEM_PADDING, 0)
        return super().sizeHint(narrower, index)


class WrappingTable(QTableView):
    """Measures the rows in sight only: thousands take seconds.

    With `by_content` every cell is looked at, so that each column has what it needs.
    """

    def __init__(
        self, model: QAbstractItemModel, parent: QWidget, by_content: bool = False
    ) -> None:
        super().__init__(parent)
        self._by_content = by_content
        make_plain(self, model)
        self.setWordWrap(True)
        self.setItemDelegate(_Padded(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(theme.spread(ROW_HEIGHT))
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        model.modelReset.connect(self._fit_soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Break the lines once the columns have their widths."""
        super().showEvent(event)
        self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        if self._by_content:
            self._fit_columns()
        row, bottom = self.rowAt(0), self.viewport().height()
        while 0 <= row < self.model().rowCount() and self.rowViewportPosition(row) < bottom:
            self.setRowHeight(
                row, max(theme.spread(ROW_HEIGHT), self.sizeHintForRow(row) + PADDING)
            )
            row += 1

    def _fit_columns(self) -> None:
        header, places = self.horizontalHeader(), range(self.model().columnCount())
        wanted = [max(header.sectionSizeHint(place), self._wanted(place)) for place in places]
        for place, width in enumerate(shares(wanted, self.viewport().width())):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, width)

    def _wanted(self, place: int) -> int:
        """Return how wide a column is whose texts stand in one line each, in px."""
        cells = (self.model().index(row, place) for row in range(self.model().rowCount()))
        texts = (self.fontMetrics().horizontalAdvance(str(cell.data())) for cell in cells)
        return max(texts, default=0) + ITEM_PADDING + _MARGINS


def shares(wanted: Sequence[int], room: int) -> list[int]:
    """Share a width among columns: who wants less than the others leave has that, all others the
    same."""
    given = [0] * len(wanted)
    left = sorted(range(len(wanted)), key=wanted.__getitem__)
    while left:
        place = left[0]
        given[place] = min(wanted[place], room // len(left))
        room -= given[place]
        left.remove(place)
    return given
