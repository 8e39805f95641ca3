"""Carry a card over the board by its head, to where it is to stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea

from planner.ui.card_drag import CardDrag
from planner.ui.cards_board import CardsBoard
from planner.ui.exercise_entry import ExerciseEntry

EDGE_ROOM = 40  # px kept in view around a card that is carried


def carry(card: ExerciseEntry, board: CardsBoard, area: QScrollArea) -> None:
    """Let a card be carried over a board that an area shows."""
    drag = CardDrag(card.head)
    drag.moved.connect(partial(_show, card, board, area))
    drag.dropped.connect(partial(_put, card, board))
    drag.left.connect(board.hide_drop)


def _show(card: ExerciseEntry, board: CardsBoard, area: QScrollArea, at: QPoint) -> None:
    """Show where a card would come to stand; near an edge, show more of the session."""
    here = board.mapFromGlobal(at)
    area.ensureVisible(here.x(), here.y(), 0, EDGE_ROOM)
    board.show_drop(card, board.gap_at(here))


def _put(card: ExerciseEntry, board: CardsBoard, at: QPoint) -> None:
    place, gap = board.place_of(card), board.gap_at(board.mapFromGlobal(at))
    if gap not in (place, place + 1):
        card.work.place(gap)
