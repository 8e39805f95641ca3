"""What of a log and a plan is marked on the time axis of a lift: its notes, and its deloads."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.storage import library
from planner.storage.fields import read_day
from planner.storage.log_reads import MINE, OLDEST_FIRST
from planner.storage.rows import fetch

_OF_LIFT = "WHERE x.session_id = s.id AND x.exercise_id = ?"


class Noted(NamedTuple):
    """The notes of a session in which a lift was done: its own, and that of the lift."""

    on: date
    session_id: int
    session: str
    exercise: str


class DeloadDone(NamedTuple):
    """A session of a lift in a deload week that began on `week`."""

    week: date
    on: date
    session_id: int


def notes(lifter_id: int, slug: str) -> list[Noted]:
    """Return what was noted in the sessions of a lift, oldest first; of check-ins nothing."""
    found = fetch(
        f"""SELECT s."on", s.id, s.note, x.note FROM session s
        CROSS JOIN logged_exercise x ON x.session_id = s.id
        WHERE {MINE} AND x.exercise_id = ? AND (s.note <> '' OR x.note <> '')
        ORDER BY {OLDEST_FIRST}, x.position""",
        lifter_id, library.id_of(slug),
    )  # fmt: skip
    return [Noted(read_day(on), *rest) for on, *rest in found]


def deloads(lifter_id: int, slug: str | None = None) -> list[DeloadDone]:
    """Return the sessions of a lift, or all, that are a deload's: of its plan, or on its days.

    Oldest first. A session that is linked to another week of the plan is that week's, whatever
    its day.
    """
    of_lift = () if slug is None else (library.id_of(slug),)
    done = f"{MINE} AND EXISTS (SELECT 1 FROM logged_exercise x {_OF_LIFT})" if of_lift else MINE
    found = fetch(
        f"""SELECT w.starts_on, s."on", s.id FROM session s
        CROSS JOIN planned_session p ON p.id = s.planned_session_id
        JOIN microcycle w ON w.id = p.microcycle_id AND w.deload
        JOIN mesocycle m ON m.id = w.mesocycle_id AND m.deleted_at IS NULL
        WHERE {done}
        UNION SELECT w.starts_on, s."on", s.id FROM mesocycle m
        JOIN microcycle w ON w.mesocycle_id = m.id AND w.deload
        CROSS JOIN session s ON s.lifter_id = m.lifter_id AND s."on" >= w.starts_on
            AND s."on" < date(w.starts_on, '+' || w.days || ' days')
        WHERE m.lifter_id = ? AND m.deleted_at IS NULL AND s.planned_session_id IS NULL AND {done}
        ORDER BY 2, 3, 1""",
        lifter_id, *of_lift, lifter_id, lifter_id, *of_lift,
    )  # fmt: skip
    return [DeloadDone(read_day(week), read_day(on), key) for week, on, key in found]
