"""How much a lift hurt, day by day: of one that was split, on the other machines, too.

Strong pain of a day stays that day, whatever is done later on it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.coach import health, machines, readings
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import back_in_steps, evidence
from planner.engine.session_signs import tells_of_pain, worst_pain
from planner.engine.terms import WayBack
from planner.engine.typing_error import believed

_STRONG = evidence.PAIN_REFER.value
_RECENT = int(evidence.NEXT_SESSIONS.value)


class Hurts(NamedTuple):
    """The worst pain of the last days, 0 to 10, oldest first; the day of the last, and whether it
    was cleared since; the way back to a load that hurt badly."""

    worst: tuple[int, ...]
    on: date | None
    cleared: bool
    way_back: WayBack | None


class _Day(NamedTuple):
    on: date
    worst: int
    slug: str
    tells: bool  # not of warm-ups alone that did not hurt badly


def until(replay: Replay, today: date) -> Hurts:
    """Return what hurt in the last days up to today."""
    end = bisect_right(replay.steps, today, key=_day_of)
    return _hurts(replay, _own(replay, today), today, _way_back(replay, end, today))


def before(replay: Replay, on: date) -> Hurts:
    """Return what hurt before a day, and strong pain of that day: other sets of it tell nothing."""
    own = _own(replay, on, before=True)
    end = bisect_left(replay.steps, on, key=_day_of)
    return _hurts(replay, own, on, _way_back(replay, end, on))


def _hurts(replay: Replay, own: list[_Day], today: date, back: WayBack | None) -> Hurts:
    since = own[-1].on if own else date.min
    strong = [each for each in _elsewhere(replay, today) if each.on >= since]
    days = [*own, *strong][-_RECENT:]
    if not days:
        return Hurts((), None, False, back)
    last = days[-1]
    cleared = last.worst >= _STRONG and _is_cleared(replay, last, today)
    return Hurts(tuple(each.worst for each in days), last.on, cleared, back)


def _way_back(replay: Replay, end: int, today: date) -> WayBack | None:
    """Return how far a lift is back after its first `end` sessions from what hurt badly and was
    not cleared up to today."""
    steps, hurt = replay.steps, replay.hurt_badly
    hurt = hurt[: bisect_left(hurt, end)]
    if not hurt:
        return None
    cleared_on = health.last_cleared(replay.lifter.id or 0, replay.exercise.slug, today)
    first = next((place for place in hurt if _day_of(steps[place]) > cleared_on), None)
    if first is None:
        return None
    before = first if first - 1 in hurt else max(first - 1, 0)  # its load may be asked for
    state = steps[end - 1].state
    days = [believed(step.day, state) for step in steps[before:end]]
    return back_in_steps.way_back(days, state, replay.lifter.inventory)


def _day_of(step: ReplayedDay) -> date:
    return step.day.on


def _own(replay: Replay, today: date, before: bool = False) -> list[_Day]:
    """Return the last days of a lift up to today, oldest first; of today itself, if `before` it,
    strong pain alone."""
    days: list[_Day] = []
    for day in _newest_first(replay, today):
        if not before or day.on < today or day.worst >= _STRONG:
            days.insert(0, day)
        if sum(each.tells for each in days) == _RECENT:
            break
    return _joined(days)


def _newest_first(replay: Replay, today: date) -> Iterator[_Day]:
    end = bisect_right(replay.steps, today, key=_day_of)
    while end:
        on = _day_of(replay.steps[end - 1])
        first = bisect_left(replay.steps, on, key=_day_of)
        sets = [entry for step in replay.steps[first:end] for entry in step.day.sets]
        yield _Day(on, worst_pain(sets), replay.exercise.slug, tells_of_pain(sets))
        end = first


def _joined(days: Iterable[_Day]) -> list[_Day]:
    """Return the days of a lift, warm-ups alone with the day before them, the worst of both."""
    made: list[_Day] = []
    for day in days:
        if day.tells or not made:
            made.append(day)
        else:
            made[-1] = max(made[-1], day, key=lambda each: each.worst)
    return made


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
