"""The table of all lifters: many can be marked, phases are painted with their marks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.coach.client_list import Client
from planner.language import tr
from planner.ui.clients_model import MIX, ClientsModel
from planner.ui.table_model import Index
from planner.ui.tables import make_plain
from planner.ui.widgets import paint_mark

WIDTHS = (176, 176, 112, 208, 80, 104, 160, 120, 96)  # px; the note takes what is left
NAME, PHASES, TODAY, UNUSED, SHARE, LAST, NEXT, NOTE, ARCHIVED = range(9)  # columns
GIVE_WAY = (UNUSED, NEXT, PHASES, TODAY, LAST, NAME)  # where there is no room, these in turn
WITH_LIMIT = 288  # px, of a verdict with a limit that is over
MOST_NAME, MOST_NAME_ALONE = 208, 300  # px, beside notes, and where nobody has one
MARK, PAD = 12, 8  # px


class PhasesPainter(QStyledItemDelegate):
    """Paints the mark and the count of each phase."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; one that has no phases shows its text."""
        mix = index.data(MIX)
        if not mix:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        box = option.rect.adjusted(PAD, 0, -PAD, 0)
        for look, count in mix:
            painter.save()
            painter.translate(box.left(), box.center().y() - MARK / 2 + 1)
            paint_mark(painter, look, MARK)
            painter.restore()
            box.setLeft(box.left() + MARK + PAD // 2)
            painter.setPen(option.palette.color(option.palette.ColorRole.Text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), str(count))
            box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(str(count)) + PAD)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = ground.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)


class ClientsTable(QTableView):
    """Shows a ClientsModel; Shift and Ctrl mark several lifters."""

    def __init__(self, model: ClientsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._clients = model
        self._whole = dict(enumerate(WIDTHS))  # px of columns where there is room for all
        self._by_hand = set[int]()  # columns that have the width that somebody gave them
        self._sharing = False
        self._needed = dict[int, int]()  # px of the words in columns, as far as measured
        make_plain(self, model)
        self.setAccessibleName(tr("Lifters"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(PHASES, PhasesPainter(self))
        self.setProperty("kind", "lines")
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._take_width)
        self._set_widths(self._whole)
        self.setColumnHidden(ARCHIVED, True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._make_room)

    def _make_room(self) -> None:
        """Have room for names, days with their year, and beside a verdict for a limit over."""
        noted = any(each.lifter.note for each in self._clients.shown())
        name = min(self.sizeHintForColumn(NAME), MOST_NAME if noted else MOST_NAME_ALONE)
        over = WITH_LIMIT if any(each.over for each in self._clients.shown()) else 0
        least = {NAME: name, LAST: self.sizeHintForColumn(LAST), TODAY: over}
        for column in least.keys() - self._by_hand:
            self._whole[column] = max(self._whole[column], least[column])
        if self.isVisible():  # else it is about to be resized
            self.share_room()

    def _take_width(self, column: int, before: int, after: int) -> None:
        """Keep the width that somebody gave a column; one that is hidden or shown has none yet."""
        if before and after and not self._sharing and column != NOTE:
            self._by_hand.add(column)
            self._whole[column] = after

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share()

    def share_room(self) -> None:
        """Let columns with more room than their words need give it to those with less, as far as
        there is too little for all."""
        self._needed.clear()
        self._share()

    def _share(self) -> None:
        widths = {each: px for each, px in self._whole.items() if not self.isColumnHidden(each)}
        lacking = sum(widths.values()) - self.viewport().width()
        for column in GIVE_WAY:
            if lacking > 0 and column not in self._by_hand:
                given = max(0, min(lacking, widths[column] - self._need(column)))
                widths[column] -= given
                lacking -= given
        self._set_widths(widths)

    def _set_widths(self, widths: Mapping[int, int]) -> None:
        self._sharing = True
        for column, width in widths.items():
            if column != NOTE:
                self.setColumnWidth(column, width)
        self._sharing = False

    def _need(self, column: int) -> int:
        """Return how wide the words of a column are, in px; to measure all of them takes long."""
        if column not in self._needed:
            head = self.horizontalHeader().sectionSizeHint(column)
            self._needed[column] = max(head, self.sizeHintForColumn(column))
        return self._needed[column]

    def marked(self) -> list[Client]:
        """Return the lifters that are marked, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._clients.row(row) for row in rows]

    def current(self) -> Client | None:
        """Return the lifter the keyboard is on, if it is marked; else the first that is."""
        marked, index = self.marked(), self.currentIndex()
        here = self._clients.row(index.row()) if index.isValid() else None
        return here if here in marked else next(iter(marked), None)

    def mark(self, lifter_ids: set[int]) -> None:
        """Mark lifters, or the first in sight when none of them is there."""
        rows = [
            row
            for row, client in enumerate(self._clients.shown())
            if client.lifter.id in lifter_ids
        ] or [0]
        chosen = self.selectionModel()
        chosen.clear()
        flags = QItemSelectionModel.SelectionFlag
        for row in rows:
            index = self._clients.index(row, 0)
            chosen.select(index, flags.Select | flags.Rows)
        chosen.setCurrentIndex(self._clients.index(rows[0], 0), flags.NoUpdate)

    def in_sight(self) -> list[int]:
        """Return the ids of the lifters that can be seen now, from the top."""
        first = self.rowAt(0)
        last = self.indexAt(QPoint(1, self.viewport().height() - 1)).row()
        shown = self._clients.shown()
        seen = shown[max(first, 0) : (last if last >= 0 else len(shown)) + 1]
        return [client.lifter.id or 0 for client in seen]
