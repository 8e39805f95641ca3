"""A lift's days, each with what was known before it and no more: what was said is found again."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from typing import NamedTuple

from planner.coach import readings
from planner.coach.replay import Replay, ReplayedDay


class LiftDay(NamedTuple):
    """A day of a lift and the one `before`, None for the first; `replay` as it was read then."""

    replay: Replay
    before: ReplayedDay | None
    step: ReplayedDay


def days(lifter_id: int, slug: str, today: date = date.max) -> Generator[None, None, list[LiftDay]]:
    """Return a lift's days up to a day, oldest first, in parts; none where it was not done.

    Days before the first bodyweight are as they were read then, without any.
    """
    yield from readings.replaying(lifter_id, today)
    now = _days(lifter_id, slug, today)
    weights = readings.weights_known(lifter_id, today)
    if not now or not weights or now[0].step.day.on >= weights[0][0]:
        return now
    yield from readings.replaying(lifter_id, date.min)
    then = _days(lifter_id, slug, today, date.min)
    told_on = weights[0][0]
    return [
        early if late.step.day.on < told_on else late for early, late in zip(then, now, strict=True)
    ]


def _days(lifter_id: int, slug: str, today: date, read_on: date | None = None) -> list[LiftDay]:
    replay = readings.replays(lifter_id, read_on or today).get(slug)
    if replay is None:
        return []
    steps = [step for step in replay.steps if step.day.on <= today]
    pairs = zip((None, *steps), steps, strict=False)
    return [LiftDay(replay, before, step) for before, step in pairs]


def count(lifter_id: int, today: date, slug: str | None = None) -> int:
    """Return how many days of one lift, or of all lifts, there are up to a day."""
    replays = readings.replays(lifter_id, today)
    wanted = replays.values() if slug is None else [replays[slug]] if slug in replays else []
    return sum(step.day.on <= today for replay in wanted for step in replay.steps)
