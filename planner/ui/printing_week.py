"""Gather the sheets of a week: of the lifter shown, or of everybody who has it planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from planner.coach import clients, printing
from planner.coach.printing import NothingPlanned, Sheet
from planner.engine.terms import Lifter

SHOW_AFTER_MS = 500
AT_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class PrintedWeek:
    """The week that holds a day, for a lifter among others."""

    lifter_id: int
    week_of: date
    today: date

    def own(self) -> list[Sheet]:
        """Return the lifter's sheet; raises NothingPlanned."""
        return printing.sheets([self.lifter_id], self.week_of, self.today)

    def has_others(self) -> bool:
        """Say whether there are more lifters than this one."""
        return len(clients.lifters()) > 1

    def without_plan(self) -> str:
        """Name the lifters who have nothing planned in the week: 'Ben, Cem and 3 more'."""
        names = printing.without_plan(clients.lifters(), self.week_of)
        named = ", ".join(names[:AT_MOST_NAMED])
        if len(names) <= AT_MOST_NAMED:
            return named
        text = QCoreApplication.translate("PrintedWeek", "{names} and {count} more")
        return text.format(names=named, count=len(names) - AT_MOST_NAMED)

    def everybody(self, parent: QWidget) -> list[Sheet]:
        """Return the sheets of all who have the week planned; [] for nobody or when cancelled.

        Progress is shown when it takes longer than half a second.
        """
        lifters = clients.lifters()
        progress = _progress(len(lifters), parent)
        made: list[Sheet] = []
        for number, lifter in enumerate(lifters):
            progress.setValue(number)
            if progress.wasCanceled():
                made.clear()
                break
            made.extend(self._of(lifter))
        progress.reset()
        progress.deleteLater()
        return made

    def _of(self, lifter: Lifter) -> list[Sheet]:
        try:
            return printing.sheets([lifter.id or 0], self.week_of, self.today)
        except NothingPlanned:
            return []


def _progress(count: int, parent: QWidget) -> QProgressDialog:
    reading = QCoreApplication.translate("PrintedWeek", "Reading the plans of all lifters…")
    cancel = QCoreApplication.translate("PrintedWeek", "&Cancel")
    made = QProgressDialog(reading, cancel, 0, count, parent)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.setMinimumDuration(SHOW_AFTER_MS)
    return made
