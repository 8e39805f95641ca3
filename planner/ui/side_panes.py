"""The panes left and right of a tab's middle: hidden where there is little room, or on wish."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from planner.ui import theme

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

EMPTY = "empty"  # the property of a pane that its tab hides, having nothing to show in it
NARROW_PX = 940  # with the usual letters; a window below has room for the middle only


class Side(IntEnum):
    """A pane's place in its splitter."""

    LEFT = 0
    RIGHT = 2


class SidePanes(QObject):
    """What is hidden is kept apart for a narrow and for a wide window.

    `shown` tells that it was looked at, and may be otherwise now.
    """

    shown = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: dict[bool, set[Side]] = {True: set(Side), False: set()}
        self._put_away: set[QWidget] = set()
        window.installEventFilter(self)
        window.pages.currentChanged.connect(lambda _page: self.show())

    def toggle(self, side: Side) -> None:
        """Hide a pane, or show it again."""
        self._hidden[self._narrow()] ^= {side}
        self.show()

    def open(self, side: Side) -> None:
        """Show a pane, if it is hidden."""
        self._hidden[self._narrow()] -= {side}
        self.show()

    def show(self) -> None:
        """Show the panes that are wanted now, in the tab that is visible and in the menu."""
        hidden = self._hidden[self._narrow()]
        for side in Side:
            self._window.menus.panes[side].setChecked(side not in hidden)
            pane = _pane(self._window.pages.currentWidget(), side)
            if pane is not None:
                self._put(pane, away=side in hidden)
        self.shown.emit()

    def _put(self, pane: QWidget, away: bool) -> None:
        """Hide a pane, or show it if it was hidden here and its tab has something to show in it."""
        if away and not pane.isHidden():
            pane.hide()
            self._put_away.add(pane)
        elif not away and pane in self._put_away:
            pane.setVisible(not pane.property(EMPTY))
            self._put_away.discard(pane)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self.show()
        return super().eventFilter(watched, event)

    def _narrow(self) -> bool:
        return self._window.width() < theme.grown(NARROW_PX)


def _pane(page: QWidget | None, side: Side) -> QWidget | None:
    """Return a tab's pane, or None for a page that has none."""
    splitter = None if page is None else page.findChild(QSplitter)
    return None if splitter is None else splitter.widget(side)
