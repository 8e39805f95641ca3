"""Lighter loads after time off that a sheet does not have, as nobody accepted them yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coach import deciding, return_loads
from planner.coach.sheet import Sheet
from planner.engine.terms import Suggestion
from planner.language import tr
from planner.ui import widgets
from planner.ui.writing import writes


class OpenReturns(QWidget):
    """Says that the sheet of a re-entry week has the loads from before, and offers the lighter.

    `accept_wanted` carries what writes them.
    """

    accept_wanted = Signal(object)

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._lifter_id = 0
        self._made: Sequence[Suggestion] = ()
        self._words = widgets.wrapped("", "", self)
        self.accept = widgets.button(tr("&Accept and show"), "", self)
        self.accept.clicked.connect(self._accept)
        writes(self.accept)
        layout = widgets.row(self)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.accept)

    def show_sheet(self, made: Sheet, lifter_id: int, of: date) -> None:
        """Show what is open for the lifter of a sheet, of the week that holds a day."""
        self._lifter_id = lifter_id
        self._made = ()
        if made.re_entry:
            self._made = return_loads.open_returns(lifter_id, of, self._today)
        self._words.setText(
            tr(
                "Printed as planned before the time off: lighter loads "
                "for the return wait to be accepted."
            )
        )
        self.setVisible(bool(self._made))

    def _accept(self) -> None:
        write = partial(deciding.accept_all, self._lifter_id, self._made, self._today)
        self.accept_wanted.emit(write)
