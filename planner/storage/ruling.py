"""Planned sessions in SQL: their tables and day, which are done, and which block has a day.

Every reader of what is due is made of these parts, so that all see the same sessions. `p` is the
planned session, `w` its week, `m` its block; a query names the day `due`.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.storage.fields import read_day
from planner.storage.log_reads import ALL_SETS
from planner.storage.rows import fetch

PLANNED = """
    planned_session p JOIN microcycle w ON w.id = p.microcycle_id
    JOIN mesocycle m ON m.id = w.mesocycle_id AND m.deleted_at IS NULL"""
DUE = "date(w.starts_on, '+' || p.day || ' days')"
WEEK_HOLDS_DUE = "w.starts_on <= due AND due < date(w.starts_on, '+' || w.days || ' days')"
OF_PLANNED = "s.planned_session_id = p.id AND s.deleted_at IS NULL"
LOGGED = f"EXISTS (SELECT 1 FROM session s WHERE {OF_PLANNED})"
ENDED = '(s.finished OR s."on" < {today})'  # a session that was left open ends with its day
# A note alone is no training: for that it takes a set.
TRAINED = f"EXISTS (SELECT 1 FROM {ALL_SETS} WHERE {OF_PLANNED} AND {ENDED})"
# Where two blocks have the same day, the one that started last has it: block `n`, in its week `v`.
LATER = """mesocycle n JOIN microcycle v ON v.mesocycle_id = n.id
    WHERE n.lifter_id = m.lifter_id AND n.deleted_at IS NULL
        AND (n.started_on, n.id) > (m.started_on, m.id)
        AND v.starts_on <= due AND due < date(v.starts_on, '+' || v.days || ' days')"""
RULING = f"NOT EXISTS (SELECT 1 FROM {LATER})"


class Owner(NamedTuple):
    """The block that has a day, and the day it started."""

    name: str
    started_on: date


def days_taken(mesocycle_id: int) -> dict[date, Owner]:
    """Return the days of a block that another block has, and which one."""
    found = fetch(
        f"""WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number
            WHERE i < (SELECT max(days) FROM microcycle WHERE mesocycle_id = ?1))
        SELECT due, n.name, n.started_on FROM (
            SELECT m.id, m.lifter_id, m.started_on,
                date(w.starts_on, '+' || i || ' days') AS due
            FROM mesocycle m JOIN microcycle w ON w.mesocycle_id = m.id JOIN number ON i < w.days
            WHERE m.id = ?1) m CROSS JOIN {LATER} ORDER BY n.started_on, n.id""",
        mesocycle_id,
    )
    return {read_day(on): Owner(name, read_day(since)) for on, name, since in found}
