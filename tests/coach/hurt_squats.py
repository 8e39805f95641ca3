"""Squats that hurt badly, the lighter days since, and what is planned next."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import blocks, planning, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, PlannedSet, Session
from planner.storage import log

SQUAT, DAY = "back-squat", timedelta(days=1)


def work(load: float, pain: int | None = None, rir: float = 3.0) -> LoggedSet:
    return LoggedSet(load, 5, rir=rir, target_reps=5, load=load, pain=pain)


def train_sets(lifter: int, on: date, *sets: LoggedSet, slug: str = SQUAT) -> None:
    log.add_session(lifter, Session(on, (LoggedExercise(slug, sets),), finished=True))


def train(lifter: int, on: date, load: float, pain: int | None = None, slug: str = SQUAT) -> None:
    """Log three sets of five at a load, which were hard where they hurt."""
    train_sets(lifter, on, *[work(load, pain, rir=1.0 if pain else 3.0)] * 3, slug=slug)


def hurt_at_90(lifter: int, today: date) -> None:
    """Log weeks of squats up to 90 kg, which hurt by 8 of 10 nine days ago."""
    last = today - 9 * DAY
    for week in range(8, 0, -1):
        train(lifter, last - timedelta(weeks=week), 90.0 - 2.5 * week)
    train(lifter, last, 90.0, pain=8)


def plan_sets(lifter: int, today: date, *sets: PlannedSet, slug: str = SQUAT) -> None:
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    (week,) = planning.view(lifter, today, today).weeks
    line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "S"), slug)
    week_edits.prescribe(line, sets)


def plan_load(lifter: int, today: date, load: float, slug: str = SQUAT) -> None:
    plan_sets(lifter, today, *[PlannedSet(5, 5, 2, load_kg=load, load=load)] * 3, slug=slug)
