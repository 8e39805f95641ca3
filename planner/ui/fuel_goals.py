"""The lifter's own goals: protein by bodyweight, and drinks; the unit of each is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from planner.coach import fuel
from planner.coach.fuel import Goals, PerMass, Targets, Volume
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import fuel_words
from planner.ui.amount_field import AmountField
from planner.ui.widgets import column, label, row, wrapped

CAPTION_WIDTH = 96  # px
LIKE_POUNDS = 1.2  # g/kg, under which g per lb is probably meant: rule of thumb


class FuelGoals(QWidget):
    """`changed` tells that a number or unit was; `volume` is what drinks are counted in."""

    changed = Signal()

    def __init__(self, made: Targets, unit: Unit, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._made, self._unit, self._today = made, unit, today
        goals = made.goals
        self.low = AmountField(goals.low_g_per_kg, 2, self)
        self.high = AmountField(goals.high_g_per_kg, 2, self)
        self.drinks = AmountField(goals.drinks_l, 1, self)
        self.per, self.volume = QComboBox(self), QComboBox(self)
        _fill(self.per, fuel_words.per_mass(), goals.per)
        _fill(self.volume, fuel_words.volumes(), goals.volume)
        self.says, self.asks = wrapped("", "muted", self), wrapped("", "warn", self)
        self.about = [wrapped("", "small", self) for _ in range(2)]
        self._build()
        self._count()
        for box in (self.per, self.volume):
            box.currentIndexChanged.connect(self._count)
        for field in (self.low, self.high, self.drinks):
            field.textEdited.connect(self._tell)

    def counted_in(self) -> Volume:
        """Return what drinks are counted in."""
        return Volume(self.volume.currentData())

    def entered(self) -> Goals:
        """Return the goals with what was entered; what is no number counts as nothing."""
        return replace(
            self._made.goals,
            low_g_per_kg=self.low.amount or 0.0,
            high_g_per_kg=self.high.amount or 0.0,
            per=PerMass(self.per.currentData()),
            drinks_l=self.drinks.amount or 0.0,
            volume=self.counted_in(),
        )

    def _build(self) -> None:
        box = column(self, spacing=4)
        dash = label("–", "muted", self)
        box.addLayout(self._line(tr("Pr&otein"), self.low, dash, self.high, self.per))
        for below in (self.says, self.asks, self.about[0]):
            box.addWidget(below)
        box.addSpacing(8)
        box.addLayout(self._line(tr("Dr&inks a day"), self.drinks, self.volume))
        box.addWidget(self.about[1])
        box.addSpacing(8)
        box.addWidget(wrapped(fuel_words.carbohydrate(), "small", self))
        self.low.setAccessibleName(tr("Protein, from"))
        self.high.setAccessibleName(tr("Protein, up to"))
        self.per.setAccessibleName(tr("Protein is counted in"))
        self.drinks.setAccessibleName(tr("Drinks a day"))
        self.volume.setAccessibleName(tr("Drinks are counted in"))

    def _line(self, caption: str, first: QLineEdit, *others: QWidget) -> QHBoxLayout:
        line, words = row(), label(caption, "", self)
        words.setBuddy(first)
        words.setMinimumWidth(CAPTION_WIDTH)
        for widget in (words, first, *others):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _count(self) -> None:
        """Show the same amounts in the units chosen, numbers and labels together."""
        per = fuel.g_per_kg(1.0, PerMass(self.per.currentData()))
        for field in (self.low, self.high):
            field.count_in(per)
        self.drinks.count_in(fuel.litres(1.0, self.counted_in()))
        self._tell()

    def _tell(self) -> None:
        """Say what the numbers come to, and ask where pounds seem to be meant."""
        low, high, per = self.low.amount, self.high.amount, PerMass(self.per.currentData())
        known = low is not None and high is not None and low <= high
        words = fuel_words.grams(self._made, low or 0.0, high or 0.0, self._unit, self._today)
        self.says.setText(words if known else "")
        pounds = high is not None and per is PerMass.KG and high < LIKE_POUNDS
        self.asks.setText(tr("Is that per pound? Then choose “g per lb”.") if pounds else "")
        self.asks.setVisible(pounds)
        self.about[0].setText(fuel_words.about_protein(per))
        self.about[1].setText(fuel_words.about_drinks(self.counted_in()))
        self.changed.emit()


def _fill(box: QComboBox, items: tuple[tuple[str, str], ...], chosen: str) -> None:
    for value, words in items:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
