"""What a list of all lifters shows of each, in a few statements for all of them at once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.storage import library
from planner.storage.fields import read_day
from planner.storage.rows import fetch, fetch_one
from planner.storage.ruling import DUE, LOGGED, PLANNED, RULING, WEEK_HOLDS_DUE

LONGEST_WEEK = 60  # days; a planned day lies at the most so long after the first of its week

# What changes what the engine says of a lifter: where it is stored, and whose it is.
_CHANGES = (
    "SELECT t.id, t.changed_at + x.changed_at + s.changed_at AS at FROM session s "
    "JOIN logged_exercise x ON x.session_id = s.id "
    "JOIN logged_set t ON t.logged_exercise_id = x.id "
    "WHERE s.lifter_id = ?1 AND s.deleted_at IS NULL",
    "SELECT t.id, t.changed_at + x.changed_at + p.changed_at + w.changed_at + m.changed_at AS at "
    "FROM mesocycle m JOIN microcycle w ON w.mesocycle_id = m.id "
    "JOIN planned_session p ON p.microcycle_id = w.id "
    "JOIN planned_exercise x ON x.planned_session_id = p.id "
    "JOIN planned_set t ON t.planned_exercise_id = x.id "
    "WHERE m.lifter_id = ?1 AND m.deleted_at IS NULL",
    *(
        f"SELECT id, changed_at AS at FROM {table} WHERE {whose} = ?1"
        for table, whose in (
            ("lifter", "id"),
            ("check_in", "lifter_id"),
            ("bodyweight", "lifter_id"),
            ("absence", "lifter_id"),
            ("decision", "lifter_id"),
            ("intake", "lifter_id"),
            ("referral", "lifter_id"),
            ("restriction", "lifter_id"),
        )
    ),
)

Fingerprint = tuple[object, ...]


class Due(NamedTuple):
    """A planned session that is still to be done."""

    on: date
    name: str


def last_days(until: date) -> dict[int, date]:
    """Return the day of each lifter's newest session up to a day, by the lifter's id."""
    found = fetch(
        """SELECT id, (SELECT max("on") FROM session
                WHERE lifter_id = lifter.id AND deleted_at IS NULL AND "on" <= ?) AS newest
            FROM lifter WHERE newest IS NOT NULL""",
        until.isoformat(),
    )
    return {key: read_day(on) for key, on in found}


def next_due(since: date) -> dict[int, Due]:
    """Return the next planned session of each lifter from a day on that is not done yet.

    Of what another block has the day of, nothing is next.
    """
    found = fetch(
        f"""SELECT lifter_id, min(due), name FROM (SELECT m.lifter_id, {DUE} AS due, p.name
            FROM {PLANNED} WHERE w.starts_on >= date(?1, '-{LONGEST_WEEK} days')
                AND due >= ?1 AND NOT {LOGGED} AND {RULING})
        GROUP BY lifter_id""",
        since.isoformat(),
    )
    return {key: Due(read_day(on), name) for key, on, name in found}


def fingerprint(lifter_id: int) -> Fingerprint:
    """Return what is equal only while nothing has changed that the engine reads of a lifter."""
    counted = (f"SELECT count(*), total(id), total(at) FROM ({sql})" for sql in _CHANGES)
    return library.fingerprint(), *(fetch_one(sql, lifter_id) for sql in counted)


class Planned(NamedTuple):
    """A planned session of some days, with the id of its week; `done` when it was logged."""

    id: int
    week_id: int
    on: date
    done: bool


def blocks_between(lifter_id: int, since: date, until: date) -> list[tuple[str, date]]:
    """Return (name, last day) of a lifter's blocks that have days from one to another, in order.

    Days that another block has do not count.
    """
    found = fetch(
        f"""WITH RECURSIVE day(due) AS (
            SELECT ?2 UNION ALL SELECT date(due, '+1 day') FROM day WHERE due < ?3)
        SELECT m.name, (SELECT max(date(v.starts_on, '+' || (v.days - 1) || ' days'))
            FROM microcycle v WHERE v.mesocycle_id = m.id)
        FROM day JOIN mesocycle m ON m.lifter_id = ?1 AND m.deleted_at IS NULL
        JOIN microcycle w ON w.mesocycle_id = m.id AND {WEEK_HOLDS_DUE}
        WHERE {RULING} GROUP BY m.id ORDER BY m.started_on, m.id""",
        lifter_id,
        since.isoformat(),
        until.isoformat(),
    )
    return [(name, read_day(last)) for name, last in found]


def planned_between(lifter_id: int, since: date, until: date) -> list[Planned]:
    """Return a lifter's planned sessions of some days, both included, by day.

    Of what another block has the day of, only what was done is among them.
    """
    found = fetch(
        f"""SELECT p.id, p.microcycle_id, {DUE} AS due, {LOGGED} AS done FROM {PLANNED}
        WHERE m.lifter_id = ? AND due BETWEEN ? AND ? AND (done OR {RULING})
        ORDER BY due, p.position, p.id""",
        lifter_id,
        since.isoformat(),
        until.isoformat(),
    )
    return [Planned(key, week, read_day(on), bool(done)) for key, week, on, done in found]


def week_on(lifter_id: int, on: date) -> tuple[int, date] | None:
    """Return (id, first day) of the week that holds a day, of the block that began last; or None.

    A block in the trash holds nothing.
    """
    row = fetch_one(
        """SELECT w.id, w.starts_on FROM microcycle w JOIN mesocycle m ON m.id = w.mesocycle_id
        WHERE m.lifter_id = ?1 AND m.deleted_at IS NULL AND w.starts_on <= ?2
            AND ?2 < date(w.starts_on, '+' || w.days || ' days')
        ORDER BY m.started_on DESC, m.id DESC LIMIT 1""",
        lifter_id,
        on.isoformat(),
    )
    return (row[0], read_day(row[1])) if row else None
