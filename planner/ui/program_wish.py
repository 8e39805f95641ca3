"""What is wanted of a program: a few answers, each of which may stay open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSizePolicy, QWidget

from planner.coach import choosing, suiting
from planner.coach.choosing import Wish
from planner.engine.terms import Equipment, Experience, Goal, Limit
from planner.language import tr
from planner.ui.chips import Chips
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import column, label

MINUTES = (20, 30, 45, 60, 75, 90)
HOME = suiting.PLAIN
MACHINES = frozenset(
    {Equipment.MACHINE, Equipment.PLATE_MACHINE, Equipment.SMITH, Equipment.CARDIO}
)
CHOSEN = object()  # stands for what the chips say is there


def places() -> list[tuple[str, Any]]:
    """Return where one trains and what is there; None is everything, CHOSEN what is marked."""
    return [
        (tr("A gym with everything"), None),
        (tr("Barbell and rack"), HOME | {Equipment.BARBELL}),
        (tr("Barbell and dumbbells"), HOME | {Equipment.BARBELL, Equipment.DUMBBELL}),
        (tr("Dumbbells and a band"), HOME | {Equipment.DUMBBELL, Equipment.BAND}),
        (tr("Kettlebells"), HOME | {Equipment.KETTLEBELL}),
        (tr("Nothing but a bar to hang on"), HOME),
        (tr("More than one place: choose"), CHOSEN),
    ]


def kinds() -> list[tuple[str, frozenset[Equipment]]]:
    """Return what may be there, in words, the most frequent first."""
    return [
        (tr("Barbell"), frozenset({Equipment.BARBELL})),
        (tr("Dumbbells"), frozenset({Equipment.DUMBBELL})),
        (tr("Band"), frozenset({Equipment.BAND})),
        (tr("Kettlebells"), frozenset({Equipment.KETTLEBELL})),
        (tr("Cable"), frozenset({Equipment.CABLE})),
        (tr("Machines"), MACHINES),
        (tr("Ball or board"), frozenset({Equipment.BALL, Equipment.BOARD})),
    ]


def limits() -> list[tuple[str, Limit]]:
    """Return what may have to be spared, in words, the most frequent first."""
    return [
        (tr("Knee"), Limit.KNEE), (tr("Back"), Limit.BACK), (tr("Shoulder"), Limit.SHOULDER),
        (tr("Hip"), Limit.HIP), (tr("Ankle"), Limit.ANKLE), (tr("Wrist"), Limit.WRIST),
        (tr("Elbow"), Limit.ELBOW), (tr("Neck"), Limit.NECK),
        (tr("Blood pressure"), Limit.PRESSURE), (tr("Pregnancy"), Limit.PREGNANCY),
        (tr("Risk of falling"), Limit.FALLS),
    ]  # fmt: skip


def spared() -> list[tuple[str, Limit]]:
    """Return the same as what is said of a limit: 'To be spared: knee'."""
    return [
        (tr("To be spared: knee"), Limit.KNEE),
        (tr("To be spared: back"), Limit.BACK),
        (tr("To be spared: shoulder"), Limit.SHOULDER),
        (tr("To be spared: hip"), Limit.HIP),
        (tr("To be spared: ankle"), Limit.ANKLE),
        (tr("To be spared: wrist"), Limit.WRIST),
        (tr("To be spared: elbow"), Limit.ELBOW),
        (tr("To be spared: neck"), Limit.NECK),
        (tr("To be spared: blood pressure"), Limit.PRESSURE),
        (tr("To be spared: pregnancy"), Limit.PREGNANCY),
        (tr("To be spared: risk of falling"), Limit.FALLS),
    ]


class ProgramWish(QWidget):
    """Goal, days, minutes, place, experience and limits; `changed` when any answer does."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: dict[QComboBox, list[Any]] = {}
        layout = column(self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.addLayout(form)
        any_ = tr("Any")
        goals = [(tr(choosing.TITLES[goal]), goal) for goal in Goal]
        self.goal = self._ask(form, tr("&Goal"), [(any_, None), *goals])
        days = [(tr("{days} a week").format(days=n), n) for n in range(2, 7)]
        self.days = self._ask(form, tr("&Days"), [(any_, None), *days])
        minutes = [(tr("{minutes} min").format(minutes=each), each) for each in MINUTES]
        self.minutes = self._ask(form, tr("&Time"), [(any_, None), *minutes])
        self.place = self._ask(form, tr("&Where"), places())
        self.experience = self._ask(form, tr("&Experience"), _experiences())
        there, spared = Chips(kinds(), self), Chips(limits(), self)
        self.there, self._there, self.limits = there.by_kind, there.row, spared.by_kind
        self._chips_there, self._chips_spared = there, spared
        for chips in (there, spared):
            chips.row.changed.connect(self.changed)
        self._there_title = label(tr("There at one place or another"), "small", self)
        layout.addWidget(self._there_title)
        layout.addWidget(self._there)
        layout.addWidget(label(tr("To be spared"), "small", self))
        layout.addWidget(spared.row)
        self.place.currentIndexChanged.connect(self._show_there)
        self._show_there()

    def _ask(self, form: QFormLayout, name: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
        made = QComboBox(self)
        made.addItems([text for text, _ in choices])
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._values[made] = [value for _, value in choices]
        made.setAccessibleName(unmarked(name))
        made.currentIndexChanged.connect(self.changed)
        form.addRow(name, made)
        return made

    def _show_there(self) -> None:
        chosen = self._value(self.place) is CHOSEN
        self._there_title.setVisible(chosen)
        self._there.setVisible(chosen)

    def expect(self, experience: Experience) -> None:
        """Take the lifter's experience as the answer to start with."""
        self._answer(self.experience, experience)

    def take(self, wish: Wish) -> None:
        """Give the answers that were given before; `changed` tells of it once."""
        with QSignalBlocker(self):
            for box, value in (
                (self.goal, wish.goal), (self.days, wish.days), (self.minutes, wish.minutes),
                (self.experience, wish.experience), (self.place, self._place_of(wish.equipment)),
            ):  # fmt: skip
                self._answer(box, value)
            for kind, chip in self.there.items():
                chip.setChecked(kind <= (wish.equipment or frozenset()))
            for limit, chip in self.limits.items():
                chip.setChecked(limit in wish.limits)
        self._show_there()
        self.changed.emit()

    def wish(self) -> Wish:
        """Return the answers."""
        goal, days, minutes, place, who = map(
            self._value, (self.goal, self.days, self.minutes, self.place, self.experience)
        )
        there = HOME.union(*self._chips_there.checked()) if place is CHOSEN else place
        return Wish(goal, days, minutes, there, who, self._chips_spared.checked())

    def _value(self, box: QComboBox) -> Any:
        return self._values[box][box.currentIndex()]

    def _answer(self, box: QComboBox, value: object) -> None:
        known = self._values[box]
        box.setCurrentIndex(known.index(value) if value in known else 0)

    def _place_of(self, equipment: frozenset[Equipment] | None) -> object:
        return equipment if equipment in self._values[self.place] else CHOSEN


def _experiences() -> list[tuple[str, Experience | None]]:
    return [
        (tr("Any"), None),
        (tr("New to it"), Experience.NOVICE),
        (tr("A year or more"), Experience.INTERMEDIATE),
        (tr("Back after a long time"), Experience.RETURNER),
    ]
