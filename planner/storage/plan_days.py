"""Which block, and which of its weeks, a lifter has on a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.engine.terms import Microcycle
from planner.storage import plan_tree, rows
from planner.storage.fields import read_day
from planner.storage.rows import fetch, fetch_one
from planner.storage.ruling import DUE, PLANNED

MY_WEEKS = (
    "microcycle w JOIN mesocycle m ON m.id = w.mesocycle_id "
    "WHERE m.lifter_id = ? AND m.deleted_at IS NULL"
)


class WeekOfBlock(NamedTuple):
    """A planned week, of which block of how many weeks it is, and what that was begun from."""

    block: str
    weeks: int
    week: Microcycle
    program: str | None = None


def week_uid(week_id: int) -> str:
    """Return what names a week for good: another one may get its id; '' when there is none."""
    row = fetch_one("SELECT uid FROM microcycle WHERE id = ?", week_id)
    return str(row[0]) if row else ""


def week_key(lifter_id: int, uid: str) -> int | None:
    """Return the id of the week of a lifter that a uid names; None when there is none."""
    row = fetch_one(f"SELECT w.id FROM {MY_WEEKS} AND w.uid = ?", lifter_id, uid)
    return row and int(row[0])


def last_days(lifter_id: int) -> list[tuple[int, date]]:
    """Return the id and the last session's day of each block that has a session, latest first."""
    found = fetch(
        f"SELECT m.id, max({DUE}) AS last FROM {PLANNED} WHERE m.lifter_id = ? "
        "GROUP BY m.id ORDER BY last DESC, m.started_on DESC, m.id DESC",
        lifter_id,
    )
    return [(key, read_day(on)) for key, on in found]


def mesocycle_on(lifter_id: int, on: date) -> int | None:
    """Return the id of the mesocycle of a day, see `plan.mesocycle_on`."""
    sql = """
        SELECT m.id FROM mesocycle m WHERE m.lifter_id = ?1 AND m.deleted_at IS NULL
        ORDER BY
            EXISTS (SELECT 1 FROM microcycle w WHERE w.mesocycle_id = m.id AND w.starts_on <= ?2
                AND ?2 < date(w.starts_on, '+' || w.days || ' days')) DESC,
            m.started_on <= ?2 DESC,
            abs(julianday(m.started_on) - julianday(?2)), m.id DESC
        LIMIT 1"""
    row = fetch_one(sql, lifter_id, on.isoformat())
    return int(row[0]) if row else None


def week_on(lifter_id: int, on: date) -> WeekOfBlock | None:
    """Return the week that holds a day, with all its content, and none of the others."""
    key = mesocycle_on(lifter_id, on)
    sql = """
        SELECT w.id, m.name, count(*) OVER (), m.program,
            w.starts_on <= ?2 AND ?2 < date(w.starts_on, '+' || w.days || ' days') AS held
        FROM microcycle w JOIN mesocycle m ON m.id = w.mesocycle_id WHERE m.id = ?1
        ORDER BY held DESC, w.number, w.id LIMIT 1"""
    row = fetch_one(sql, key, on.isoformat())
    if not row or not row[4]:
        return None
    [week] = plan_tree.weeks("w.id = ?", row[0])
    return WeekOfBlock(row[1], row[2], week, row[3])


def of_block(week: Microcycle) -> WeekOfBlock:
    """Return a stored week as one of its block; LookupError when it is gone."""
    sql = """
        SELECT m.name, (SELECT count(*) FROM microcycle e WHERE e.mesocycle_id = m.id), m.program
        FROM microcycle w JOIN mesocycle m ON m.id = w.mesocycle_id WHERE w.id = ?"""
    name, weeks, program = rows.found(fetch_one(sql, week.id), week.id)
    return WeekOfBlock(name, weeks, week, program)
