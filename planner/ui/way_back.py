"""Where the keyboard is on a card of the log, and back there on the card made in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.coach import same_slot
from planner.coach.logging import ExerciseCard, SetRow
from planner.engine.terms import Unit
from planner.ui import at_hand
from planner.ui.enter_by_habit import FirstEnter
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.held_cells import go_on
from planner.ui.pain_bar import PainBar
from planner.ui.row_foot import NoteEdit
from planner.ui.set_columns import Field, columns
from planner.ui.set_row import SetRowView


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the keyboard is on a card: in a row, there in a cell, or in a part beside the rows.

    `typed` tells whether anything was typed in the cells of the row that is not on disk.
    """

    card: ExerciseCard
    row: SetRow | None
    field: Field | None
    part: int | None
    typed: bool


def stop(cards: Sequence[ExerciseEntry]) -> Stop | None:
    """Return where the keyboard is; None where none of the cards has it."""
    card, place = at_hand.card_in_focus(cards), at_hand.row_in_focus(cards)
    if card is None:
        return None
    line = place[1] if place is not None else None
    cells = line.cells.items() if line is not None else ()
    field = next((field for field, cell in cells if at_hand.has_focus(cell)), None)
    part = next((n for n, each in enumerate(_parts(card)) if at_hand.has_focus(each)), None)
    row, typed = (line.row, line.edited()) if line is not None else (None, False)
    return Stop(card.card, row, field, part, typed)


def go_back(left: Stop, card: ExerciseEntry) -> bool:
    """Put the keyboard there again; say whether that is still there.

    Where what was typed is gone, or what is offered is offered in other cells, the first Enter is
    not to log that.
    """
    line, same = _line(left, card), same_slot.goes_on(left.card, card.card)
    following = line or card.next_open()
    if following is not None and not following.edited() and _has_others(left, card, same):
        FirstEnter(following)
    if line is not None:
        return go_on(_held(left, line)) or go_on(line.first_cell())
    return same and left.part is not None and go_on(_parts(card)[left.part])


def _has_others(left: Stop, card: ExerciseEntry, same: bool) -> bool:
    """Say whether something was typed in the row left, or the exercise has other cells now."""
    was, now = (columns(made.exercise, Unit.KG) for made in (left.card, card.card))
    return left.typed or (same and was != now)


def _held(left: Stop, line: SetRowView) -> QWidget | None:
    """Return the cell of a row that had the keyboard, else what is asked or typed below them."""
    if left.field is not None:
        return line.cells.get(left.field)
    return line.findChild(PainBar) or line.findChild(NoteEdit)


def _line(left: Stop, card: ExerciseEntry) -> SetRowView | None:
    """Return the row of the same set, or the open one in the same place of an exercise."""
    if left.row is None:
        return None
    if left.row.logged is not None:
        return card.row_of(left.row.logged.id)
    rows = card.rows if same_slot.goes_on(left.card, card.card) else []
    opened = (line for line in rows if line.stored is None)
    return next((line for line in opened if line.row.number == left.row.number), None)


def _parts(card: ExerciseEntry) -> tuple[QWidget, ...]:
    return card.head.note, card.head.menu, card.add_button
