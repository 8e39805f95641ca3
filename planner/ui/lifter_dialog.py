"""Ask for a lifter: a name is enough, everything else helps and can wait."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from planner.coach import clients, wording
from planner.engine.terms import Experience, Inventory, Lifter, Unit
from planner.ui import typed
from planner.ui.widgets import button, column, label, restate, row, wrapped

OLDEST = 110  # years
MOST_NEW = 50  # exercises; more is a typing error


class Refused(Exception):
    """A field cannot be understood; the message says what is expected there."""

    def __init__(self, field: QLineEdit, message: str) -> None:
        super().__init__(message)
        self.field = field


def usual_unit() -> Unit:
    """Return the unit that is usual in the reader's country."""
    imperial = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Unit.LB if imperial else Unit.KG


class LifterDialog(QDialog):
    """A new lifter, or one to change; `lifter` is what was entered once it was accepted."""

    def __init__(self, parent: QWidget, lifter: Lifter | None = None) -> None:
        super().__init__(parent)
        self._new = lifter is None
        unit = usual_unit()
        self.lifter = lifter or Lifter(unit=unit, inventory=clients.usual_inventory(unit))
        changing = self.tr("Edit {name}").format(name=self.lifter.name)
        self.setWindowTitle(self.tr("New lifter") if self._new else changing)
        self.setMinimumWidth(520)
        self._problem, self._namesake = wrapped("", "error", self), wrapped("", "warn", self)
        self._problem.hide()
        self._namesake.hide()
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.windowTitle(), "title", self))
        layout.addLayout(self._form())
        layout.addWidget(self._namesake)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())
        self._chain_fields()
        self._show(self.lifter)
        self.name.textChanged.connect(self._warn_of_namesake)
        self.unit.currentIndexChanged.connect(self._change_unit)
        self.name.setFocus()

    def _form(self) -> QFormLayout:
        self.name, self.coach, self.note = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.bodyweight, self.birth_year = QLineEdit(self), QLineEdit(self)
        self.bar, self.plates = QLineEdit(self), QLineEdit(self)
        self.dumbbells, self.stacks = QLineEdit(self), QLineEdit(self)
        self.novelty = QLineEdit(self)
        self.unit = self._choices((Unit.KG, self.tr("kilograms (kg)")),
                                  (Unit.LB, self.tr("pounds (lb)")))  # fmt: skip
        self.sex = self._choices(("", self.tr("not said")), ("female", self.tr("female")),
                                 ("male", self.tr("male")))  # fmt: skip
        self.experience = self._choices(
            (Experience.UNKNOWN, self.tr("not said")),
            (Experience.NOVICE, self.tr("new to lifting")),
            (Experience.INTERMEDIATE, self.tr("has trained for a year or more")),
            (Experience.RETURNER, self.tr("coming back after a long break")),
        )
        self._fields = form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in self._lines():
            form.addRow(text, field)
        self.name.setPlaceholderText(self.tr("what to call this person"))
        self.plates.setToolTip(self.tr("Weight × pairs, such as 20 ×2, 10 ×1"))
        self.novelty.setPlaceholderText(self.tr("a few"))
        self.novelty.setToolTip(self.tr("With more new ones, no further swap is suggested"))
        return form

    def _lines(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("&Name"), self.name),
            (self.tr("&Unit of loads"), self.unit),
            (self.tr("&Experience"), self.experience),
            (self.tr("&Bodyweight, {unit}"), self.bodyweight),
            (self.tr("Year of bi&rth"), self.birth_year),
            (self.tr("&Sex"), self.sex),
            (self.tr("Bar &weighs, {unit}"), self.bar),
            (self.tr("&Pairs of plates, {unit}"), self.plates),
            (self.tr("&Dumbbells step by, {unit}"), self.dumbbells),
            (self.tr("Weight s&tacks step by, {unit}"), self.stacks),
            (self.tr("New e&xercises in two weeks"), self.novelty),
            (self.tr("&Coach"), self.coach),
            (self.tr("N&ote"), self.note),
        ]

    def _chain_fields(self) -> None:
        """Let Tab walk the fields as they stand, whatever order they were made in."""
        fields = [field for _text, field in self._lines()]
        for before, after in pairwise([*fields, self._cancel, self._save]):
            QWidget.setTabOrder(before, after)

    def _choices(self, *choices: tuple[str, str]) -> QComboBox:
        made = QComboBox(self)
        for value, text in choices:
            made.addItem(text, value)
        return made

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self._cancel = cancel = button(self.tr("Cance&l"), parent=self)
        cancel.clicked.connect(self.reject)
        text = self.tr("&Add lifter") if self._new else self.tr("Sa&ve")
        self._save = save = button(text, "primary", self)
        save.clicked.connect(self.accept)
        save.setDefault(True)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(save)
        return line

    def _show(self, lifter: Lifter) -> None:
        self.name.setText(lifter.name)
        self.coach.setText(lifter.coach)
        self.note.setText(lifter.note)
        self.birth_year.setText("" if lifter.birth_year is None else str(lifter.birth_year))
        budget = lifter.novelty_budget
        self.novelty.setText("" if budget is None else str(budget))
        self.unit.setCurrentIndex(self.unit.findData(lifter.unit.value))
        self.sex.setCurrentIndex(max(0, self.sex.findData(lifter.sex or "")))
        self.experience.setCurrentIndex(self.experience.findData(lifter.experience.value))
        self._show_loads(lifter)

    def _show_captions(self, unit: Unit) -> None:
        for text, field in self._lines():
            caption, shown = self._fields.labelForField(field), text.format(unit=unit)
            field.setAccessibleName(shown.replace("&", ""))
            if isinstance(caption, QLabel):
                caption.setText(shown)

    def _show_loads(self, lifter: Lifter) -> None:
        self._show_captions(lifter.unit)
        kg = lifter.bodyweight_kg
        self.bodyweight.setText("" if kg is None else wording.mass(kg, lifter.unit))
        inventory = lifter.inventory
        self.bar.setText(wording.mass(inventory.bar_kg, lifter.unit))
        self.plates.setText(typed.plates_text(inventory.plates_kg, lifter.unit))
        self.plates.setCursorPosition(0)  # a long line is read from its beginning
        self.dumbbells.setText(wording.mass(inventory.dumbbell_step_kg, lifter.unit))
        self.stacks.setText(wording.mass(inventory.stack_step_kg, lifter.unit))

    def _warn_of_namesake(self, name: str) -> None:
        other = clients.namesake(replace(self.lifter, name=name)) if name.strip() else None
        text = self.tr("{name} is here already. A further word would tell the two apart.")
        archived = self.tr("{name} is here already, archived. Should they be brought back instead?")
        if other is not None:
            text = text if other.archived_on is None else archived
            self._namesake.setText(text.format(name=other.name))
        self._namesake.setVisible(other is not None)

    def _change_unit(self) -> None:
        """Show loads in the other unit; a gym that nobody described is that unit's usual one."""
        before, after = self.lifter.unit, Unit(self.unit.currentData())
        try:
            kept = self._loads(self.lifter, before)
        except Refused:
            kept = self.lifter
        if kept.inventory == clients.usual_inventory(before):
            kept = replace(kept, inventory=clients.usual_inventory(after))
        self.lifter = replace(kept, unit=after)
        self._show_loads(self.lifter)

    def accept(self) -> None:
        """Take what was entered, or say in place what is missing."""
        for field in self.findChildren(QLineEdit):
            restate(field, "")
        try:
            self.lifter = self._loads(self._person(), Unit(self.unit.currentData()))
        except Refused as problem:
            restate(problem.field, "error")
            problem.field.setFocus()
            self._problem.setText(str(problem))
            self._problem.show()
        else:
            super().accept()

    def _person(self) -> Lifter:
        name = self.name.text().strip()
        if not name:
            raise Refused(self.name, self.tr("A name is needed; any name will do."))
        return replace(
            self.lifter,
            name=name,
            coach=self.coach.text().strip(),
            note=self.note.text().strip(),
            birth_year=self._year(),
            sex=self.sex.currentData() or None,
            experience=Experience(self.experience.currentData()),
            novelty_budget=self._budget(),
        )

    def _budget(self) -> int | None:
        text = self.novelty.text().strip()
        if not text:
            return None
        if text.isdecimal() and int(text) <= MOST_NEW:
            return int(text)
        raise Refused(self.novelty, self.tr("A count of exercises, such as 2, or nothing."))

    def _year(self) -> int | None:
        text = self.birth_year.text().strip()
        this_year = QDate.currentDate().year()
        if not text:
            return None
        if text.isdecimal() and this_year - OLDEST <= int(text) <= this_year:
            return int(text)
        if len(text) == 4 and text.isdecimal():
            said = self.tr("The year of birth is from {first} to {last}.")
            told = said.format(first=this_year - OLDEST, last=this_year)
        else:
            told = self.tr("The year of birth is four digits, such as 1990.")
        raise Refused(self.birth_year, told)

    def _loads(self, lifter: Lifter, unit: Unit) -> Lifter:
        inventory = Inventory(
            bar_kg=self._load(self.bar, unit, lifter.inventory.bar_kg),
            plates_kg=self._plates(unit, lifter.inventory.plates_kg),
            dumbbell_step_kg=self._step(self.dumbbells, unit, lifter.inventory.dumbbell_step_kg),
            stack_step_kg=self._step(self.stacks, unit, lifter.inventory.stack_step_kg),
        )
        weight = self._bodyweight(unit, lifter.bodyweight_kg)
        return replace(lifter, unit=unit, bodyweight_kg=weight, inventory=inventory)

    def _bodyweight(self, unit: Unit, kept_kg: float | None) -> float | None:
        """Read the bodyweight; an untouched field keeps its kilograms to the last digit."""
        text = self.bodyweight.text().strip()
        if not text:
            return None
        if kept_kg is not None and text == wording.mass(kept_kg, unit):
            return kept_kg
        made = typed.bodyweight_kg(text, unit)
        if made is None:
            raise Refused(self.bodyweight, typed.bodyweight_problem(unit))
        return made

    def _plates(self, unit: Unit, kept: typed.Plates) -> typed.Plates:
        if self.plates.text() == typed.plates_text(kept, unit):
            return kept
        plates = typed.plates(self.plates.text(), unit)
        if plates is None:
            raise Refused(self.plates, self.tr("Write plates as weight × pairs: 20 ×2, 10 ×1"))
        return plates

    def _load(self, field: QLineEdit, unit: Unit, kept_kg: float) -> float:
        """Read a load; an untouched field keeps its kilograms to the last digit."""
        if field.text() and field.text() == wording.mass(kept_kg, unit):
            return kept_kg
        made = typed.load_kg(field.text(), unit)
        if made is None:
            raise Refused(field, self.tr("A number is needed here, such as 20 or 2.5."))
        return made

    def _step(self, field: QLineEdit, unit: Unit, kept_kg: float) -> float:
        step = self._load(field, unit, kept_kg)
        if step <= 0:
            raise Refused(field, self.tr("A step is more than 0."))
        return step
