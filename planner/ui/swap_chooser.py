"""Choose what is done instead of an exercise of a session."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from planner.coach import logging
from planner.coach.logging import ExerciseCard
from planner.ui import counts
from planner.ui.exercise_chooser import CHOICE, ExerciseChooser
from planner.ui.replace_dialog import SubstituteDelegate
from planner.ui.widgets import wrapped
from planner.ui.window_state import room_on_screen

USUAL_SIZE = QSize(480, 540)


class SwapChooser(ExerciseChooser):
    """Offers what fits in an exercise's place, then the whole library."""

    most_shown = 1000

    def __init__(self, lifter_id: int, card: ExerciseCard, today: date, parent: QWidget) -> None:
        choices = partial(logging.swap_choices, card.exercise.slug, lifter_id, today)
        super().__init__(choices, parent, may_be_made=True)
        self.setWindowTitle(self.tr("Swap {0}").format(card.exercise.name))
        self.found.setItemDelegate(SubstituteDelegate(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setAccessibleName(self.tr("Exercises that may take its place"))
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))
        self.box.addWidget(wrapped(self._says(card), "small", self))

    def dress(self, item: QListWidgetItem) -> None:
        """Say why it would do, or what is to mind."""
        choice = item.data(CHOICE)
        said = ", ".join(filter(None, (choice.name, choice.why)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip("\n".join(filter(None, (choice.name, choice.why))))

    def _says(self, card: ExerciseCard) -> str:
        only = self.tr("Only this session changes, not the plan.")
        done = sum(row.logged is not None for row in card.rows)
        if not done:
            return only
        stays = self.tr("What is logged ({0}) stays with {1}; the rest is done with the other one.")
        return stays.format(counts.sets(done), card.exercise.name) + " " + only
