"""How the sets of a lift follow each other: the drop from set to set, how often one is repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from statistics import median
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.ramp_or_slip import RAMP_WIDTH
from planner.engine.strength import measure, moved_kg, trusted
from planner.engine.terms import WORK_KINDS, Exercise, ExerciseDay, LoggedSet, Measure

_SESSIONS = int(evidence.SET_SESSIONS.value)
_NEAR = evidence.SET_NEAR.value
_ALIKE = evidence.SET_ALIKE.value
_SLOPE = evidence.SET_SLOPE.value
_LOOKED_BACK = int(evidence.SET_LOOKED_BACK.value)
_FEWEST_GAPS = int(evidence.SET_FEWEST_GAPS.value)


class Mark(NamedTuple):
    """A work set on the strength scale: log load moved and strength shown, both log kg; reps, and
    the reserve logged and counted in (None where it was not logged)."""

    log_load: float
    log_kg: float
    reps: int
    rir: float | None
    extra: float


Marks: TypeAlias = tuple[Mark, ...]


class SetHabit(NamedTuple):
    """How a lift's sets follow each other, from its last sessions.

    `drop` is what strength shown changes from a set to the next with the same load (log, mostly
    negative), `spread` how much that varies, `again` the share of sets that repeat the one before,
    `apart` how far a set is from its like of last time. `last` are the sets of the last sessions,
    oldest first; `between_s` the usual seconds from the end of a set to the end of the next.
    """

    drop: float
    spread: float
    again: float
    apart: float
    last: tuple[Marks, ...] = ()
    between_s: float | None = None


def marks(sets: Iterable[LoggedSet], exercise: Exercise, bodyweight_kg: float) -> Marks:
    """Return the work sets that tell strength, in order; tiredness is not added back."""
    return tuple(_marks(sets, exercise, bodyweight_kg))


def _marks(sets: Iterable[LoggedSet], exercise: Exercise, bodyweight_kg: float) -> Iterator[Mark]:
    if exercise.measure is not Measure.REPS:
        return
    for entry in sets:
        moved = moved_kg(entry.load_kg, exercise, bodyweight_kg)
        if entry.kind in WORK_KINDS and trusted(entry) and moved is not None:
            log_kg, _, log_load, extra, _ = measure(entry, moved, 0)
            yield Mark(log_load, log_kg, entry.reps or 0, entry.rir, extra)


def set_habit(days: Sequence[ExerciseDay], exercise: Exercise, bodyweight_kg: float) -> SetHabit:
    """Learn from a lift's last days, oldest first, how its sets follow each other.

    Few days say little: what most lifters do counts as some sets more.
    """
    lately = days[-_SESSIONS:]
    shown = [marks(day.sets, exercise, day.bodyweight_kg or bodyweight_kg) for day in lately]
    shown = [each for each in shown if each]
    pairs = [(a, b) for each in shown for a, b in pairwise(each) if _alike(a, b)]
    changes = [_within(b.log_kg - a.log_kg, evidence.SET_MOST.value) for a, b in pairs]
    drop = _shrunk(changes, evidence.DROP.value, evidence.DROP_SETS.value)
    squares = [(change - drop) ** 2 for change in changes]
    repeats = [float(a.reps == b.reps) for a, b in pairs]
    return SetHabit(
        drop,
        sqrt(_shrunk(squares, evidence.SET_SPREAD.value**2, evidence.DROP_SETS.value)),
        _shrunk(repeats, evidence.AGAIN.value, evidence.AGAIN_SETS.value),
        sqrt(_shrunk(_apart(shown), evidence.APART.value**2, evidence.APART_SETS.value)),
        tuple(shown[-_LOOKED_BACK:]),
        _between_s(lately),
    )


def like_last_time(last: Sequence[Marks], log_load: float, place: int) -> float | None:
    """Return the strength that last time's set at a place shows for a load, log kg; None if none.

    `place` counts the sets of today with a load near it, from 0; beyond last time's sets it is the
    last of them.
    """
    for session in reversed(last):
        near = near_load(session, log_load)
        if near:
            return at_load(near[min(place, len(near) - 1)], log_load)
    return None


def near_load(session: Iterable[Mark], log_load: float) -> list[Mark]:
    """Return the sets whose load is near one."""
    return [mark for mark in session if abs(mark.log_load - log_load) < _NEAR]


def at_load(mark: Mark, log_load: float) -> float:
    """Return the strength that a set would have shown with another load, log kg."""
    return mark.log_kg + _SLOPE * (log_load - mark.log_load)


def of_work(habit: SetHabit) -> SetHabit:
    """Return a habit to forecast planned work with: sets that led up to work are no like of it."""
    return habit._replace(last=tuple([_without_ramp(each) for each in habit.last]))


def _without_ramp(session: Marks) -> Marks:
    """Return a session's sets from the first that is no ramp-up on."""
    least = max(mark.log_kg for mark in session) - RAMP_WIDTH
    first = next(place for place, mark in enumerate(session) if mark.log_kg >= least)
    return session[first:]


def _apart(shown: Sequence[Marks]) -> list[float]:
    """Return the squared distances of sets from their like of the sessions before."""
    found = []
    for number, session in enumerate(shown):
        before = shown[max(0, number - _LOOKED_BACK) : number]
        for index, mark in enumerate(session):
            place = len(near_load(session[:index], mark.log_load))
            like = like_last_time(before, mark.log_load, place)
            if like is not None:
                found.append(_within(mark.log_kg - like, evidence.APART_MOST.value) ** 2)
    return found


def _alike(one: Mark, other: Mark) -> bool:
    return abs(one.log_load - other.log_load) < _ALIKE


def _within(change: float, most: float) -> float:
    return max(-most, min(most, change))


def _shrunk(values: Sequence[float], usual: float, weight: float) -> float:
    """Return the mean of values and of what is usual, which counts as `weight` of them."""
    return (sum(values) + weight * usual) / (len(values) + weight)


def _between_s(days: Sequence[ExerciseDay]) -> float | None:
    """Return the middle of the times from set to set; None when hardly any were logged live."""
    times = [[e.logged_at for e in day.sets if e.logged_at is not None] for day in days]
    gaps = [(b - a).total_seconds() for each in times for a, b in pairwise(each)]
    gaps = [gap for gap in gaps if gap > evidence.SET_LASTS.value]
    return median(gaps) if len(gaps) >= _FEWEST_GAPS else None


def drop_after(habit: SetHabit, rest_s: int | None) -> float:
    """Return the drop to expect of the next set after a rest, log.

    More rest than usual lessens it, less makes it larger; without times to compare it is the
    usual one.
    """
    if habit.between_s is None or not rest_s:
        return habit.drop
    usual_s, most = habit.between_s, evidence.REST_FACTOR.value
    times = (usual_s / (rest_s + evidence.SET_LASTS.value)) ** evidence.REST_POWER.value
    return habit.drop * float(max(1.0 / most, min(most, times)))
