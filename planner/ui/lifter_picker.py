"""The lifter at the top left: initials, name, and a list to choose another from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from planner.language import tr
from planner.ui import icons, theme

if TYPE_CHECKING:
    from planner.engine.terms import Lifter
    from planner.ui.lifter_popup import LifterPopup

ARROW_PX = 10  # between the sign of the list and the edge
NAME_WIDTH = 150  # px; longer names end in …
WIDTH = 224  # px, whatever the name: the tabs beside it stay where they are
NARROW_WIDTH = 152  # px in a narrow window


class LifterPicker(QToolButton):
    """Shows the lifter; a click asks for the list.

    `chosen` carries an id, `new_wanted` asks for a new one, `all_wanted` for the list of all.
    """

    chosen = Signal(int)
    new_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifters: tuple[Lifter, ...] = ()
        self._current: Lifter | None = None
        self._width = WIDTH
        self._shown: object = None  # what was shown last, and how
        self.setProperty("kind", "picker")

    @cached_property
    def popup(self) -> LifterPopup:
        """The list, made when it is first opened."""
        from planner.ui.lifter_popup import LifterPopup

        made = LifterPopup(self)
        made.chosen.connect(self.chosen)
        made.new_wanted.connect(self.new_wanted)
        made.all_wanted.connect(self.all_wanted)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint no box before anybody is known: none may ever be, if the file does not open."""
        if self._shown is None:
            return
        super().paintEvent(event)
        if self._current is not None:
            ends = QRect(self.width() - ARROW_PX - icons.LIST_PX, 0, icons.LIST_PX, self.height())
            icons.icon("down").paint(QPainter(self), self.mirrored(ends))

    def mirrored(self, place: QRect) -> QRect:
        """Return a place as it is where lines are read in this button's direction."""
        return QtWidgets.QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def show_lifters(self, lifters: Sequence[Lifter], current: Lifter | None) -> None:
        """Show who there is, and whose data the window shows."""
        known = tuple(lifters), current, theme.grown(self._width), self.devicePixelRatioF()
        if known == self._shown:
            return
        self._shown = known
        self.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMinimumHeight(0)
        self.setFixedWidth(theme.grown(self._width))
        self._lifters, self._current = tuple(lifters), current
        name = current.name if current is not None else tr("No lifter yet")
        room = theme.grown(NAME_WIDTH - (WIDTH - self._width))
        shown = self.fontMetrics().elidedText(name, QtCore.Qt.TextElideMode.ElideRight, room)
        self.setText(f" {shown}".replace("&", "&&"))
        self.setToolTip(tr("{name} – switch with Ctrl+L").format(name=name))
        self.setAccessibleName(tr("Lifter: {name}").format(name=name))
        self._draw()

    def show_narrow(self, narrow: bool) -> None:
        """Be less wide where the bar has little room; a long name is cut."""
        wanted = NARROW_WIDTH if narrow else WIDTH
        if wanted != self._width:
            self._width = wanted
            if self._current is not None:
                self.show_lifters(self._lifters, self._current)

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
        if self._current is None:
            return
        from planner.ui import lifter_disc

        self.setIconSize(QSize(lifter_disc.SIZE, lifter_disc.SIZE))
        self.setIcon(lifter_disc.disc(self._current.name, self.devicePixelRatioF()))
