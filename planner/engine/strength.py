"""From a performed set to a measurement of strength: e1RM, reps in reserve, tonnage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, floor, log, log1p, sqrt

from planner.engine import evidence
from planner.engine.ramp_or_slip import (
    RAMP_WIDTH,
    DayStrength,
    SetStrength,
    between,
    is_open,
    usable,
)
from planner.engine.terms import (
    SUSPECT,
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
)

_DIVISOR = evidence.REPS_DIVISOR.value
_MAX_REPS = evidence.MAX_REPS.value
_MAX_RIR = evidence.MAX_RIR.value
_RIR_OPEN = evidence.RIR_OPEN.value
_RIR_BIAS = evidence.RIR_BIAS.value
_AT_FAILURE = evidence.RIR_AT_FAILURE.value
_RIR_UNKNOWN = evidence.RIR_UNKNOWN.value
_SET_FATIGUE = evidence.SET_FATIGUE.value
_REPS_SD = evidence.REPS_SD.value
_REPS_SD_PER_RIR = evidence.REPS_SD_PER_RIR.value
_RIR_SD_CAPPED = evidence.RIR_SD_CAPPED.value
_CORRELATION = evidence.SETS_CORRELATION.value
_DEFAULT_BODYWEIGHT_KG = evidence.BODYWEIGHT_KG.value
_PER_RIR_BELOW_ONE = 1.0 + _RIR_BIAS - _AT_FAILURE
_SAME_LOAD = 0.005
_WORK, _FAILURE = SetKind.WORK, SetKind.FAILURE  # bound once: looking up an enum's member is slow
_REPS = Measure.REPS
_EXTERNAL = LoadKind.EXTERNAL


def e1rm(load_kg: float, reps: float, rir: float = 0.0) -> float:
    """Return the estimated one-repetition maximum in kg: load · (1 + (reps + RIR − 1)/29)."""
    return load_kg * (1.0 + (reps + rir - 1.0) / _DIVISOR)


def load_for(e1rm_kg: float, reps: float, rir: float = 0.0) -> float:
    """Return the load in kg at which `reps` leave `rir` in reserve; the inverse of e1rm."""
    return e1rm_kg / (1.0 + (reps + rir - 1.0) / _DIVISOR)


def most_percent(reps: float, rir: float) -> int:
    """Return the highest whole percentage of e1RM at which `reps` leave `rir` in reserve."""
    return floor(100.0 * load_for(1.0, reps, rir) + 1e-9)


def reps_at(moved: float, e1rm_kg: float, rir: float = 0.0) -> float:
    """Return the repetitions that leave `rir` in reserve with a load in kg; another inverse."""
    return 1.0 + _DIVISOR * (e1rm_kg / moved - 1.0) - rir


def bodyweight_for(day: ExerciseDay | None, lifter: Lifter) -> float:
    """Return the bodyweight in kg to compute with: that day's, the lifter's, or the default."""
    if day is not None and day.bodyweight_kg:
        return day.bodyweight_kg
    return lifter.bodyweight_kg or _DEFAULT_BODYWEIGHT_KG


def moved_kg(load_kg: float | None, exercise: Exercise, bodyweight_kg: float) -> float | None:
    """Return what the muscles move, in kg: the load with the moved share of the bodyweight.

    None when there is no load to speak of. A share of 0 in a bodyweight exercise means unknown
    and counts as the whole bodyweight.
    """
    body, sign = _lever(exercise, bodyweight_kg)
    moved = body + sign * (load_kg or 0.0)
    return moved if moved > 0.0 else None


def _lever(exercise: Exercise, bodyweight_kg: float) -> tuple[float, float]:
    """Return (kg of bodyweight moved, how a typed kg counts): what is moved is their sum."""
    kind = exercise.load_kind
    if kind is _EXTERNAL:
        return 0.0, 1.0
    if kind is LoadKind.NONE:
        return 0.0, 0.0
    body = (exercise.bodyweight_share or 1.0) * bodyweight_kg
    return body, -1.0 if kind is LoadKind.ASSISTED else 1.0


def rise(load_kg: float, step_kg: float, exercise: Exercise, bodyweight_kg: float) -> float | None:
    """Return a step as a fraction of what is moved now; None when either cannot be moved."""
    before = moved_kg(load_kg, exercise, bodyweight_kg)
    after = moved_kg(step_kg, exercise, bodyweight_kg)
    return after / before - 1.0 if before and after else None


def typed_kg(moved: float, exercise: Exercise, bodyweight_kg: float) -> float:
    """Return the load to type for what the muscles should move; the inverse of moved_kg."""
    body = (exercise.bodyweight_share or 1.0) * bodyweight_kg
    if exercise.load_kind in (LoadKind.ADDED, LoadKind.BODYWEIGHT):
        return moved - body
    return body - moved if exercise.load_kind is LoadKind.ASSISTED else moved


def measurable(exercise: Exercise) -> bool:
    """Tell whether sets of the exercise say anything about strength."""
    return exercise.load_kind is not LoadKind.NONE and exercise.measure is Measure.REPS


def trusted(entry: LoggedSet) -> bool:
    """Tell whether a set is believable and its repetitions can tell strength."""
    reps = entry.reps
    return reps is not None and 1 <= reps <= _MAX_REPS and SUSPECT not in entry.flags


def measure(entry: LoggedSet, moved: float, position: int) -> SetStrength:
    """Return the strength that a trusted set shows.

    `moved` is in kg, `position` counts the day's work sets from 0: tiredness of the sets before
    is added back.
    """
    rise, error, extra, at_least = _over_load(
        entry.reps or 0, entry.rir, entry.target_reps, entry.kind is _FAILURE
    )
    log_load = log(moved)
    return log_load + rise + _SET_FATIGUE * position, error, log_load, extra, at_least


@lru_cache(maxsize=4096)
def _over_load(
    reps: int, rir: float | None, target_reps: int | None, failed: bool
) -> tuple[float, float, float, bool]:
    """Return what repetitions tell beside their load.

    That is (strength over the load, log units; its error; the reserve counted in, repetitions;
    whether it is only a lower bound).
    """
    at_least = False
    if rir is None:
        extra, rir, at_least = _reserve_unlogged(reps, target_reps, failed)
    elif rir >= 1.0:
        at_least = rir >= _RIR_OPEN
        rir = rir if rir < _MAX_RIR else _MAX_RIR
        extra = rir + _RIR_BIAS
    else:
        rir = rir if rir > 0.0 else 0.0
        extra = _AT_FAILURE + rir * _PER_RIR_BELOW_ONE
    able = reps + extra - 1.0
    error = (_REPS_SD + _REPS_SD_PER_RIR * rir) / (_DIVISOR + able)
    return log1p(able / _DIVISOR), error, extra, at_least


def _reserve_unlogged(
    reps: int, target_reps: int | None, failed: bool
) -> tuple[float, float, bool]:
    """Return (reps in reserve, the RIR that sets the error, whether it is only a lower bound)."""
    if failed:
        return _AT_FAILURE, 0.0, False
    if target_reps is None:
        return _RIR_UNKNOWN, _RIR_UNKNOWN, False
    if reps < target_reps:
        return _AT_FAILURE, 0.0, False
    return _RIR_UNKNOWN, _RIR_SD_CAPPED, True


def observe(
    day: ExerciseDay, exercise: Exercise, bodyweight_kg: float, expected: float | None = None
) -> DayStrength | None:
    """Return a day's strength, or None when no set of it can be used.

    `expected` is the log kg believed before the day; it tells a typing error in one set from a
    ramp-up, which without it is left open. Warm-up and drop sets, timed sets and sets beyond 20
    reps are left out.
    """
    in_order = _measured(day.sets, exercise, bodyweight_kg)
    if not in_order:
        return None
    sets = sorted(in_order)
    if expected is None and is_open(sets, in_order[-1]):
        return between(sets[-2], sets[-1], _SET_FATIGUE * (len(in_order) - 1))
    if sets[-1][0] - sets[0][0] > RAMP_WIDTH:
        sets = usable(sets, expected)
    strengths, errors, loads, extras, bounds = zip(*sets, strict=True)
    count, best_load = len(sets), loads[-1]
    top = middle = _middle(strengths)
    if min(loads) < best_load - _SAME_LOAD:
        top = _middle([s[0] for s in sets if s[2] >= best_load - _SAME_LOAD])
    error = _CORRELATION * sum(errors) / (count * sqrt(count))
    best = strengths[-1] - _SET_FATIGUE * in_order.index(sets[-1])
    extra = sum(extras) / count
    return DayStrength(middle, error, False not in bounds, best_load, top, best, extra)


def _measured(
    sets: Sequence[LoggedSet], exercise: Exercise, bodyweight_kg: float
) -> list[SetStrength]:
    found: list[SetStrength] = []
    if exercise.measure is not _REPS:
        return found
    body, sign = _lever(exercise, bodyweight_kg)
    for entry in sets:
        if (entry.kind is _WORK or entry.kind is _FAILURE) and trusted(entry):
            moved = body + sign * (entry.load_kg or 0.0)
            if moved > 0.0:
                found.append(measure(entry, moved, len(found)))
    return found


def without_ramp(
    sets: Sequence[LoggedSet], exercise: Exercise, bodyweight_kg: float
) -> list[LoggedSet]:
    """Return a day's sets, in order, from the first that is no warm-up and no ramp-up on."""
    rest = [entry for entry in sets if entry.kind is not SetKind.WARMUP]
    alone = [_measured([entry], exercise, bodyweight_kg) for entry in rest]
    shown = sorted([strengths[0] for strengths in alone if strengths])
    if len(shown) < 2:
        return rest
    worked = usable(shown, None)
    first = next(place for place, strengths in enumerate(alone) if set(strengths) & set(worked))
    return rest[first:]


