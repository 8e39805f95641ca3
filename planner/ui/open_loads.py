"""The line above the week that offers loads for planned lifts that lack them, or are too high."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import planning
from planner.coach.planning import PlanView
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import widgets
from planner.ui.writing import writes

NAMED = 3  # lifts; more are counted


class OpenLoads(QFrame):
    """Is there only while the log can tell a load that the plan lacks, or one is over a limit."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        line = widgets.row(self)
        line.setContentsMargins(12, 6, 6, 6)
        self._lowers = False
        self._whose = 0, 0, date.min  # lifter, block, today
        self._words = widgets.ElidedLabel("", "", self)
        self._fill = widgets.button(tr("Fill loads"), "", self)
        self._fill.setProperty("density", "small")
        self._fill.clicked.connect(self._press)
        writes(self._fill)
        line.addWidget(self._words, 1)
        line.addWidget(self._fill)
        self.hide()

    def offers(self) -> bool:
        """Return whether there is a load to fill."""
        return not self.isHidden()

    def show_plan(self, view: PlanView | None, lifter_id: int, today: date) -> None:
        """Name what there is to do to the loads of the block that a lifter sees today; without a
        block the line goes."""
        if view is None:
            self.hide()
            return
        self._whose = lifter_id, view.mesocycle.id or 0, today
        names, over = (
            [view.exercises[slug].name for slug in slugs]
            for slugs in (view.open_lifts, view.over_limit)
        )
        self.show_lifts(names, over)

    def show_lifts(self, names: Sequence[str], over: Sequence[str] = ()) -> None:
        """Name the lifts with loads over a limit, else those whose loads can be filled; without
        any the line goes."""
        self._lowers = bool(over)
        words, action, tip = self._over_limit() if over else self._open()
        self._fill.setText(action)
        self._fill.setToolTip(tip)
        self._words.show_text(words.format(names=self._named(over or names)))
        self.setVisible(bool(over or names))

    def _press(self) -> None:
        self.lower() if self._lowers else self.fill()

    def fill(self) -> None:
        """Ask for loads where there are none; for nothing while the line is not there."""
        self._ask(tr("Fill loads"), planning.fill_loads)

    def lower(self) -> None:
        """Ask for loads within the limits; for nothing while the line is not there."""
        self._ask(tr("Bring loads down"), planning.lower_loads)

    def _ask(self, label: str, write: Callable[[int, int, date], object]) -> None:
        if self.offers():
            self.wanted.emit(label, partial(write, *self._whose), None)

    def _over_limit(self) -> tuple[str, str, str]:
        tip = tr("To the limit, in this week and later. Ctrl+Z takes it back.")
        return tr("Planned over a limit: {names}"), tr("Bring loads down"), tip

    def _open(self) -> tuple[str, str, str]:
        tip = tr("From your strength today; loads that are there stay. Ctrl+Z takes it back.")
        words = tr("No load yet, though your log tells one: {names}")
        return words, tr("Fill loads"), tip

    def _named(self, names: Sequence[str]) -> str:
        shown = in_row(names[:NAMED])
        if len(names) > NAMED:
            shown = tr("{names} and {count} more").format(names=shown, count=len(names) - NAMED)
        return shown
