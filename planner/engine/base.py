"""What the next session goes on from, and what its load has shown over the last sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.light_day import goes_on_from, log_load, with_work
from planner.engine.same_load import is_same
from planner.engine.skill import NOTHING_BESIDE, Beside
from planner.engine.target import Base, Shown, hardest_sets, meant, work_sets
from planner.engine.terms import Exercise, ExerciseDay, LoadKind
from planner.engine.typing_error import believed

_WINDOW = timedelta(days=evidence.SHOWN_WINDOW.value)
_SMALL_STEP = evidence.SMALL_STEP.value
_TEST_REPS, _TEST_GAP = int(evidence.TEST_REPS.value), int(evidence.TEST_GAP.value)
_NEAR_TEST = evidence.TEST_NEAR.value
_LOOK_BACK = int(evidence.FALLING_LOOK_BACK.value)
_FALLING = int(evidence.FALLING_SESSIONS.value)
_RECENT = 64  # days of training: more than the windows above hold; years need not be read


def base_of(
    days: Sequence[ExerciseDay], state: LiftState, next_on: date, beside: Beside = NOTHING_BESIDE
) -> Base:
    """Return what the session on `next_on` goes on from; `days` are all so far, in order.

    `beside` is what else is known of the lift's practice.
    """
    exercise = state.exercise
    failed = not hardest_sets(exercise, days[-1].sets) and any(s.reps == 0 for s in days[-1].sets)
    recent = [believed(each, state) for each in days[-_RECENT:]]
    lifted = with_work(recent, exercise)
    day = goes_on_from(recent, state, next_on, beside)
    before = [_without_test(each, exercise) for each in lifted if each.on <= day.on]
    lately = _lately(before)
    falls = _fall_off(before[-_LOOK_BACK:], exercise)
    return Base(before[-1].sets, shown(before, state), aim(lately, state), falls, failed)


def _lately(days: Sequence[ExerciseDay]) -> list[ExerciseDay]:
    return [day for day in days if days[-1].on - day.on < _WINDOW]


def _without_test(day: ExerciseDay, exercise: Exercise) -> ExerciseDay:
    """Leave out a heavy single or double beside work with two repetitions more: no target."""
    top = hardest_sets(exercise, day.sets)
    if exercise.load_kind is LoadKind.ASSISTED or len(top) != 1 or (top[0].reps or 0) > _TEST_REPS:
        return day
    least_kg = _NEAR_TEST * (top[0].load_kg or 0.0)
    longer = [
        entry
        for entry in work_sets(day.sets)
        if (entry.load_kg or 0.0) >= least_kg
        and (entry.reps or 0) >= (top[0].reps or 0) + _TEST_GAP
    ]
    if not longer:
        return day
    rest = replace(day, sets=tuple([entry for entry in day.sets if entry is not top[0]]))
    return _without_test(rest, exercise)


def shown(days: Sequence[ExerciseDay], state: LiftState) -> tuple[Shown, ...]:
    """Return what the last sessions have shown with the last one's load, in order.

    That is the sessions running in four weeks that had this load and as many sets, light days
    aside; `days` are in order.
    """
    exercise = state.exercise
    last, found = hardest_sets(exercise, days[-1].sets), list[Shown]()
    for day in reversed(_lately(days)):
        sets = hardest_sets(exercise, day.sets)
        if sets and last and log_load(days[-1], state) - log_load(day, state) > _SMALL_STEP:
            continue
        if len(sets) < max(len(last), 1) or not is_same(
            sets[0].load_kg or 0.0, last[0].load_kg or 0.0
        ):
            break
        logged = [entry.rir for entry in sets if entry.rir is not None]
        reserve = sum(logged) / len(sets) if len(logged) == len(sets) else None
        found.insert(0, Shown(tuple([entry.reps or 0 for entry in sets]), reserve))
    return tuple(found)


def aim(days: Sequence[ExerciseDay], state: LiftState) -> int:
    """Return the repetitions that a first set is meant to have, by what was done; 0 if unknown.

    The most of the last sessions running whose load moved by small steps only: who adds a little
    and does fewer has missed, whatever the number. Light days are passed over. `days` are those
    of four weeks, in order.
    """
    most, newer = 0, days[-1]
    sets = len(hardest_sets(state.exercise, newer.sets))
    for day in reversed(days):
        hardest = hardest_sets(state.exercise, day.sets)
        step = log_load(newer, state) - log_load(day, state)
        if hardest and step > _SMALL_STEP:
            continue
        if len(hardest) < max(sets, 1) or -step > _SMALL_STEP:
            break
        most, newer = max(most, meant([entry.reps or 0 for entry in hardest])), day
    return most


def _fall_off(days: Sequence[ExerciseDay], exercise: Exercise) -> bool:
    """Tell whether sets always fall off: three sessions or more, and all sets alike in none."""
    found = [hardest_sets(exercise, day.sets) for day in days]
    several = [[entry.reps or 0 for entry in sets] for sets in found if len(sets) > 1]
    return len(several) >= _FALLING and all(min(reps) < reps[0] for reps in several)
