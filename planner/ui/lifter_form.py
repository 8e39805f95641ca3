"""The fields for a lifter: the person on the left, the gym and what to spare on the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.coach import wording
from planner.engine.terms import Experience, Lifter, Unit
from planner.language import tr
from planner.ui import gym_text, program_wish
from planner.ui.chips import ChipRow, Chips
from planner.ui.fitting import stack_where_narrow
from planner.ui.gym_text import Texts
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import row, wrapped

GAP = 40  # px between the columns
WIDTH = 380  # px of a column at the least
AROUND_PX = 64  # of its dialog, left and right of it


class LifterForm(QWidget):
    """Shows a lifter in fields; what they hold is read by `lifter_fields`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.coach, self.note = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.bodyweight, self.birth_year = QLineEdit(self), QLineEdit(self)
        self.bar, self.plates = QLineEdit(self), QLineEdit(self)
        self.dumbbells, self.stacks = QLineEdit(self), QLineEdit(self)
        self.novelty = QLineEdit(self)
        self.unit = self._choices((Unit.KG, tr("kilograms (kg)")), (Unit.LB, tr("pounds (lb)")))
        self.sex = self._choices(("", tr("not said")), ("female", tr("female")),
                                 ("male", tr("male")))  # fmt: skip
        self.experience = self._choices(
            (Experience.UNKNOWN, tr("not said")),
            (Experience.NOVICE, tr("new to lifting")),
            (Experience.INTERMEDIATE, tr("has trained for a year or more")),
            (Experience.RETURNER, tr("coming back after a long break")),
        )
        self.there = Chips(program_wish.kinds(), self)
        self.limits = Chips(program_wish.limits(), self)
        self._captions: dict[QWidget, QLabel] = {}
        columns = row(self, spacing=GAP)
        narrow = stack_where_narrow(columns, AROUND_PX + 2 * WIDTH + GAP, self)
        self.setMinimumWidth(WIDTH if narrow else 2 * WIDTH + GAP)
        columns.addLayout(self._column(self.person_lines()), 1)
        gym = self._column(self.gym_lines())
        self._add_chips(gym, tr("There in the gym; nothing marked is everything"), self.there.row)
        self._add_chips(gym, tr("To be spared"), self.limits.row)
        columns.addLayout(gym, 1)
        self._hint()

    def person_lines(self) -> list[tuple[str, QWidget]]:
        """Return what is asked of the person, from the top."""
        return [
            (tr("&Name"), self.name),
            (tr("&Unit of loads"), self.unit),
            (tr("&Experience"), self.experience),
            (tr("&Bodyweight, {unit}"), self.bodyweight),
            (tr("Year of bi&rth"), self.birth_year),
            (tr("&Sex"), self.sex),
            (tr("New e&xercises in two weeks"), self.novelty),
            (tr("&Coach"), self.coach),
            (tr("N&ote"), self.note),
        ]

    def gym_lines(self) -> list[tuple[str, QWidget]]:
        """Return what is asked of the gym, from the top."""
        return [
            (tr("Bars &weigh, {unit}"), self.bar),
            (tr("&Pairs of plates, {unit}"), self.plates),
            (tr("&Dumbbells, {unit}"), self.dumbbells),
            (tr("Weight s&tacks, {unit}"), self.stacks),
        ]

    def gym_fields(self) -> dict[str, QLineEdit]:
        """Return the fields of the gym by the names that `gym_text` has for them."""
        return dict(
            zip(Texts._fields, (self.bar, self.plates, self.dumbbells, self.stacks), strict=True)
        )

    def in_order(self) -> list[QWidget]:
        """Return what Tab walks, in order."""
        fields = [field for _, field in (*self.person_lines(), *self.gym_lines())]
        return [*fields, *self.there.all(), *self.limits.all()]

    def _column(self, lines: Iterable[tuple[str, QWidget]]) -> QVBoxLayout:
        made, form = QVBoxLayout(), QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in lines:
            form.addRow(text, field)
            caption = form.labelForField(field)
            if isinstance(caption, QLabel):
                self._captions[field] = caption
        made.addLayout(form)
        made.addStretch(1)
        made.setSpacing(8)
        return made

    def _add_chips(self, place: QVBoxLayout, title: str, chips: ChipRow) -> None:
        chips.setAccessibleName(title)
        last = place.count() - 1  # above what stretches
        place.insertWidget(last, wrapped(title, "small", self))
        place.insertWidget(last + 1, chips)

    def _hint(self) -> None:
        self.name.setPlaceholderText(tr("what to call this person"))
        for field, hint in zip(self.gym_fields().values(), gym_text.hints(), strict=True):
            field.setToolTip(hint)
        self.novelty.setPlaceholderText(tr("a few"))
        self.novelty.setToolTip(tr("With more new ones, no further swap is suggested"))

    def _choices(self, *choices: tuple[str, str]) -> QComboBox:
        made = QComboBox(self)
        for value, text in choices:
            made.addItem(text, value)
        return made

    def show_lifter(self, lifter: Lifter) -> None:
        """Fill the fields."""
        self.name.setText(lifter.name)
        self.coach.setText(lifter.coach)
        self.note.setText(lifter.note)
        self.birth_year.setText("" if lifter.birth_year is None else str(lifter.birth_year))
        budget = lifter.novelty_budget
        self.novelty.setText("" if budget is None else str(budget))
        self.unit.setCurrentIndex(self.unit.findData(lifter.unit.value))
        self.sex.setCurrentIndex(max(0, self.sex.findData(lifter.sex or "")))
        self.experience.setCurrentIndex(self.experience.findData(lifter.experience.value))
        for kinds, chip in self.there.by_kind.items():
            chip.setChecked(kinds <= frozenset(lifter.equipment))
        for limit, chip in self.limits.by_kind.items():
            chip.setChecked(limit in lifter.limits)
        self.show_loads(lifter)

    def show_loads(self, lifter: Lifter) -> None:
        """Fill the fields whose numbers have the unit of the lifter."""
        self._show_captions(lifter.unit)
        kg = lifter.bodyweight_kg
        self.bodyweight.setText("" if kg is None else wording.mass(kg, lifter.unit))
        shown = gym_text.texts(lifter.inventory, lifter.unit)
        for field, text in zip(self.gym_fields().values(), shown, strict=True):
            field.setText(text)
            field.setCursorPosition(0)  # a long line is read from its beginning

    def _show_captions(self, unit: Unit) -> None:
        for text, field in (*self.person_lines(), *self.gym_lines()):
            shown = text.format(unit=unit)
            field.setAccessibleName(unmarked(shown))
            self._captions[field].setText(shown)
