"""Look at what several lifters are going to get, before it is stored."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QWidget

from planner.coach.assigning import Assignment
from planner.engine.terms import Lifter, Phrase
from planner.language import passage, tr
from planner.ui import counts, suggestion_words
from planner.ui.dialog_sizes import open_at
from planner.ui.slices import Slices
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import button, column, label, row, wrapped

USUAL_SIZE = QSize(960, 600)
WIDTHS = (184, 216, 200)  # px at the usual size; what to mind takes the rest
MIND = 3  # the column that is stretched


class Words(NamedTuple):
    """What the dialog says: its title, what happens, and the button for so many lifters."""

    title: str
    about: str
    take: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Receiver:
    """A lifter in the list; `made` is None until the log was read."""

    lifter: Lifter
    made: Assignment | None = None


class AssignDialog(QDialog):
    """`give_wanted` asks for what is ready to be stored; `assignments` are those of the lifters
    not left out. It stays open until `leave_with` closes it, or says why nothing was stored; who
    is rejected goes back to what was chosen before."""

    give_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        words: Words,
        lifters: Sequence[Lifter],
        job: Callable[[Lifter], Generator[None, None, Assignment]],
    ) -> None:
        super().__init__(parent)
        self._words, self._ready = words, False
        self.setWindowTitle(words.title)
        open_at(self, USUAL_SIZE)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(words.title, "title", self))
        layout.addWidget(wrapped(words.about, "muted", self))
        self._build_table(lifters)
        layout.addWidget(self.table, 1)
        self._more = wrapped("", "small", self)
        layout.addWidget(self._more)
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addLayout(self._bottom())
        self._begin(lifters, job)
        self.table.selectRow(0)
        self._show_count()

    def _begin(
        self,
        lifters: Sequence[Lifter],
        job: Callable[[Lifter], Generator[None, None, Assignment]],
    ) -> None:
        self.slices = Slices(self)
        self.slices.made.connect(self._take)
        self.slices.finished.connect(self._all_read)
        self.finished.connect(self.slices.stop)
        self.slices.begin({each.id: partial(job, each) for each in lifters})

    def _build_table(self, lifters: Sequence[Lifter]) -> None:
        self.model = TableModel(_columns(), self)
        self.model.set_rows([Receiver(each) for each in lifters])
        self.table = plain_table(self.model, self)
        self.table.setProperty("kind", "lines")
        self.table.setAccessibleName(self._words.title)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(MIND, QHeaderView.ResizeMode.Stretch)
        share = min(1.0, self.width() / USUAL_SIZE.width())
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, round(share * width))
        self.table.selectionModel().currentRowChanged.connect(self._show_more)
        leave = QAction(self.table)
        leave.setShortcut(QKeySequence.StandardKey.Delete)
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._leave_out)
        self.table.addAction(leave)

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.leave = button(tr("&Leave out"), parent=self)
        self.leave.setToolTip(tr("Leave out the lifters that are marked (Del)"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self._leave_out)
        self._count = label("", "muted", self)
        self.back = button(tr("&Back"), parent=self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.reject)
        self.give = button("", "primary", self)
        self.give.clicked.connect(self.accept)
        self.give.setDefault(True)
        line.addWidget(self.leave)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.give)
        return line

    def listed(self) -> list[Receiver]:
        """Return the lifters in the list, from the top."""
        return [self.model.row(place) for place in range(self.model.rowCount())]

    def assignments(self) -> list[Assignment]:
        """Return what the lifters in the list get, as far as it is ready."""
        return [each.made for each in self.listed() if each.made is not None]

    def accept(self) -> None:
        """Go on when all are read."""
        if self.give.isEnabled():
            self._complain("")
            self.give_wanted.emit()

    def leave_with(self, problem: str) -> None:
        """Close once all was stored; else stay, and say why nothing was."""
        if problem:
            self._complain(problem)
        else:
            super().accept()

    def _complain(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _take(self, lifter_id: int, made: Assignment) -> None:
        for place, each in enumerate(self.listed()):
            if each.lifter.id == lifter_id:
                self.model.replace_row(place, Receiver(each.lifter, made))
        self._show_count()
        self._show_more()

    def _all_read(self) -> None:
        self._ready = True
        self._show_count()

    def _show_count(self) -> None:
        several, ready = self.model.rowCount(), len(self.assignments())
        reading = tr("Reading the logs: {ready} of {several}")
        self._count.setText("" if self._ready else reading.format(ready=ready, several=several))
        self.give.setText(self._words.take(several))
        self.give.setEnabled(self._ready and several > 0)
        self.leave.setEnabled(several > 0)

    def _show_more(self) -> None:
        index = self.table.currentIndex()
        chosen = self.model.row(index.row()) if index.isValid() else None
        self._more.setText(_about(chosen) if chosen is not None else "")

    def _leave_out(self) -> None:
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        kept = [each for place, each in enumerate(self.listed()) if place not in chosen]
        for each in set(self.listed()) - set(kept):
            self.slices.drop(each.lifter.id)
        self.model.set_rows(kept)
        self.table.selectRow(min([*chosen, max(0, len(kept) - 1)]))
        self._show_count()
        self._show_more()


def _columns() -> list[Column[Receiver]]:
    return [
        Column(tr("Lifter"), lambda each: each.lifter.name),
        Column(tr("There now"), lambda each: _written(each, _there)),
        Column(tr("Loads"), lambda each: _written(each, _loads)),
        Column(tr("To mind"), lambda each: _written(each, _mind)),
    ]


def _written(each: Receiver, write: Callable[[Receiver, Assignment], str]) -> Cell:
    return tr("…") if each.made is None else write(each, each.made) or None


def _there(each: Receiver, made: Assignment) -> str:
    return _said(made.there, each.lifter)


def _mind(each: Receiver, made: Assignment) -> str:
    return _said(made.mind, each.lifter)


def _said(words: Sequence[Phrase], lifter: Lifter) -> str:
    return passage(suggestion_words.said(each, lifter.unit) for each in words)


def _loads(_each: Receiver, made: Assignment) -> str:
    if not made.lifts:
        return ""
    if not made.known:
        return tr("open: nothing logged yet")
    if made.known == made.lifts:
        return tr("from own strength")
    counted = counts.count(made.known), counts.count(made.lifts)
    return tr("{known} of {lifts} from own strength").format(known=counted[0], lifts=counted[1])


def _about(each: Receiver) -> str:
    if each.made is None:
        return ""
    said = " · ".join(filter(None, (_there(each, each.made), _mind(each, each.made))))
    if not said:
        words = tr("{name} has nothing planned then, and there is nothing to mind.")
        return words.format(name=each.lifter.name)
    return f"{each.lifter.name}: {said}"
