"""Choose an exercise to add to the open session, or to take the place of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.coach import logging
from planner.coach.logging import ExerciseCard
from planner.language import tr
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.noted_chooser import NotedChooser
from planner.ui.swap_chooser import SwapChooser
from planner.ui.typed_ahead import open_typing

Take: TypeAlias = Callable[[str], None]


class ExercisePicker(QObject):
    """`wanted` asks for a swap whose result is the slot to go on with; `make_wanted` carries the
    name of an exercise that nobody knows, and what to do with its slug."""

    wanted = Signal(str, object)
    make_wanted = Signal(str, object)

    def __init__(self, tab: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab

    def add(self, lifter_id: int, today: date, take: Take, typed: str = "") -> None:
        """Ask for an exercise to add to the session; `typed` begins the search, or goes on in the
        one that is open by now."""
        choosers = self._tab.findChildren(ExerciseChooser)
        asked = next((each for each in choosers if each.isVisible()), None)
        if asked is not None:
            asked.search.insert(typed)
            return
        chooser = NotedChooser(logging.additions(lifter_id, today), self._tab)
        chooser.search.setText(typed)
        self._open(chooser, take)

    def swap(self, card: ExerciseCard, lifter_id: int, today: date) -> None:
        """Ask for an exercise to take the place of another one."""

        def take(slug: str) -> None:
            work = partial(logging.swap, card.logged_exercise_id, slug)
            self.wanted.emit(tr("Swap {0}").format(card.exercise.name), work)

        self._open(SwapChooser(lifter_id, card, today, self._tab), take)

    def _open(self, chooser: ExerciseChooser, take: Take) -> None:
        chooser.chosen.connect(take)
        chooser.make_wanted.connect(lambda name: self.make_wanted.emit(name, take))
        chooser.finished.connect(lambda _result: self._tab.window().activateWindow())
        open_typing(chooser, chooser.search)
