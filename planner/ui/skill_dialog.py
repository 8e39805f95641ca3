"""What one lifter can do: a line a movement, and whether sound technique was seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from planner.coach import wording
from planner.coach.skills import MovementSkill
from planner.engine.terms import Phrase, Unit
from planner.language import tr
from planner.ui import counts, dates, skill_words
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job, Slices
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import ElidedLabel, button, column, row, wrapped
from planner.ui.writing import writes

USUAL_SIZE = QSize(940, 560)


class SkillDialog(QDialog):
    """`checked` carries a slug, and whether somebody saw sound technique in it today.

    `tiring` tells of a slug in which sets technique broke down lately.
    """

    checked = Signal(str, bool)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        unit: Unit,
        today: date,
        tiring: Callable[[str], Phrase | None],
    ) -> None:
        super().__init__(parent)
        self._unit, self._today = unit, today
        self._every: Sequence[MovementSkill] | None = None  # while it is read
        self._tiring = tiring
        self.setWindowTitle(tr("Skills of {name}").format(name=name))
        open_at(self, USUAL_SIZE)
        self.open_only = QCheckBox(tr("Only with &open practice"), self)
        self.model = TableModel[MovementSkill](self._columns(), self)
        self.table = plain_table(self.model, self)
        self.detail, self.seen = wrapped("", "", self), button("", parent=self)
        writes(self.seen)
        self.progress = reading_bar(tr("Reading the log"), self)
        self.reader = Slices(self)
        self._arrange()
        self.open_only.toggled.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.seen.clicked.connect(self._check)
        self.reader.made.connect(self._take)
        self.finished.connect(self.reader.stop)
        self._show()

    def read(self, job: Job) -> None:
        """Read the lifter's movements in short slices, and show them when they are read."""
        self.reader.begin_at_once({None: job})

    def _take(self, _key: object, made: Sequence[MovementSkill]) -> None:
        """Show what the lifter can do, with the same movement marked."""
        marked = self.marked()
        self._every = made
        self._show()
        slugs = [each.exercise.slug for each in self._listed()]
        if marked is not None and marked.exercise.slug in slugs:
            self.table.selectRow(slugs.index(marked.exercise.slug))

    def marked(self) -> MovementSkill | None:
        """Return the movement that is marked; None for none."""
        index = self.table.currentIndex()
        known = index.isValid() and index.row() < self.model.rowCount()
        return self.model.row(index.row()) if known else None

    def _columns(self) -> list[Column[MovementSkill]]:
        return [
            Column(tr("Movement"), lambda made: made.exercise.name),
            Column(tr("Skill"), skill_words.cell, skill_words.said, mark=skill_words.mark),
            Column(tr("Reps"), lambda made: made.reps, _thousands, numeric=True),
            Column(tr("Sessions"), lambda made: made.sessions, numeric=True),
            Column(tr("Last on"), lambda made: made.last_on, self._day),
            Column(tr("Sets rated"), lambda made: skill_words.looks(made.looks) or None),
        ]

    def _day(self, value: Cell) -> str:
        return dates.short(value, self._today) if isinstance(value, date) else ""

    def _arrange(self) -> None:
        layout = column(self, margin=24, spacing=12)
        top = row()
        top.addWidget(ElidedLabel(self.windowTitle(), "title", self), 1)
        top.addWidget(self.open_only)
        layout.addLayout(top)
        self.table.setAccessibleName(tr("Movements"))
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # open practice comes first
        header.setStretchLastSection(True)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 1)
        self.detail.setAccessibleName(tr("The movement that is marked"))
        layout.addWidget(self.detail)
        layout.addLayout(self._bottom())
        self.table.setFocus()

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.seen.setAutoDefault(False)
        line.addWidget(self.seen)
        line.addStretch(1)
        line.addWidget(close_button(self))
        return line

    def _listed(self) -> list[MovementSkill]:
        wanted = self.open_only.isChecked()
        return [each for each in self._every or () if not wanted or each.standing.left]

    def _show(self) -> None:
        self.progress.setVisible(self._every is None)
        self.model.set_rows(self._listed())
        self.table.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        made = self.marked()
        asks = made is not None and (bool(made.standing.left) or _was_seen(made))
        self.seen.setVisible(asks)
        if made is None:
            self.detail.setText(self._nothing())
            return
        tired = self._tiring(made.exercise.slug)
        said = wording.render(tired, self._unit) if tired is not None else ""
        self.detail.setText(f"{skill_words.told(made, self._unit)} {said}".rstrip())
        again, ends = (
            tr("Take &back that technique was sound"),
            tr("&Technique is sound: end practice"),
        )
        self.seen.setText(again if _was_seen(made) else ends)

    def _nothing(self) -> str:
        if self._every is None:
            return ""
        nothing = tr("No barbell or technical lift is logged or planned yet.")
        return tr("No practice is open.") if self._every else nothing

    def _check(self) -> None:
        made = self.marked()
        if made is not None:
            self.checked.emit(made.exercise.slug, not _was_seen(made))


def _was_seen(made: MovementSkill) -> bool:
    return made.checked_on is not None


def _thousands(value: Cell) -> str:
    return counts.count(value) if isinstance(value, int) else ""
