"""Remember what of a log was deleted for good, so that its file does not bring it back.

Beside the uid of what was deleted, `gone` then has MARK:UID of each set whose row of a file is
known, the mark being made of the row's text and the lifter's uid alone; and :UID of a session that
left the trash. What taking an import back deletes has neither, and comes in again. Whatever is
here by its uid came back, and does not count as deleted.
"""

from __future__ import annotations

import hmac
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from planner.storage.log_reads import ALL_SETS
from planner.storage.rows import execute, fetch
from planner.storage.stamps import stamp

_MARK = 16  # hexadecimal digits of the HMAC of a row
_UID = "substr(g.uid, instr(g.uid, ':') + 1)"
_LOG = ("session", "logged_exercise", "logged_set")
_NOTE = """INSERT INTO gone (uid, place, lifter_uid, gone_at)
    SELECT json_extract(value, '$[0]'), ?, json_extract(value, '$[1]'), ? FROM json_each(?)
    WHERE true ON CONFLICT (uid) DO NOTHING"""


class Deleted(NamedTuple):
    """What of a lifter's log was deleted for good: by mark the uids of sets whose row it is, the
    uids of slots and sets, and those of sessions. `known_as` are all uids of the lifter."""

    rows: Mapping[str, Sequence[str]]
    uids: frozenset[str]
    sessions: frozenset[str]
    known_as: Sequence[str]

    def is_nothing(self) -> bool:
        """Say whether nothing was deleted."""
        return not (self.rows or self.uids or self.sessions)

    def of_row(self, row: str) -> list[str]:
        """Return the uids of deleted sets with a row of a file."""
        if not (row and self.rows):
            return []
        marks = [_mark(row, whose) for whose in self.known_as]
        return [uid for mark in marks for uid in self.rows.get(mark, ())]


def deleted(lifter_id: int) -> Deleted:
    """Return what of a lifter's log was deleted for good."""
    told = [(place, *uid.partition(":")) for place, uid in _noted(lifter_id)]
    rows = defaultdict[str, list[str]](list)
    for _, mark, noted, uid in told:
        if mark and noted:
            rows[mark].append(uid)
    return Deleted(
        rows,
        frozenset(uid for place, uid, noted, _ in told if place != "session" and not noted),
        frozenset(uid for _, mark, noted, uid in told if noted and not mark),
        _known_as(lifter_id),
    )


def note_set(set_id: int) -> None:
    """Note that a set is about to be deleted."""
    _note_rows("t.id = ?", set_id)


def note_slot(logged_exercise_id: int) -> None:
    """Note that a slot is about to be deleted with its sets."""
    _note_rows("x.id = ?", logged_exercise_id)


def note_purged(midnight: int) -> None:
    """Note that sessions which went into the trash before a time are about to leave it.

    One whose day has the same sets in the log, from the same start, was brought in again: nothing
    of it is deleted.
    """
    same = """h.lifter_id = s.lifter_id AND h."on" = s."on" AND h.started_at IS s.started_at"""
    where = f"""s.deleted_at < ? AND NOT EXISTS (SELECT 1 FROM session h
        WHERE {same} AND h.deleted_at IS NULL AND {_done("h")} = {_done("s")})"""
    _note_rows(where, midnight, ALL_SETS.replace("JOIN", "CROSS JOIN"))  # not all sets first
    sql = f"SELECT s.uid, l.uid FROM session s JOIN lifter l ON l.id = s.lifter_id WHERE {where}"
    _note("session", [(f":{uid}", whose) for uid, whose in fetch(sql, midnight)])


def _noted(lifter_id: int) -> list[tuple[str, str]]:
    """Return place and uid of all that was noted of a lifter's log and is not here."""
    parts = (
        f"""SELECT g.place, g.uid FROM gone g JOIN lifter l ON l.uid = g.lifter_uid
        WHERE l.id = ?1 AND g.place = '{table}'
        AND NOT EXISTS (SELECT 1 FROM "{table}" h WHERE h.uid = {_UID})"""
        for table in _LOG
    )
    return fetch(" UNION ALL ".join(parts), lifter_id)


def _done(session: str) -> str:
    """Return the SQL expression for what was done in a session, in whatever order."""
    return f"""(SELECT group_concat(did, ';') FROM (
        SELECT printf('%d,%s,%s,%s', y.exercise_id, e.load_kg, e.reps, e.seconds) AS did
        FROM logged_exercise y JOIN logged_set e ON e.logged_exercise_id = y.id
        WHERE y.session_id = {session}.id ORDER BY did))"""


def _known_as(lifter_id: int) -> list[str]:
    """Return the uids of a lifter, former ones too; see `merge_known`."""
    sql = """SELECT uid FROM lifter WHERE id = ?1 UNION ALL
        SELECT g.uid FROM gone g JOIN lifter l ON g.place = 'lifter=' || l.uid WHERE l.id = ?1"""
    return [uid for (uid,) in fetch(sql, lifter_id)]


def _mark(row: str, lifter_uid: str) -> str:
    """Return what a row of a file is known by once its set is deleted."""
    text = row.encode("utf-8", "surrogatepass")
    return hmac.digest(lifter_uid.encode(), text, "sha256").hex()[:_MARK]


def _note_rows(where: str, key: int, joined: str = ALL_SETS) -> None:
    sql = f"""SELECT t.uid, t.source_text, l.uid FROM {joined} JOIN lifter l ON l.id = s.lifter_id
        WHERE t.source_text <> '' AND {where}"""
    found = fetch(sql, key)
    _note("logged_set", [(f"{_mark(row, whose)}:{uid}", whose) for uid, row, whose in found])


def _note(place: str, named: Sequence[tuple[str, str]]) -> None:
    if named:
        execute(_NOTE, place, stamp(), json.dumps(named))
