"""Rows that a lifter asks a card for: a drop set below a set, warm-up sets before the work."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QPushButton

from planner.coach import logging
from planner.coach.logging import ExerciseCard
from planner.engine.terms import SetKind
from planner.language import tr
from planner.ui.card_rows import AskedRow, Drafts
from planner.ui.set_row import SetRowView


class Card(Protocol):
    """A card of the log tab, as far as rows are asked for."""

    card: ExerciseCard
    rows: list[SetRowView]
    add_button: QPushButton

    def drafts(self) -> Drafts:
        """Return what is typed and not on disk."""

    def ask(self, rows: tuple[AskedRow, ...]) -> None:
        """Show rows that were asked for, with the focus in the first of them."""

    def forget(self, *lines: SetRowView) -> None:
        """Take back rows that were asked for."""


def go_to(card: Card, place: int) -> None:
    """Put the keyboard into a row by its place from 0, or the last one; without any, on the button
    for one more."""
    row = card.rows[min(place, len(card.rows) - 1)] if card.rows else None
    (card.add_button if row is None else row.first_cell()).setFocus()


def drop(card: Card, line: SetRowView, lifter_id: int) -> None:
    """Put the row of a drop set below a set, or take it back; a stored one is work again.

    Without a set to go on from, and with a load typed, the row itself becomes one.
    """
    base = _dropped_from(card, line)
    if line in asked_rows(card) and line.kind is SetKind.DROP:
        card.forget(line)
    elif base is None or base.stored is None or line.kind is SetKind.DROP or line.edited():
        line.toggle(SetKind.DROP)
    else:
        row = logging.drop_row(base.row, card.card.exercise, lifter_id)
        card.ask((AskedRow(row, base.stored.id),))


def ramp(card: Card, lifter_id: int) -> None:
    """Put warm-up sets before the first work set that is open, up to the load it is about to have.

    Those put there before make room; what the plan has stays. Why there are none is told there.
    """
    asked = asked_rows(card)
    work = [line for line in card.rows if line.stored is None and line not in asked]
    if any(line.kind is SetKind.WARMUP for line in work):
        work[0].say(tr("The plan has warm-up sets here already."))
        return
    line = next((each for each in work if each.kind is not SetKind.DROP), None)
    if line is None:
        return
    kg = line.load_kg()
    rows = _warm_up(line, kg, card, lifter_id)
    card.forget(*(each for each in asked if each.kind is SetKind.WARMUP))
    if rows:
        card.ask(tuple(AskedRow(row) for row in rows))
    elif kg is None:
        line.say(tr("Type the load first: the warm-up sets lead up to it."))
    else:
        line.say(tr("No lighter set leads up to this one."))


def _warm_up(
    line: SetRowView, kg: float | None, card: Card, lifter_id: int
) -> tuple[logging.SetRow, ...]:
    if kg is None:
        return ()
    return logging.warm_up_rows(line.row, kg, line.reps(), card.card.exercise, lifter_id)


def asked_rows(card: Card) -> list[SetRowView]:
    """Return the rows that were asked for and are not logged yet."""
    asked = [each.row for each in card.drafts().asked]
    return [line for line in card.rows if any(line.row is row for row in asked)]


def _dropped_from(card: Card, line: SetRowView) -> SetRowView | None:
    """Return the stored set to drop from: this one, else the last before; drop sets below it."""
    place = card.rows.index(line)
    above = [each for each in card.rows[: place + 1] if each.stored is not None]
    work = [each for each in above if each.kind is not SetKind.WARMUP]
    if not work:
        return None
    place = card.rows.index(work[-1]) + 1
    base = work[-1]
    for each in card.rows[place:]:
        if each.stored is None or each.kind is not SetKind.DROP:
            break
        base = each
    return base
