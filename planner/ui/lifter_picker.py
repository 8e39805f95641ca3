"""The lifter at the top left: initials, name, and a list to choose another from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from planner.engine.terms import Lifter
from planner.ui import theme
from planner.ui.widgets import button, column

DISC = 22  # px
NAME_WIDTH = 180  # px; longer names end in …
SEARCH_FROM = 9  # lifters; fewer fit without a search field
MOST_ROWS = 10  # in sight at once; more are scrolled
_ID = Qt.ItemDataRole.UserRole


def initials(name: str) -> str:
    """Return one or two capital letters for a name."""
    words = name.split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper() or "?"


def disc(name: str, ratio: float = 1.0) -> QIcon:
    """Return a filled circle with the initials of a name, for a screen's pixel ratio."""
    pixmap = QPixmap(int(DISC * ratio), int(DISC * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().accent))
    circle = QRectF(0, 0, DISC, DISC)
    painter.drawEllipse(circle)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().on_accent))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.end()
    return QIcon(pixmap)


class LifterPicker(QToolButton):
    """Shows the lifter and opens the list; `chosen` carries an id, `new_wanted` asks for one."""

    chosen = Signal(int)
    new_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifters: tuple[Lifter, ...] = ()
        self._current: Lifter | None = None
        self.popup = LifterPopup(self)
        self.popup.chosen.connect(self.chosen)
        self.popup.new_wanted.connect(self.new_wanted)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(DISC, DISC))
        self.setProperty("kind", "picker")
        self.clicked.connect(self.open_list)

    def show_lifters(self, lifters: Sequence[Lifter], current: Lifter | None) -> None:
        """Show who there is, and whose data the window shows."""
        self._lifters, self._current = tuple(lifters), current
        name = current.name if current is not None else self.tr("No lifter yet")
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_WIDTH)
        self.setText(f" {shown}  ▾".replace("&", "&&"))
        self.setToolTip(self.tr("{name} – switch with Ctrl+L").format(name=name))
        self.setAccessibleName(self.tr("Lifter: {name}").format(name=name))
        self._draw()

    def open_list(self) -> None:
        """Open the list of lifters below the button."""
        self.popup.show_lifters(self._lifters, self._current)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.popup.show()
        self.popup.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the disc anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        name = self._current.name if self._current is not None else ""
        self.setIcon(disc(name, self.devicePixelRatioF()))


class LifterPopup(QFrame):
    """The list of lifters with a search field when there are many; Enter takes the marked one."""

    chosen = Signal(int)
    new_wanted = Signal()

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
        add = button(self.tr("&New lifter…"), "quiet", self)
        add.clicked.connect(self._ask_for_new)
        for widget in (self.search, self.list, add):
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
            item.setHidden(text.casefold() not in item.text().casefold())
        shown = [row for row in range(self.list.count()) if not self.list.isRowHidden(row)]
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.close()
            self.chosen.emit(item.data(_ID))

    def _ask_for_new(self) -> None:
        self.close()
        self.new_wanted.emit()
