"""The line above the week that offers loads for planned lifts that have none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.ui import widgets

NAMED = 3  # lifts; more are counted


class OpenLoads(QFrame):
    """Is there only while the log can tell a load that the plan lacks."""

    fill_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        line = widgets.row(self)
        line.setContentsMargins(12, 6, 6, 6)
        self._words = widgets.ElidedLabel("", "", self)
        self._fill = widgets.button(self.tr("Fill loads"), "", self)
        self._fill.setProperty("density", "small")
        self._fill.setToolTip(
            self.tr("From your strength today; loads that are there stay. Ctrl+Z takes it back.")
        )
        self._fill.clicked.connect(self.fill_wanted)
        line.addWidget(self._words, 1)
        line.addWidget(self._fill)
        self.hide()

    def offers(self) -> bool:
        """Return whether there is a load to fill."""
        return not self.isHidden()

    def show_lifts(self, names: Sequence[str]) -> None:
        """Name the lifts whose loads can be filled; without any the line goes."""
        shown = ", ".join(names[:NAMED])
        if len(names) > NAMED:
            shown = self.tr("{names} and {count} more").format(
                names=shown, count=len(names) - NAMED
            )
        words = self.tr("No load yet, though your log tells one: {names}")
        self._words.show_text(words.format(names=shown))
        self.setVisible(bool(names))
