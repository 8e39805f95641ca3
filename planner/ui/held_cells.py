"""Which session of each lifter, and which cell of it, was left: to go on there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.set_columns import Field


class HeldCell(NamedTuple):
    """A cell: of which exercise of the session (uid), in which row from 0, and which value."""

    uid: str
    row: int
    field: Field


class HeldCells:
    """Goes by the uid of the session: its cards may be others when it is shown again."""

    def __init__(self) -> None:
        self._held: dict[str, HeldCell] = {}

    def note(self, session: str, cards: Sequence[ExerciseEntry], held: QWidget | None) -> None:
        """Note what has the keyboard in a session that is left."""
        for card in cards:
            for place, line in enumerate(card.rows):
                if isinstance(held, EntryCell) and held in line.cells.values():
                    self._held[session] = HeldCell(card.card.uid, place, held.field)

    def take(self, session: str, cards: Sequence[ExerciseEntry]) -> EntryCell | None:
        """Return the cell to go on in, once; None where none had the keyboard or it is gone."""
        held = self._held.pop(session, None)
        card = next((each for each in cards if held and each.card.uid == held.uid), None)
        if held is None or card is None or held.row >= len(card.rows):
            return None
        return card.rows[held.row].cells.get(held.field)


class InSight:
    """Knows which session (uid) of each lifter was in sight when another one was shown."""

    def __init__(self) -> None:
        self._left: dict[int | None, tuple[str, date]] = {}

    def turn(self, left: int | None, session: str, to: int, today: date) -> str:
        """Leave a lifter's session, '' for none in sight; return that of the one to turn to.

        What was left on another day is not gone back to.
        """
        self._left[left] = session, today
        found, seen = self._left.pop(to, ("", today))
        return found if seen == today else ""


def go_on(held: QWidget | None) -> bool:
    """Give the keyboard back to what is in sight; say if it was. Half-typed text goes on."""
    if held is None or not held.isVisible():
        return False
    if isinstance(held, EntryCell):
        held.go_on()
    else:
        held.setFocus()
    return True