def _middle(ordered: Sequence[float]) -> float:
    """Return the median of values in order."""
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else 0.5 * (ordered[middle - 1] + ordered[middle])


def median(values: list[float]) -> float:
    """Return the median of a list, which is sorted in place."""
    values.sort()
    return _middle(values)


def best_set(
    sets: Sequence[LoggedSet], exercise: Exercise, bodyweight_kg: float
) -> tuple[LoggedSet, float] | None:
    """Return (the set with the highest e1RM, that e1RM in kg), or None.

    Plain formula with the logged reserve, so that a lifter can recompute it; warm-up sets, sets
    beyond 20 reps and sets flagged as suspect never count.
    """
    best: tuple[LoggedSet, float] | None = None
    for entry in sets:
        if entry.kind is SetKind.WARMUP or not trusted(entry):
            continue
        moved = moved_kg(entry.load_kg, exercise, bodyweight_kg)
        if moved is None:
            continue
        value = e1rm(moved, entry.reps or 0, min(entry.rir or 0.0, _MAX_RIR))
        if best is None or value > best[1]:
            best = (entry, value)
    return best


def day_e1rm(
    day: ExerciseDay, exercise: Exercise, lifter: Lifter, expected: float | None = None
) -> float | None:
    """Return the day's observed e1RM in kg, as the trend sees it, or None.

    `expected` is the log kg believed before the day.
    """
    seen = observe(day, exercise, bodyweight_for(day, lifter), expected)
    return None if seen is None else exp(seen.log_kg)
