"""The bodyweight of a day: a field in the lifter's unit, with the weight before it beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import bodyweight, wording
from planner.coach.bodyweight import DayWeight
from planner.engine.terms import Unit
from planner.ui import dates, typed
from planner.ui.widgets import label, restate, row

FIELD_WIDTH = 64  # px


class BodyweightField(QWidget):
    """`wanted` asks to store the day's bodyweight; `complained` carries a problem, '' for none."""

    wanted = Signal(str, object, object)
    complained = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id, self._unit = 0, Unit.KG
        self._weight: DayWeight | None = None
        self.edit = QLineEdit(self)
        self.edit.setFixedWidth(FIELD_WIDTH)
        self.edit.setMaxLength(7)
        self.edit.editingFinished.connect(self._keep)
        self.last = label("", "muted", self)
        self._unit_label = label("", "muted", self)
        line = row(self)
        line.addWidget(self.edit)
        line.addWidget(self._unit_label)
        line.addStretch(1)

    def show_weight(self, lifter_id: int, weight: DayWeight, unit: Unit) -> None:
        """Show what was weighed on a day; what is half typed for the same day stays."""
        same = self._weight is not None and self._weight.on == weight.on
        same = same and (self._lifter_id, self._unit) == (lifter_id, unit)
        self._lifter_id, self._weight, self._unit = lifter_id, weight, unit
        self._unit_label.setText(str(unit))
        self.edit.setAccessibleName(self.tr("Bodyweight in {0}").format(unit))
        self._show_last(weight, unit)
        if not (same and self.edit.isModified()):
            self._complain("")
            self.edit.setText(self._shown())

    def _show_last(self, weight: DayWeight, unit: Unit) -> None:
        known = weight.last_kg is not None and weight.last_on is not None
        mass = wording.mass(weight.last_kg or 0.0, unit, 1)
        self.last.setText(self.tr("last {0}").format(mass) if known else "")
        told = self.tr("{0} {1} on {2}") if known else ""
        when = dates.short(weight.last_on, weight.on) if weight.last_on is not None else ""
        self.last.setToolTip(told.format(mass, unit, when))

    def _shown(self) -> str:
        known = self._weight.kg if self._weight is not None else None
        return "" if known is None else wording.mass(known, self._unit, 2)

    def _keep(self) -> None:
        text, weight = self.edit.text().strip(), self._weight
        kg = typed.bodyweight_kg(text, self._unit)
        fine = not text or kg is not None
        self._complain("" if fine else typed.bodyweight_problem(self._unit))
        if not fine or weight is None:
            return
        self.edit.setModified(False)
        if ("" if kg is None else wording.mass(kg, self._unit)) != self._shown():
            work = partial(bodyweight.change, self._lifter_id, weight.on, kg)
            self.wanted.emit(self.tr("Bodyweight"), work, None)

    def _complain(self, problem: str) -> None:
        restate(self.edit, "error" if problem else "")
        self.complained.emit(problem)
