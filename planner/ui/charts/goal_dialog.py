"""Set what is to be reached in a lift: an estimated 1RM, or a load for repetitions."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from planner.coach.charts import StrengthChart, goals
from planner.coach.charts.goals import LiftGoal
from planner.coach.estimates import about, spread_kg
from planner.engine.terms import KG_PER_LB, LoadKind, Unit
from planner.language import tr
from planner.ui.amount_field import AmountField
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.widgets import button, column, label, row, wrapped

WIDTH = 460  # px
USUAL_REPS = 5
A_QUARTER = timedelta(days=91)


class GoalDialog(QDialog):
    """`goal` is what was entered once it was accepted, None where it is to be taken away."""

    def __init__(
        self, parent: QWidget | None, chart: StrengthChart, kept: LiftGoal | None, unit: Unit
    ) -> None:
        super().__init__(parent)
        self.goal = kept
        self._asked: LiftGoal | None = None  # whether a goal so far off is meant
        self._chart, self._unit = chart, unit
        lift = chart.exercise.name or chart.exercise.slug
        self.setWindowTitle(tr("Goal: {lift}").format(lift=lift))
        self._make_fields(kept)
        self._build(kept)
        self._name_fields()
        self._follow()

    def accept(self) -> None:
        """Take what was entered, or say what is missing."""
        made = self.entered()
        if made is None:
            self.amount.refuse()
            self.problem.setText(tr("Enter a load above 0, of up to 1,000 kg."))
            self.problem.show()
        elif made != self._asked and goals.is_far(made, self._chart.exercise, self._chart.reading):
            self._asked = made
            self.problem.setText(tr(
                "That is more than twice today's estimate. Save once more if it is meant."
            ))  # fmt: skip
            self.problem.show()
        else:
            self.goal = made
            super().accept()

    def entered(self) -> LiftGoal | None:
        """Return the goal that is entered, None while that is none."""
        kg = self.amount.amount
        reps = self.reps.value() if self.by_load.isChecked() else None
        if kg is None and reps is not None and self._bodyweight():
            kg = 0.0  # nothing added
        by = self.by.day() if self.wanted_by.isChecked() else None
        made = None if kg is None else LiftGoal(kg, reps, by)
        return made if made is not None and goals.is_possible(made) else None

    def _remove(self) -> None:
        self.goal = None
        super().accept()

    def _bodyweight(self) -> bool:
        return self._chart.exercise.load_kind in (LoadKind.BODYWEIGHT, LoadKind.ADDED)

    def _make_fields(self, kept: LiftGoal | None) -> None:
        made, today = kept or LiftGoal(0.0), self._chart.reading.on
        self.by_e1rm = QRadioButton(tr("&Estimated 1RM"), self)
        self.by_load = QRadioButton(tr("&Load for reps"), self)
        kinds = QButtonGroup(self)
        for each in (self.by_e1rm, self.by_load):
            kinds.addButton(each)
        (self.by_e1rm if made.reps is None else self.by_load).setChecked(True)
        self.amount = AmountField(made.kg if kept is not None else None, 2, self)
        self.amount.count_in(1.0 if self._unit is Unit.KG else KG_PER_LB)
        self.reps = QSpinBox(self)
        self.reps.setRange(1, goals.MOST_REPS)
        self.reps.setValue(made.reps or USUAL_REPS)
        self.wanted_by = QCheckBox(tr("&Wanted by"), self)
        self.wanted_by.setChecked(made.by is not None)
        self.by = DateField(made.by or today + A_QUARTER, today, self)
        self.problem = wrapped("", "error", self)
        self.problem.hide()

    def _build(self, kept: LiftGoal | None) -> None:
        box = column(self, margin=24, spacing=12)
        box.addWidget(wrapped(self.windowTitle(), "title", self))
        box.addWidget(wrapped(self._today(), "muted", self))
        for line in (self._kinds(), self._amounts(), self._dates()):
            box.addLayout(line)
        box.addWidget(self.problem)
        self.remove = button(tr("&Remove goal"), "quiet", self)
        self.remove.setAutoDefault(False)
        self.remove.setVisible(kept is not None)
        self.remove.clicked.connect(self._remove)
        box.addLayout(foot(self, tr("&Save"), self.remove))
        fit_screen(box)
        self.setFixedWidth(WIDTH)
        self.amount.setFocus()

    def _kinds(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self.by_e1rm)
        line.addWidget(self.by_load)
        line.addStretch(1)
        return line

    def _amounts(self) -> QHBoxLayout:
        line = row()
        self._times = label("×", "muted", self)
        self._reps_word = label(tr("reps"), "muted", self)
        unit = label(str(self._unit), "muted", self)
        for part in (self.amount, unit, self._times, self.reps, self._reps_word):
            line.addWidget(part)
        line.addStretch(1)
        return line

    def _dates(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self.wanted_by)
        line.addWidget(self.by)
        line.addStretch(1)
        return line

    def _name_fields(self) -> None:
        helped = self._chart.exercise.load_kind is LoadKind.ASSISTED
        self.reps.setAccessibleName(tr("Repetitions"))
        self.by.setAccessibleName(tr("Day by which it is wanted"))
        self.amount.setAccessibleName(tr("Help", "of a machine") if helped else tr("Load"))
        self.by_load.toggled.connect(self._follow)
        self.wanted_by.toggled.connect(self._follow)
        self.amount.textEdited.connect(self.problem.hide)

    def _follow(self) -> None:
        for part in (self._times, self.reps, self._reps_word):
            part.setVisible(self.by_load.isChecked())
        self.by.setEnabled(self.wanted_by.isChecked())
        shown = self.by_load.isChecked() and self._bodyweight()
        self.amount.setPlaceholderText(tr("none") if shown else "")

    def _today(self) -> str:
        """Say what is known today, and that nothing follows from a goal."""
        reading = self._chart.reading
        plain = tr("A goal changes no plan; the chart says how far it is.")
        if reading.strength_kg is None:
            return plain
        said = about(reading.strength_kg, spread_kg(reading), self._unit)
        return tr("Today about {e1rm}, estimated 1RM.").format(e1rm=said) + " " + plain
