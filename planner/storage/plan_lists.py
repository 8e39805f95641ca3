"""Lists and answers about plans, without building them."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import NamedTuple

from planner.language import collated
from planner.storage.clients import LISTED, NOT_DELETED
from planner.storage.fields import read_day
from planner.storage.hard_sets import hard_sets
from planner.storage.log_reads import ALL_SETS, SETS, SUSPECTED, UNREAD_BOX
from planner.storage.rows import fetch, fetch_one
from planner.storage.ruling import DUE, LOGGED, OF_PLANNED, PLANNED, RULING, TRAINED, WEEK_HOLDS_DUE
from planner.storage.unchanged import sessions_among


class Unlogged(NamedTuple):
    """A planned session that nothing was logged of."""

    id: int
    name: str
    on: date


class SheetState(NamedTuple):
    """How much of a lifter's week is logged; `open` boxes of its sheet are still to answer."""

    lifter_id: int
    lifter: str
    week_id: int
    uid: str
    number: int
    planned: int
    logged: int
    open: int


class OpenBoxes(NamedTuple):
    """Boxes of a sheet that could not be read, and doubted ones; without its plan no week."""

    week_id: int | None
    session_id: int
    unread: int
    doubted: int


class WeekKey(NamedTuple):
    """Where a planned week is."""

    lifter_id: int
    week_id: int


def weeks_by_uid_end(end: str) -> list[WeekKey]:
    """List the weeks whose uid ends so, of lifters that are not archived, newest first."""
    found = fetch(
        f"""SELECT m.lifter_id, w.id FROM microcycle w
        JOIN mesocycle m ON m.id = w.mesocycle_id JOIN lifter l ON l.id = m.lifter_id
        WHERE m.deleted_at IS NULL AND {NOT_DELETED} AND {LISTED}
            AND substr(w.uid, -length(?1)) = ?1
        ORDER BY w.starts_on DESC, w.id DESC""",
        end,
    )
    return [WeekKey(*row) for row in found]


def week_uids() -> set[str]:
    """Return the uids of all weeks, those in the trash too."""
    return {uid for (uid,) in fetch("SELECT uid FROM microcycle")}


def unlogged(lifter_id: int, since: date, until: date) -> list[Unlogged]:
    """List what was planned for some days, both included, and not logged, by day."""
    found = fetch(
        f"""SELECT p.id, p.name, {DUE} AS due
        FROM {PLANNED}
        WHERE m.lifter_id = ? AND due BETWEEN ? AND ? AND {RULING}
            AND NOT {LOGGED}
        ORDER BY due, p.position, p.id""",
        lifter_id,
        since.isoformat(),
        until.isoformat(),
    )
    return [Unlogged(key, name, read_day(on)) for key, name, on in found]


def kept(lifter_id: int, since: date, until: date) -> tuple[int, int]:
    """Return how many sessions of some days were done, and how many of them were due.

    Both days are included; what is planned for the last one is due once it is done, since that
    day may not be over, nor a session of it that is still open. What was not done in days away,
    or for another block, was not due.
    """
    row = fetch_one(
        f"""SELECT total(done), count(*) FROM (
            SELECT {TRAINED.format(today="?3")} AS done, {DUE} AS due
            FROM {PLANNED} WHERE m.lifter_id = ?1 AND due BETWEEN ?2 AND ?3
                AND (done OR (due < ?3 AND {RULING}
                    AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.lifter_id = ?1
                        AND a.since <= due AND due <= ifnull(a.until, due)))))""",
        lifter_id,
        since.isoformat(),
        until.isoformat(),
    )
    return int(row[0]), int(row[1])


def hard_sets_done(mesocycle_id: int, most_rir: float, today: date) -> dict[int, int]:
    """Return the hard sets logged of each planned session of a block that was done, by its id.

    A session that is still open today is not done. Hard is a set that ended with at most
    `most_rir` repetitions in reserve, or an unknown one.
    """
    found = fetch(
        f"""SELECT p.id, (SELECT total(hard) FROM ({hard_sets("?2", SETS, OF_PLANNED)}))
        FROM {PLANNED} WHERE m.id = ?1 AND {TRAINED.format(today="?3")}""",
        mesocycle_id,
        most_rir,
        today.isoformat(),
    )
    return {key: int(sets) for key, sets in found}


def sets_ahead(
    lifter_id: int, since: date, until: date, most_rir: float
) -> list[tuple[date, str, int]]:
    """Return (day, slug, hard sets) of what is planned and not done yet, both days included."""
    found = fetch(
        f"""SELECT {DUE} AS due, e.slug,
            (SELECT count(*) FROM planned_set t WHERE t.planned_exercise_id = x.id
                AND t.kind <> 'warmup' AND ifnull(t.rir <= ?, 1))
        FROM {PLANNED} JOIN planned_exercise x ON x.planned_session_id = p.id
        JOIN exercise e ON e.id = x.exercise_id
        WHERE m.lifter_id = ? AND due BETWEEN ? AND ? AND {RULING}
            AND NOT {LOGGED}""",
        most_rir,
        lifter_id,
        since.isoformat(),
        until.isoformat(),
    )
    return [(read_day(on), slug, sets) for on, slug, sets in found]


