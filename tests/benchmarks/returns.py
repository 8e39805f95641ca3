"""When old strength is back after time off: the range that was told against the day it was.

    .venv/bin/python tests/benchmarks/returns.py [--lifts 200] [--logs FOLDER]

Simulated lifters have seeds that nothing was tuned on. Of a log nobody knows the true day: there
it is the first session after which the level, as estimated, is within `BACK` of the one before.

A range holds the day when it is neither before the earliest nor after the latest day told. 'By
the latest day' counts who is back sooner, too, on the first day say: nobody is let down by that.
Never seen is who is not back before the log ends, or the lift is left out once more. Only returns
that were followed up to the latest day told are counted.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf, log
from pathlib import Path
from statistics import mean

import logs
from figures import Figure, listed
from lifts import Lift

from planner import engine
from planner.engine import evidence, regain, trend
from planner.engine.lift import LiftState
from planner.engine.simulate import WORLDS, SimulatedLift, simulate
from planner.engine.terms import Experience, Lifter

FIRST_SEED = 7000  # not used for tuning
FEWEST_SESSIONS = 8  # before the pause
SESSIONS_BACK = 6
BAR = (0.70, 0.90)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before the session `number` of a return (0 first): days from its start."""

    number: int
    off_days: int
    day: int
    early: int
    late: int
    true_day: float

    @property
    def covers(self) -> bool:
        """Tell whether the true day is in the range."""
        return self.early <= self.true_day <= self.late


def simulated(seeds: Iterable[int], weeks: int = 60) -> Iterator[Told]:
    """Yield what is told on the way back of novices and intermediates of every world."""
    for seed in seeds:
        for world in WORLDS:
            for experience in (Experience.NOVICE, Experience.INTERMEDIATE):
                lifter = Lifter(experience, bodyweight_kg=75.0)
                lift = simulate(seed, world, lifter=lifter, weeks=weeks)
                yield from _told(lift, [made.log_kg for made in lift.truth])


def logged(folder: Path) -> Iterator[Told]:
    """Yield what would have been told on the way back in a folder of logs."""
    for lifter in logs.histories(folder):
        for lift in lifter:
            yield from _told(lift, _levels(lift))


def _levels(lift: Lift | SimulatedLift) -> list[float]:
    """Return the level, log kg, after each day; before the first that tells any it is none."""
    states = _states(lift)[1:]
    return [-99.0 if state.bank is None else trend.level(state.bank).mean for state in states]


def _states(lift: Lift | SimulatedLift) -> list[LiftState]:
    states = [engine.start(lift.exercise, lift.lifter)]
    for day in lift.days:
        states.append(engine.update(states[-1], day))
    return states


def _told(lift: Lift | SimulatedLift, levels: Sequence[float]) -> Iterator[Told]:
    states, days = _states(lift), [day.on for day in lift.days]
    for at in range(1, len(days)):
        if states[at].sessions >= FEWEST_SESSIONS and _rested(lift, at):
            end = next((n for n in range(at + 1, len(days)) if _rested(lift, n)), len(days))
            back = regain.expected(states[at], days[at], lift.days[at].muscle_gap_days)
            old = levels[at - 1] + (_missed(back.kg, states[at]) if back is not None else 0.0)
            yield from _each(lift, states, range(at, end), _back(days, levels[:end], at, old))


def _missed(old_kg: float, before: LiftState) -> float:
    """Return by how much what is to come back is over the level before the pause, log units."""
    assert before.bank is not None
    return log(old_kg) - trend.level(before.bank).mean


def _rested(lift: Lift | SimulatedLift, at: int) -> bool:
    """Tell whether a day is the first after a layoff of the lift and its muscles."""
    day = lift.days[at]
    off = (day.on - lift.days[at - 1].on).days
    muscles = day.muscle_gap_days
    return min(off, off if muscles is None else muscles) >= evidence.LAYOFF_DAYS.value


def _back(days: Sequence[date], levels: Sequence[float], at: int, old: float) -> float:
    """Return the days until old strength; infinite when it is not seen before training stops."""
    enough = old + log(1.0 - evidence.BACK.value)
    seen = ((days[n] - days[at]).days for n in range(at, len(levels)) if levels[n] >= enough)
    return next(seen, inf)


def _each(
    lift: Lift | SimulatedLift, states: Sequence[LiftState], back: range, true_day: float
) -> Iterator[Told]:
    """Yield what was told on the day of return, then after each session until it was true.

    Only what was followed for as long as the range is counted: who stops sooner tells nothing.
    """
    at, followed = back.start, lift.days[back[-1]].on
    first = lift.days[at].on
    off = (first - lift.days[at - 1].on).days
    for number in range(min(SESSIONS_BACK, len(back))):
        on = lift.days[at + max(number - 1, 0)].on
        day, gap = (on - first).days, 0 if number else lift.days[at].muscle_gap_days
        if number and true_day <= day:
            return
        told = engine.read(states[at + number], on, gap).expected_return
        if told is not None and followed >= told[1]:
            yield Told(number, off, day, (told[0] - first).days, (told[1] - first).days, true_day)


def cover(told: Sequence[Told]) -> float:
    """Return the share of ranges that held the true day; nan without any."""
    return mean(each.covers for each in told) if told else float("nan")


def narrowing(told: Sequence[Told]) -> float:
    """Return by how many days a session narrows a range, on average."""
    by = [
        (one.late - one.early) - (other.late - other.early)
        for one, other in pairwise(told)
        if other.number == one.number + 1
    ]
    return mean(by) if by else float("nan")


def _figures(told: Sequence[Told], low: float | None, high: float | None) -> list[Figure]:
    first = [each for each in told if not each.number]
    spans = ((14, 28), (28, 56), (56, 400))
    parts = [
        (f"{since} to {until - 1} days off", [e for e in first if since <= e.off_days < until])
        for since, until in spans
    ]
    return [
        Figure("B4", f"80 % range holds it, n={len(first)}", cover(first), low, high),
        *(Figure("", f"  after {name}, n={len(part)}", cover(part)) for name, part in parts),
        *(
            Figure("", f"  told after session {n}", cover([e for e in told if e.number == n]))
            for n in range(1, SESSIONS_BACK)
        ),
        Figure("", "by the latest day told", mean(e.true_day <= e.late for e in first)),
        Figure("", "never seen to be back", mean(e.true_day == inf for e in first)),
        Figure("", "back on the first day", mean(not e.true_day for e in first)),
        Figure("", "earlier than told", mean(e.true_day < e.early for e in first)),
        Figure("", "later than told", mean(e.true_day > e.late for e in first)),
        Figure("B4", "a session narrows the range by", narrowing(told), 0.0, None, "days"),
    ]  # fmt: skip


def main() -> int:
    """Print the figures; return 1 when a bar of the simulated lifters is missed."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lifts", type=int, default=100, help="seeds, ten lifters each")
    parser.add_argument("--logs", type=Path, help="a folder of exported logs")
    chosen = parser.parse_args()
    figures = _figures(list(simulated(range(FIRST_SEED, FIRST_SEED + chosen.lifts))), *BAR)
    print(listed("Simulated returns", figures))
    if chosen.logs:
        print(listed("Returns in the logs", _figures(list(logged(chosen.logs)), None, None)))
    return int(any(each.missed_by for each in figures))


if __name__ == "__main__":
    raise SystemExit(main())
