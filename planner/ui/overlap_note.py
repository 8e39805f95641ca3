"""What becomes of the blocks that a new one runs into, and a box to end the older ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.coach.overlaps import Overlap
from planner.language import passage, tr
from planner.ui import counts, dates, widgets

Overlaps = Callable[[date, date], Sequence[Overlap]]


def nothing(_starts_on: date, _ends_on: date) -> Sequence[Overlap]:
    """Return no block: where nobody has a plan yet."""
    return ()


class OverlapNote(QWidget):
    """Hidden while the days are free; `ending()` are the blocks that shall end."""

    def __init__(self, parent: QWidget, overlaps: Overlaps) -> None:
        super().__init__(parent)
        self._overlaps = overlaps
        self._older: list[Overlap] = []
        lines = widgets.column(self, spacing=6)
        self.said = widgets.wrapped("", "warn", self)
        self.end = QCheckBox(self)
        lines.addWidget(self.said)
        lines.addWidget(self.end)
        self.hide()

    def show_for(self, starts_on: date, ends_on: date) -> None:
        """Say what a block with these days runs into."""
        found = self._overlaps(starts_on, ends_on)
        self._older = [each for each in found if not each.newer]
        self.said.setText(passage(_said(each) for each in found))
        self.end.setText(_end(self._older) if self._older else "")
        self.end.setVisible(bool(self._older))
        self.setVisible(bool(found))

    def clear(self) -> None:
        """Be about nothing, as where a program joins what is there."""
        self._older = []
        self.hide()

    def ending(self) -> list[int]:
        """Return the ids of the blocks that shall end the day before."""
        return [each.block_id for each in self._older if self.end.isChecked()]


def _said(found: Overlap) -> str:
    since, until = dates.short(found.since), dates.short(found.until, found.since)
    if found.newer:
        words = tr("From {since} on the days belong to “{name}”, which starts later.")
    else:
        words = tr(
            "“{name}” lasts until {until}: from {since} on the days belong to the newer one."
        )
    return words.format(name=found.name, since=since, until=until)


def _end(older: Sequence[Overlap]) -> str:
    left = counts.sessions(sum(each.left for each in older))
    if len(older) == 1:
        words = tr("End “{name}” the day &before: {left} not begun are deleted")
        return words.format(name=older[0].name.replace("&", "&&"), left=left)
    return tr("End these blocks the day &before: {left} not begun are deleted").format(left=left)
