"""Build the weeks after a week: the rule above, what it makes of each week below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QWidget

from planner.coach.progressing import BuiltWeek, Harder, Progress, has_percentages
from planner.engine.terms import Microcycle
from planner.language import tr
from planner.ui import counts, progress_words, widgets
from planner.ui.dialog_sizes import open_at
from planner.ui.table_model import TableModel
from planner.ui.wrapping_table import WrappingTable

USUAL_SIZE = QSize(800, 620)
EVERY = (0, 1, 2, 3, 4)
MOST_SETS, USUAL_MOST = (3, 4, 5, 6, 8, 10), 6
PERCENTS = (1.0, 2.0, 2.5, 5.0)
Preview = Callable[[Progress, bool, date], Sequence[BuiltWeek]]


class ProgressDialog(QDialog):
    """`progress()` and `replacing()` hold what was chosen; `preview` shows what they make."""

    def __init__(self, parent: QWidget, first: Microcycle, preview: Preview, today: date) -> None:
        super().__init__(parent)
        self._first, self._preview, self._today = first, preview, today
        self.setWindowTitle(tr("Progress the weeks"))
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.label(self._headline(), "title", self))
        layout.addLayout(self._form())
        self.percentages = QCheckBox(tr("Raise &percentages of e1RM too"), self)
        layout.addWidget(self.percentages)
        self.replace = QCheckBox(self)
        layout.addWidget(self.replace)
        self.model = TableModel(progress_words.columns(), self)
        self.table = WrappingTable(self.model, self)
        self.table.setProperty("role", "card")
        self.table.setAccessibleName(tr("What becomes of the weeks"))
        layout.addWidget(self.table, 1)
        self.says = widgets.wrapped("", "small", self)
        layout.addWidget(self.says)
        layout.addLayout(self._buttons())
        open_at(self, USUAL_SIZE)
        for box in (self.every, self.most, self.harder, self.how_much):
            box.currentIndexChanged.connect(self._show)
        self.percentages.toggled.connect(self._show)
        self.replace.toggled.connect(self._show)
        self._choose_harder()

    def _headline(self) -> str:
        return tr("The weeks after week {number}").format(number=self._first.number)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.every, self.most = QComboBox(self), QComboBox(self)
        for weeks in EVERY:
            self.every.addItem(progress_words.every(weeks), weeks)
        for sets in MOST_SETS:
            self.most.addItem(tr("up to {sets}").format(sets=counts.sets(sets)), sets)
        self.most.setCurrentIndex(MOST_SETS.index(USUAL_MOST))
        self.every.setAccessibleName(tr("Sets"))
        self.most.setAccessibleName(tr("Most sets of an exercise"))
        self.harder, self.how_much = QComboBox(self), QComboBox(self)
        self.harder.setAccessibleName(tr("Harder by"))
        self.how_much.setAccessibleName(tr("How much"))
        for what in Harder:
            self.harder.addItem(progress_words.harder(what), what)
        self.harder.setCurrentIndex(list(Harder).index(Harder.LOAD))
        self.harder.currentIndexChanged.connect(self._choose_harder)
        form.addRow(tr("&Sets"), self._side_by_side(self.every, self.most))
        form.addRow(tr("&Harder by"), self._side_by_side(self.harder, self.how_much))
        return form

    def _side_by_side(self, first: QWidget, second: QWidget) -> QWidget:
        pair = QWidget(self)
        line = widgets.row(pair)
        line.addWidget(first, 1)
        line.addWidget(second, 1)
        pair.setFocusProxy(first)
        return pair

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        cancel = widgets.button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        self.build = widgets.button("", "primary", self)
        self.build.setDefault(True)
        self.build.clicked.connect(self.accept)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.build)
        return line

    def progress(self) -> Progress:
        """Return the rule."""
        # Qt hands words back as plain ones.
        what, much = Harder(self.harder.currentData()), self.how_much.currentData()
        rule = Progress(self.every.currentData(), self.most.currentData(), what)
        if what == Harder.LOAD:
            raised = self.percentages.isChecked()
            return replace(rule, load_percent=much, percentages=raised)
        if what == Harder.EFFORT:
            first, last = much
            return replace(rule, rir_first=first, rir_last=last)
        return rule

    def replacing(self) -> bool:
        """Say whether weeks that have sessions of their own get new ones."""
        return self.replace.isChecked()

    def _choose_harder(self) -> None:
        """Offer the amounts that go with what makes it harder."""
        self.how_much.blockSignals(True)
        self.how_much.clear()
        for text, value in progress_words.amounts(self.harder.currentData(), PERCENTS):
            self.how_much.addItem(text, value)
        self.how_much.setCurrentIndex(min(2, self.how_much.count() - 1) if self._is_load() else 0)
        self.how_much.setEnabled(self.how_much.count() > 1)
        self.how_much.blockSignals(False)
        self._show()

    def _is_load(self) -> bool:
        return bool(self.harder.currentData() == Harder.LOAD)

    def _show(self) -> None:
        self.most.setEnabled(bool(self.every.currentData()))
        self.percentages.setVisible(self._is_load() and has_percentages(self._first))
        made = self._preview(self.progress(), self.replacing(), self._today)
        self.model.set_rows(made)
        self.replace.setText(progress_words.replaced(made[1:]))
        self.replace.setVisible(any(week.own for week in made[1:]))
        built = sum(not week.kept for week in made)
        self.build.setText(progress_words.build(built))
        self.build.setEnabled(bool(built) and not self._first.deload)
        told = progress_words.problem(self._first, made) or progress_words.said(
            made, self.progress()
        )
        self.says.setText(told)
        self.says.setVisible(bool(told))
