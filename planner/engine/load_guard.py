"""Warn of a week that asks much more of a muscle than the last weeks did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median
from typing import TypeAlias

from planner.engine import evidence, volume
from planner.engine.terms import Exercise

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_SEEN = int(evidence.JUMP_SEEN_WEEKS.value)
_NEEDED = int(evidence.JUMP_WEEKS.value)

Work: TypeAlias = Sequence[tuple[date, str, int]]  # (day, slug, hard sets), in any order
Groups: TypeAlias = dict[str, float]  # hard sets by display group


@dataclass(frozen=True, slots=True)
class Jump:
    """A muscle group with many more hard sets in a week than the mean of the last ones."""

    group: str
    sets: float
    usual: float

    @property
    def rise(self) -> float | None:
        """Return the rise as a fraction of what is usual; None where nothing was."""
        return self.sets / self.usual - 1 if self.usual else None


def usual_sets(work: Work, exercises: Mapping[str, Exercise], starts_on: date) -> Groups | None:
    """Return the mean hard sets per group of the last four training weeks before a day.

    Weeks are seven days each, counted back from that day, twelve at most. One without training,
    or with less than two thirds of the sets of the middle one (a deload, days away), is passed
    over. None with fewer than four. KeyError for an unknown exercise.
    """
    weeks = _weeks_before(work, starts_on)
    totals = [sum(week.values()) for week in weeks]
    least = evidence.HARD_WEEK.value * median([total for total in totals if total] or [0.0])
    trained = [week for week, total in zip(weeks, totals, strict=True) if total and total >= least]
    if len(trained) < _NEEDED:
        return None
    lately = [_grouped(week, exercises) for week in trained[:_NEEDED]]
    return {group: fmean([week[group] for week in lately]) for group, _ in volume.GROUPS}


def _weeks_before(work: Work, day: date) -> list[dict[str, int]]:
    """Return the hard sets by slug of each of the last weeks before a day, the newest first."""
    weeks = [dict[str, int]() for _ in range(_SEEN)]
    for on, slug, sets in work:
        back = (day - on - _DAY) // _WEEK
        if 0 <= back < _SEEN:
            weeks[back][slug] = weeks[back].get(slug, 0) + sets
    return weeks


def _grouped(week: Mapping[str, int], exercises: Mapping[str, Exercise]) -> Groups:
    return volume.group_sets((exercises[slug], sets) for slug, sets in week.items())


def jumps(planned: Mapping[str, float], usual: Groups | None, days: int = 7) -> list[Jump]:
    """Return the groups that a planned week raises by more than 40 % and by three sets or more.

    `planned` are its hard sets per group; those of a cycle of other than seven `days` are
    compared as sets a week. [] when it is not known what is usual.
    """
    weekly = 7 / days
    found = [] if usual is None else _compared(planned, usual, weekly)
    return [jump for jump in found if _is_jump(jump)]


def _compared(planned: Mapping[str, float], usual: Groups, weekly: float) -> Iterable[Jump]:
    return (Jump(group, weekly * sets, usual[group]) for group, sets in planned.items())


def _is_jump(made: Jump) -> bool:
    further = made.sets - made.usual
    return further >= evidence.JUMP_SETS.value and further > evidence.JUMP_SHARE.value * made.usual
