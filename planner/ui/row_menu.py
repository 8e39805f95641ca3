"""A menu on the rows of a list: what the buttons below do, where the hand is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu


class RowMenu(QObject):
    """Lets a right click and the Menu key offer buttons on a row, `first` being done before."""

    def __init__(
        self,
        rows: QAbstractItemView,
        *buttons: QAbstractButton,
        first: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(rows)
        self._rows, self._buttons, self._first = rows, buttons, first
        for asked in (rows, rows.viewport()):
            asked.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Offer the menu on the row that is clicked on, or that the keyboard is on."""
        if not isinstance(event, QContextMenuEvent):
            return False
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self._rows.visualRect(self._rows.currentIndex()).center()
        if self._rows.indexAt(at).isValid():
            self._open(at)
        return True

    def _open(self, at: QPoint) -> None:
        self._first()
        menu = QMenu(self._rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._buttons:
            menu.addAction(each.icon(), each.text(), each.click).setEnabled(each.isEnabled())
        menu.popup(self._rows.viewport().mapToGlobal(at))