def hard_sets_of(lifter_id: int, since: date, until: date, most_rir: float) -> dict[str, int]:
    """Return the hard sets planned of each exercise on some days, done or not, by slug.

    Both days are included, lighter weeks are not; who is planned without a hard set has 0.
    """
    found = fetch(
        f"""SELECT e.slug, sum((SELECT count(*) FROM planned_set t
            WHERE t.planned_exercise_id = x.id AND t.kind <> 'warmup' AND ifnull(t.rir <= ?, 1)))
        FROM {PLANNED} JOIN planned_exercise x ON x.planned_session_id = p.id
        JOIN exercise e ON e.id = x.exercise_id
        WHERE m.lifter_id = ? AND {DUE} BETWEEN ? AND ? AND NOT w.deload GROUP BY e.slug""",
        most_rir, lifter_id, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return dict(found)


def sets_on(lifter_id: int, on: date, most_rir: float) -> list[tuple[str, int]]:
    """Return (slug, hard sets) of what is planned for a day, whether or not it is done yet."""
    found = fetch(
        f"""SELECT e.slug, {DUE} AS due, {LOGGED} AS done,
            (SELECT count(*) FROM planned_set t WHERE t.planned_exercise_id = x.id
                AND t.kind <> 'warmup' AND ifnull(t.rir <= ?, 1)) AS sets
        FROM {PLANNED} JOIN planned_exercise x ON x.planned_session_id = p.id
        JOIN exercise e ON e.id = x.exercise_id
        WHERE m.lifter_id = ? AND due = ? AND (done OR {RULING})""",
        most_rir, lifter_id, on.isoformat(),
    )  # fmt: skip
    return [(slug, sets) for slug, _, _, sets in found]


def lifters_with_sessions(on: date) -> set[int]:
    """Return the lifters whose planned week that holds a day has a session.

    Where two blocks have the day, the one that started last has it.
    """
    found = fetch(
        f"""SELECT DISTINCT m.lifter_id FROM (SELECT ?1 AS due) CROSS JOIN {PLANNED}
        JOIN lifter l ON l.id = m.lifter_id AND {NOT_DELETED}
        WHERE {WEEK_HOLDS_DUE} AND {RULING}""",
        on.isoformat(),
    )
    return {lifter_id for (lifter_id,) in found}


def sheets_on(on: date) -> list[SheetState]:
    """List the planned weeks that hold a day, of lifters that are not archived, by name."""
    found = fetch(
        f"""SELECT m.lifter_id, l.name, w.id, w.uid, w.number, count(p.id),
            count(p.id) FILTER (WHERE {LOGGED}),
            total((SELECT count(t.id) FROM session s
                JOIN logged_exercise x ON x.session_id = s.id
                JOIN logged_set t ON t.logged_exercise_id = x.id AND ({UNREAD_BOX} OR {SUSPECTED})
                WHERE {OF_PLANNED}))
        FROM (SELECT ?1 AS due) CROSS JOIN {PLANNED} JOIN lifter l ON l.id = m.lifter_id
        WHERE {NOT_DELETED} AND {LISTED} AND {WEEK_HOLDS_DUE} AND {RULING}
        GROUP BY w.id ORDER BY l.id, w.id""",
        on.isoformat(),
    )
    states = [
        SheetState(who, name, week, uid, number, planned, logged, int(boxes))
        for who, name, week, uid, number, planned, logged, boxes in found
    ]
    return sorted(states, key=lambda each: collated(each.lifter))


def open_boxes(lifter_id: int) -> list[OpenBoxes]:
    """List where a lifter's sheets have boxes that are still to answer, the oldest first.

    Sets that look like a slip are only those of planned sessions: of others there is no sheet.
    """
    asked = sessions_among(("asking", lifter_id), partial(_asking, lifter_id))
    found = fetch(
        f"""SELECT (SELECT w.id FROM {PLANNED} WHERE p.id = s.planned_session_id),
            s.id, count(*) FILTER (WHERE {UNREAD_BOX}), count(*) FILTER (WHERE {SUSPECTED})
        FROM session s JOIN logged_exercise x ON x.session_id = s.id
        JOIN logged_set t ON t.logged_exercise_id = x.id AND ({UNREAD_BOX}
            OR (s.planned_session_id IS NOT NULL AND {SUSPECTED}))
        WHERE s.lifter_id = ? AND s.deleted_at IS NULL
            AND s.id IN (SELECT value FROM json_each(?))
        GROUP BY s.id ORDER BY s."on", s.id""",
        lifter_id, json.dumps(list(asked)),
    )  # fmt: skip
    return [OpenBoxes(*row) for row in found]


def _asking(lifter_id: int) -> set[int]:
    """Return the sessions with a box or a set to ask about."""
    found = fetch(
        f"SELECT DISTINCT s.id FROM {ALL_SETS} "
        f"WHERE s.lifter_id = ? AND ({UNREAD_BOX} OR {SUSPECTED})",
        lifter_id,
    )
    return {key for (key,) in found}
