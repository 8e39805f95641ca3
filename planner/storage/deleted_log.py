"""Remember what of a log was deleted for good, so that its file does not bring it back.

Beside the uid of what was deleted, `gone` then has MARK:UID of each set whose row of a file is
known, the mark being made of the row's text alone; and :UID of a session that left the trash. What
taking an import back deletes has neither, and comes in again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from planner.storage.log_reads import ALL_SETS
from planner.storage.rows import execute, fetch
from planner.storage.stamps import stamp

_MARK = 16  # hexadecimal digits of the SHA-256 of a row
_NOTE = """INSERT INTO gone (uid, place, lifter_uid, gone_at)
    SELECT json_extract(value, '$[0]'), ?, json_extract(value, '$[1]'), ? FROM json_each(?)
    WHERE true ON CONFLICT (uid) DO NOTHING"""


class Deleted(NamedTuple):
    """What of a lifter's log was deleted for good: how many rows of files with each mark, the
    uids of slots and sets, and those of sessions."""

    rows: Counter[str]
    uids: frozenset[str]
    sessions: frozenset[str]


def deleted(lifter_id: int) -> Deleted:
    """Return what of a lifter's log was deleted for good."""
    found = fetch(
        """SELECT g.place, g.uid FROM gone g JOIN lifter l ON l.uid = g.lifter_uid
        WHERE l.id = ? AND g.place IN ('session', 'logged_exercise', 'logged_set')""",
        lifter_id,
    )
    told = [(place, *uid.partition(":")) for place, uid in found]
    return Deleted(
        Counter(mark for _, mark, noted, _ in told if mark and noted),
        frozenset(uid for place, uid, noted, _ in told if place != "session" and not noted),
        frozenset(uid for _, mark, noted, uid in told if noted and not mark),
    )


def mark(row: str) -> str:
    """Return what a row of a file is known by once its set is deleted."""
    return sha256(row.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]


def note_set(set_id: int) -> None:
    """Note that a set is about to be deleted."""
    _note_rows("t.id = ?", set_id)


def note_slot(logged_exercise_id: int) -> None:
    """Note that a slot is about to be deleted with its sets."""
    _note_rows("x.id = ?", logged_exercise_id)


def note_purged(midnight: int) -> None:
    """Note that sessions which went into the trash before a time are about to leave it."""
    where = "s.deleted_at < ?"
    _note_rows(where, midnight)
    sql = f"SELECT s.uid, l.uid FROM session s JOIN lifter l ON l.id = s.lifter_id WHERE {where}"
    _note("session", [(f":{uid}", whose) for uid, whose in fetch(sql, midnight)])


def _note_rows(where: str, key: int) -> None:
    sql = f"""SELECT t.uid, t.source_text, l.uid FROM {ALL_SETS} JOIN lifter l ON l.id = s.lifter_id
        WHERE t.source_text <> '' AND {where}"""
    _note("logged_set", [(f"{mark(row)}:{uid}", whose) for uid, row, whose in fetch(sql, key)])


def _note(place: str, named: Sequence[tuple[str, str]]) -> None:
    if named:
        execute(_NOTE, place, stamp(), json.dumps(named))
