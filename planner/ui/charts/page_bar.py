"""The pages of the charts tab to choose from: chips in a row, or a list where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from planner.language import tr
from planner.ui import chips
from planner.ui.charts import pages
from planner.ui.charts.pages import PageName
from planner.ui.widgets import column, row

SPACING_PX = 4


class PageBar(QWidget):
    """Emits `chosen(page)`; Ctrl+Page Down and Ctrl+Page Up turn the pages."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[PageName] = []
        self._current: PageName | None = None
        self._chips = QWidget(self)
        self._line = row(self._chips, spacing=SPACING_PX)
        self._line.addStretch(1)
        self._group = QButtonGroup(self)
        self.list = QComboBox(self)
        self.list.setAccessibleName(tr("Page"))
        layout = column(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it gives way
        layout.addWidget(self._chips)
        layout.addWidget(self.list, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            made = QShortcut(QKeySequence(keys), self)
            made.activated.connect(lambda step=step: self._turn(step))

    def show_pages(self, names: Sequence[PageName], current: PageName) -> None:
        """Offer other pages, and show which one is open."""
        if list(names) != self._names:
            self._names = list(names)
            self._rebuild()
        self._mark(self._names.index(current))
        self._fit()

    def chip(self, name: PageName) -> QToolButton:
        """Return the chip of a page."""
        made = self._group.button(self._names.index(name))
        assert isinstance(made, QToolButton), "the group holds chips only"
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to the list where the chips have no room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the chips as they look now: before, they have the widths of another style."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the chips to another font or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for one line, the same for chips and list."""
        height = max(self.list.sizeHint().height(), self._chips.sizeHint().height())
        return QSize(self._chips.sizeHint().width(), height)

    def _fit(self) -> None:
        fits = self._chips_px() <= self.width()
        self._chips.setVisible(fits)
        self.list.setVisible(not fits)

    def _chips_px(self) -> int:
        """Return how wide all chips are, styled as they will be seen."""
        shown = self._group.buttons()
        for chip in shown:
            chip.ensurePolished()
        between = SPACING_PX * max(0, len(shown) - 1)
        return between + sum(chip.sizeHint().width() for chip in shown)

    def _rebuild(self) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.list.clear()
        for place, name in enumerate(self._names):
            chip = chips.made(pages.title(name), self._chips)
            chip.setProperty("size", "page")
            self._group.addButton(chip, place)
            self._line.insertWidget(place, chip)
            chip.show()  # at once: a click that waits in line goes to what is shown by then
            self.list.addItem(pages.title(name))
        self._line.activate()

    def _choose(self, place: int) -> None:
        self._mark(place)
        self.chosen.emit(self._names[place])

    def _mark(self, place: int) -> None:
        self._current = self._names[place]
        self._group.button(place).setChecked(True)
        self.list.setCurrentIndex(place)

    def _turn(self, step: int) -> None:
        if self._current is not None:
            place = self._names.index(self._current) + step
            self._choose(place % len(self._names))
