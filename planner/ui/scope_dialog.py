"""Set a limit: what it holds for, the load at most, in whose words, since and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from planner.coach import library_words
from planner.engine.terms import KG_PER_LB, Lifter, Limit, Pattern, Profession, Restriction, Unit
from planner.language import tr
from planner.ui import program_wish, referral_words
from planner.ui.amount_field import AmountField
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.exercise_box import ExerciseBox
from planner.ui.fitting import fit_screen
from planner.ui.widgets import ElidedLabel, column, label, restate, row, wrapped

WIDTH = 480  # px
A_MONTH = timedelta(days=28)
_EXERCISE = "exercise"  # of what it is, where one exercise is meant
_LIMITS, _PATTERNS = frozenset(map(str, Limit)), frozenset(map(str, Pattern))  # as Qt returns them


class ScopeDialog(QDialog):
    """`made` is the limit once it was accepted."""

    def __init__(
        self, parent: QWidget | None, made: Restriction, lifter: Lifter, today: date
    ) -> None:
        super().__init__(parent)
        self.made = made
        unit, title = lifter.unit, tr("New limit") if made.id is None else tr("Edit limit")
        self.setWindowTitle(f"{title} · {lifter.name}")
        self.of, self.profession = QComboBox(self), QComboBox(self)
        self.exercise = ExerciseBox(self)
        self.capped = QCheckBox(tr("&Loads up to"), self)
        self.capped.setChecked(made.most_kg is not None)
        self.most = AmountField(made.most_kg, 2, self)
        self.most.count_in(1.0 if unit is Unit.KG else KG_PER_LB)
        self.words, self.set_by = QLineEdit(made.words, self), QLineEdit(made.set_by, self)
        self.since = DateField(made.since, today, self)
        self.ends = QCheckBox(tr("&until"), self)
        self.ends.setChecked(made.until is not None)
        self.until = DateField(made.until or today + A_MONTH, today, self)
        self.problem = wrapped("", "error", self)
        self._fill()
        self._build(label(str(unit), "muted", self))
        self._show()
        for changed in (self.capped.toggled, self.ends.toggled, self.of.currentIndexChanged):
            changed.connect(self._show)

    def accept(self) -> None:
        """Take what was entered, or say what is wrong."""
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.made = self._entered()
            super().accept()

    def _problem(self) -> str:
        if self.of.currentData() == _EXERCISE and self.exercise.slug() is None:
            return tr("Choose an exercise of the library.")
        if self.of.currentData() is None and not (self.capped.isChecked() or self._told()):
            restate(self.words, "error")
            return tr("Write what is limited, or set a load.")
        if self.capped.isChecked() and not self.most.amount:
            restate(self.most, "error")
            return tr("Type the load, or untick it.")
        if self.ends.isChecked() and self.until.day() < self.since.day():
            return tr("The last day comes before the first.")
        return ""

    def _entered(self) -> Restriction:
        chosen = self.of.currentData()
        trade = self.profession.currentData()
        return replace(
            self.made,
            limit=Limit(chosen) if chosen in _LIMITS else None,
            pattern=Pattern(chosen) if chosen in _PATTERNS else None,
            exercise=self.exercise.slug() if chosen == _EXERCISE else None,
            most_kg=self.most.amount if self.capped.isChecked() else None,
            words=self._told(),
            set_by=self.set_by.text().strip(),
            profession=Profession(trade) if trade else None,
            since=self.since.day(),
            until=self.until.day() if self.ends.isChecked() else None,
        )

    def _told(self) -> str:
        return self.words.text().strip()

    def _fill(self) -> None:
        self.of.addItem(tr("All training"), None)
        self.of.addItem(tr("One exercise"), _EXERCISE)
        for text, limit in program_wish.spared():
            self.of.addItem(text, limit)
        for pattern in Pattern:
            word = library_words.within(pattern)
            self.of.addItem(tr("Pattern: {0}").format(word), pattern)
        self.profession.addItem("–", None)
        for trade in Profession:
            self.profession.addItem(referral_words.profession(trade), trade)
        self._choose()

    def _choose(self) -> None:
        made = self.made
        chosen = made.limit or made.pattern or (_EXERCISE if made.exercise else None)
        self.of.setCurrentIndex(max(self.of.findData(chosen), 0))
        self.exercise.choose(made.exercise)
        self.profession.setCurrentIndex(max(self.profession.findData(made.profession), 0))

    def _build(self, unit: QWidget) -> None:
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(ElidedLabel(self.windowTitle(), "title", self))
        self.form = form = QFormLayout()
        form.addRow(tr("It holds &for"), self.of)
        form.addRow(tr("E&xercise"), self.exercise)
        load = row()
        for widget in (self.capped, self.most, unit):
            load.addWidget(widget)
        load.addStretch(1)
        form.addRow("", load)
        self.words.setPlaceholderText(tr("as it was told, such as: no deep knee bend"))
        form.addRow(tr("&Words"), self.words)
        words = tr("They are printed on sheets, which others see; who said it is not.")
        form.addRow("", wrapped(words, "small", self))
        form.addRow(tr("&By"), self.set_by)
        form.addRow(tr("&Profession"), self.profession)
        form.addRow(tr("&Since"), self.since)
        self.ends.setMinimumHeight(self.until.sizeHint().height())  # on one line with it
        form.addRow(self.ends, self.until)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        self.problem.hide()
        self.most.setAccessibleName(tr("Load at most"))
        self.until.setAccessibleName(tr("Until"))
        layout.addLayout(foot(self, tr("Sa&ve")))
        fit_screen(layout)
        self.setMinimumWidth(WIDTH)

    def _show(self) -> None:
        self.most.setEnabled(self.capped.isChecked())
        self.until.setEnabled(self.ends.isChecked())
        self.form.setRowVisible(self.exercise, self.of.currentData() == _EXERCISE)
