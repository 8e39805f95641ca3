"""What was decided on suggestions: by day, with who decided, why, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QHeaderView, QLineEdit, QWidget

from planner.coach import trail
from planner.coach.trail import Decided, DecisionVerdict
from planner.language import collated, tr
from planner.ui import dates
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import button, column, label, row, wrapped

USUAL_SIZE = QSize(920, 560)


class TrailDialog(QDialog):
    """Lists a lifter's decisions, newest first; the one that is marked is told in full."""

    def __init__(self, lifter_id: int, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id, self._every = lifter_id, trail.decided(lifter_id)
        self.setWindowTitle(tr("What was decided"))
        open_at(self, USUAL_SIZE)
        self.search, self.lift, self.verdict = QLineEdit(self), QComboBox(self), QComboBox(self)
        self.model = TableModel(_columns(today), self)
        self.table = plain_table(self.model, self)
        self.detail = wrapped("", "", self)
        self.none = wrapped("", "muted", self)
        self._arrange()
        self.search.textChanged.connect(self._show)
        self.lift.currentIndexChanged.connect(self._show)
        self.verdict.currentIndexChanged.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self._show()
        self.search.setFocus()

    def copy(self) -> None:
        """Put the decisions that are listed on the clipboard."""
        QGuiApplication.clipboard().setText(trail.as_text(self._lifter_id, self._listed()))

    def _arrange(self) -> None:
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(tr("What was decided"), "title", self))
        layout.addLayout(self._filters())
        self.table.setAccessibleName(tr("Decisions, the newest first"))
        header = self.table.horizontalHeader()
        for wide in _WIDE:
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none)
        self.detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.detail.setAccessibleName(tr("The decision that is marked"))
        layout.addWidget(self.detail)
        layout.addLayout(self._bottom())

    def _filters(self) -> QHBoxLayout:
        self.search.setPlaceholderText(tr("Search…"))
        self.search.setAccessibleName(tr("Search the decisions"))
        self.search.setClearButtonEnabled(True)
        self.lift.setAccessibleName(tr("Lift"))
        self.lift.addItem(tr("All lifts"), None)
        for name in sorted({each.lift for each in self._every}, key=collated):
            self.lift.addItem(name or _whole(), name)
        self.verdict.setAccessibleName(tr("Decision"))
        self.verdict.addItem(tr("All decisions"), None)
        for verdict in DecisionVerdict:
            self.verdict.addItem(verdict_word(verdict), verdict)
        line = row()
        line.addWidget(self.search, 1)
        line.addWidget(self.lift)
        line.addWidget(self.verdict)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.copying = button(tr("Copy as &text"), parent=self)
        self.copying.clicked.connect(self.copy)
        self.copying.setAutoDefault(False)
        line.addWidget(self.copying)
        line.addStretch(1)
        line.addWidget(close_button(self))
        return line

    def _listed(self) -> Sequence[Decided]:
        lift, verdict = self.lift.currentData(), self.verdict.currentData()
        return trail.found(self._every, self.search.text(), lift, verdict)

    def _show(self) -> None:
        listed = self._listed()
        self.model.set_rows(listed)
        self.copying.setEnabled(bool(listed))
        self.none.setVisible(not listed)
        nothing = tr("Nothing is decided yet: accept, put off or dismiss a suggestion.")
        self.none.setText(tr("No decision fits.") if self._every else nothing)
        self.table.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        index = self.table.currentIndex()
        known = index.isValid() and index.row() < self.model.rowCount()
        self.detail.setText(told(self.model.row(index.row())) if known else "")
        self.detail.setVisible(known)


def told(made: Decided) -> str:
    """Write a decision in full, a line each: what was suggested, and what came of it."""
    by = tr("{verdict} by {name}").format(verdict=verdict_word(made.verdict), name=made.by)
    lines = (
        made.said,
        by if made.by else verdict_word(made.verdict),
        tr("Suggested: {change}").format(change=made.proposed) if made.proposed else "",
        tr("Taken: {change}").format(change=made.changed) if made.changed else "",
        tr("Reason: {reason}").format(reason=made.reason) if made.reason else "",
    )
    return "\n".join(line for line in lines if line)


def in_short(made: Decided) -> str:
    """Write a decision in a line: day, verdict, and what came of it or why not."""
    what = " – ".join(part for part in (_change(made), made.reason) if part)
    start = f"{dates.short(made.on)}: {verdict_word(made.verdict)}"
    return f"{start}, {what}" if what else start


def verdict_word(verdict: DecisionVerdict) -> str:
    """Return what a verdict is called."""
    return {
        DecisionVerdict.ACCEPTED: tr("Accepted"),
        DecisionVerdict.CHANGED: tr("Accepted, changed"),
        DecisionVerdict.DISMISSED: tr("Dismissed"),
        DecisionVerdict.LATER: tr("Later"),
        DecisionVerdict.ANSWERED: tr("Answered"),
    }[verdict]


_WIDE = (2, 5)  # what was suggested, and the reason


def _columns(today: date) -> list[Column[Decided]]:
    return [
        Column(tr("Day"), lambda made: made.on, partial(_day, today)),
        Column(tr("Lift"), lambda made: made.lift or _whole()),
        Column(tr("Suggested"), lambda made: made.headline),
        Column(tr("Decision"), lambda made: verdict_word(made.verdict)),
        Column(tr("Change"), lambda made: _change(made) or None),
        Column(tr("Reason"), lambda made: made.reason or None),
        Column(tr("By"), lambda made: made.by or None),
    ]


def _change(made: Decided) -> str:
    """Return what accepting did, beside what was suggested where that was something else."""
    if not made.proposed:
        return made.changed
    return tr("{taken} instead of {proposed}").format(taken=made.changed, proposed=made.proposed)


def _day(today: date, cell: Cell) -> str:
    return dates.short(cell, today) if isinstance(cell, date) else ""


def _whole() -> str:
    return tr("The lifter")
