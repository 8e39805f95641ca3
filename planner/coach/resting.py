"""When a rest begins after a set, and the one that still runs when the program is opened again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planner.coach import rest_lengths
from planner.coach.rest_clock import Rest, now
from planner.coach.session_view import ExerciseCard
from planner.engine.terms import LoggedSet
from planner.storage import library, log, log_reads


def after_set(cards: Sequence[ExerciseCard], logged_exercise_id: int) -> int | None:
    """Return the seconds to rest after an exercise's newest set; None while a round is not over.

    A superset rests after the round, as long as its longest rest: while a partner with open rows
    has fewer sets done, it is the partner's turn.
    """
    card = next(each for each in cards if each.logged_exercise_id == logged_exercise_id)
    if card.superset is None:
        return card.rest_s
    round_of = [each for each in cards if each.superset == card.superset]
    if any(_open(each) and _done(each) < _done(card) for each in round_of if each is not card):
        return None
    return max(each.rest_s for each in round_of)


def running(lifter_id: int, at: datetime) -> Rest | None:
    """Return the rest after the newest set of a session under way, None when there is none.

    It follows from when that set was logged, so that it outlives the program.
    """
    session_id = log_reads.unfinished(lifter_id)
    if session_id is None:
        return None
    slots = log.session(session_id).exercises
    newest = [(made.logged_at, slot) for slot in slots for made in slot.sets if made.logged_at]
    if not newest:
        return None
    logged_at, slot = max(newest, key=lambda each: each[0])
    ago = (at - logged_at).total_seconds()
    seconds = rest_lengths.length(lifter_id, slot, library.exercise(slot.exercise))
    return Rest(now().before(ago), float(seconds), seconds) if 0 <= ago < seconds else None


def stands(lifter_id: int, card: ExerciseCard | None) -> bool:
    """Say whether the newest set of a card, shown when the rest began, is still in the log.

    Without a card the rest began before the program did, and ends with the session under way.
    """
    if card is None:
        return log_reads.unfinished(lifter_id) is not None
    newest = max((row.logged for row in card.rows if row.logged), key=_set_id, default=None)
    if newest is None or newest.id is None:
        return True
    try:
        return log.set_(newest.id).logged_at == newest.logged_at  # another may get its id
    except LookupError:
        return False


def _set_id(made: LoggedSet) -> int:
    return made.id or 0


def _done(card: ExerciseCard) -> int:
    return sum(row.logged is not None for row in card.rows)


def _open(card: ExerciseCard) -> bool:
    return any(row.logged is None for row in card.rows)
