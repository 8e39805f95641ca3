"""All limits of a lifter: those in force first, those that are over last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from planner.coach import scope
from planner.engine.terms import Restriction, Unit
from planner.language import tr
from planner.ui import dates
from planner.ui.edited_list import EditedList
from planner.ui.list_dialog import Listing
from planner.ui.table_model import Column


class ScopeList(EditedList):
    """`wanted` carries the limit to edit, `delete_wanted` the one to delete."""

    usual_size = QSize(820, 400)

    def __init__(
        self, parent: QWidget, known: Sequence[Restriction], name: str, unit: Unit, today: date
    ) -> None:
        super().__init__(parent)
        self._today, self._unit = today, unit
        self.build(
            Listing(
                title=tr("Limits: {name}").format(name=name),
                about=tr("What the lifter is limited to"),
                note=tr(
                    "No load over a limit is suggested; plan, log and sheet show it. What is over "
                    "stays listed and does nothing."
                ),
                take=tr("&Edit…"),
                columns=self._columns(),
                wide=0,
                rows=sorted(known, key=lambda made: not scope.in_force(made, today)),
            )
        )

    def state(self, made: Restriction) -> str:
        """Say whether a limit holds, and until when."""
        if made.since > self._today:
            return tr("from {0}").format(dates.short(made.since, self._today))
        if made.until is None:
            return tr("until changed")
        day = dates.short(made.until, self._today)
        if not scope.in_force(made, self._today):
            return tr("over since {0}").format(day)
        soon = tr("ends soon: {0}") if scope.ends_soon(made, self._today) else "{0}"
        return soon.format(day)

    def _columns(self) -> tuple[Column[Restriction], ...]:
        return (
            Column(tr("Limit"), lambda made: scope.listed(made, self._unit)),
            Column(tr("Until"), self.state),
            Column(tr("By"), scope.whom),
        )
