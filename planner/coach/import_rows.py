"""Which stored sessions hold the rows of a file that is read again, whatever was done to them.

The rows of other apps say on which day they were done, and a set keeps the text of its row: a
session that was moved to another day here is known by that. Equal days of a file have other rows.
Our own files say by uid which session is meant; days may have been changed there as well as here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date

from planner.coach import done_sets
from planner.engine.terms import Session
from planner.storage.log_reads import SessionKey

MOST = 0.5  # of a stored session's rows that make it one of the file; rule of thumb


def holders(
    sessions: Sequence[Session], keys: Sequence[SessionKey]
) -> Generator[None, None, dict[int, list[SessionKey]]]:
    """Find part by part which stored sessions hold most rows of a session, by its number.

    A row is held once: by what is still on its day, else by what was moved. Of our own files a
    session is held by the stored one with its uid.
    """
    held = _by_uid(sessions, keys)
    yield
    if not any(key.rows for key in keys):
        return held
    left = _Left(sessions)
    yield
    for at, (key, on) in enumerate(_in_turn(keys)):
        if at % done_sets.PART == 0:
            yield
        number = left.claimed(key, on)
        if number is not None:
            held[number].append(key)
    return held


def _by_uid(sessions: Sequence[Session], keys: Sequence[SessionKey]) -> dict[int, list[SessionKey]]:
    """Return the stored sessions that some of our own files are by their uid.

    On another day they are no less, if the sets are the same: what somebody copied in a table and
    changed is training of its own.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, session in enumerate(sessions):
        if session.uid:
            numbers[session.uid].append(number)
    held: dict[int, list[SessionKey]] = defaultdict(list)
    for key in keys:
        several = numbers.get(key.uid, ())
        same = [n for n in several if sessions[n].on == key.on] or [
            n for n in several if done_sets.agree(sessions[n], [key])
        ]
        if same:
            held[same[0]].append(key)
    return held


def _in_turn(keys: Sequence[SessionKey]) -> Iterator[tuple[SessionKey, date | None]]:
    """Yield each key that has rows for its own day, and once more for any day."""
    with_rows = [key for key in keys if key.rows]
    yield from ((key, key.on) for key in with_rows)
    yield from ((key, None) for key in with_rows)


class _Left:
    """The rows of a file, by session, that no stored session holds so far."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._days = [session.on for session in sessions]
        self._rows = [Counter(_texts(session)) for session in sessions]
        self._places: dict[str, set[int]] = defaultdict(set)
        for number, rows in enumerate(self._rows):
            for text in rows:
                self._places[text].add(number)
        self._taken: set[int] = set()

    def claimed(self, key: SessionKey, on: date | None) -> int | None:
        """Return which session of a day, None: of any, has most rows of a key; take them."""
        if key.id in self._taken:
            return None
        rows = Counter(key.rows)
        shared = {number: (rows & self._rows[number]).total() for number in self._near(rows, on)}
        number = max(shared, key=lambda each: shared[each], default=None)
        if number is None or shared[number] <= MOST * rows.total():
            return None
        self._rows[number] -= rows
        self._taken.add(key.id)
        return number

    def _near(self, rows: Iterable[str], on: date | None) -> list[int]:
        found = {number for text in rows for number in self._places.get(text, ())}
        return [number for number in sorted(found) if on in (None, self._days[number])]


def _texts(session: Session) -> Iterator[str]:
    """Yield the rows of a session; in our own files, where days may have been changed, none."""
    if session.uid:
        return iter(())
    sets = (entry for slot in session.exercises for entry in slot.sets)
    return (entry.source_text for entry in sets if entry.source_text)
