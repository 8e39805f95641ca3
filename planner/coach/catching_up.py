"""Take into what is remembered of a log the few sessions and days that have changed since."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from planner.coach import unfolding, varying
from planner.coach.remembered import Remembered, Source
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.surroundings import Trained, Worked
from planner.coach.unfolding import Log
from planner.coach.weighing import Weights
from planner.engine import evidence
from planner.storage import clients, history, library
from planner.storage.versions import Touched

Steps: TypeAlias = Sequence[ReplayedDay]


def caught_up(
    lifter_id: int, weights: Weights, known: Remembered, touched: Touched
) -> Generator[None, None, Remembered]:
    """Return what is true of a log now, a part at a time, as if all of it were read anew.

    `touched` must name all that changed. The days of its sessions, where they were and where they
    are now, are read again, and the lifts done on the first of them or later are replayed from
    there: what was around a day of a lift comes from that day and those before it.
    """
    if not touched.sessions and not touched.days:
        return known
    days = days_touched(lifter_id, known, touched)
    if not days:
        return known
    change = _change(lifter_id, weights, known, days)
    parts = _parts(known.replays, change)
    replays = yield from _replays(known.replays, change, parts)
    prints = {slug: None if slug in parts else known.source.prints[slug] for slug in replays}
    source = replace(change.source, prints=prints)
    return Remembered(source, change.trained, change.worked, replays)


def days_touched(lifter_id: int, known: Remembered, touched: Touched) -> set[date]:
    """Return the days of a lifter to read again: where what changed was, and where it is now."""
    there = history.days_of(lifter_id, touched.sessions)
    return _days(known, touched.sessions) | there | touched.days


@dataclass(frozen=True, slots=True)
class _Change:
    """What there is now of the days that changed, and of the others from the first of them on."""

    days: Set[date]
    since: date
    source: Source
    trained: Trained
    worked: Worked
    logs: Mapping[str, Log]


@dataclass(frozen=True, slots=True)
class _Part:
    """A lift's days before the first that changed, and from there on as they were and are."""

    kept: Steps
    old: Steps
    log: Log


def _days(known: Remembered, sessions: Set[int]) -> set[date]:
    return {
        step.day.on
        for replay in known.replays.values()
        for step in replay.steps
        if step.session_id in sessions
    }


def _change(lifter_id: int, weights: Weights, known: Remembered, days: Set[date]) -> _Change:
    since = min(days)
    first = bisect_left(known.trained, since, key=lambda entry: entry[0])
    left = (entry for entry in known.trained[first:] if entry[0] not in days)
    later = sorted([*left, *history.trained(lifter_id, evidence.HARD_RIR.value, days)])
    check_ins = [made for made in known.source.check_ins if made.on not in days]
    check_ins += clients.check_ins_on(lifter_id, days)
    told = tuple(sorted(check_ins, key=lambda made: made.on))
    return _Change(
        days,
        since,
        replace(known.source, weights=weights, check_ins=told),
        [*known.trained[:first], *later],
        known.worked.renewed(since, later),
        history.on_days(lifter_id, days),
    )


def _parts(known: Mapping[str, Replay], change: _Change) -> dict[str, _Part]:
    """Return the lifts that were or are done since the first day that changed, by slug."""
    steps: dict[str, Steps] = {slug: replay.steps for slug, replay in known.items()}
    lifts = {slug for slug, each in steps.items() if each[-1].day.on >= change.since}
    return {
        slug: _part(steps.get(slug, ()), change.logs.get(slug, ()), change)
        for slug in lifts | change.logs.keys()
    }


def _part(steps: Steps, read: Log, change: _Change) -> _Part:
    first = bisect_left(steps, change.since, key=lambda step: step.day.on)
    old = steps[first:]
    left = [(s.day.on, s.session_id, s.day.sets) for s in old if s.day.on not in change.days]
    return _Part(steps[:first], old, sorted([*left, *read], key=lambda entry: entry[0]))


def _replays(
    known: Mapping[str, Replay], change: _Change, parts: Mapping[str, _Part]
) -> Generator[None, None, dict[str, Replay]]:
    gone = {slug for slug, part in parts.items() if not part.kept and not part.log}
    lifts = sorted((known.keys() | parts.keys()) - gone)
    made: dict[str, Replay] = {}
    for slug in varying.parents_first(lifts, library.by_slug()):
        if slug in parts:
            made[slug] = yield from _replayed(slug, parts[slug], change, known.get(slug), made)
        else:
            made[slug] = known[slug]
    return {slug: made[slug] for slug in lifts}


def _replayed(
    slug: str, part: _Part, change: _Change, before: Replay | None, made: Mapping[str, Replay]
) -> Generator[None, None, Replay]:
    source, around = change.source, change.worked.around(slug, change.since)
    check_ins = {each.on: each for each in source.check_ins if each.on >= change.since}
    days = unfolding.days_of(slug, part.log, around, check_ins, source.weights)
    if before is not None and part.kept:
        return (yield from unfolding.unfolded(before.start, part.kept, days, part.old))
    start = unfolding.started(library.exercise(slug), source.lifter, days, made)
    old = part.old if before is not None and before.start == start else ()
    return (yield from unfolding.unfolded(start, (), days, old))
