"""A planned week in figures: sets, how hard they are, and its load against another week's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import fmean

from planner.engine import volume
from planner.engine.strength import bodyweight_for, load_for, moved_kg
from planner.engine.target import loads_rise
from planner.engine.terms import Exercise, Lifter, Microcycle, PlannedSet, SetKind


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
    work = [entry for _, entry in _work(week)]
    hard = [entry for entry in work if volume.is_hard(entry)]
    left = [entry.rir for entry in hard if entry.rir is not None]
    shares = [share for share in map(_intensity, hard) if share is not None]
    rir, share = fmean(left) if left else None, fmean(shares) if shares else None
    return WeekFigures(len(work), len(hard), rir, share)


def _work(week: Microcycle) -> list[tuple[str, PlannedSet]]:
    """Return the work sets, each with the slug of its exercise."""
    return [
        (planned.exercise, entry)
        for session in week.sessions
        for planned in session.exercises
        for entry in planned.sets
        if entry.kind is not SetKind.WARMUP
    ]


def _intensity(entry: PlannedSet) -> float | None:
    """Return the share of e1RM that a set asks for, by its percentage or its repetitions."""
    if entry.percent_e1rm is not None:
        return entry.percent_e1rm / 100
    reps = entry.reps_high or entry.reps_low
    if reps is None or entry.rir is None or entry.seconds is not None:
        return None
    return load_for(1.0, reps, entry.rir)


def load_share(
    first: Microcycle, week: Microcycle, exercises: Mapping[str, Exercise], lifter: Lifter
) -> float | None:
    """Return what the lifts of a week move against a first one's, as the mean of their shares.

    What is moved counts, bodyweight too. Percentages count only where nothing has a load; None
    without either. `exercises` are keyed by slug; KeyError for one that is missing.
    """
    body = bodyweight_for(None, lifter)

    def moved(slug: str, entry: PlannedSet) -> float | None:
        if entry.percent_e1rm is not None or entry.load_kg is None:
            return None
        exercise = exercises[slug]
        return moved_kg(entry.load_kg, exercise, body) if loads_rise(exercise) else None

    share = _share(first, week, moved)
    return _share(first, week, lambda _, entry: entry.percent_e1rm) if share is None else share


def _share(
    first: Microcycle, week: Microcycle, amount: Callable[[str, PlannedSet], float | None]
) -> float | None:
    before, now = _means(first, amount), _means(week, amount)
    shares = [now[slug] / mean for slug, mean in before.items() if slug in now]
    return fmean(shares) if shares else None


def _means(week: Microcycle, amount: Callable[[str, PlannedSet], float | None]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for slug, entry in _work(week):
        if value := amount(slug, entry):
            found.setdefault(slug, []).append(value)
    return {slug: fmean(each) for slug, each in found.items()}
