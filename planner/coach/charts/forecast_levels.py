"""A lift's longer forecasts: its level four weeks ahead, and what a levelling off led to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import expm1, hypot, log

from planner import engine
from planner.coach import levels
from planner.coach.replay import ReplayedDay
from planner.engine import evidence, level_ahead
from planner.engine.terms import Reading

_AHEAD = timedelta(days=evidence.AHEAD_DAYS.value)
_AROUND = timedelta(days=evidence.CALLED_DAYS.value)
_LAYOFF = timedelta(days=evidence.LAYOFF_DAYS.value)
_BAND_SD = evidence.BAND_SD.value


@dataclass(frozen=True, slots=True)
class LevelAhead:
    """A level forecast on `made_on` for `on` with its 90 % band, and the level of that day, kg."""

    lift: str
    made_on: date
    on: date
    session_id: int
    kg: float
    low_kg: float
    high_kg: float
    then_kg: float

    @property
    def inside(self) -> bool:
        """Whether the level then lay in the band."""
        return self.low_kg <= self.then_kg <= self.high_kg


@dataclass(frozen=True, slots=True)
class Gained:
    """A change of level in four weeks as a share, with the range that holds it with 90 %."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LevelOffCall:
    """A levelling off that was told on a day, and how the level moved eight weeks either side.

    `before` and `after` are None where the log tells too little of them, `taken_back_on` where the
    levelling off stands. `waits` tells that the eight weeks after are not over.
    """

    lift: str
    called_on: date
    before: Gained | None
    after: Gained | None
    taken_back_on: date | None
    waits: bool


def levels_ahead(lift: str, steps: Sequence[ReplayedDay]) -> Iterator[LevelAhead]:
    """Yield what was forecast four weeks ahead, each from where the one before ended.

    It counts on training that goes on in loads that mean the same: spans with two weeks off, or
    with a jump of the loads, are left out.
    """
    start, misses = 0, list(level_ahead.misses(step.state for step in steps))
    while start < len(steps):
        made = _ahead(lift, steps, start, misses[start])
        if made is not None:
            yield made[1]
        start = made[0] if made is not None else start + 1


def _ahead(
    lift: str, steps: Sequence[ReplayedDay], start: int, miss: float
) -> tuple[int, LevelAhead] | None:
    """Return (step at which it ended, level forecast); None where nothing can be held to it."""
    begun = steps[start]
    end = _first_from(steps, begun.day.on + _AHEAD)
    if end == len(steps) or not _goes_on(steps[start : end + 1]):
        return None
    reached = steps[end]
    days = (reached.day.on - begun.day.on).days
    made, then = levels.ahead(_read(begun), days, miss), _read(reached).strength_kg
    if made is None or then is None:
        return None
    band = made.kg, made.low_kg, made.high_kg
    return end, LevelAhead(lift, begun.day.on, made.on, reached.session_id, *band, then)


def _first_from(steps: Sequence[ReplayedDay], on: date) -> int:
    return bisect_left(steps, on, key=lambda step: step.day.on)


def _goes_on(steps: Sequence[ReplayedDay]) -> bool:
    """Tell whether training went on through all steps, and their loads did not jump."""
    whole = all(after.day.on - before.day.on < _LAYOFF for before, after in pairwise(steps))
    return whole and steps[0].state.jump == steps[-1].state.jump


def _read(step: ReplayedDay) -> Reading:
    return engine.read(step.state, step.day.on, 0)


def level_off_calls(lift: str, steps: Sequence[ReplayedDay], today: date) -> Iterator[LevelOffCall]:
    """Yield the days on which a levelling off was first told, the oldest first."""
    called: int | None = None
    for index, step in enumerate(steps):
        since = None if step.state.course is None else step.state.course.levelled_off_on
        if called is None and since is not None:
            called = index
        elif called is not None and since is None:
            yield _call(lift, steps, called, today, step.day.on)
            called = None
    if called is not None:
        yield _call(lift, steps, called, today, None)


def _call(
    lift: str, steps: Sequence[ReplayedDay], index: int, today: date, back_on: date | None
) -> LevelOffCall:
    called = steps[index]
    on, waits = called.day.on, today < called.day.on + _AROUND
    first = steps[_first_from(steps, on - _AROUND)]
    last = steps[_first_from(steps, on + _AROUND + timedelta(days=1)) - 1]
    after = None if waits else _gained(called, last)
    return LevelOffCall(lift, on, _gained(first, called), after, back_on, waits)


def _gained(one: ReplayedDay, other: ReplayedDay) -> Gained | None:
    """Return how the level moved, as unsure as if nothing were common to both ends.

    None over less than four weeks, and over a jump of the loads.
    """
    days = (other.day.on - one.day.on).days
    if days < _AHEAD.days or one.state.jump != other.state.jump:
        return None
    known = [
        (made.strength_kg or 0.0, made.strength_sd or 0.0) for made in map(_read, (one, other))
    ]
    spread = _BAND_SD * hypot(*[sd / kg for kg, sd in known])
    gain = log(known[1][0] / known[0][0])
    shares = [expm1(each * _AHEAD.days / days) for each in (gain, gain - spread, gain + spread)]
    return Gained(*shares)
