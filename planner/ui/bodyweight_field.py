"""The bodyweight of a day: a field in the lifter's unit, with the weight before it beside it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import bodyweight, wording
from planner.coach.bodyweight import DayWeight
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import dates, typed
from planner.ui.hours_field import EDGE_PX, FIELD_WIDTH
from planner.ui.theme import GRID
from planner.ui.widgets import label, restate, row

LONGEST = 10  # characters: '181.25 lb'


class BodyweightField(QWidget):
    """`wanted` asks to store the day's bodyweight; `said` carries a problem or a question.

    Its role comes along; '' says nothing.
    """

    wanted = Signal(str, object, object)
    said = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id, self._unit = 0, Unit.KG
        self._weight: DayWeight | None = None
        self._asked = ""  # the text that was asked about
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(LONGEST)
        self.edit.editingFinished.connect(self._keep)
        self.edit.returnPressed.connect(self._enter)
        self.last = label("", "muted", self)
        self._unit_label = label("", "muted", self)
        line = row(self)
        line.setContentsMargins(EDGE_PX, 0, 0, 0)
        line.addWidget(self.edit)
        line.addWidget(self._unit_label)
        line.addStretch(1)
        line.addWidget(self.last)

    def show_weight(self, lifter_id: int, weight: DayWeight, unit: Unit) -> None:
        """Show what was weighed on a day; what is half typed for the same day stays."""
        same = self._weight is not None and self._weight.on == weight.on
        same = same and (self._lifter_id, self._unit) == (lifter_id, unit)
        self._lifter_id, self._weight, self._unit = lifter_id, weight, unit
        self._unit_label.setText(str(unit))
        beside = GRID + self._unit_label.sizeHint().width()
        self.edit.setFixedWidth(FIELD_WIDTH - beside)  # the unit ends where the answers do
        self.edit.setAccessibleName(tr("Bodyweight in {0}").format(unit))
        self._show_last(weight, unit)
        if not (same and self.edit.isModified()):
            self._say("", "")
            self.edit.setText(self._shown())

    def forget(self) -> None:
        """Let nothing half typed stay: the next weight is somebody else's."""
        self._weight = None

    def _show_last(self, weight: DayWeight, unit: Unit) -> None:
        known = weight.last_kg is not None and weight.last_on is not None
        mass = wording.mass(weight.last_kg or 0.0, unit, 1)
        self.last.setText(tr("last {0}").format(mass) if known else "")
        told = tr("{0} {1} on {2}") if known else ""
        when = dates.short(weight.last_on, weight.on) if weight.last_on is not None else ""
        self.last.setToolTip(told.format(mass, unit, when))

    def _shown(self) -> str:
        known = self._weight.kg if self._weight is not None else None
        return "" if known is None else wording.mass(known, self._unit, 2)

    def _enter(self) -> None:
        """Take a weight that was asked about, when Enter says so once more."""
        again = bool(self._asked) and self.edit.text().strip() == self._asked
        self._keep(sure=again)

    def _keep(self, sure: bool = False) -> None:
        text, weight = self.edit.text().strip(), self._weight
        if weight is None or not self.edit.isModified():
            return
        kg = typed.bodyweight_kg(text, self._unit)
        if text and kg is None:
            self._say(typed.bodyweight_problem(self._unit), "error")
        elif kg is not None and not sure and (asked := self._doubt(kg, weight)):
            self._asked = text
            self._say(asked, "warn")
        else:
            self._say("", "")
            self._store(weight.on, kg)

    def _doubt(self, kg: float, weight: DayWeight) -> str:
        asked = bodyweight.doubt(kg, weight.last_kg, self._unit)
        return tr("{0} Enter keeps it.").format(asked) if asked else ""

    def _store(self, on: date, kg: float | None) -> None:
        self._asked = ""
        self.edit.setModified(False)
        if ("" if kg is None else wording.mass(kg, self._unit, 2)) != self._shown():
            work = partial(bodyweight.change, self._lifter_id, on, kg)
            self.wanted.emit(tr("Bodyweight"), work, None)

    def _say(self, text: str, role: str) -> None:
        restate(self.edit, {"error": "error", "warn": "asked"}.get(role, ""))
        self.said.emit(text, role)
