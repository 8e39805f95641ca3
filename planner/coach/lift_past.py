"""What a lift's whole history tells of its past: made once, for as long as that stays as it is."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import NamedTuple

from planner import engine
from planner.coach import points, records
from planner.coach.parts import at_once
from planner.coach.points import SessionPoint
from planner.coach.records import Record
from planner.coach.replay import Replay, ReplayedDay
from planner.engine.terms import Reading

NEWEST_STEPS = 150  # so many sessions of a long history are all read
_MOST_KEPT = 32  # lifts; ten years of one take half a MB
_kept: dict[int, tuple[Replay, Past]] = {}  # least recently used first


class Past(NamedTuple):
    """The sessions that tell strength, what was read after them, and the bests."""

    points: tuple[SessionPoint, ...]
    readings: tuple[Reading, ...]
    records: tuple[Record, ...]


def past(replay: Replay) -> Past:
    """Return what a history tells; the same object of one that is the same object still.

    The key is kept with what was made, so that no other history can take its place.
    """
    return at_once(reading_past(replay))


def reading_past(replay: Replay) -> Generator[None, None, Past]:
    """Make the same part by part: ten years of a lift take 50 ms."""
    known = _kept.pop(id(replay), None) or (replay, (yield from _making(replay)))
    _kept[id(replay)] = known
    while len(_kept) > _MOST_KEPT:
        _kept.pop(next(iter(_kept)))
    return known[1]


def _making(replay: Replay) -> Generator[None, None, Past]:
    seen = points.points(replay)
    yield
    read = tuple(engine.read(step.state, step.day.on) for step in worth_reading(replay.steps))
    yield
    return Past(seen, read, records.records(replay, seen))


def worth_reading(steps: Sequence[ReplayedDay]) -> list[ReplayedDay]:
    """Return all steps of a usual history; of a long one the first, the newest, and one a
    fortnight between: no eye sees more, and reading is what takes time.
    """
    if len(steps) <= 2 * NEWEST_STEPS:
        return list(steps)
    older, newest = steps[1:-NEWEST_STEPS], steps[-NEWEST_STEPS:]
    fortnights = {step.day.on.toordinal() // 14: step for step in older}
    return [steps[0], *fortnights.values(), *newest]
