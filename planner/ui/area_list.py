"""Areas of the body in a list, each with how sore it is; digits mark the one in focus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from planner.coach.check_ins import Mark
from planner.engine.terms import Side
from planner.ui.area_words import area_word, mark_words

WIDTH, LEAST_WIDTH = 228, 130  # px
_SIDES = {Qt.Key.Key_L: Side.LEFT, Qt.Key.Key_R: Side.RIGHT, Qt.Key.Key_B: Side.BOTH}
_NOTHING = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_AREA = Qt.ItemDataRole.UserRole


class AreaList(QListWidget):
    """`marked` carries an area and 0–5, `turned` an area and its side, `stepped` an area.

    `crossed` asks for the other list; `reached` tells that another area has the keyboard.
    """

    marked = Signal(str, int)
    turned = Signal(str, object)
    stepped = Signal(str)
    crossed = Signal()
    reached = Signal()

    def __init__(self, areas: Sequence[str], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(LEAST_WIDTH, 3 * self.fontMetrics().height())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for area in areas:
            QListWidgetItem(area_word(area), self).setData(_AREA, str(area))
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _row: self.reached.emit())
        self.itemClicked.connect(lambda item: self.stepped.emit(item.data(_AREA)))

    def sizeHint(self) -> QSize:
        """Return the room that all areas need; with less, they scroll."""
        rows = sum(self.sizeHintForRow(place) for place in range(self.count()))
        return QSize(WIDTH, rows + 2 * self.frameWidth())

    def area(self) -> str:
        """Return the area that the keyboard is on."""
        return str(self.currentItem().data(_AREA))

    def go_to(self, area: str) -> None:
        """Put the keyboard on an area, when it is in this list."""
        for item in self._items():
            if item.data(_AREA) == area:
                self.setCurrentItem(item)
                self.setFocus()

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Write beside each area how sore it is."""
        for item in self._items():
            area = str(item.data(_AREA))
            mark, font = marks.get(area), item.font()
            item.setText("  ".join(filter(None, (area_word(area), mark and mark_words(mark)))))
            item.setToolTip(item.text() if mark else "")
            font.setBold(mark is not None)
            item.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the area by a digit, turn it by L, R and B; ← → go to the other list."""
        key, area = Qt.Key(event.key()), self.area()
        if event.text() and event.text() in "12345":
            self.marked.emit(area, int(event.text()))
        elif key in _NOTHING:
            self.marked.emit(area, 0)
        elif key in _SIDES:
            self.turned.emit(area, _SIDES[key])
        elif key is Qt.Key.Key_Space:
            self.stepped.emit(area)
        elif key in _ACROSS:
            self.crossed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here now."""
        super().focusInEvent(event)
        self.currentItem().setSelected(True)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no second area that looks chosen when the other list has the keyboard."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]
