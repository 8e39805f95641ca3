"""The one bar: the lifter, the three tabs, Undo, and the few actions of the visible tab."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
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
from planner.ui.widgets import give_density, row

MOST_SAVED = 4  # steps by which the bar takes less room
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
    """`tab_wanted` carries a TabName, `undo_wanted` the wish to take the last action back.

    `shortened` tells tabs whether their actions are to take less room.
    """

    tab_wanted = Signal(int)
    undo_wanted = Signal()
    shortened = Signal(bool)

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
            widget.ensurePolished()  # else it is measured without its style
        box.hide()
        self.setMinimumHeight(0)
        self._actions[name] = box
        self._sign_undo()
        self._line.addWidget(box)
        self.fit()

    def _sign_undo(self) -> None:
        """Give Undo its icon with the first tab: to draw it takes 4 ms of the first paint."""
        if self.undo.icon().isNull():
            icons.give(self.undo, "undo", "accent")

    def show_tab(self, name: TabName) -> None:
        """Mark a tab and show its actions."""
        self._tabs.button(name).setChecked(True)
        for of, box in self._actions.items():
            shown = of is name
            if shown == box.isHidden():
                box.setVisible(shown)
                self.fit()

    def show_undo(self, what: str) -> None:
        """Say what Undo would take back; '' is nothing."""
        self.undo.setEnabled(bool(what))
        tip = tr("Undo “{what}” (Ctrl+Z)").format(what=what)
        self.undo.setToolTip(tip if what else tr("Nothing to undo"))
        self.undo.setAccessibleName(tip if what else tr("Undo"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let nothing be cut off: a language may need more room than another."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Save as little room as is needed to show all of the bar."""
        if not self._actions:
            return
        for saved in range(MOST_SAVED + 1):
            self._save_room(saved)
            if self._needed() <= self.width():
                return

    def _needed(self) -> int:
        """Return the width for the actions of any tab, so that the tabs stay where they are."""
        always = [self.picker.minimumWidth(), self.undo.minimumSizeHint().width()]
        always += [made.minimumSizeHint().width() for made in self._tabs.buttons()]
        widest = max(box.minimumSizeHint().width() for box in self._actions.values())
        sides = self._line.contentsMargins().left() + self._line.contentsMargins().right()
        return sum(always) + widest + len(always) * self._line.spacing() + sides

    def _save_room(self, saved: int) -> None:
        """Say less in the buttons, then show Undo as its arrow only, then less of the lifter.

        At last the tabs stand closer.
        """
        alone, close = saved > 1, saved > 2
        self.undo.setProperty("toolButtonStyle", icons.ALONE if alone else icons.BESIDE)
        self.picker.show_narrow(close)
        for box in self._actions.values():
            for button in box.findChildren(QPushButton):
                show_short(button, saved > 0)
        for tab in self._tabs.buttons():
            give_density(tab, "small" if saved > 3 else "")
            tab.updateGeometry()
        self.shortened.emit(saved > 0)
        margin = 4 if close else 12
        self._line.setContentsMargins(margin, 0, margin, 0)
        self._line.setSpacing(margin if close else GRID)
        self._line.activate()

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
