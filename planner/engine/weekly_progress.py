"""Build the weeks that follow a week: more sets, and more load, reps or effort, step by step.

A deload is a lighter version of the training week before it, and takes no step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean

from planner.engine import deload, plates, volume
from planner.engine.strength import bodyweight_for, load_for, moved_kg, typed_kg
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Category,
    Exercise,
    Lifter,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)

MOST_PERCENT = 100.0


class Harder(StrEnum):
    """What makes the weeks harder, beside sets."""

    NOTHING = "nothing"
    LOAD = "load"
    EFFORT = "effort"
    REPS = "reps"


@dataclass(frozen=True, slots=True)
class Progress:
    """How weeks follow each other.

    Each exercise gets a set more every `sets_every` training weeks (0: never), up to `most_sets`.
    With LOAD, loads rise by `load_percent` of the first week's a week; with EFFORT, the reserve
    goes evenly from `rir_first` to `rir_last` and loads with it; with REPS, `reps` are added.
    """

    sets_every: int = 0
    most_sets: int = 6
    harder: Harder = Harder.NOTHING
    load_percent: float = 2.5
    rir_first: float = 3.0
    rir_last: float = 1.0
    reps: int = 1


@dataclass(frozen=True, slots=True)
class _Step:
    """How far a training week is: after how many others, of how many in all."""

    weeks: int
    of: int

    @property
    def share(self) -> float:
        return self.weeks / self.of if self.of else 0.0


def following(
    first: Microcycle,
    weeks: Sequence[Microcycle],
    progress: Progress,
    exercises: Mapping[str, Exercise],
    lifter: Lifter,
) -> list[Microcycle]:
    """Return the weeks after a first one with its sessions, each a step further, without ids.

    `weeks` follow each other and keep their dates, numbers and deload marks; sessions on days
    that a shorter week lacks are left out. `exercises` are keyed by slug; KeyError for one that
    is missing.
    """
    training = sum(not week.deload for week in weeks)
    made, steps = [], 0
    for week in weeks:
        steps += not week.deload
        further = (_session(s, progress, _Step(steps, training), exercises, lifter)
                   for s in first.sessions if s.day < week.days)  # fmt: skip
        sessions = [deload.lighter(s, exercises, lifter) if week.deload else s for s in further]
        made.append(replace(week, sessions=tuple(sessions)))
    return made


def _session(
    session: PlannedSession,
    progress: Progress,
    step: _Step,
    exercises: Mapping[str, Exercise],
    lifter: Lifter,
) -> PlannedSession:
    made = [
        _exercise(planned, progress, step, exercises[planned.exercise], lifter)
        for planned in session.exercises
    ]
    return replace(session, exercises=tuple(made), id=None, uid="")


def _exercise(
    planned: PlannedExercise, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedExercise:
    sets = [replace(entry, id=None, uid="") for entry in planned.sets]
    if exercise.category is Category.STRENGTH and step.weeks:
        sets = _more(sets, progress, step)
        sets = [_harder(entry, progress, step, exercise, lifter) for entry in sets]
    return replace(planned, sets=tuple(sets), id=None, uid="")


def _more(sets: list[PlannedSet], progress: Progress, step: _Step) -> list[PlannedSet]:
    """Repeat the last plain work set before what follows it; others are never repeated."""
    plain = [place for place, entry in enumerate(sets) if entry.kind is SetKind.WORK]
    further = step.weeks // progress.sets_every if progress.sets_every else 0
    further = min(further, progress.most_sets - len(plain))
    if not plain or further <= 0:
        return sets
    extra = replace(sets[plain[-1]], amrap=False)
    return [*sets[: plain[-1]], *[extra] * further, *sets[plain[-1] :]]


def _harder(
    entry: PlannedSet, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedSet:
    if entry.kind is SetKind.WARMUP or progress.harder is Harder.NOTHING:
        return entry
    if progress.harder is Harder.REPS:
        return _with_reps(entry, progress.reps * step.weeks)
    if progress.harder is Harder.LOAD:
        share = 1 + progress.load_percent * step.weeks / 100
        return _with_load(entry, share, exercise, lifter)
    return _with_effort(entry, progress, step, exercise, lifter)


def _with_reps(entry: PlannedSet, reps: int) -> PlannedSet:
    low, high = entry.reps_low, entry.reps_high
    return replace(entry, reps_low=low and low + reps, reps_high=high and high + reps)


def _with_effort(
    entry: PlannedSet, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedSet:
    """Return a set with the reserve of its week; its load rises by what that allows."""
    rir = round(progress.rir_first + (progress.rir_last - progress.rir_first) * step.share)
    reps, before = entry.reps_high or entry.reps_low, entry.rir
    made = replace(entry, rir=float(rir))
    if reps is None or before is None:
        return made
    share = load_for(1.0, reps, rir) / load_for(1.0, reps, before)
    return _with_load(made, share, exercise, lifter)


def _with_load(entry: PlannedSet, share: float, exercise: Exercise, lifter: Lifter) -> PlannedSet:
    """Return a set with a share of its load, the nearest that can be set, or of its percentage."""
    if entry.percent_e1rm is not None:
        percent = min(round(entry.percent_e1rm * share), max(MOST_PERCENT, entry.percent_e1rm))
        return replace(entry, percent_e1rm=float(percent), load_kg=None, load=None)
    body = bodyweight_for(None, lifter)
    moved = moved_kg(entry.load_kg, exercise, body) if entry.load_kg is not None else None
    if moved is None or not loads_rise(exercise):
        return entry
    typed = max(typed_kg(share * moved, exercise, body), 0.0)
    near = plates.nearest(typed, exercise, lifter.inventory)
    return entry if near == entry.load_kg else replace(entry, load_kg=near, load=None)


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """A week in figures: work sets, how many are hard, their mean reserve and share of e1RM.

    The last two are None where nothing says them.
    """

    sets: int
    hard_sets: int
    rir: float | None
    intensity: float | None


def figures(week: Microcycle) -> WeekFigures:
    """Return what a week adds up to; intensity counts from 0 to 1."""
    work = [
        entry
        for session in week.sessions
        for planned in session.exercises
        for entry in planned.sets
        if entry.kind is not SetKind.WARMUP
    ]
    hard = [entry for entry in work if volume.is_hard(entry)]
    left = [entry.rir for entry in hard if entry.rir is not None]
    shares = [share for share in map(_intensity, hard) if share is not None]
    rir, share = fmean(left) if left else None, fmean(shares) if shares else None
    return WeekFigures(len(work), len(hard), rir, share)


def _intensity(entry: PlannedSet) -> float | None:
    """Return the share of e1RM that a set asks for, by its percentage or its repetitions."""
    if entry.percent_e1rm is not None:
        return entry.percent_e1rm / 100
    reps = entry.reps_high or entry.reps_low
    if reps is None or entry.rir is None or entry.seconds is not None:
        return None
    return load_for(1.0, reps, entry.rir)


def load_share(first: Microcycle, week: Microcycle) -> float | None:
    """Return the mean load of the lifts of a week against a first one's; None without loads."""
    before, now = _mean_loads(first), _mean_loads(week)
    shares = [now[slug] / load for slug, load in before.items() if load and slug in now]
    return fmean(shares) if shares else None


def _mean_loads(week: Microcycle) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for session in week.sessions:
        for planned in session.exercises:
            for entry in planned.sets:
                load = entry.percent_e1rm if entry.load_kg is None else entry.load_kg
                if entry.kind is not SetKind.WARMUP and load is not None:
                    found.setdefault(planned.exercise, []).append(load)
    return {slug: fmean(each) for slug, each in found.items()}
