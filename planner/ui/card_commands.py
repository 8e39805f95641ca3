"""What the keyboard does to the exercise in focus: move, swap, note, repeat, take a load."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QScrollArea

from planner.ui import at_hand
from planner.ui.at_hand import has_focus
from planner.ui.cards_board import CardsBoard
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.in_view import bring


class CardCommands:
    """Without an exercise in focus most are done to the one whose set is next."""

    def __init__(
        self, cards: Callable[[], Sequence[ExerciseEntry]], board: CardsBoard, area: QScrollArea
    ) -> None:
        self._cards, self._board, self._area = cards, board, area

    def swap(self) -> None:
        """Ask what is done instead of the exercise."""
        card = self._current()
        if card is not None:
            card.swap_wanted.emit(card.card)

    def move(self, places: int) -> None:
        """Move the exercise; −1 is up."""
        card = self._current()
        if card is not None:
            card.work.move(places)
            held = next((line for line in card.rows if has_focus(line)), card.head)
            bring(self._area, self._board.rooms(card, held))

    def note(self) -> None:
        """Open the note on the exercise for typing."""
        card = self._current()
        if card is not None:
            card.head.edit_note()

    def open_menu(self) -> None:
        """Open the menu of the exercise."""
        card = self._current()
        if card is not None:
            self._area.ensureWidgetVisible(card.head.menu, 0, 0)
            card.head.menu.open()

    def repeat(self) -> None:
        """Log the last set of the exercise in focus, else of the last one done, once more."""
        card = self._last_done()
        if card is not None:
            card.repeat()

    def take_load(self) -> None:
        """Take the load that is offered for the next set."""
        card = self._last_done()
        if card is not None:
            card.next_set.take_load()

    def _current(self) -> ExerciseEntry | None:
        cards = self._cards()
        held = at_hand.card_in_focus(cards)
        return held or next((card for card in cards if card.next_open() is not None), None)

    def _last_done(self) -> ExerciseEntry | None:
        cards = self._cards()
        held = at_hand.card_in_focus(cards)
        return held or next(iter(reversed([c for c in cards if c.last_stored()])), None)
