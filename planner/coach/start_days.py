"""Start a program on the days one can train: on as many others, or spread over fewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from planner.engine import placing_days, training_days
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.engine.training_days import Rearranged
from planner.language import tr
from planner.storage import library

WEEK = placing_days.WEEK
Sessions: TypeAlias = tuple[PlannedSession, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week from a program's first (0) that sessions shall fall on, in order.

    Where they are fewer than the program's, no session shall take more than `most_minutes`.
    """

    on: tuple[int, ...]
    most_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Weekdays (Monday is 0) on which one can train, chosen for a program of `of` days a week."""

    on: frozenset[int]
    of: int

    def days(self, usual: Sequence[int], starts_on: date) -> tuple[int, ...]:
        """Return on which days from its first a program trains whose `usual` days are known.

        Where it takes more days than could be chosen, nobody said that there are no more.
        """
        if self.of <= len(self.on) < len(usual):
            return tuple(usual)
        there = sorted((day - starts_on.weekday()) % WEEK for day in self.on)
        return placing_days.fitting(usual, there)


@dataclass(frozen=True, slots=True)
class Placed:
    """A program on its days; `running` are those that follow each other and it keeps apart.

    `spread` are its different weeks where they are spread over fewer days.
    """

    block: Mesocycle
    running: tuple[tuple[int, int], ...] = ()
    spread: tuple[Rearranged, ...] = ()

    @property
    def days_a_week(self) -> int:
        """On how many days the fullest week trains."""
        return max((len(_trained(week)) for week in self.block.weeks), default=0)

    @property
    def minutes(self) -> int:
        """How long the longest session takes where weeks are spread; else 0."""
        return max((minutes for week in self.spread for minutes in week.minutes), default=0)

    @property
    def short(self) -> tuple[str, ...]:
        """The muscles that cannot keep their sets in some week."""
        return tuple(dict.fromkeys(each.group for week in self.spread for each in week.short))

    @property
    def exact(self) -> bool:
        """Whether every muscle keeps every set."""
        return all(each.before == each.after for week in self.spread for each in week.muscles)


def usual_days(block: Mesocycle) -> tuple[int, ...]:
    """Return the days, from the first, of a block's fullest week; () if its cycle is no week."""
    if any(_odd(week, block.started_on) for week in block.weeks):
        return ()
    return max(map(_trained, block.weeks), key=len, default=())


def placed(block: Mesocycle, days: Days | None) -> Placed:
    """Return a block whose ids nobody knows yet on other days; on its own where `days` is None.

    Sessions keep their order. Weeks with more days than there are keep the hard sets of every
    muscle, as `training_days.rearrange` does.
    """
    usual = usual_days(block)
    if days is None or days.on == usual:
        return Placed(block)
    spread = _spread(block.weeks, days)
    weeks = tuple(_on(week, days, spread) for week in block.weeks)
    pairs = placing_days.running(usual, days.on)
    running = tuple(pair for pair in pairs if pair[0] < pair[1] or len(weeks) > 1)
    return Placed(replace(block, weeks=weeks), running, tuple(spread.values()))


def _odd(week: Microcycle, first: date) -> bool:
    return week.days != WEEK or (week.starts_on - first) % timedelta(WEEK) != timedelta(0)


def _trained(week: Microcycle) -> tuple[int, ...]:
    return tuple(sorted({session.day for session in week.sessions}))


def _spread(weeks: Sequence[Microcycle], days: Days) -> dict[Sessions, Rearranged]:
    """Return what becomes of the sessions of weeks with too many days, later ones like the first.

    Weeks that are the same are spread once.
    """
    exercises, made = library.by_slug(), dict[Sessions, Rearranged]()
    like = None
    for week in weeks:
        if len(_trained(week)) > len(days.on) and week.sessions not in made:
            new = training_days.rearrange(
                week.sessions, days.on, exercises, days.most_minutes, like,
                tr(training_days.DAY_NAME),
            )  # fmt: skip
            made[week.sessions], like = new, like or new.place
    return made


def _on(week: Microcycle, days: Days, spread: dict[Sessions, Rearranged]) -> Microcycle:
    if week.sessions in spread:
        return replace(week, sessions=spread[week.sessions].sessions)
    old = _trained(week)
    new = dict(zip(old, placing_days.fitting(old, days.on), strict=True))
    return replace(week, sessions=tuple(replace(s, day=new[s.day]) for s in week.sessions))
