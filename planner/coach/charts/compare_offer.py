"""Which lifts can be compared, by movement pattern, and which of them are at first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from planner.coach import readings
from planner.engine.terms import Exercise, Pattern

USUAL_LIFTS = 4  # shown before anybody chose
LATELY = timedelta(weeks=8)
_FIRST = (Pattern.SQUAT, Pattern.HORIZONTAL_PUSH, Pattern.HINGE, Pattern.VERTICAL_PUSH,
          Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL, Pattern.LUNGE)  # fmt: skip
ORDER = (*_FIRST, *(each for each in Pattern if each not in (*_FIRST, Pattern.ISOLATION)),
         Pattern.ISOLATION)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offered:
    """A lift that can be compared; `lately` tells that it was trained in the last 8 weeks."""

    exercise: Exercise
    sessions: int
    lately: bool


@dataclass(frozen=True, slots=True)
class PatternLifts:
    """The lifts of one movement pattern, most trained first."""

    pattern: Pattern
    lifts: tuple[Offered, ...]


def offered(lifter_id: int, today: date) -> list[PatternLifts]:
    """List the lifts that have a strength to show by movement pattern, the main ones first."""
    found = sorted(_offered(lifter_id, today), key=_most_trained)
    by_pattern = sorted(found, key=lambda each: ORDER.index(each.exercise.pattern))
    return [
        PatternLifts(pattern, tuple(lifts))
        for pattern, lifts in groupby(by_pattern, key=lambda each: each.exercise.pattern)
    ]


def usual(groups: Iterable[PatternLifts]) -> tuple[str, ...]:
    """Return the most trained lift of each of up to four patterns, those of lately first."""
    best = sorted((group.lifts[0] for group in groups), key=lambda each: not each.lately)
    return tuple(each.exercise.slug for each in best[:USUAL_LIFTS])


def _offered(lifter_id: int, today: date) -> Iterator[Offered]:
    known = readings.readings(lifter_id, today)
    for slug, replay in readings.replays(lifter_id, today).items():
        reading = known.get(slug)
        if reading is not None and reading.strength_kg is not None:
            last = reading.last_on
            lately = last is not None and last > today - LATELY
            count = bisect_right(replay.steps, today, key=lambda step: step.day.on)
            yield Offered(replay.exercise, count, lately)


def _most_trained(each: Offered) -> tuple[bool, int, str]:
    return not each.lately, -each.sessions, each.exercise.name
