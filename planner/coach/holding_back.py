"""What waits: more than is planned, beside a lighter week or on a day that asks for less."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import loads, switches, today
from planner.coach.loads import LoadBasis
from planner.coach.switches import Switch
from planner.engine import safety, target
from planner.engine.same_load import is_harder
from planner.engine.terms import (
    DayVerdict,
    Exercise,
    LoadKind,
    PlannedExercise,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.storage import plan

_LESS = (DayVerdict.EASE, DayVerdict.REST)
_MORE_WORK = {
    SuggestionKind.INCREASE,
    SuggestionKind.ADD_SET,
    SuggestionKind.REP_RANGE,
    SuggestionKind.VARIATION,
    SuggestionKind.LEVEL_OFF,
    SuggestionKind.CLIMB,
}

_AS_DONE = "increase.as_done"
_BESIDE = timedelta(weeks=1)  # heavy and light days take turns within one: rule of thumb


def asks_for_less(lifter_id: int, on: date) -> bool:
    """Say whether the verdict that holds on a day is to ease or to rest, and is shown."""
    if not switches.is_on(lifter_id, Switch.VERDICT):
        return False
    made = today.today(lifter_id, on)
    return (made.chosen or made.verdict) in _LESS


def asks_more(made: Suggestion, planned: PlannedExercise | None, exercise: Exercise) -> bool:
    """Say whether a suggestion wants new or more work than what is `planned` next, if anything."""
    if safety.stops(made):
        return False
    if made.kind in _MORE_WORK:
        return True
    if made.change is None or planned is None:
        return False
    work = [each for each in planned.sets if each.kind is not SetKind.WARMUP]
    reps = [each.reps_high or each.reps_low or 0 for each in work]
    return (
        (made.change.sets or 0) > len(work)
        or (made.change.reps_high or made.change.reps_low or 0) > max(reps, default=0)
        or _harder(made.change.load_kg, planned, exercise)
    )


def is_meant_lighter(made: Suggestion, basis: LoadBasis, on: date) -> bool:
    """Say whether the plan of a day is to come up to what was done, though it has that load within
    a week: the day is a light one then."""
    done_kg = made.change.load_kg if made.change is not None else None
    if made.rule != _AS_DONE or done_kg is None:
        return False
    exercise = basis.exercises[made.exercise]
    ahead = plan.future_exercises(basis.lifter_id, made.exercise, on)
    near = [loads.by_percent(each, day, basis) for day, _, each in ahead if day <= on + _BESIDE]
    planned_kg = [target.planned_load(each.sets, exercise) for each in near]
    return any(kg is not None and not is_harder(done_kg, kg, exercise) for kg in planned_kg)


def _harder(load_kg: float | None, planned: PlannedExercise, exercise: Exercise) -> bool:
    before = target.planned_load(planned.sets, exercise)
    if load_kg is None or before is None:
        return False
    helps = exercise.load_kind is LoadKind.ASSISTED
    return load_kg < before if helps else load_kg > before
