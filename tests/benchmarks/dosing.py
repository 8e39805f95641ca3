"""More sets, more gain? Whether the 90 % bands of slope and line hold what is true.

    .venv/bin/python tests/benchmarks/dosing.py [--lifts 200] [--weeks 104] [--seed 31000]

Simulated lifters have seeds that nothing was tuned on. Each set of theirs adds what a weekly set
is said to bring, or nothing; how many they do changes by blocks, by chance or rising over time.
The log goes the way that it goes in the app: replay, windows, line.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from statistics import mean, median

from figures import Figure, listed

from planner import engine
from planner.coach.charts import response_windows
from planner.coach.charts.response_windows import ResponseWindow
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import simulate
from planner.engine.dose_response import Reach, Response
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
    """What was told of a simulated lifter whose true slope is known; None when nothing was.

    `line` are the line's bands at the fewest, the usual and the most sets, each with the truth.
    """

    true: float
    told: Response | None
    line: tuple[tuple[Reach, float], ...] = ()

    @property
    def covers(self) -> bool:
        """Tell whether the interval holds the truth."""
        return self.told is not None and _holds(self.told.slope, self.true)

    @property
    def wrong(self) -> bool:
        """Tell whether sets were said to matter in the direction that is wrong, or at all."""
        slope = self.told.slope if self.told else None
        return slope is not None and slope.told and slope.middle * self.true <= 0.0


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
        replay, doses, strengths = _history(seed, world, true, weeks, rising)
        found = response_windows.windows(replay, doses, (), (), replay.steps[-1].day.on)
        told = found.line()
        yield Answer(true, told, _line(told, found.usual, strengths, true) if told else ())


def _line(
    told: Response, usual: Sequence[ResponseWindow], strengths: Mapping[date, float], true: float
) -> tuple[tuple[Reach, float], ...]:
    """Return what the line says of few, usual and many sets, each with the truth."""
    gain = mean(_gained(each, strengths) for each in usual)
    centre = mean(each.sets for each in usual)
    places = told.sets[0], centre, told.sets[1]
    return tuple((told.at(sets), gain + true * (sets - centre)) for sets in places)


def _gained(window: ResponseWindow, strengths: Mapping[date, float]) -> float:
    """Return the true gain between a window's first and last session, log units in 28 days."""
    days = [on for on in strengths if window.since <= on <= window.until]
    return 28.0 * (strengths[days[-1]] - strengths[days[0]]) / (days[-1] - days[0]).days


def _holds(reach: Reach, true: float) -> bool:
    return reach.low <= true <= reach.high


def _history(
    seed: int, world: World, true: float, weeks: int, rising: bool
) -> tuple[Replay, dict[date, float], dict[date, float]]:
    """Return a lifter's log, hard sets by day and true strength after each, log kg."""
    rng = Random(f"dose {seed}")
    lifter = Lifter((Experience.NOVICE, Experience.INTERMEDIATE)[seed // 5 % 2], bodyweight_kg=75.0)
    exercise = Exercise("simulated", complexity=Complexity.BARBELL, pattern=Pattern.SQUAT)
    made = simulate.trainee(rng, world, exercise.complexity, lifter.experience)
    body = DosedBody(rng, made, exercise, lifter, true)
    state = engine.start(exercise, lifter)
    start, steps, doses = state, list[ReplayedDay](), dict[date, float]()
    strengths = dict[date, float]()
    for on, sets in _plan(rng, made, weeks, rising):
        if steps:
            body.pass_time((on - steps[-1].day.on).days, on)
        body.made = replace(made, sets=sets)
        day = body.train(on)
        state = engine.update(state, day)
        steps.append(ReplayedDay(day, len(steps), state))
        doses[on] = float(hard_sets(day.sets))
        strengths[on] = body.strength()
    return Replay(start, tuple(steps)), doses, strengths


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
    bar = LEAST if barred else None
    return [
        Figure("", f"{name}: slope held, n={len(told)}", mean(each.covers for each in told), bar),
        Figure("", "  said to matter", mean(each.told for each in slopes)),
        Figure("", "  said so wrongly", mean(each.wrong for each in told)),
        Figure("", "  middle, % a month per set", 100 * mean(each.middle for each in slopes),
               digits=3),
        Figure("", "  true", 100 * found[0].true, digits=3),
        Figure("", "  width of the interval, median", 100 * _width(slopes), digits=2),
        *_line_figures(told, bar),
    ]  # fmt: skip


def _line_figures(told: Sequence[Answer], bar: float | None) -> Iterator[Figure]:
    """Yield how often the line's band holds the truth, and how wide it is, % a month."""
    for place, name in enumerate(("fewest", "usual", "most")):
        there = [each.line[place] for each in told]
        reaches = [reach for reach, _ in there]
        yield Figure("", f"  line at the {name} sets held",
                     mean(_holds(reach, true) for reach, true in there), bar)  # fmt: skip
        yield Figure("", "    width, % a month, median", 100 * _width(reaches), digits=2)
        off = mean(abs(reach.middle - true) for reach, true in there)
        yield Figure("", "    off by, % a month, mean", 100 * off, digits=2)


def _width(reaches: Sequence[Reach]) -> float:
    return median(each.high - each.low for each in reaches)


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lifts", type=int, default=200, help="lifters of each kind")
    parser.add_argument("--weeks", type=int, default=104)
    parser.add_argument("--seed", type=int, default=FIRST_SEED, help="first; another for tuning")
    chosen = parser.parse_args()
    seeds = range(chosen.seed, chosen.seed + chosen.lifts)
    figures = []
    for rising in (False, True):
        for name, true in TRUE.items():
            found = list(answers(seeds, true, chosen.weeks, rising))
            figures += _figures(f"{name}{', rising' if rising else ''}", found, not rising)
    print(listed(f"Gain against sets, {chosen.weeks} weeks", figures))
    return int(any(each.missed_by for each in figures))


if __name__ == "__main__":
    raise SystemExit(main())
