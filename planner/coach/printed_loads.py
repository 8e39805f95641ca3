"""Loads of shares of strength as a sheet has them, whatever was logged since it was printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from planner.coach import readings
from planner.coach.loads import DAY, LoadBasis
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained
from planner.engine.terms import Microcycle

# Each guess takes some 10 ms, and in one of 256 another plan has the same check: so only a few.
AHEAD_DAYS = 4  # that a sheet is printed before its week begins, at most: rule of thumb
LATE_DAYS = 2  # of these on which what was done in the eight days before may not be typed in yet
UNTYPED = 8 * DAY


@dataclass(frozen=True, eq=False)
class BasisBefore(LoadBasis):
    """What loads were computed from when the log ended on the day `known_until`."""

    known_until: date = date.max

    @cached_property
    def _replays(self) -> Mapping[str, Replay]:
        known = readings.replays(self.lifter_id, self.today)
        cut = {slug: self._cut(each) for slug, each in known.items()}
        return {slug: each for slug, each in cut.items() if each.steps}

    def _cut(self, replay: Replay) -> Replay:
        end = bisect_right(replay.steps, self.known_until, key=lambda step: step.day.on)
        return replace(replay, steps=replay.steps[:end])

    def _trained(self, eve: date) -> LastTrained:
        return super()._trained(min(eve, self.known_until))


def bases(week: Microcycle, done_on: Iterable[date], usual: LoadBasis) -> Iterator[LoadBasis]:
    """Yield what the loads of a printed week may come from, the likeliest first.

    That is the log before what was done of the week, and all of it; then that of each day on which
    the sheet may have been printed, at last where the days before were not typed in yet. Without
    shares of strength, loads are what is planned, and the usual basis is all.
    """
    if not _has_shares(week):
        yield usual
        return
    if first := min(done_on, default=None):
        yield _before(first, usual.today, usual)
    yield usual
    last = max(made.day for made in week.sessions)
    for day in range(last, -AHEAD_DAYS - 1, -1):
        if (printed := week.starts_on + day * DAY) < usual.today:
            yield _before(printed + DAY, printed, usual)
    days = sorted(_days(week.starts_on - UNTYPED, week.starts_on, usual), reverse=True)
    for ahead in range(1, LATE_DAYS + 1):
        printed = week.starts_on - ahead * DAY
        yield from (_before(on, printed, usual) for on in days if on <= printed <= usual.today)


def _has_shares(week: Microcycle) -> bool:
    lines = (each for made in week.sessions for each in made.exercises)
    return any(entry.percent_e1rm is not None for each in lines for entry in each.sets)


def _before(on: date, today: date, usual: LoadBasis) -> LoadBasis:
    return BasisBefore(usual.lifter_id, today, known_until=on - DAY)


def _days(since: date, before: date, usual: LoadBasis) -> set[date]:
    """Return the days that were trained, from one on and before another."""
    found = readings.replays(usual.lifter_id, usual.today).values()
    return {s.day.on for each in found for s in each.steps if since <= s.day.on < before}
