"""A table that gives up the room beside its texts before it scrolls sideways."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

TITLE_PX, TEXT_PX = 14, 14  # beside a title or a text where room is scarce, both sides together
CLOSE = "QTableView::item { padding: 0 3px; }"
MOST_ROWS = 200  # that tell how wide a column must be


class FittedTable(QTableView):
    """Columns are as wide as is usual, and narrower where not all of them would be in sight."""

    _fitting = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().setMinimumSectionSize(TITLE_PX)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the room there is now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self._fitting:
            self.fit()  # other room beside texts may bring a scroll bar, and so another width

    def fit(self) -> None:
        """Make every column as wide as its texts, and take spare room from all of them alike."""
        self._fitting = True
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        self._pad("")
        self.resizeColumnsToContents()
        over = header.length() - self.viewport().width()
        if over > 0:
            self._narrow(over)
        header.setStretchLastSection(True)
        self._fitting = False

    def _pad(self, style: str) -> None:
        """Change the room beside texts, where it is another."""
        if self.styleSheet() != style:
            self.setStyleSheet(style)

    def _narrow(self, over: int) -> None:
        self._pad(CLOSE)
        places = range(self.model().columnCount())
        spare = {each: max(0, self.columnWidth(each) - self._least_px(each)) for each in places}
        share = min(1.0, over / max(1, sum(spare.values())))
        for place, free in spare.items():
            self.setColumnWidth(place, self.columnWidth(place) - ceil(free * share))

    def _least_px(self, place: int) -> int:
        """Return how wide the title and the texts of a column are."""
        model, none = self.model(), QModelIndex()
        title = str(model.headerData(place, Qt.Orientation.Horizontal) or "")
        rows = range(min(model.rowCount(none), MOST_ROWS))
        texts = [str(model.index(row, place).data() or "") for row in rows]
        wide = self.horizontalHeader().fontMetrics().horizontalAdvance(title)
        own = [self.fontMetrics().horizontalAdvance(text) for text in texts]
        return max([TITLE_PX + wide, *(TEXT_PX + each for each in own)])
