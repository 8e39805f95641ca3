"""A jump of a lift's loads: how far it went, and what it may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, log
from typing import NamedTuple

from planner.engine import evidence, jump, strength
from planner.engine.jump import Jump
from planner.engine.target import work_sets
from planner.engine.terms import Exercise, ExerciseDay, JumpCause, LoadKind, LoggedSet, Unit

_LEAST = evidence.GATE_MIN.value
_AGREE = evidence.GATE_AGREE.value
_SESSIONS = evidence.JUMP_SESSIONS.value
_COMPARED = round(evidence.JUMP_COMPARED.value)
_STEPS = evidence.JUMP_STEPS.value
_OFFERED = evidence.JUMP_OFFERED.value


class UsualSets(NamedTuple):
    """The sets that a session mostly had: how many, of how many repetitions, with what load."""

    sets: int
    reps: int
    load_kg: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class LoadJump:
    """Loads that stayed far above or below those before, from a day on.

    `until` is the first day back at the old loads, None while they stay; `last_on` the last day
    with the new ones. `log_ratio` is that of the strength shown, new to old, `load_ratio` that of
    the loads as typed: with help their signs differ. The loads before began on `before_since`,
    None where they are as old as the log.
    """

    exercise: Exercise
    since: date
    until: date | None
    last_on: date
    log_ratio: float
    load_ratio: float
    before: UsualSets
    after: UsualSets
    before_since: date | None = None


class Misread(NamedTuple):
    """Loads stored in a unit they were not typed in: those `before` a jump, or those since."""

    before: bool
    unit: Unit


def load_jump(
    exercise: Exercise,
    seen: Jump,
    before: Sequence[ExerciseDay],
    since: Sequence[ExerciseDay],
    bodyweight_kg: float,
) -> LoadJump | None:
    """Return the jump of loads behind one of strength, from the days before it and since.

    None where more or fewer repetitions explain it, where it is a step of the gym's loads, and
    where hardly anything is before it.
    """
    old, new = (_usual_days(days, exercise) for days in (before, since))
    if len(old) < _SESSIONS or not new:
        return None
    then_kg, now_kg = _load_kg(old[-_COMPARED:]), _load_kg(new[:_COMPARED])
    if abs(now_kg - then_kg) < _STEPS * exercise.step_kg:
        return None
    moved = _moved_log(then_kg, now_kg, exercise, bodyweight_kg)
    if moved is None or not _explains(moved, seen.log_ratio):
        return None
    usual = _nearest(old[: -_COMPARED - 1 : -1], then_kg), _nearest(new[:_COMPARED], now_kg)
    return _told(exercise, seen, since[-1].on, (usual, (old[-1], new[0])), bodyweight_kg)


def _told(
    exercise: Exercise,
    seen: Jump,
    until: date,
    pairs: Iterable[tuple[UsualSets, UsualSets]],
    bodyweight_kg: float,
) -> LoadJump:
    """Return a jump as told by those sets, before and since, that fit best what was seen."""

    def off(told: tuple[UsualSets, UsualSets]) -> float:
        made = _moved_log(told[0].load_kg, told[1].load_kg, exercise, bodyweight_kg)
        return inf if made is None else abs(made - seen.log_ratio)

    then, now = min(pairs, key=off)
    ratio = now.load_kg / then.load_kg  # of the loads that are told beside it
    return LoadJump(exercise, seen.on, None, until, seen.log_ratio, ratio, then, now)


def returns(first: LoadJump, second: LoadJump) -> bool:
    """Tell whether a jump leads back to where strength was before the one ahead of it."""
    return abs(first.log_ratio + second.log_ratio) <= _AGREE


def causes(made: LoadJump) -> tuple[JumpCause, ...]:
    """Return what a jump may be, likeliest first: one side for both before a mix-up of units."""
    likely = {jump.likely_cause(size, made.exercise) for size in _sizes(made)}
    first = next(cause for cause in JumpCause if cause in likely)
    return tuple(sorted(_possible(made), key=lambda cause: cause is not first))


def misread(made: LoadJump) -> Misread | None:
    """Return which loads a mix-up of units would explain a jump by; None when it cannot.

    Pounds stored as kilograms are too many, kilograms stored as pounds too few.
    """
    up = made.load_ratio > 1.0
    if made.after.unit is (Unit.KG if up else Unit.LB):
        return Misread(False, made.after.unit)
    if made.until is None and made.before.unit is (Unit.LB if up else Unit.KG):
        return Misread(True, made.before.unit)
    return None


def _possible(made: LoadJump) -> Iterator[JumpCause]:
    off_twice, off_pounds = (
        min(map(off, _sizes(made))) for off in (jump.off_twice, jump.off_pounds)
    )
    if jump.sides_possible(made.exercise) and off_twice <= _OFFERED:
        yield JumpCause.SIDES
    if misread(made) is not None and off_pounds <= _OFFERED:
        yield JumpCause.UNIT
    yield JumpCause.SETUP


def _sizes(made: LoadJump) -> tuple[float, ...]:
    """Return the jump of the usual loads, and of strength.

    Where bodyweight is moved, too, strength tells nothing of the numbers typed.
    """
    typed = log(made.load_ratio)
    told = made.exercise.load_kind is LoadKind.EXTERNAL
    return (typed, made.log_ratio) if told else (typed,)


def _moved_log(
    then_kg: float, now_kg: float, exercise: Exercise, bodyweight_kg: float
) -> float | None:
    """Return by how much more is moved with one load as typed than with another, log units."""
    then, now = (strength.moved_kg(kg, exercise, bodyweight_kg) for kg in (then_kg, now_kg))
    return None if then is None or now is None else log(now / then)


def _explains(of_loads: float, of_strength: float) -> bool:
    return of_loads * of_strength >= _LEAST * abs(of_strength)


def _load_kg(sessions: Sequence[UsualSets]) -> float:
    return strength.median([each.load_kg for each in sessions])


def _nearest(sessions: Sequence[UsualSets], load_kg: float) -> UsualSets:
    """Return the session with the load nearest to one, the first of several."""
    return min(sessions, key=lambda each: abs(each.load_kg - load_kg))


def _usual_days(days: Sequence[ExerciseDay], exercise: Exercise) -> list[UsualSets]:
    return [each for day in days if (each := _usual(day.sets, exercise)) is not None]


def _usual(sets: Sequence[LoggedSet], exercise: Exercise) -> UsualSets | None:
    """Return the commonest loaded work sets of a session, the hardest of several, or None."""
    done = Counter([(s.load_kg, s.reps, s.unit) for s in work_sets(sets) if s.load_kg])
    if not done:
        return None
    sign = -1.0 if exercise.load_kind is LoadKind.ASSISTED else 1.0
    load_kg, reps, unit = max(done, key=lambda each: (done[each], sign * (each[0] or 0.0)))
    return UsualSets(done[load_kg, reps, unit], reps or 0, load_kg or 0.0, unit)
