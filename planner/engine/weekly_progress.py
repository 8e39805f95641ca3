"""Build the weeks that follow a week: more sets, and more load, reps or effort, step by step.

A deload is a lighter version of the first week, however far the others have come, and takes no
step. A share of e1RM grows as the lifter does: percentages rise only where that is wanted, and
never above what their repetitions and reserve allow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import floor

from planner.engine import deload, plates
from planner.engine.copies import copied
from planner.engine.strength import (
    bodyweight_for,
    load_for,
    most_percent,
    moved_kg,
    reps_at,
    typed_kg,
)
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
    With LOAD, loads rise by `load_percent` of the first week's a week, shares of e1RM too if
    `percentages`; with EFFORT, the reserve goes evenly from `rir_first` to `rir_last` and loads
    with it; with REPS, `reps` are added.
    """

    sets_every: int = 0
    most_sets: int = 6
    harder: Harder = Harder.NOTHING
    load_percent: float = 2.5
    percentages: bool = False
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
        step = _Step(0 if week.deload else steps, training)
        further = [_session(s, progress, step, exercises, lifter)
                   for s in first.sessions if s.day < week.days]  # fmt: skip
        sessions = [deload.lighter(s, exercises, lifter) if week.deload else s for s in further]
        made.append(replace(week, sessions=tuple(sessions)))
    return made


def rises(weeks: Sequence[Microcycle], progress: Progress) -> list[float | None]:
    """Return what loads are to be against the first week's in each week; None where not asked."""
    steps, made = 0, list[float | None]()
    for week in weeks:
        steps += not week.deload
        asked = progress.harder is Harder.LOAD and not week.deload
        made.append(1 + progress.load_percent * steps / 100 if asked else None)
    return made


def at_most(weeks: Sequence[Microcycle], exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return the exercises whose percentage, in some week, cannot rise by one, by slug."""
    found = (
        planned.exercise
        for week in weeks
        for session in week.sessions
        for planned in session.exercises
        if exercises[planned.exercise].category is Category.STRENGTH
        and any(map(_is_at_most, planned.sets))
    )
    return tuple(dict.fromkeys(found))


def _is_at_most(entry: PlannedSet) -> bool:
    percent = entry.percent_e1rm
    work = entry.kind is not SetKind.WARMUP
    return work and percent is not None and percent + 1 > _allowed(entry)


def _allowed(entry: PlannedSet) -> float:
    """Return the most whole per cent of e1RM at which a set's reserve is left."""
    return most_percent(entry.reps_high or entry.reps_low or 1, entry.rir or 0.0)


def _session(
    session: PlannedSession,
    progress: Progress,
    step: _Step,
    exercises: Mapping[str, Exercise],
    lifter: Lifter,
) -> PlannedSession:
    made = [
        _exercise(planned, progress, step, exercises[planned.exercise], lifter)
        for planned in copied(session).exercises
    ]
    return replace(copied(session), exercises=tuple(made))


def _exercise(
    planned: PlannedExercise, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedExercise:
    sets = list(planned.sets)
    if exercise.category is Category.STRENGTH and step.weeks:
        sets = _more(sets, progress, step)
        sets = [_harder(entry, progress, step, exercise, lifter) for entry in sets]
    return replace(planned, sets=tuple(sets))


def _more(sets: list[PlannedSet], progress: Progress, step: _Step) -> list[PlannedSet]:
    """Repeat the last plain work set before what follows it; others are never repeated.

    Nor is a top set of as many repetitions as possible, the only one of its kind.
    """
    plain = [place for place, entry in enumerate(sets) if entry.kind is SetKind.WORK]
    further = step.weeks // progress.sets_every if progress.sets_every else 0
    further = min(further, progress.most_sets - len(plain))
    if not plain or further <= 0:
        return sets
    last = sets[plain[-1]]
    extra = replace(last, amrap=False)
    if last.amrap and len(plain) > 1 and extra not in sets:
        return sets
    return [*sets[: plain[-1]], *[extra] * further, *sets[plain[-1] :]]


def _harder(
    entry: PlannedSet, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedSet:
    if entry.kind is SetKind.WARMUP or progress.harder is Harder.NOTHING:
        return entry
    if progress.harder is Harder.REPS:
        return _with_reps(entry, progress.reps * step.weeks)
    if progress.harder is Harder.LOAD:
        if entry.percent_e1rm is not None and not progress.percentages:
            return entry
        share = 1 + progress.load_percent * step.weeks / 100
        return _with_load(entry, share, exercise, lifter)
    return _with_effort(entry, progress, step, exercise, lifter)


def _with_reps(entry: PlannedSet, reps: int) -> PlannedSet:
    """Return a set with more repetitions, as many as its percentage allows if it has one."""
    low, high = entry.reps_low, entry.reps_high
    if entry.percent_e1rm is not None:
        most = reps_at(entry.percent_e1rm / 100, 1.0, entry.rir or 0.0)
        reps = max(0, min(reps, floor(most) - (high or low or 0)))
    return replace(entry, reps_low=low and low + reps, reps_high=high and high + reps)


def _with_effort(
    entry: PlannedSet, progress: Progress, step: _Step, exercise: Exercise, lifter: Lifter
) -> PlannedSet:
    """Return a set with the reserve of its week; its load rises by what that allows.

    A percentage without a reserve says by itself how hard a set is, and stays.
    """
    rir = round(progress.rir_first + (progress.rir_last - progress.rir_first) * step.share)
    reps, before = entry.reps_high or entry.reps_low, entry.rir
    if before is None and entry.percent_e1rm is not None:
        return entry
    made = replace(entry, rir=float(rir))
    if reps is None or before is None:
        return made
    share = load_for(1.0, reps, rir) / load_for(1.0, reps, before)
    return _with_load(made, share, exercise, lifter)


def _with_load(entry: PlannedSet, share: float, exercise: Exercise, lifter: Lifter) -> PlannedSet:
    """Return a set with a share of its load, the nearest that can be set, or of its percentage."""
    if entry.percent_e1rm is not None:
        return _with_percent(entry, share)
    body = bodyweight_for(None, lifter)
    moved = moved_kg(entry.load_kg, exercise, body) if entry.load_kg is not None else None
    if moved is None or not loads_rise(exercise):
        return entry
    typed = max(typed_kg(share * moved, exercise, body), 0.0)
    near = plates.nearest(typed, exercise, lifter.inventory)
    eased = (moved_kg(near, exercise, body) or 0.0) < moved <= share * moved
    same = eased or near == entry.load_kg
    return entry if same else replace(entry, load_kg=near, load=None)


def _with_percent(entry: PlannedSet, share: float) -> PlannedSet:
    """Return a set with a share of its percentage: more only as far as strength allows."""
    before = entry.percent_e1rm or 0.0
    most = max(_allowed(entry), before) if share >= 1 else before
    percent = float(min(round(before * share), most))
    return replace(entry, percent_e1rm=percent, load_kg=None, load=None)
