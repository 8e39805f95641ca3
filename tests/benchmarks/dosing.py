"""More sets, more gain? Whether the 90 % interval of the slope holds what is true.

    .venv/bin/python tests/benchmarks/dosing.py [--lifts 200] [--weeks 104]

Simulated lifters have seeds that nothing was tuned on. Each set of theirs adds what a weekly set
is said to bring, or nothing; how many they do changes by blocks, by chance or rising over time.
The log goes the way that it goes in the app: replay, windows, line.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import nan
from random import Random
from statistics import mean, median

from figures import Figure, listed

from planner import engine
from planner.coach.charts import response_windows
from planner.coach.charts.response_windows import Kind
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import dose_response, simulate
from planner.engine.dose_response import Response
from planner.engine.simulate import WORLDS, World
from planner.engine.terms import (
    Complexity,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    Pattern,
)
from planner.engine.trainee import Body, Trainee
from planner.engine.volume import hard_sets

FIRST_SEED = 31_000  # not used for tuning
BEGAN_ON = date(2024, 1, 1)
TRUE = {"sets do nothing": 0.0, "a little": 0.001, "a lot": 0.003}  # log in 28 days per weekly set
LEAST = 0.85
AWAY = 0.01  # chance a week of three to six weeks off


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told of a simulated lifter whose true slope is known; None when nothing was."""

    true: float
    told: Response | None

    @property
    def covers(self) -> bool:
        """Tell whether the interval holds the truth."""
        return self.told is not None and self.told.slope.low <= self.true <= self.told.slope.high


class DosedBody(Body):
    """A lifter to whom each set adds the same, and a week of the usual sets adds nothing."""

    def __init__(
        self, rng: Random, made: Trainee, exercise: Exercise, lifter: Lifter, true: float
    ) -> None:
        super().__init__(rng, made, exercise, lifter)
        self.true, self.usual, self.added = true, 3.0 * made.per_week, 0.0

    def strength(self, clock: float | None = None) -> float:
        """Return strength with what sets have added."""
        return super().strength(clock) + getattr(self, "added", 0.0)

    def pass_time(self, days: int, on: date) -> None:
        """Let days go by; those of usual training cost what usual sets add."""
        super().pass_time(days, on)
        self.added -= self.true * self.usual * min(days, 10) / 28.0

    def train(self, on: date) -> ExerciseDay:
        """Do the session; what its sets add is there afterwards."""
        day = super().train(on)
        self.added += self.true * len(day.sets) / 4.0
        return day


def answers(
    seeds: Iterable[int], true: float, weeks: int, rising: bool = False
) -> Iterator[Answer]:
    """Yield what is told of a lifter of each world, by turns."""
    for seed in seeds:
        world = WORLDS[seed % len(WORLDS)]
        replay, doses = _history(seed, world, true, weeks, rising)
        today = replay.steps[-1].day.on
        found = response_windows.windows(replay, doses, (), (), today)
        usual = [each.dosed for each in found if each.kind is Kind.USUAL]
        yield Answer(true, dose_response.response(usual))


def _history(
    seed: int, world: World, true: float, weeks: int, rising: bool
) -> tuple[Replay, dict[date, float]]:
    rng = Random(f"dose {seed}")
    lifter = Lifter((Experience.NOVICE, Experience.INTERMEDIATE)[seed // 5 % 2], bodyweight_kg=75.0)
    exercise = Exercise("simulated", complexity=Complexity.BARBELL, pattern=Pattern.SQUAT)
    made = simulate.trainee(rng, world, exercise.complexity, lifter.experience)
    body = DosedBody(rng, made, exercise, lifter, true)
    state = engine.start(exercise, lifter)
    start, steps, doses = state, list[ReplayedDay](), dict[date, float]()
    for on, sets in _plan(rng, made, weeks, rising):
        if steps:
            body.pass_time((on - steps[-1].day.on).days, on)
        body.made = replace(made, sets=sets)
        day = body.train(on)
        state = engine.update(state, day)
        steps.append(ReplayedDay(day, len(steps), state))
        doses[on] = float(hard_sets(day.sets))
    return Replay(start, tuple(steps)), doses


def _plan(rng: Random, made: Trainee, weeks: int, rising: bool) -> Iterator[tuple[date, int]]:
    """Yield the days of training and their sets, which change from block to block."""
    block_ends, away_until, sets = 0, 0, 3
    for week in range(weeks):
        if week == block_ends:
            block_ends += rng.randint(3, 9)
            sets = round(1 + 5 * week / weeks + rng.random()) if rising else rng.randint(1, 6)
        if week > 6 and rng.random() < AWAY:
            away_until = week + rng.randint(3, 6)
        for session in range(made.per_week):
            if week >= away_until and rng.random() >= made.missing:
                days = 7 * week + session * (7 // made.per_week)
                yield BEGAN_ON + timedelta(days=days), sets


def _figures(name: str, found: Sequence[Answer], barred: bool) -> list[Figure]:
    told = [each for each in found if each.told is not None]
    slopes = [each.told.slope for each in found if each.told is not None]
    width = median(each.high - each.low for each in slopes) if slopes else nan
    return [
        Figure("", f"{name}: held, n={len(told)}",
               mean(each.covers for each in told), LEAST if barred else None),
        Figure("", "  said to matter", mean(each.told.told for each in told if each.told)),
        Figure("", "  middle, % a month per set", 100 * mean(each.middle for each in slopes),
               digits=3),
        Figure("", "  true", 100 * found[0].true, digits=3),
        Figure("", "  width of the interval, median", 100 * width, digits=2),
    ]  # fmt: skip


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lifts", type=int, default=200, help="lifters of each kind")
    parser.add_argument("--weeks", type=int, default=104)
    chosen = parser.parse_args()
    seeds = range(FIRST_SEED, FIRST_SEED + chosen.lifts)
    figures = []
    for rising in (False, True):
        for name, true in TRUE.items():
            found = list(answers(seeds, true, chosen.weeks, rising))
            figures += _figures(f"{name}{', rising' if rising else ''}", found, not rising)
    print(listed(f"Gain against sets, {chosen.weeks} weeks", figures))
    return int(any(each.missed_by for each in figures))


if __name__ == "__main__":
    raise SystemExit(main())
