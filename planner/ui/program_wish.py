"""What is wanted of a program: a few answers, each of which may stay open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QToolButton, QWidget

from planner.coach import choosing
from planner.coach.choosing import Wish
from planner.engine.terms import Equipment, Experience, Goal, Limit
from planner.ui.flow_layout import FlowLayout
from planner.ui.widgets import column, label

MINUTES = (20, 30, 45, 60, 75, 90)
HOME = frozenset({Equipment.BODYWEIGHT, Equipment.OTHER})


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgramWish", text)


def places() -> list[tuple[str, frozenset[Equipment] | None]]:
    """Return where one trains and what is there; None is everything."""
    return [
        (_tr("A gym with everything"), None),
        (_tr("Barbell and rack"), HOME | {Equipment.BARBELL}),
        (_tr("Barbell and dumbbells"), HOME | {Equipment.BARBELL, Equipment.DUMBBELL}),
        (_tr("Dumbbells and a band"), HOME | {Equipment.DUMBBELL, Equipment.BAND}),
        (_tr("Kettlebells"), HOME | {Equipment.KETTLEBELL}),
        (_tr("Nothing but a bar to hang on"), HOME),
    ]


def limits() -> list[tuple[str, Limit]]:
    """Return what may have to be spared, in words, the most frequent first."""
    return [
        (_tr("Knee"), Limit.KNEE), (_tr("Back"), Limit.BACK), (_tr("Shoulder"), Limit.SHOULDER),
        (_tr("Hip"), Limit.HIP), (_tr("Ankle"), Limit.ANKLE), (_tr("Wrist"), Limit.WRIST),
        (_tr("Elbow"), Limit.ELBOW), (_tr("Neck"), Limit.NECK),
        (_tr("Blood pressure"), Limit.PRESSURE), (_tr("Pregnancy"), Limit.PREGNANCY),
        (_tr("Risk of falling"), Limit.FALLS),
    ]  # fmt: skip


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
        any_ = self.tr("Any")
        goals = [(choosing.NAMES[goal].capitalize(), goal) for goal in Goal]
        self.goal = self._ask(form, self.tr("&Goal"), [(any_, None), *goals])
        days = [(self.tr("{days} a week").format(days=days), days) for days in range(2, 7)]
        self.days = self._ask(form, self.tr("&Days"), [(any_, None), *days])
        minutes = [(self.tr("{minutes} min").format(minutes=each), each) for each in MINUTES]
        self.minutes = self._ask(form, self.tr("&Time"), [(any_, None), *minutes])
        self.place = self._ask(form, self.tr("&Where"), places())
        self.experience = self._ask(form, self.tr("&Experience"), _experiences())
        layout.addWidget(label(self.tr("To be spared"), "small", self))
        layout.addWidget(self._chips())

    def _ask(self, form: QFormLayout, name: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
        made = QComboBox(self)
        made.addItems([text for text, _ in choices])
        self._values[made] = [value for _, value in choices]
        made.setAccessibleName(name.replace("&", ""))
        made.currentIndexChanged.connect(self.changed)
        form.addRow(name, made)
        return made

    def _chips(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box)
        self.limits: dict[Limit, QToolButton] = {}
        for text, limit in limits():
            chip = QToolButton(box)
            chip.setText(text)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.toggled.connect(self.changed)
            flow.addWidget(chip)
            self.limits[limit] = chip
        return box

    def expect(self, experience: Experience) -> None:
        """Take the lifter's experience as the answer to start with."""
        known = self._values[self.experience]
        self.experience.setCurrentIndex(known.index(experience) if experience in known else 0)

    def wish(self) -> Wish:
        """Return the answers."""
        asked = (self.goal, self.days, self.minutes, self.place, self.experience)
        goal, days, minutes, place, who = [self._values[a][a.currentIndex()] for a in asked]
        spared = frozenset(limit for limit, chip in self.limits.items() if chip.isChecked())
        return Wish(goal, days, minutes, place, who, spared)


def _experiences() -> list[tuple[str, Experience | None]]:
    return [
        (_tr("Any"), None),
        (_tr("New to it"), Experience.NOVICE),
        (_tr("A year or more"), Experience.INTERMEDIATE),
        (_tr("Back after a long time"), Experience.RETURNER),
    ]
