"""Choose what the plot of a lift shows, and set its goal."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from planner.coach.charts.lift_measures import LiftMeasure, UsedLoad
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import counts
from planner.ui.charts import measure_words
from planner.ui.widgets import ElidedLabel, button, row
from planner.ui.writing import writes


class MeasureSwitch(QWidget):
    """`chosen` carries a LiftMeasure, `load_chosen` a load in kg."""

    chosen = Signal(str)
    load_chosen = Signal(float)
    goal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measures = QComboBox(self)
        self.measures.setAccessibleName(tr("What the plot shows"))
        for each in LiftMeasure:
            self.measures.addItem(measure_words.name(each), each)
        self.loads = QComboBox(self)
        self.loads.setAccessibleName(tr("Load at which reps are counted"))
        self.goal = button(tr("&Goal…"), "quiet", self)
        writes(self.goal)
        self.goal.setToolTip(tr("An estimated 1RM, or a load for reps, to be reached"))
        self.standing = ElidedLabel("", "muted", self)
        self._arrange()
        self.measures.activated.connect(self._choose)
        self.loads.activated.connect(self._choose_load)
        self.goal.clicked.connect(self.goal_wanted)

    def show_measure(self, measure: LiftMeasure) -> None:
        """Show which measure is drawn."""
        self.measures.setCurrentIndex(self.measures.findData(measure))

    def show_loads(self, loads: Iterable[UsedLoad], at_kg: float | None, unit: Unit) -> None:
        """Offer loads, the lightest first, with how often they were used; none hides the choice."""
        with QSignalBlocker(self.loads):
            self.loads.clear()
            for each in sorted(loads, key=lambda used: used.load_kg):
                often = counts.sessions(each.sessions)
                self.loads.addItem(f"{measure_words.load(each.load_kg, unit)} · {often}")
                self.loads.setItemData(self.loads.count() - 1, each.load_kg)
            self.loads.setCurrentIndex(self.loads.findData(at_kg))
        self.loads.setVisible(self.loads.count() > 0)

    def show_goal(self, words: str) -> None:
        """Say how the lift's goal stands; '' for none."""
        self.standing.show_text(words)

    def take_focus(self) -> None:
        """Let the keyboard go on where it was on the switch of another card."""
        self.measures.setFocus()

    def _choose(self, index: int) -> None:
        self.chosen.emit(self.measures.itemData(index))

    def _choose_load(self, index: int) -> None:
        self.load_chosen.emit(self.loads.itemData(index))

    def _arrange(self) -> None:
        line = row(self)
        line.addWidget(self.measures)
        line.addWidget(self.loads)
        line.addWidget(self.standing, 1)
        line.addWidget(self.goal)
        self.loads.hide()
