"""What can be done with an exercise of a session, as the menu of its card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.language import tr
from planner.ui import icons, key_names
from planner.ui.rest_menu import RestMenu

SWAP, UP, DOWN, NOTE = "Ctrl+R", "Alt+Shift+Up", "Alt+Shift+Down", "Ctrl+M"
UPWARDS = UP, "Ctrl+Shift+Up"  # some window managers take the first for themselves
DOWNWARDS = DOWN, "Ctrl+Shift+Down"
RAMP = "Shift+W"  # of the cells of a row


class CardMenu(QToolButton):
    """`moved` carries the places to go (−1 is up), `rested` the seconds of rest, 0 as usual."""

    swap_wanted = Signal()
    moved = Signal(int)
    noted = Signal()
    joined = Signal()
    parted = Signal()
    about_wanted = Signal()
    removed = Signal()
    rested = Signal(int)
    ramp_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        icons.give(self, "more")
        self.setProperty("kind", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._menu, self._rests = QMenu(self), RestMenu(self)
        self._build()
        self.setMenu(self._menu)

    def show_exercise(self, name: str, superset: int | None) -> None:
        """Tell whose menu it is."""
        self.setAccessibleName(tr("Menu of {0}").format(name))
        self._part.setEnabled(superset is not None)

    def show_place(self, first: bool, last: bool) -> None:
        """Offer what can be done from a place in the session."""
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)
        self._join.setEnabled(not last)

    def open(self) -> None:
        """Open the menu below its button."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _build(self) -> None:
        self._entry(tr("&Swap…"), SWAP).triggered.connect(self.swap_wanted)
        self._up = self._entry(tr("Move &up"), UP)
        self._down = self._entry(tr("Move &down"), DOWN)
        self._up.triggered.connect(lambda: self.moved.emit(-1))
        self._down.triggered.connect(lambda: self.moved.emit(1))
        self._join = self._menu.addAction(tr("Superset with the ne&xt exercise"))
        self._join.triggered.connect(self.joined)
        self._part = self._menu.addAction(tr("&Take out of the superset"))
        self._part.triggered.connect(self.parted)
        self._entry(tr("&Note…"), NOTE).triggered.connect(self.noted)
        self._entry(tr("Add &warm-up sets"), RAMP).triggered.connect(self.ramp_wanted)
        self._menu.addMenu(self._rests)
        self._rests.chosen.connect(self.rested)
        about = self._menu.addAction(icons.icon("about"), tr("&About this exercise"))
        about.triggered.connect(self.about_wanted)
        self._menu.addSeparator()
        remove = self._menu.addAction(icons.icon("delete"), tr("&Remove"))
        remove.triggered.connect(self.removed)

    def _entry(self, words: str, keys: str) -> QAction:
        """Add an entry that names the keys which do the same anywhere in the card."""
        return self._menu.addAction(f"{words}\t{key_names.shown(keys)}")
