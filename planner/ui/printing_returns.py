"""Lighter loads after time off that a sheet does not have, as nobody accepted them yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coach import deciding, return_loads, return_sets
from planner.coach.sheet import Sheet
from planner.engine.terms import Suggestion
from planner.language import ntr, passage, tr
from planner.ui import counts, suggestion_words, widgets
from planner.ui.slices import Slices
from planner.ui.writing import writes


class OpenReturns(QWidget):
    """Says that the sheet of a re-entry week has the loads of the plan, and offers the lighter.

    It tells too how many other sheets wait for the same. `accept_wanted` carries what writes them,
    `show_wanted` the place of the next sheet that waits.
    """

    accept_wanted = Signal(object)
    show_wanted = Signal(int)

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._ids: Sequence[int] = ()
        self._of, self._lifter_id, self._name = today, 0, ""
        self._made: Sequence[Suggestion] = ()
        self._waiting: set[int] = set()
        self._words = widgets.wrapped("", "", self)
        self.following = widgets.button(tr("Show the &next"), "", self)
        self.following.clicked.connect(self._show_following)
        self.accept = widgets.button(tr("&Accept and show"), "", self)
        self.accept.clicked.connect(self._accept)
        writes(self.accept)
        layout = widgets.row(self)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.following)
        layout.addWidget(self.accept)
        self._slices = Slices(parent)
        self._slices.made.connect(self._take)

    def show_sheet(self, made: Sheet, ids: Sequence[int], number: int, of: date) -> None:
        """Show what is open for the lifter of a sheet, one of several of the week of a day."""
        if (list(ids), of) != (self._ids, self._of):
            self._look_through(ids, of)
        self._lifter_id, self._name = ids[number], made.lifter
        self._slices.drop(self._lifter_id)
        self._made = ()
        if made.re_entry:
            self._made = return_loads.open_returns(self._lifter_id, of, self._today)
        self._take(self._lifter_id, bool(self._made))

    def _look_through(self, ids: Sequence[int], of: date) -> None:
        self._ids, self._of, self._waiting = list(ids), of, set()
        look = return_loads.looking
        self._slices.begin({each: partial(look, each, of, self._today) for each in ids})

    def _take(self, lifter_id: int, waits: bool) -> None:
        (self._waiting.add if waits else self._waiting.discard)(lifter_id)
        others = len(self._waiting - {self._lifter_id})
        said = self._own(), self._shorter(), _others(others)
        self._words.setText(passage(filter(None, said)))
        self.accept.setVisible(bool(self._made))
        self.following.setVisible(others > 0)
        self.setVisible(bool(self._made) or others > 0)

    def _own(self) -> str:
        words = tr("{name}: printed as planned; lighter loads for the return wait to be accepted.")
        return words.format(name=self._name) if self._made else ""

    def _show_following(self) -> None:
        here = self._ids.index(self._lifter_id)
        places = (*range(here + 1, len(self._ids)), *range(here))
        self.show_wanted.emit(next(p for p in places if self._ids[p] in self._waiting))

    def _shorter(self) -> str:
        lines = return_sets.shorter(self._lifter_id, self._made, self._today)
        return suggestion_words.shorter(return_sets.names(lines))

    def _accept(self) -> None:
        write = partial(deciding.accept_all, self._lifter_id, self._made, self._today)
        self.accept_wanted.emit(write)


def _others(number: int) -> str:
    """Say how many other sheets have the loads of the plan; '' for none."""
    words = ntr(
        "{n} other sheet waits for lighter loads after time off.",
        "{n} other sheets wait for lighter loads after time off.",
        number,
    )
    return words.format(n=counts.count(number)) if number else ""
