"""Whose week is printed, which week, and its sheets one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from planner.coach import lifter_lock, printing, sheet_stop
from planner.coach.sheet import Sheet
from planner.coach.wording import in_row
from planner.engine.terms import Lifter, Stopped
from planner.language import tr

SHOW_AFTER_MS = 500
AT_MOST_NAMED = 4
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PrintedWeek:
    """The week that holds a day, for a lifter among others."""

    lifter_id: int
    week_of: date
    today: date

    def days(self) -> list[date]:
        """Return a day of each week to choose from: today's, the next, another one asked for."""
        this, following = self.today, self.today + WEEK
        if self.today - WEEK < self.week_of <= self.today:
            return [self.week_of, following]
        if self.today < self.week_of <= following:
            return [this, self.week_of]
        return [this, following, self.week_of]

    def lifters(self) -> list[Lifter]:
        """List all lifters but those who are locked."""
        return lifter_lock.lifters()

    def planned(self, of: date) -> list[int]:
        """Return the ids of all who have the week of a day planned, in the order of the list."""
        planned = printing.planned_ids(of)
        shown = lifter_lock.lifters()
        return [made.id for made in shown if made.id is not None and made.id in planned]

    def sheet(self, lifter_id: int, of: date) -> Sheet:
        """Return a lifter's sheet; raises NothingPlanned."""
        return printing.week_sheet(lifter_id, of, self.today)

    def stopped(self, lifter_ids: Sequence[int]) -> str:
        """Name those of some lifters who are not to train before they are cleared."""
        known = (made for made in lifter_lock.lifters(True) if made.id in lifter_ids)
        return in_row([e.name for e in known if sheet_stop.is_stopped(e.id or 0, self.today)])

    def without_plan(self, of: date) -> str:
        """Name the lifters who have nothing planned in a week: 'Ben, Cem and 3 more'."""
        names = printing.without_plan(lifter_lock.lifters(), of)
        named = in_row(names[:AT_MOST_NAMED])
        if len(names) <= AT_MOST_NAMED:
            return named
        return tr("{names} and {count} more").format(names=named, count=len(names) - AT_MOST_NAMED)

    def sheets(self, lifter_ids: Sequence[int], of: date, parent: QWidget) -> Iterator[Sheet]:
        """Yield the sheets in turn; between them the window lives and Cancel can be pressed.

        Progress is shown when it takes longer than half a second. Raises Stopped.
        """
        progress = _progress(len(lifter_ids), parent)
        try:
            for number, lifter_id in enumerate(lifter_ids):
                progress.setValue(number)
                if progress.wasCanceled():
                    raise Stopped
                yield from printing.sheets([lifter_id], of, self.today)
        finally:
            progress.reset()
            progress.deleteLater()


def _progress(count: int, parent: QWidget) -> QProgressDialog:
    making = tr("Making the sheets…")
    made = QProgressDialog(making, tr("&Cancel"), 0, count, parent)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.setMinimumDuration(SHOW_AFTER_MS)
    return made
