"""List the lifts that have a history, with a line of their last sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import points, readings
from planner.coach.replay import Replay
from planner.engine.terms import Exercise, Reading

SPARK_SESSIONS = 24
RECENT = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class LiftRow:
    """A lift in the list; `spark` is e1RM in kg over the last sessions, oldest first."""

    exercise: Exercise
    reading: Reading
    spark: tuple[float, ...]


def lifts(lifter_id: int, today: date) -> list[LiftRow]:
    """List the lifts with a history, most trained first: in the last 8 weeks, then ever."""
    rows = []
    last = readings.last_trained(lifter_id, today)
    for replay in readings.replays(lifter_id, today).values():
        reading = replay.reading(today, last)
        if reading is not None and reading.strength_kg is not None:
            recent = sum(step.day.on > today - RECENT for step in replay.steps)
            rows.append(
                (
                    (-recent, -len(replay.steps), replay.exercise.name),
                    LiftRow(replay.exercise, reading, _spark(replay)),
                )
            )
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _spark(replay: Replay) -> tuple[float, ...]:
    seen = points.seen(replay, replay.steps[-SPARK_SESSIONS:])
    return tuple(each.e1rm_kg for each in seen if not each.held_out)
