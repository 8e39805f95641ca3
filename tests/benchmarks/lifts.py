"""Histories to measure with: simulated lifters, and what a day of any history has shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from statistics import mean, median, median_low
from typing import NamedTuple

from planner.engine import simulate, strength
from planner.engine.simulate import World
from planner.engine.terms import (
    WORK_KINDS,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Measure,
    SetKind,
)
from planner.engine.trainee import Trainee, Truth

EXPERIENCES = (Experience.NOVICE, Experience.INTERMEDIATE, Experience.UNKNOWN)
FORECAST_WEEKS = 40
TYPO = 0.5  # log units over what the lifter can do that no good day explains
MOST_REPS = 20
MOST_RIR = 6.0
TIRED = 0.012  # log units that every set before costs


@dataclass(frozen=True, slots=True)
class Lift:
    """One lift of one lifter, oldest day first; only the simulated have truth."""

    exercise: Exercise
    lifter: Lifter
    days: tuple[ExerciseDay, ...]
    truth: tuple[Truth, ...] = ()
    made: Trainee | None = None
    world: str = ""


def labels(lift: Lift) -> tuple[str, ...]:
    """Return the groups that a simulated lifter belongs to."""
    if lift.made is None:
        return ()
    return (
        f"{lift.made.per_week} a week",
        "reserve logged" if lift.made.logs_reserve else "no reserve logged",
        f"policy {lift.made.policy}",
        str(lift.exercise.complexity),
    )


class Shown(NamedTuple):
    """What a day's sets have shown: log e1RM, at which log load, reps done and reserve counted."""

    on: date
    log_kg: float
    log_load: float
    load_kg: float
    reps: int
    reserve: float
    sets: int


def simulated(
    seed: int,
    world: World,
    experience: Experience,
    weeks: int = FORECAST_WEEKS,
    wellness: float | None = None,
) -> Lift:
    """Return one lift of a simulated lifter."""
    lifter = Lifter(experience, bodyweight_kg=75.0)
    made = simulate.simulate(seed, world, lifter=lifter, weeks=weeks, wellness=wellness)
    return Lift(made.exercise, made.lifter, made.days, made.truth, made.trainee, world.name)


def of_all_worlds(seeds: Sequence[int]) -> list[Lift]:
    """Return lifters of every world and experience by turns."""
    worlds = simulate.WORLDS
    return [
        simulated(seed, worlds[seed % len(worlds)], EXPERIENCES[seed // len(worlds) % 3])
        for seed in seeds
    ]


def shown(day: ExerciseDay, lift: Lift) -> Shown | None:
    """Return what a day has shown, or None when no set of it can be used.

    Of a simulated day, whose sets share a load, it is the median set; of a logged one the best.
    """
    body = strength.bodyweight_for(day, lift.lifter)
    seen = [each for each in (_set(entry, lift.exercise, body) for entry in day.sets) if each]
    if not seen:
        return None
    if not lift.truth:
        moved, load, reps, reserve = max(seen, key=_log_kg)
        return Shown(day.on, _log_kg((moved, load, reps, reserve)), log(moved), load, reps,
                     reserve, 1)  # fmt: skip
    strengths = [_log_kg(each) + TIRED * number for number, each in enumerate(seen)]
    reserve = mean([each[3] for each in seen])
    reps = median_low([each[2] for each in seen])
    moved, load, *_ = seen[0]
    return Shown(day.on, median(strengths), log(moved), load, reps, reserve, len(seen))


def _set(
    entry: LoggedSet, exercise: Exercise, bodyweight_kg: float
) -> tuple[float, float, int, float] | None:
    """Return (kg moved, kg typed, reps, reserve counted in) of a set that tells strength."""
    reps = entry.reps or 0
    work = entry.kind in WORK_KINDS and "suspect" not in entry.flags
    if exercise.measure is not Measure.REPS or not work or not 1 <= reps <= MOST_REPS:
        return None
    moved = strength.moved_kg(entry.load_kg, exercise, bodyweight_kg)
    if moved is None:
        return None
    return moved, entry.load_kg or 0.0, reps, _reserve(entry, reps)


def _reserve(entry: LoggedSet, reps: int) -> float:
    """Return the reserve counted in: as logged and half a rep, .2 at failure, 1 if not known."""
    if entry.rir is not None:
        rir = min(entry.rir, MOST_RIR)
        return rir + 0.5 if rir >= 1.0 else 0.2 + 1.3 * rir
    missed = entry.target_reps is not None and reps < entry.target_reps
    return 0.2 if missed or entry.kind is SetKind.FAILURE else 1.0


def _log_kg(done: tuple[float, float, int, float]) -> float:
    moved, _, reps, reserve = done
    return log(moved) + log(1.0 + (reps + reserve - 1.0) / 29.0)


def mistyped(seen: Shown, truth: Truth) -> bool:
    """Tell whether a simulated day was typed wrongly."""
    return seen.log_kg - truth.shown_log_kg > TYPO
