"""Read several lifts for one plot: their strength by day, and how they moved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import exp, hypot, log

from planner import engine
from planner.coach import estimates, happenings, levels, lift_past, load_jumps, readings
from planner.coach.load_jumps import Unexplained
from planner.coach.replay import Replay
from planner.engine import consistency
from planner.engine.terms import Exercise, Reading
from planner.storage.unchanged import unchanged_in_parts

MOST_LIFTS = 8  # as many as there are colours that all eyes can tell apart
WEEK = timedelta(weeks=1)
LEAST_DAYS = 14  # over which a gain is told: rule of thumb
LEAST_USUAL, MOST_USUAL = -0.5, 1.0  # of a change, halved or doubled: rule of thumb
MEAN_WEEKS = 4  # as long as most blocks take from one light week to the next


@dataclass(frozen=True, slots=True)
class LiftDay:
    """Estimated strength after a session with its 90 % band, kg.

    `stretch` counts the times off before the day. `at_least` tells that all sets stopped at their
    target.
    """

    on: date
    kg: float
    low_kg: float
    high_kg: float
    session_id: int
    stretch: int = 0
    at_least: bool = False

    @property
    def spread(self) -> float:
        """Half of the 90 % band as a share of the strength."""
        return (self.high_kg - self.kg) / self.kg


@dataclass(frozen=True, slots=True)
class LiftWeek:
    """Hard sets of a week by its first day, and their mean over it and three weeks before."""

    starts_on: date
    sets: float
    mean: float


@dataclass(frozen=True, slots=True)
class LiftLine:
    """A lift over its whole history, oldest first.

    `weeks` are whole ones, without holes. `jumped` are the jumps of the loads of which nobody
    said what they are; `assumed_kg` is a bodyweight that nobody told.
    """

    exercise: Exercise
    days: tuple[LiftDay, ...]
    weeks: tuple[LiftWeek, ...] = ()
    jumped: tuple[Unexplained, ...] = ()
    assumed_kg: float | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """Strength as a share of that on the first day in view, with its 90 % range."""

    on: date
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """How a lift moved from its first session in view to its last; 0.03 is 3 % more."""

    exercise: Exercise
    since: date
    until: date
    gain: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Compared:
    """How lifts moved in the days shown, the one that rose most first.

    `open` names those of which it can't be told: fewer than two sessions in view, or less than two
    weeks from the first to the last. Of the lifts `at_least` only a lower bound of strength is
    known; the loads of those `jumped` did so on the day given, and nobody said why. Those
    `doubted` moved farther than strength does.
    """

    changes: tuple[Change, ...]
    open: tuple[Exercise, ...] = ()
    at_least: tuple[Exercise, ...] = ()
    jumped: tuple[tuple[Exercise, date], ...] = ()
    doubted: tuple[Exercise, ...] = ()

    @property
    def apart(self) -> bool:
        """Tell whether the ranges of the first and the last lift leave each other free."""
        return len(self.changes) > 1 and self.changes[0].low > self.changes[-1].high


def lines(
    lifter_id: int, slugs: Sequence[str], today: date, first_weekday: int = 1
) -> Generator[None, None, tuple[LiftLine, ...]]:
    """Read lifts one after the other, in the order given; those without a history are left out.

    Weeks begin on a weekday, Monday is 1.
    """
    made = []
    for slug in slugs[:MOST_LIFTS]:
        yield
        line = yield from line_of(lifter_id, slug, today, first_weekday)
        if line is not None:
            made.append(line)
    return tuple(made)


def line_of(
    lifter_id: int, slug: str, today: date, first_weekday: int
) -> Generator[None, None, LiftLine | None]:
    """Read one lift; None without a strength to show. It is remembered until somebody writes."""

    key = "compared lift", lifter_id, slug, today, first_weekday

    def made() -> Generator[None, None, LiftLine | None]:
        yield from ()
        replay = readings.replays(lifter_id, today).get(slug)
        return None if replay is None else _line(lifter_id, replay, today, first_weekday)

    return (yield from unchanged_in_parts(key, made))


def shares(line: LiftLine, since: date, until: date = date.max) -> tuple[Share, ...]:
    """Return the days from `since` on, or from the last jump by `until`, as shares of the first."""
    begins = max([since, *(made.level_on for made in line.jumped if made.level_on <= until)])
    days = line.days[bisect_left(line.days, begins, key=lambda day: day.on) :]
    return tuple(_share(days[0], day) for day in days)


def compared(made: Iterable[LiftLine], since: date, until: date) -> Compared:
    """Return how lifts moved between two days, both included."""
    changes, little, at_least, jumped = [], [], [], []
    for line in made:
        days = [day for day in line.days if since <= day.on <= until]
        if len(days) < 2 or (days[-1].on - days[0].on).days < LEAST_DAYS:
            little.append(line.exercise)
        elif days[0].at_least or days[-1].at_least:
            at_least.append(line.exercise)
        elif over := [each for each in line.jumped if each.between(days[0].on, days[-1].on)]:
            jumped.append((line.exercise, over[-1].since))
        else:
            changes.append(_change(line, days[0], days[-1]))
    usual = [each for each in changes if LEAST_USUAL < each.gain < MOST_USUAL]
    usual.sort(key=lambda each: -each.gain)
    doubted = tuple(each.exercise for each in changes if each not in usual)
    return Compared(tuple(usual), tuple(little), tuple(at_least), tuple(jumped), doubted)


def _line(lifter_id: int, replay: Replay, today: date, first_weekday: int) -> LiftLine | None:
    steps = lift_past.worth_reading(replay.steps)
    read = (engine.read(step.state, step.day.on) for step in steps if step.day.on <= today)
    past = [made for made in read if made.strength_kg is not None]
    if not past:
        return None
    back = [off.until for off in happenings.time_off(replay, today, None) if not off.ongoing]
    ids = {step.day.on: step.session_id for step in replay.steps}
    return LiftLine(
        replay.exercise,
        tuple(_day(made, ids[made.on], back) for made in past),
        tuple(_weeks(lifter_id, replay.exercise.slug, today, first_weekday)),
        load_jumps.unexplained(lifter_id, replay, today),
        estimates.assumed_bodyweight_kg(past[-1]),
    )


def _day(made: Reading, session_id: int, back: Sequence[date]) -> LiftDay:
    point = levels.level(made)
    return LiftDay(
        made.on,
        point.kg,
        max(0.0, point.low_kg),
        point.high_kg,
        session_id,
        bisect_right(back, made.on),
        made.capped,
    )


def _weeks(lifter_id: int, slug: str, today: date, first_weekday: int) -> list[LiftWeek]:
    """Return the weeks that are over, the first one trained in at the start."""
    done: dict[date, float] = {}
    for on, trained, sets in readings.trained(lifter_id):
        if trained == slug:
            week = consistency.week_start(on, first_weekday)
            done[week] = done.get(week, 0.0) + sets
    starts = consistency.week_starts(min(done, default=today), today, first_weekday)
    over = [start for start in starts if start + WEEK <= today]
    sets_by_week = [done.get(start, 0.0) for start in over]
    return [
        LiftWeek(
            start,
            sets_by_week[place],
            _mean(sets_by_week[max(0, place + 1 - MEAN_WEEKS) : place + 1]),
        )
        for place, start in enumerate(over)
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _share(start: LiftDay, day: LiftDay) -> Share:
    """Return a day's strength as a share of that of the start, which is 1 by definition.

    Both are taken as unsure on their own, which is on the careful side: they share sessions.
    """
    ratio = day.kg / start.kg
    around = 0.0 if day.on == start.on else hypot(log(1 + start.spread), log(1 + day.spread))
    return Share(day.on, ratio, ratio * exp(-around), ratio * exp(around))


def _change(line: LiftLine, first: LiftDay, last: LiftDay) -> Change:
    made = _share(first, last)
    return Change(line.exercise, first.on, last.on, made.share - 1, made.low - 1, made.high - 1)


def stretches(days: Sequence[LiftDay]) -> list[tuple[int, int]]:
    """Return (from, to) of the places between one time off and the next, `to` excluded."""
    cuts = [place for place, (a, b) in enumerate(pairwise(days), 1) if a.stretch != b.stretch]
    return list(pairwise([0, *cuts, len(days)]))
