"""The one bar: the lifter, the three tabs, Undo, and the few actions of the visible tab."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QToolButton,
    QWidget,
)

from planner.language import tr
from planner.ui import icons, key_names
from planner.ui.lifter_picker import LifterPicker
from planner.ui.theme import GRID
from planner.ui.widgets import row

WIDEST, HIGHEST = 320, 96  # px that are kept free at most, whatever was remembered


class TabName(IntEnum):
    """The three tabs, in their order."""

    PLANNER = 0
    LOG = 1
    CHARTS = 2


def tab_title(name: TabName) -> str:
    """Return what a tab is called."""
    return {
        TabName.PLANNER: tr("Planner"),
        TabName.LOG: tr("Log"),
        TabName.CHARTS: tr("Charts"),
    }[name]


def show_short(button: QPushButton, short: bool) -> None:
    """Let a button say less where it has a word for that, as a property of its own."""
    if button.property("short"):
        full = button.property("full") or button.text()
        button.setProperty("full", full)
        button.setText(button.property("short") if short else full)


class TopBar(QFrame):
    """`tab_wanted` carries a TabName, `undo_wanted` the wish to take the last action back."""

    tab_wanted = Signal(int)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.picker = LifterPicker(self)
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(self.tab_wanted)
        self.undo = self._undo_button()
        self._line = row(self)
        self._line.setContentsMargins(12, 0, 12, 0)
        self._line.addWidget(self.picker)
        for name in TabName:
            self._line.addWidget(self._tab_button(name))
        self._line.addStretch(1)
        self._line.addWidget(self.undo)
        self._actions: dict[TabName, QWidget] = {}
        self._narrow = False
        self.show_undo("")

    def _undo_button(self) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("kind", "undo")
        made.setText(tr("Undo"))
        made.setEnabled(False)
        made.clicked.connect(self.undo_wanted)
        return made

    def _tab_button(self, name: TabName) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("kind", "tab")
        made.setText(tab_title(name))
        made.setCheckable(True)
        made.setToolTip(key_names.shown(f"Ctrl+{name + 1}"))
        made.setAccessibleName(tr("{tab} tab").format(tab=tab_title(name)))
        self._tabs.addButton(made, name)
        return made

    def keep_room(self, whole: QSize, lifter: QSize) -> None:
        """Be as high as with a tab's actions, and keep room for a lifter, until they are shown."""
        self.setMinimumHeight(min(whole.height(), HIGHEST))
        self.picker.setMinimumSize(lifter.boundedTo(QSize(WIDEST, HIGHEST)))

    def add_actions(self, name: TabName, widgets: Sequence[QWidget]) -> None:
        """Take a tab's actions into the bar."""
        box = QWidget(self)
        line = row(box)
        for widget in widgets:
            line.addWidget(widget)
        box.hide()
        self.setMinimumHeight(0)
        self._actions[name] = box
        self._sign_undo()
        self._shorten()
        self._line.addWidget(box)

    def _sign_undo(self) -> None:
        """Give Undo its icon with the first tab: to draw it takes 4 ms of the first paint."""
        if self.undo.icon().isNull():
            icons.give(self.undo, "undo", "accent")
            self.show_narrow(self._narrow)

    def show_tab(self, name: TabName) -> None:
        """Mark a tab and show its actions."""
        self._tabs.button(name).setChecked(True)
        for of, box in self._actions.items():
            box.setVisible(of is name)

    def show_undo(self, what: str) -> None:
        """Say what Undo would take back; '' is nothing."""
        self.undo.setEnabled(bool(what))
        tip = tr("Undo “{what}” (Ctrl+Z)").format(what=what)
        self.undo.setToolTip(tip if what else tr("Nothing to undo"))
        self.undo.setAccessibleName(tip if what else tr("Undo"))

    def show_narrow(self, narrow: bool) -> None:
        """Save room where there is little: Undo is its arrow only."""
        self.undo.setProperty("toolButtonStyle", icons.ALONE if narrow else icons.BESIDE)
        self.picker.show_narrow(narrow)
        self._narrow = narrow
        self._shorten()
        margin = 4 if narrow else 12
        self._line.setContentsMargins(margin, 0, margin, 0)
        self._line.setSpacing(margin if narrow else GRID)

    def _shorten(self) -> None:
        for box in self._actions.values():
            for button in box.findChildren(QPushButton):
                show_short(button, self._narrow)

    def show_picker(self, shown: bool) -> None:
        """Show who there is, or nobody; a bar with nothing in it goes."""
        self.picker.setVisible(shown)
        self.setVisible(shown or self._tabs.button(TabName.PLANNER).isVisibleTo(self))

    def show_plain(self, plain: bool) -> None:
        """Hide or show everything but the empty bar, as on the first start."""
        for button in self._tabs.buttons():
            button.setVisible(not plain)
        self.picker.setVisible(not plain)
        self.undo.setVisible(not plain)
        for box in self._actions.values() if plain else ():
            box.hide()
