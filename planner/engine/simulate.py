"""Lifters with known strength, for the demo, the tests and for measuring the engine.

Everything follows from a seed. Strength is learning (exponential, or linear in the logarithm of
time for some), slow growth, loss through time off, and fatigue; the log adds day-to-day noise,
rounding to plates, unlogged or misjudged reserve, missed sessions and typing errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log
from random import Random

from planner.engine.terms import (
    Complexity,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    Pattern,
)
from planner.engine.trainee import Body, Trainee, Truth

_STEPS = {
    Complexity.ISOLATION: 6.0,
    Complexity.MACHINE: 8.0,
    Complexity.BARBELL: 11.0,
    Complexity.TECHNICAL: 14.0,
}
_POLICIES = ("linear", "double", "reserve")
_WELLNESS = (1.0, 0.5, 0.0)
_LIMIT = 0.06  # log units that slow growth alone adds before it has slowed to a third


@dataclass(frozen=True, slots=True)
class World:
    """How fast (`time`, 2 is twice as slow) and how much (`gain`) everybody learns."""

    name: str
    time: float = 1.0
    gain: float = 1.0


WORLDS = (
    World("standard"),
    World("slow", time=2.0),
    World("fast", time=0.5),
    World("small", gain=0.6),
    World("big", time=1.5, gain=1.5),
)


@dataclass(frozen=True, slots=True)
class SimulatedLift:
    """One lift of one simulated lifter: its days in order and the truth of each."""

    exercise: Exercise
    lifter: Lifter
    trainee: Trainee
    days: tuple[ExerciseDay, ...]
    truth: tuple[Truth, ...]


def trainee(
    rng: Random,
    world: World,
    complexity: Complexity,
    experience: Experience,
    wellness: float | None = None,
) -> Trainee:
    """Draw a lifter of a world; `wellness` says how clearly check-ins show tiredness, 0 to 1."""
    return Trainee(
        learning=_to_learn(rng, experience) * world.gain,
        start=log(rng.uniform(35.0, 90.0)),
        steps=_STEPS[complexity] * world.time * exp(rng.gauss(0.0, 0.3)),
        linear_log=rng.random() < 0.35,
        growth=max(5e-5, rng.gauss(4e-4, 2.5e-4)) * world.gain,
        curve=29.0 * exp(rng.gauss(0.0, 0.15)),
        noise=rng.uniform(0.012, 0.028),
        logs_reserve=rng.random() > 0.35,
        reserve_bias=rng.gauss(-0.4, 0.6),
        policy=rng.choice(_POLICIES),
        per_week=rng.choice((1, 2, 2, 3)),
        missing=rng.uniform(0.02, 0.20),
        wellness=rng.choice(_WELLNESS) if wellness is None else wellness,
        sets=rng.choice((2, 3, 3, 4, 5)),
        typos=0.004,
        layoffs=0.018,
        limit=_LIMIT * exp(rng.gauss(0.0, 0.6)) * world.gain,
    )


def _to_learn(rng: Random, experience: Experience) -> float:
    """Draw how much a lifter has to learn, log; half of those who do not say are novices."""
    novice = experience is Experience.NOVICE
    if experience is Experience.UNKNOWN:
        novice = rng.random() < 0.5
    return max(0.02, rng.gauss(0.20, 0.08)) if novice else max(0.0, rng.gauss(0.03, 0.02))


def simulate(
    seed: int,
    world: World = WORLDS[0],
    exercise: Exercise | None = None,
    lifter: Lifter | None = None,
    began_on: date = date(2025, 1, 6),
    weeks: int = 40,
    wellness: float | None = None,
) -> SimulatedLift:
    """Return one lift over `weeks` weeks; the same arguments give the same log.

    `wellness` is 1, 0.5 or 0 for check-ins that show tiredness well, half as well, or are missing.
    """
    rng = Random(f"{seed} {world.name}")
    complexity = rng.choice((Complexity.ISOLATION, Complexity.MACHINE, Complexity.BARBELL))
    exercise = exercise or Exercise("simulated", complexity=complexity, pattern=Pattern.SQUAT)
    lifter = lifter or Lifter(Experience.NOVICE, bodyweight_kg=75.0)
    made = trainee(rng, world, exercise.complexity, lifter.experience, wellness)
    return play(rng, made, exercise, lifter, began_on, weeks)


def play(
    rng: Random, made: Trainee, exercise: Exercise, lifter: Lifter, began_on: date, weeks: int
) -> SimulatedLift:
    """Let a trainee train for `weeks` weeks from `began_on`."""
    body = Body(rng, made, exercise, lifter)
    days: list[ExerciseDay] = []
    truth: list[Truth] = []
    for on in _training_days(rng, made, began_on, weeks):
        if days:
            body.pass_time((on - days[-1].on).days, on)
        days.append(body.train(on))
        truth.append(body.truth(on))
    return SimulatedLift(exercise, lifter, made, tuple(days), tuple(truth))


def _training_days(rng: Random, made: Trainee, began_on: date, weeks: int) -> list[date]:
    """Return the days trained: the weekly rhythm less missed sessions and layoffs of 14–112 d."""
    found: list[date] = []
    away_until = began_on
    for week in range(weeks):
        for session in range(made.per_week):
            on = began_on + timedelta(days=7 * week + session * (7 // made.per_week))
            if on < away_until or rng.random() < made.missing:
                continue
            found.append(on)
            if week > 6 and rng.random() < made.layoffs / made.per_week:
                away_until = on + timedelta(days=rng.randint(14, 112))
    return found
