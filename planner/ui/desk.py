"""Where a story plays: whose it is, on which day, over which widget, and what writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.coach import clients
from planner.engine.terms import Lifter

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

Act = Callable[[str, Callable[[], object]], object]


class Desk(NamedTuple):
    """What a story needs; `act` takes the label of one undo step and what is done in it."""

    parent: QWidget
    lifter_id: int
    today: date
    act: Act

    @property
    def lifter(self) -> Lifter:
        """The lifter."""
        return clients.lifter(self.lifter_id)


def desk_of(window: MainWindow) -> Desk:
    """Return the desk of the lifter shown."""
    return Desk(window, window.lifter_id(), window.today(), window.act)
