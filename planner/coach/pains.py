"""How much a lift hurt, day by day: of one that was split, on the other machines, too.

Strong pain of a day stays that day, whatever is done later on it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from planner.coach import health, machines, readings
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence
from planner.engine.session_signs import worst_pain

_STRONG = evidence.PAIN_REFER.value
_RECENT = int(evidence.NEXT_SESSIONS.value)


class Hurts(NamedTuple):
    """The worst pain of the last days, 0 to 10, oldest first; the day of the last, and whether it
    was cleared since."""

    worst: tuple[int, ...]
    on: date | None
    cleared: bool


class _Day(NamedTuple):
    on: date
    worst: int
    slug: str


def until(replay: Replay, today: date) -> Hurts:
    """Return what hurt in the last days up to today."""
    return _hurts(replay, _own(replay, today), today)


def before(replay: Replay, on: date) -> Hurts:
    """Return what hurt before a day, and strong pain of that day: other sets of it tell nothing."""
    own = _own(replay, on)
    if own and own[-1].on == on and own[-1].worst < _STRONG:
        own = own[:-1]
    return _hurts(replay, own, on)


def _hurts(replay: Replay, own: list[_Day], today: date) -> Hurts:
    since = own[-1].on if own else date.min
    strong = [each for each in _elsewhere(replay, today) if each.on >= since]
    days = [*own, *strong][-_RECENT:]
    if not days:
        return Hurts((), None, False)
    last = days[-1]
    cleared = last.worst >= _STRONG and _is_cleared(replay, last, today)
    return Hurts(tuple(each.worst for each in days), last.on, cleared)


def _own(replay: Replay, today: date) -> list[_Day]:
    """Return the last days of a lift up to today, oldest first, one more than is looked at."""
    end = bisect_right(replay.steps, today, key=lambda step: step.day.on)
    first = max(end - _RECENT - 1, 0)
    if first:  # begin with a whole day
        on = replay.steps[first].day.on
        first = bisect_left(replay.steps, on, key=lambda step: step.day.on)
    return list(_by_day(replay.steps[first:end], replay.exercise.slug))


def _by_day(steps: Sequence[ReplayedDay], slug: str) -> Iterator[_Day]:
    for on, group in groupby(steps, lambda step: step.day.on):
        yield _Day(on, max(worst_pain(step.day.sets) for step in group), slug)


def _elsewhere(replay: Replay, today: date) -> list[_Day]:
    """Return the last day of each other machine that hurt badly on it, oldest first."""
    slugs = machines.others(replay.exercise.slug)
    if not slugs:
        return []
    known = readings.replays(replay.lifter.id or 0, today)
    days = [_own(known[slug], today)[-1:] for slug in slugs if slug in known]
    return sorted(day for each in days for day in each if day.worst >= _STRONG)


def _is_cleared(replay: Replay, last: _Day, today: date) -> bool:
    slugs = {replay.exercise.slug, last.slug}
    return any(health.is_cleared(replay.lifter.id or 0, slug, last.on, today) for slug in slugs)
