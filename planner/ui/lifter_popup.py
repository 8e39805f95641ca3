"""The list of lifters that opens below the picker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from planner.coach import names
from planner.engine.terms import Lifter
from planner.ui import theme
from planner.ui.lifter_disc import SIZE as DISC, disc
from planner.ui.widgets import button, column

SEARCH_FROM = 9  # lifters; fewer fit without a search field
MOST_ROWS = 10  # in sight at once; more are scrolled
_ID = Qt.ItemDataRole.UserRole


class LifterPopup(QFrame):
    """The list of lifters with a search field when there are many; Enter takes the marked one."""

    chosen = Signal(int)
    new_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        layout = column(self, margin=theme.GRID)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a lifter"))
        self.search.setAccessibleName(self.tr("Find a lifter"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Lifters"))
        self.list.setIconSize(QSize(DISC, DISC))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        everybody = button(self.tr("&All lifters…"), "quiet", self)
        everybody.clicked.connect(self._ask_for_all)
        add = button(self.tr("&New lifter…"), "quiet", self)
        add.clicked.connect(self._ask_for_new)
        for widget in (self.search, self.list, everybody, add):
            layout.addWidget(widget)

    def show_lifters(self, lifters: Sequence[Lifter], current: Lifter | None) -> None:
        """Fill the list and mark the current lifter."""
        self.search.clear()
        self.search.setVisible(len(lifters) >= SEARCH_FROM)
        self.list.clear()
        for lifter in lifters:
            icon = disc(lifter.name, self.devicePixelRatioF())
            item = QListWidgetItem(icon, lifter.name, self.list)
            item.setData(_ID, lifter.id)
            item.setToolTip(lifter.name)
            if current is not None and lifter.id == current.id:
                self.list.setCurrentItem(item)
        self.list.setFixedSize(280, min(MOST_ROWS, max(1, len(lifters))) * self._row_height() + 4)
        self.adjustSize()

    def _row_height(self) -> int:
        return max(self.list.sizeHintForRow(0), DISC + 12)

    def take_focus(self) -> None:
        """Let the keyboard search, or walk the list when it is short."""
        (self.search if self.search.isVisible() else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list with the arrows while the search field has the focus."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        shown = [row for row in range(self.list.count()) if not self.list.isRowHidden(row)]
        if shown:
            at = shown.index(self.list.currentRow()) if self.list.currentRow() in shown else -step
            self.list.setCurrentRow(shown[(at + step) % len(shown)])

    def _filter(self, text: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not names.says(text, item.text()))
        shown = [row for row in range(self.list.count()) if not self.list.isRowHidden(row)]
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.close()
            self.chosen.emit(item.data(_ID))

    def _ask_for_all(self) -> None:
        self.close()
        self.all_wanted.emit()

    def _ask_for_new(self) -> None:
        self.close()
        self.new_wanted.emit()
