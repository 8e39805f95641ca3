"""What the head of a card asks for, as writes of one undo step each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.coach import logging, rest_lengths
from planner.coach.logging import ExerciseCard
from planner.language import tr
from planner.ui.exercise_head import ExerciseHead


class CardWork(QObject):
    """`wanted` asks for a write about `card` as it was read last: its slot may have another id."""

    wanted = Signal(str, object, object)

    def __init__(self, head: ExerciseHead, card: ExerciseCard, lifter_id: int) -> None:
        super().__init__(head)
        self.card = card
        self._lifter_id, menu = lifter_id, head.menu
        menu.removed.connect(self._remove)
        menu.moved.connect(self.move)
        menu.rested.connect(self._rest)
        menu.joined.connect(self._join)
        menu.parted.connect(self._part)
        head.noted.connect(self._note)

    @property
    def _slot(self) -> int:
        return self.card.logged_exercise_id

    def move(self, places: int) -> None:
        """Ask for another place: −1 is up."""
        self._ask(tr("Move {0}"), partial(logging.move_exercise, self._slot, places))

    def place(self, gap: int) -> None:
        """Ask for the place before number `gap` of the session."""
        self._ask(tr("Move {0}"), partial(logging.place_exercise, self._slot, gap))

    def _remove(self) -> None:
        self._ask(tr("Remove {0}"), partial(logging.remove_exercise, self._slot))

    def _rest(self, seconds: int) -> None:
        where = self._lifter_id, self._slot
        keep = partial(rest_lengths.keep, *where, seconds)
        self._ask(tr("Rest after {0}"), keep if seconds else partial(rest_lengths.forget, *where))

    def _join(self) -> None:
        self._ask(tr("Superset with {0}"), partial(logging.join_next, self._slot))

    def _part(self) -> None:
        work = partial(logging.leave_superset, self._slot)
        self._ask(tr("Take {0} out of the superset"), work)

    def _note(self, text: str) -> None:
        self._ask(tr("Note on {0}"), partial(logging.annotate, self._slot, text))

    def _ask(self, text: str, work: Callable[[], None]) -> None:
        self.wanted.emit(text.format(self.card.exercise.name), work, None)
