"""Which row of a session is at hand: the one in focus, the one logged last, the one to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from planner.coach.logging import ExerciseCard
from planner.ui.doing_order import next_card, still_open
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.set_row import SetRowView

Place: TypeAlias = tuple[ExerciseEntry, SetRowView]


def has_focus(widget: QWidget) -> bool:
    """Say whether a widget or something in it has the keyboard, or will have it again once what
    is in front of the window is closed."""
    held = widget.window().focusWidget()
    return held is not None and (held is widget or widget.isAncestorOf(held))


def card_in_focus(cards: Sequence[ExerciseEntry]) -> ExerciseEntry | None:
    """Return the card that has the keyboard."""
    return next((card for card in cards if has_focus(card)), None)


def row_in_focus(cards: Sequence[ExerciseEntry]) -> Place | None:
    """Return the row that has the keyboard, with its card."""
    places = ((card, line) for card in cards for line in card.rows)
    return next((place for place in places if has_focus(place[1])), None)


def newest(cards: Sequence[ExerciseEntry]) -> Place | None:
    """Return the row whose set was logged last, with its card; None before the first."""
    places = ((card, line) for card in cards for line in card.rows if line.stored is not None)
    return max(places, key=_stored_id, default=None)


def meant(cards: Sequence[ExerciseEntry]) -> Place | None:
    """Return the row that a remark is about: that in focus, but the newest set while it is empty
    and nothing was typed in it."""
    held = row_in_focus(cards)
    if held is not None and (held[1].stored is not None or held[1].draft() is not None):
        return held
    return newest(cards) or held


def looked_at(cards: Sequence[ExerciseEntry]) -> Place | None:
    """Return the row in focus, else the first open one of what did not hurt, with its card."""
    free = ((card, card.next_open()) for card in still_open(cards))
    return row_in_focus(cards) or next(((c, line) for c, line in free if line is not None), None)


def following(cards: Sequence[ExerciseEntry]) -> SetRowView | None:
    """Return the row where work goes on: after the set logged last, else the first open one.

    None where only what should end for pain is open.
    """
    last = newest(cards)
    card = next_card(cards, last[0]) if last is not None else next(iter(still_open(cards)), None)
    return card.next_open() if card is not None else None


def reopened(cards: Sequence[ExerciseEntry], now: Sequence[ExerciseCard]) -> int | None:
    """Return the slot that lost a set to Undo: it was elsewhere than the keyboard."""
    held = row_in_focus(cards)
    at = held[1].stored.id if held is not None and held[1].stored is not None else None
    left = {card.key: _ids(card) for card in now}
    for card in cards:
        lost = _ids(card.card) - left.get(card.card.key, _ids(card.card))
        if lost and at not in lost:
            return card.card.logged_exercise_id
    return None


def _ids(card: ExerciseCard) -> set[int | None]:
    return {row.logged.id for row in card.rows if row.logged is not None}


def _stored_id(place: Place) -> int:
    stored = place[1].stored
    return (stored.id or 0) if stored is not None else 0
