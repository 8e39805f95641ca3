"""Read the records of all lifts of a lifter, a line each."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date

from planner.coach import lift_past, readings, records
from planner.coach.charts import records_page
from planner.coach.charts.records_page import LiftRecords
from planner.coach.records import Record
from planner.coach.work_sets import Done
from planner.engine import strength
from planner.engine.terms import Exercise
from planner.storage.unchanged import unchanged_in_parts

COUNTS = (1, 5, 10)  # whose best loads stand in the line of a lift


@dataclass(frozen=True, slots=True)
class LiftLine:
    """The records of a lift; `loads` are the hardest sets of at least 1, 5 and 10 repetitions.

    `loads` are None without a load, as is what was never done. `newest` is when a record last took
    the place of an earlier one, and `recent` counts those of the last six weeks.
    """

    exercise: Exercise
    e1rm: Record | None
    loads: tuple[Done | None, ...]
    most_reps: int
    session: Record | None
    week: Record | None
    newest: date | None
    recent: int


def reading_all(
    lifter_id: int, today: date, first_weekday: int = 1
) -> Generator[None, None, tuple[LiftLine, ...]]:
    """Read the lines of all lifts part by part, the newest record first.

    Weeks begin on a weekday, Monday is 1.
    """
    key = "records of all lifts", lifter_id, today, first_weekday
    return (yield from unchanged_in_parts(key, lambda: _read(lifter_id, today, first_weekday)))


def _read(
    lifter_id: int, today: date, first_weekday: int
) -> Generator[None, None, tuple[LiftLine, ...]]:
    made = list[LiftLine]()
    last = readings.last_trained(lifter_id, today)
    for replay in readings.replays(lifter_id, today).values():
        if strength.measurable(replay.exercise):
            yield from lift_past.reading_past(replay)  # half of the work, and kept
            yield
            reading = replay.reading(today, last)
            known = records_page.of_lift(replay, reading, today, first_weekday)
            yield
            made += [] if known is None else [line(known)]
        yield
    return tuple(sorted(made, key=_newest_first))


def _newest_first(made: LiftLine) -> tuple[int, str]:
    return -(made.newest or date.min).toordinal(), made.exercise.name


def line(known: LiftRecords) -> LiftLine:
    """Return a lift's records in short."""
    bests = records_page.best_by_count(known.sets, known.exercise, COUNTS)
    loads = tuple(bests.values()) if known.loaded else (None,) * len(COUNTS)
    of = {record.what: record for record in known.bests}
    return LiftLine(
        exercise=known.exercise,
        e1rm=next((record for record in known.bests if record.estimate), None),
        loads=loads,
        most_reps=max(each.reps for each in known.sets),
        session=of.get(records.TONNAGE),
        week=of.get(records.TONNAGE_WEEK),
        newest=known.newest,
        recent=known.recent,
    )
