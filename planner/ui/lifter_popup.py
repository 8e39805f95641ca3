"""The list of lifters that opens below the picker."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from planner.coach import names
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui import theme
from planner.ui.lifter_disc import SIZE as DISC, disc
from planner.ui.widgets import button, column, wrapped

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
        self._lifters: tuple[Lifter, ...] = ()
        layout = column(self, margin=theme.GRID)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find a lifter"))
        self.search.setAccessibleName(tr("Find a lifter"))
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._take)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Lifters"))
        self.list.setIconSize(QSize(DISC, DISC))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.list.installEventFilter(self)
        self.nobody = wrapped("", "muted", self)
        everybody = button(tr("&All lifters…"), "quiet", self)
        everybody.clicked.connect(self._ask_for_all)
        add = button(tr("&New lifter…"), "quiet", self)
        add.clicked.connect(self._ask_for_new)
        for widget in (self.search, self.list, self.nobody, everybody, add):
            layout.addWidget(widget)

    def show_lifters(self, lifters: Sequence[Lifter], current: Lifter | None) -> None:
        """Fill the list and mark the current lifter."""
        self._lifters = tuple(lifters)
        self.search.clear()
        self.search.setVisible(len(lifters) >= SEARCH_FROM)
        self.nobody.hide()
        self._fill(lifters)
        known = [lifter.id for lifter in lifters]
        if current is not None and current.id in known:
            self.list.setCurrentRow(known.index(current.id))
        self.list.setFixedSize(280, min(MOST_ROWS, max(1, len(lifters))) * self._row_height() + 4)
        self.adjustSize()

    def _fill(self, lifters: Sequence[Lifter]) -> None:
        self.list.clear()
        for lifter in lifters:
            icon = disc(lifter.name, self.devicePixelRatioF())
            item = QListWidgetItem(icon, lifter.name, self.list)
            item.setData(_ID, lifter.id)
            item.setToolTip(lifter.name)

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
        if count := self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is typed in a short list be searched for, too."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            typed = event.text()
            if typed.strip() and typed.isprintable() and watched is self.list:
                self.search.show()
                self.search.setFocus()
                self.search.setText(typed)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        fits = ((names.fit(text, lifter.name), lifter) for lifter in self._lifters)
        found = [(fit, lifter) for fit, lifter in fits if fit is not None]
        self._fill([lifter for _, lifter in sorted(found, key=itemgetter(0))])
        self.list.setCurrentRow(0 if found else -1)
        self.nobody.setText(tr("Nobody is called “{name}”.").format(name=text.strip()))
        self.nobody.setVisible(not found)
        self.adjustSize()

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self.chosen.emit(item.data(_ID))

    def _ask_for_all(self) -> None:
        self.close()
        self.all_wanted.emit()

    def _ask_for_new(self) -> None:
        self.close()
        self.new_wanted.emit()
