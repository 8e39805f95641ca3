"""Set targets of protein and drinks; a doctor's limit goes before them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from planner.coach import fuel
from planner.coach.fuel import Targets
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import fuel_words, theme
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.fuel_goals import FuelGoals
from planner.ui.fuel_limit import FuelLimit
from planner.ui.widgets import column, hairline, wrapped

WIDTH = 600  # px


class FuelDialog(QDialog):
    """`goals` is what was entered once it was accepted."""

    def __init__(
        self, parent: QWidget | None, made: Targets, name: str, unit: Unit, today: date
    ) -> None:
        super().__init__(parent)
        self.goals, self._withheld = made.goals, made.withheld
        self.setWindowTitle(tr("Fuel targets: {name}").format(name=name))
        self.own = FuelGoals(made, unit, today, self)
        titles = (tr("&Protein at most"), tr("&Drinks at most"))
        kept = (made.goals.protein_limit, made.goals.drinks_limit)
        self.protein, self.drinks = (
            FuelLimit(title, limit, today, self) for title, limit in zip(titles, kept, strict=True)
        )
        self.printed = QCheckBox(tr("P&rint on the sheet"), self)
        self.printed.setChecked(made.goals.printed)
        self.problem = wrapped("", "error", self)
        self.problem.hide()
        self._build()
        self._label()
        self.own.changed.connect(self._label)

    def accept(self) -> None:
        """Take what was entered, or say what cannot be."""
        made = replace(
            self.own.entered(),
            printed=self.printed.isChecked(),
            protein_limit=self.protein.limit(),
            drinks_limit=self.drinks.limit(),
        )
        wrong = fuel.problem(made)
        if wrong is None:
            self.goals = made
            super().accept()
        else:
            self._refuse(wrong)

    def _refuse(self, wrong: fuel.Problem) -> None:
        fields = {
            fuel.Problem.PROTEIN: self.own.low,
            fuel.Problem.DRINKS: self.own.drinks,
            fuel.Problem.PROTEIN_LIMIT: self.protein.most,
            fuel.Problem.DRINKS_LIMIT: self.drinks.most,
        }
        fields[wrong].refuse()
        self.problem.setText(fuel_words.problem(wrong))
        self.problem.show()

    def _build(self) -> None:
        box = column(self, margin=24, spacing=12)
        box.addWidget(wrapped(self.windowTitle(), "title", self))
        if self._withheld is not None:
            box.addWidget(wrapped(fuel_words.who_says(self._withheld), "", self))
            self.own.hide()
        box.addWidget(self.own)
        box.addWidget(hairline(self))
        box.addWidget(wrapped(tr("A doctor's limit is shown in place of a goal."), "", self))
        for widget in (self.protein, self.drinks, hairline(self), self.printed, self.problem):
            box.addWidget(widget)
        box.addLayout(foot(self, tr("&Save")))
        fit_screen(box)
        self.setFixedWidth(theme.spread(WIDTH))

    def _label(self) -> None:
        """Count a limit on drinks in the unit of the goal."""
        volume = self.own.counted_in()
        words = tr("{0} a day").format(dict(fuel_words.volumes())[volume])
        self.drinks.count_in(fuel.litres(1.0, volume), words)
        self.protein.count_in(1.0, tr("g a day"))
        self.problem.hide()
