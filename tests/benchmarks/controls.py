"""Logs in which nothing happens: flat strength, dates shuffled, noise alone; what is said then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import exp
from random import Random
from typing import NamedTuple

from advised import LIFTS, STRUCTURAL, Answers
from lifts import Lift

from planner import engine
from planner.engine.terms import ExerciseDay, Experience, Lifter, LoggedSet, Phase

BEGAN = date(2025, 1, 6)
SESSIONS = 104
NOISE = 0.02  # log units, from day to day
LOAD_KG, STRENGTH_KG = 84.0, 100.0


class Said(NamedTuple):
    """What a lifter was told in all: the last phase, levellings off, days of structural advice."""

    phase: Phase
    level_offs: int
    structural: tuple[date, ...]


def flat(seed: int) -> Lift:
    """Return a year at one load, twice a week, with strength that never changes."""
    rng = Random(seed)
    person = Lifter(rng.choice(tuple(Experience)), bodyweight_kg=80.0)
    days = tuple(_noisy(rng, number) for number in range(SESSIONS))
    return Lift(LIFTS[0], person, days)


def _noisy(rng: Random, number: int) -> ExerciseDay:
    able = STRENGTH_KG * exp(rng.gauss(0.0, NOISE))
    reps = max(1, round(29.0 * (able / LOAD_KG - 1.0)) - 1)
    on = BEGAN + timedelta(days=7 * number // 2)
    return ExerciseDay(on, (LoggedSet(LOAD_KG, reps, 2.0),) * 3, muscle_gap_days=3)


def shuffled(lift: Lift, seed: int) -> Lift:
    """Return a lift whose days have changed places, twice a week without a pause."""
    days = list(lift.days)
    Random(seed).shuffle(days)
    dates = [BEGAN + timedelta(days=7 * number // 2) for number in range(len(days))]
    pairs = zip(days, dates, strict=True)
    return replace(lift, days=tuple(_moved(day, on) for day, on in pairs))


def _moved(day: ExerciseDay, on: date) -> ExerciseDay:
    check_in = None if day.check_in is None else replace(day.check_in, on=on)
    return replace(day, on=on, muscle_gap_days=3, check_in=check_in)


def told(lift: Lift, seed: int, accepts: float) -> Said:
    """Ask for advice after every session and answer it; return what was said in all."""
    answers, level_offs, structural = Answers(Random(seed), accepts), set[date](), []
    phase = Phase.UNCLEAR
    for context in _contexts(lift, answers):
        reading = engine.read(context.state, context.today)
        found = engine.suggest(reading, None, context)
        if any(made.rule == "level_off.notice" for made in found):
            assert reading.levelled_off_on is not None
            level_offs.add(reading.levelled_off_on)
        if found and found[0].kind in STRUCTURAL:
            structural.append(context.today)
            answers.answer(found[0], context.today)
        phase = reading.phase
    return Said(phase, len(level_offs), tuple(structural))


def _contexts(lift: Lift, answers: Answers) -> Iterator[engine.LiftContext]:
    state = engine.start(lift.exercise, lift.lifter)
    for done, day in enumerate(lift.days, 1):
        state = engine.update(state, day)
        training = answers.training(lift.days[:done], others=0.0)
        yield engine.LiftContext(lift.exercise, state, day.on, day.sets, training=training)


def shortest_gap(days: tuple[date, ...]) -> int:
    """Return the fewest days between two of them; a year when there are not two."""
    return min([(after - before).days for before, after in pairwise(days)], default=365)
