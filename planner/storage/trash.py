"""The trash: sessions, plans and lifters that were deleted, until they go for good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from planner.language import collated
from planner.storage import import_edits, log, rows
from planner.storage.fields import read_day
from planner.storage.log_reads import READ
from planner.storage.rows import execute, fetch
from planner.storage.undo import step

_AT_ONCE = 20  # sessions deleted, some 10 ms
SESSION, PLAN, LIFTER = "session", "mesocycle", "lifter"  # the tables


class Trashed(NamedTuple):
    """A row in the trash; `lifter` says whose it is, `deleted_at` is in milliseconds UTC.

    `holds` counts the sets of a session without warm-ups, the weeks of a plan, the sessions of a
    lifter; `on` is the day of a session, the first of a plan, None of a lifter.
    """

    table: str
    id: int
    name: str
    on: date | None
    holds: int
    lifter_id: int
    lifter: str
    deleted_at: int


def contents() -> list[Trashed]:
    """List what is in the trash, what was deleted last first; of a lifter, not what is theirs."""
    found = fetch(
        f"""SELECT '{SESSION}', s.id, s.name, s."on", (SELECT count(*) FROM logged_exercise x
                JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ} AND t.kind <> 'warmup'
                WHERE x.session_id = s.id), l.id, l.name, s.deleted_at AS at
            FROM session s JOIN lifter l ON l.id = s.lifter_id AND l.deleted_at IS NULL
            WHERE s.deleted_at IS NOT NULL
        UNION ALL SELECT '{PLAN}', m.id, m.name, m.started_on, (SELECT count(*) FROM microcycle w
                WHERE w.mesocycle_id = m.id), l.id, l.name, m.deleted_at
            FROM mesocycle m JOIN lifter l ON l.id = m.lifter_id AND l.deleted_at IS NULL
            WHERE m.deleted_at IS NOT NULL
        UNION ALL SELECT '{LIFTER}', l.id, l.name, NULL, (SELECT count(*) FROM session s
                WHERE s.lifter_id = l.id AND s.deleted_at IS NULL), l.id, l.name, l.deleted_at
            FROM lifter l WHERE l.deleted_at IS NOT NULL
        ORDER BY at DESC, 1, 2 DESC"""
    )
    return [
        Trashed(table, key, name, read_day(on) if on else None, *others)
        for table, key, name, on, *others in found
    ]


def put_lifter(lifter_id: int) -> None:
    """Put a lifter into the trash with all that is theirs; LookupError when there is none."""
    with step():
        rows.touch(LIFTER, lifter_id, deleted_at=rows.stamp())


def restore(table: str, key: int) -> None:
    """Take a row of one of the tables out of the trash; LookupError when it is gone for good."""
    with step():
        only_deleted = table == SESSION and import_edits.is_only_deleted(key)
        rows.touch(table, key, deleted_at=None)
        if only_deleted:
            import_edits.only_put_back(key)


def deleted_lifters(uids: set[str]) -> list[str]:
    """Name those of some lifters, told by uid, who are in the trash."""
    found = fetch("SELECT uid, name FROM lifter WHERE deleted_at IS NOT NULL")
    return sorted((name for uid, name in found if uid in uids), key=collated)


def purging(before: date) -> Iterator[None]:
    """Delete for good what was put into the trash before a day, and what was set for a lifter.

    It is done in parts, each a step of its own: between them anybody may write.
    """
    midnight = int(datetime.combine(before, time()).timestamp() * 1000)
    for until in _portions(midnight):
        with step():
            _purge(until)
        yield


def _portions(midnight: int) -> Iterator[int]:
    """Yield the times until which to delete, one after the other: a lifter at once, or a few
    sessions."""
    found = fetch(
        """SELECT deleted_at, false FROM session WHERE deleted_at < ?1
        UNION ALL SELECT deleted_at, true FROM mesocycle WHERE deleted_at < ?1
        UNION ALL SELECT deleted_at, true FROM lifter WHERE deleted_at < ?1 ORDER BY 1""",
        midnight,
    )
    for number, (at, alone) in enumerate(found, start=1):
        if alone or number % _AT_ONCE == 0 or number == len(found):
            yield at + 1


def _purge(until: int) -> None:
    log.purge_trash_until(until)
    theirs = "substr(key, -length(l.uid) - 1) = '/' || l.uid AND l.deleted_at < ?"
    execute(f"DELETE FROM setting WHERE EXISTS (SELECT 1 FROM lifter l WHERE {theirs})", until)
    execute("DELETE FROM lifter WHERE deleted_at < ?", until)
