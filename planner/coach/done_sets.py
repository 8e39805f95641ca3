"""What was done in a session, counted so that two of them can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from planner.engine.terms import LoggedSet, Session
from planner.storage.log_reads import SessionKey

PART = 50  # sessions compared at once, some 5 ms
SAME_SHARE = 0.5  # of the sets that make two sessions the same one; rule of thumb

Done: TypeAlias = tuple[str, int, int, int]  # slug, tenths of a kg, reps, seconds


def of_session(session: Session) -> Counter[Done]:
    """Count the sets of a session."""
    return Counter(done(slot.exercise, entry) for slot in session.exercises for entry in slot.sets)


def of_stored(keys: Iterable[SessionKey]) -> Counter[Done]:
    """Count the sets of stored sessions together."""
    return Counter(_rounded(*made) for key in keys for made in key.sets)


def by_hand(session: Session, keys: Sequence[SessionKey]) -> Counter[Done]:
    """Count the sets of stored sessions that no row of a session brought.

    None where the rows are told by uid, as in our own files.
    """
    if session.uid:
        return Counter()
    of_row = {
        e.source_text: done(slot.exercise, e) for slot in session.exercises for e in slot.sets
    }
    brought = Counter(of_row[row] for key in keys for row in key.rows if row in of_row)
    return of_stored(keys) - brought


def done(slug: str, entry: LoggedSet) -> Done:
    """Return what was done in a set."""
    return _rounded(slug, entry.load_kg, entry.reps, entry.seconds)


def nameless(sets: Counter[Done]) -> Counter[Done]:
    """Return the sets as if all were of one exercise: exports rename exercises."""
    bare: Counter[Done] = Counter()
    for (_, kg, reps, seconds), count in sets.items():
        bare["", kg, reps, seconds] += count
    return bare


def alike(one: Session, other: Session) -> bool:
    """Say whether two sessions have the same sets and, where both know it, the same start."""
    starts = {one.started_at, other.started_at} - {None}
    sets = of_session(one)
    return len(starts) < 2 and bool(sets) and sets == of_session(other)


def agree(session: Session, keys: Sequence[SessionKey]) -> bool:
    """Say whether most sets of a session or of stored ones together are the same."""
    known, own = of_stored(keys), of_session(session)
    return _shared(known, own) > SAME_SHARE * min(known.total(), own.total())


def holds_most(session: Session, key: SessionKey) -> bool:
    """Say whether most sets of a stored session are those of a session; both may have none."""
    known, own = of_stored([key]), of_session(session)
    return known == own or _shared(known, own) > SAME_SHARE * known.total()


def _shared(known: Counter[Done], own: Counter[Done]) -> int:
    return own.total() if nameless(known) == nameless(own) else (known & own).total()


def _rounded(slug: str, kg: float | None, reps: int | None, seconds: float | None) -> Done:
    return slug, round((kg or 0.0) * 10), reps or 0, round(seconds or 0.0)
