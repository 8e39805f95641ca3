"""The order in which the sets of a session are done: card by card, supersets round by round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from planner.coach import logging
from planner.engine.terms import SetKind
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.set_row import SetRowView


def in_order(cards: Sequence[ExerciseEntry]) -> list[SetRowView]:
    """Return the rows of cards in the order of doing.

    A round of a superset has a work set of each partner, with the warm-ups before and the drop
    sets after it.
    """
    lines: list[SetRowView] = []
    for start, end in logging.turns([card.card.superset for card in cards]):
        for each in zip_longest(*map(_rounds, cards[start:end]), fillvalue=()):
            lines += [line for part in each for line in part]
    return lines


def _rounds(card: ExerciseEntry) -> list[Sequence[SetRowView]]:
    """Return a card's rows by rounds, none for those done before another exercise took over."""
    rounds: list[list[SetRowView]] = [[]]
    worked = False
    for line in card.rows:
        if worked and line.kind is not SetKind.DROP:
            rounds.append([])
            worked = False
        rounds[-1].append(line)
        worked = worked or line.kind is not SetKind.WARMUP
    return [*([()] * card.card.done_before), *rounds]


def next_card(cards: Sequence[ExerciseEntry], current: ExerciseEntry) -> ExerciseEntry | None:
    """Return where the next set is: in a superset the exercise with the fewest work sets done, in
    turn, once a warm-up has led to one; else this exercise; else the next one, then the first one,
    that has open rows. None where only those are left that should end for pain."""
    place = cards.index(current)
    free = still_open([*cards[place + 1 :], *cards[: place + 1]])
    group = current.card.superset
    partners = [c for c in free if group is not None and c.card.superset == group]
    if partners and not (current in free and _goes_on(current)):
        return min(partners, key=_done)
    return current if current in free else next(iter(free), None)


def still_open(cards: Sequence[ExerciseEntry]) -> list[ExerciseEntry]:
    """Return the cards that have open rows and need not end for pain."""
    opened = (card for card in cards if card.next_open() is not None)
    return [card for card in opened if not logging.stopping_pain(card.card.rows)]


def _goes_on(card: ExerciseEntry) -> bool:
    """Say whether a card's next set is done before its partner's: after a warm-up, or a drop."""
    last, following = card.last_stored(), card.next_open()
    if following is None:
        return False
    warm = last is not None and last.kind is SetKind.WARMUP
    return warm or following.kind in (SetKind.WARMUP, SetKind.DROP)


def _done(card: ExerciseEntry) -> int:
    done = [line for line in card.rows if line.stored is not None]
    work = sum(line.kind not in (SetKind.WARMUP, SetKind.DROP) for line in done)
    return card.card.done_before + work
