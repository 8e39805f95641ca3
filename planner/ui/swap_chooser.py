"""Choose what is done instead of an exercise of a session."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.coach import logging
from planner.coach.logging import ExerciseCard
from planner.language import tr
from planner.ui import counts
from planner.ui.noted_chooser import NotedChooser
from planner.ui.widgets import wrapped


class SwapChooser(NotedChooser):
    """Offers what fits in an exercise's place, then the whole library."""

    most_shown = 1000

    def __init__(self, lifter_id: int, card: ExerciseCard, today: date, parent: QWidget) -> None:
        choices = partial(logging.swap_choices, card.exercise.slug, lifter_id, today)
        super().__init__(choices, parent)
        self.setWindowTitle(tr("Swap {0}").format(card.exercise.name))
        self.found.setAccessibleName(tr("Exercises that may take its place"))
        self.box.addWidget(wrapped(self._says(card), "small", self))

    def _says(self, card: ExerciseCard) -> str:
        only = tr("Only this session changes, not the plan.")
        done = sum(row.logged is not None for row in card.rows)
        if not done:
            return only
        stays = tr("What is logged ({0}) stays with {1}; the rest is done with the other one.")
        return stays.format(counts.sets(done), card.exercise.name) + " " + only
