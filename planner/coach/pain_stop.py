"""Pain that should end an exercise for the day, as a session goes on."""

from __future__ import annotations

from collections.abc import Iterable

from planner.coach.entry import SetRow
from planner.coach.wording import in_unit
from planner.engine import load_hold, session_signs
from planner.engine.same_load import is_harder
from planner.engine.terms import Exercise, LoggedSet, Phrase, Unit


def stopping_pain(rows: Iterable[SetRow]) -> int:
    """Return the pain in the set logged last where it should end the exercise, 0 to 10; else 0.

    Whoever goes on all the same is let be until it hurts again.
    """
    made = [row.logged for row in rows if row.logged is not None]
    last = max(made, key=lambda each: each.id or 0, default=None)
    return (last.pain or 0) if last is not None and session_signs.must_stop([last]) else 0


def is_spared(row: SetRow, rows: Iterable[SetRow], exercise: Exercise) -> bool:
    """Say whether a row's set was done with a load easier than all that hurt badly in some rows."""
    kg = row.logged.load_kg or 0.0 if row.logged is not None else 0.0
    made = [each.logged for each in rows if each.logged is not None]
    hurt = [each.load_kg or 0.0 for each in made if session_signs.must_stop([each])]
    return all(is_harder(other, kg, exercise) for other in hurt)


def no_harder(load: float, row: SetRow, exercise: Exercise, unit: Unit) -> float:
    """Return a load in a unit, or the easier one that today's sets hold the row to."""
    held = None if row.held_kg is None else in_unit(row.held_kg, unit)
    return load_hold.no_harder(load, held, exercise)


def stop_words(entry: LoggedSet) -> Phrase | None:
    """Say what strong pain in a set asks for; None where the exercise need not end."""
    return session_signs.pain_words([entry]) if session_signs.must_stop([entry]) else None
