"""Pace a set by its tempo, and note whether the tempo was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planner.coach.entry import SetRow
from planner.coach.session_view import ExerciseCard
from planner.engine import tempo as moving
from planner.engine.tempo import (
    Pace as Pace,
    Part as Part,
    Place as Place,
    Tick as Tick,
    place as place,
    ticks as ticks,
)
from planner.engine.terms import TEMPO_KEPT, TEMPO_LOST, LoggedSet, Measure, PlannedSet
from planner.storage import log


# reads
def pace(tempo: str, target: PlannedSet | None, from_below: bool = False) -> Pace:
    """Return how a set is paced, to the most reps that its target asks for; open without them.

    `from_below` says whether a repetition begins with the way up.

    Raises ValueError for what is no tempo.
    """
    reps = None if target is None or target.amrap else target.reps_high or target.reps_low
    return Pace(moving.stretches(tempo, from_below), reps)


def tempo_of(card: ExerciseCard) -> str:
    """Return the tempo of an exercise's next set: as just done, as planned, or as last time."""
    if card.exercise.measure is not Measure.REPS:
        return ""
    done = [row.logged.tempo for row in reversed(card.rows) if row.logged and row.logged.tempo]
    before = [row.last.tempo for row in card.rows if row.last and row.last.tempo]
    return next(iter([*done, *filter(None, [card.tempo]), *before]), "")


def next_target(rows: Sequence[SetRow]) -> PlannedSet | None:
    """Return what the next set was planned to be."""
    return next((row.target for row in rows if row.logged is None), None)


def asked_about(cards: Sequence[ExerciseCard], card: ExerciseCard | None) -> LoggedSet | None:
    """Return the set whose tempo is in question: the newest of the session when it was moved to
    one, else the newest such set of the exercise in focus; None without one."""
    newest = _newest(row for each in cards for row in each.rows)
    if newest is not None and newest.tempo:
        return newest
    return _newest(row for row in card.rows if row.logged and row.logged.tempo) if card else None


def _newest(rows: Iterable[SetRow]) -> LoggedSet | None:
    return max((row.logged for row in rows if row.logged), key=lambda s: s.id or 0, default=None)


def kept(entry: LoggedSet) -> bool | None:
    """Say whether a set's tempo was kept; None when that was not answered."""
    return True if TEMPO_KEPT in entry.flags else False if TEMPO_LOST in entry.flags else None


def tally(rows: Iterable[SetRow]) -> tuple[int, int]:
    """Return (sets that kept their tempo, sets of which it is known)."""
    answers = [kept(row.logged) for row in rows if row.logged]
    return answers.count(True), len(answers) - answers.count(None)


# writes
def paced(sets: Iterable[LoggedSet], tempo: str) -> tuple[LoggedSet, ...]:
    """Return sets as moved to a tempo; '' leaves them as they are."""
    return tuple(replace(entry, tempo=tempo or entry.tempo) for entry in sets)


def answer(set_id: int, was_kept: bool | None) -> None:
    """Store whether a set's tempo was kept; None takes the answer back."""
    entry = log.set_(set_id)
    flags = entry.flags - {TEMPO_KEPT, TEMPO_LOST}
    if was_kept is not None:
        flags |= {TEMPO_KEPT if was_kept else TEMPO_LOST}
    log.update_set(replace(entry, flags=flags))
