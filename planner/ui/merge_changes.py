"""What a merge would bring, change and delete: a line for each lifter, and one for the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.coach import merge_counts, wording
from planner.coach.merging import Count, LifterChanges, MergePreview
from planner.language import tr
from planner.ui.counts import sessions
from planner.ui.merge_namesakes import MergeNamesakes
from planner.ui.table_model import Column, TableModel
from planner.ui.widgets import column, wrapped
from planner.ui.wrapping_table import WrappingTable

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Changes:
    """Whose changes these are, and what they are in words."""

    whose: str
    new: str
    changed: str
    deleted: str


class MergeChanges(QWidget):
    """A table of what would be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = TableModel(self._columns(), self)
        self.table = WrappingTable(self.model, self, by_content=True)
        self.table.setAccessibleName(tr("What comes in, changes and goes"))
        self.nothing = wrapped("", "", self)
        self.namesakes = MergeNamesakes(self)
        layout = column(self)
        layout.addWidget(self.namesakes)
        layout.addWidget(self.nothing)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)

    def _columns(self) -> list[Column[Changes]]:
        return [
            Column("", lambda row: row.whose),
            Column(tr("New"), lambda row: row.new),
            Column(tr("Changed"), lambda row: row.changed),
            Column(tr("Deleted"), lambda row: row.deleted),
        ]

    def show_preview(self, preview: MergePreview) -> None:
        """Show what a merge would do, or that it would do nothing."""
        self.namesakes.show_namesakes(preview.namesakes)
        self.model.set_rows(changes(preview))
        self.nothing.setText(_nothing(preview))
        self.nothing.setVisible(preview.is_empty())
        self.table.setVisible(self.model.rowCount() > 0)


def _nothing(preview: MergePreview) -> str:
    if preview.is_all_here():
        return tr("Nothing new: all of it is here already.")
    return tr("Nothing comes in: where the two differ, what is here is later.")


def changes(preview: MergePreview) -> list[Changes]:
    """Put into words what a merge does; lifters of whom nothing changes are left out."""
    made = []
    for lifter in preview.lifters:
        name = lifter.name
        if lifter.is_new:
            with_namesake = tr("{name} (new, beside another of that name)")
            words = with_namesake if lifter.namesake else tr("{name} (new)")
            name = words.format(name=name)
        if lifter.goes:
            name = _going(lifter)
        if lifter.is_new or lifter.goes or any(map(_matters, lifter.counts)):
            made.append(in_words(name, lifter.counts))
    if any(map(_matters, preview.library)):
        made.append(in_words(tr("Exercises, programs, settings"), preview.library))
    return made


def _going(lifter: LifterChanges) -> str:
    if not lifter.only_here:
        return tr("{name} (goes to the trash)").format(name=lifter.name)
    words = tr("{name} (goes to the trash; {sessions} only here)")
    return words.format(name=lifter.name, sessions=sessions(lifter.only_here))


def _matters(count: Count) -> bool:
    return bool(count.new or count.changed or count.deleted)


def in_words(whose: str, counts: Sequence[Count]) -> Changes:
    """Put into words what is done of someone's."""
    return Changes(
        whose,
        _listed(counts, lambda count: count.new),
        _listed(counts, lambda count: count.changed),
        _listed(counts, lambda count: count.deleted),
    )


def _listed(counts: Sequence[Count], of: Callable[[Count], int]) -> str:
    told = (merge_counts.counted(of(each), each.what) for each in counts if of(each))
    return wording.in_row(told) or NOTHING
