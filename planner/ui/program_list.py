"""The programs on offer as a list, best fit first; the one being read stays marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from planner.coach.choosing import Fit
from planner.language import tr
from planner.ui import counts


class ProgramList(QListWidget):
    """`marked` tells that another program is; the other two ask for changes to one's own."""

    marked = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fits: tuple[Fit, ...] = ()
        self._chosen = ""  # by the user; the first of the list is marked until one is
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Programs"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.currentRowChanged.connect(self._choose)

    def fit(self) -> Fit:
        """Return the program that is marked."""
        return self._fits[self.currentRow()]

    def show_fits(self, fits: Sequence[Fit]) -> None:
        """List programs; what was chosen stays marked while it is possible, else the first is."""
        self._fits = tuple(fits)
        self.ensurePolished()  # else the rows get the height of another font and padding
        with QSignalBlocker(self):
            self.clear()
            for fit in fits:
                item = QListWidgetItem(self._line(fit), self)
                if not fit.possible:
                    item.setForeground(self.palette().placeholderText())
            self.setCurrentRow(self._kept())
        self.scrollToItem(self.currentItem())
        self.marked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename one's own program with F2, and delete it with the Delete key."""
        wanted = {Qt.Key.Key_F2: self.rename_wanted, Qt.Key.Key_Delete: self.delete_wanted}
        signal = wanted.get(Qt.Key(event.key()))
        if signal is not None and self.fit().program.own:
            signal.emit()
        else:
            super().keyPressEvent(event)

    def _kept(self) -> int:
        kept = (fit.possible and fit.program.slug == self._chosen for fit in self._fits)
        return next((row for row, stays in enumerate(kept) if stays), 0)

    def _choose(self, _row: int) -> None:
        self._chosen = self.fit().program.slug
        self.marked.emit()

    def _line(self, fit: Fit) -> str:
        program = fit.program
        beside = tr("beside a plan")
        when = beside if program.beside else counts.days(program.days)
        line = tr("{name}\nyours · {when} · {minutes} min") if program.own else (
            tr("{name}\n{when} · {minutes} min")
        )  # fmt: skip
        return line.format(name=program.name, when=when, minutes=program.minutes)

    def _show_menu(self, at: QPoint) -> None:
        if self.itemAt(at) is None or not self.fit().program.own:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Rename…\tF2"), self.rename_wanted.emit)
        menu.addAction(tr("&Delete\tDel"), self.delete_wanted.emit)
        menu.popup(self.viewport().mapToGlobal(at))
