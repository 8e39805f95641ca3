"""What was kept of a lifter's plans, day by day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.storage.fields import read_day
from planner.storage.hard_sets import hard_sets
from planner.storage.log_reads import SETS
from planner.storage.rows import fetch
from planner.storage.ruling import DUE, OF_PLANNED, PLANNED, RULING, TRAINED


class DayKept(NamedTuple):
    """A planned session that was due: whether it was done, and its hard sets done and planned."""

    on: date
    done: bool
    sets_done: int
    sets_due: int


def kept_by_day(lifter_id: int, today: date, most_rir: float) -> list[DayKept]:
    """List the planned sessions that were due up to today, as `plan_lists.kept` counts them.

    By day, oldest first. What was not done in days away, or for another block, was not due, nor is
    what is planned for today before it is done. Hard is a set that ended, or is to end, with at
    most `most_rir` repetitions in reserve, or an unknown one.
    """
    found = fetch(
        f"""SELECT {DUE} AS due, {TRAINED.format(today="?2")} AS done,
            (SELECT total(hard) FROM ({hard_sets("?3", SETS, OF_PLANNED)})),
            (SELECT count(*) FROM planned_exercise x
                JOIN planned_set t ON t.planned_exercise_id = x.id
                WHERE x.planned_session_id = p.id
                    AND t.kind <> 'warmup' AND ifnull(t.rir <= ?3, 1))
        FROM {PLANNED} WHERE m.lifter_id = ?1 AND due <= ?2
            AND (done OR (due < ?2 AND {RULING}
                AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.lifter_id = ?1
                    AND a.since <= due AND due <= ifnull(a.until, due))))
        ORDER BY due, p.position, p.id""",
        lifter_id,
        today.isoformat(),
        most_rir,
    )
    return [
        DayKept(read_day(on), bool(done), int(made) if done else 0, planned)
        for on, done, made, planned in found
    ]
