"""The sessions after the first one back: no heavier than the strength expected by then,
and none much heavier than the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.coach import loads, readings
from planner.engine import LiftState, comeback, evidence, plates, target
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoadKind,
    PlannedExercise,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.storage import clients, plan


@dataclass(frozen=True, slots=True)
class _Return:
    """A lift at the end of a pause: what is known of it, and the day it begins again."""

    state: LiftState
    lifter: Lifter
    back_on: date
    muscle_gap_days: int | None


def eased(lifter_id: int, made: Suggestion, today: date) -> list[tuple[int, PlannedExercise]]:
    """Return (id, planned exercise with lighter loads) of later sessions, the first one first.

    These are the sessions after a lighter return, up to the latest day by which the old strength
    is expected, that are planned heavier than what is expected by their day, or more than a step
    over the session before. Empty for any other
    suggestion. Changes nothing.
    """
    until = back_by(made)
    ahead = plan.future_exercises(lifter_id, made.exercise, today) if until is not None else []
    lift = _return(lifter_id, made.exercise, ahead[0][0], today) if ahead else None
    if until is None or lift is None:
        return []
    later = [(key, each, _at_most(each, on, lift)) for on, key, each in ahead[1:] if on <= until]
    stepped = zip(later, _in_steps([made for _, _, made in later], made, lift), strict=True)
    return [(key, lighter) for (key, each, _), lighter in stepped if lighter != each]


def _in_steps(
    later: Sequence[PlannedExercise], made: Suggestion, lift: _Return
) -> Iterator[PlannedExercise]:
    """Yield sessions none of which is much heavier than the one before it, the first one's too."""
    change, exercise = made.change, lift.state.exercise
    before = change.load_kg if change is not None else None
    for planned in later:
        most = None if before is None else before * (1.0 + evidence.RETURN_STEP.value)
        rises = loads_rise(exercise) and exercise.load_kind is LoadKind.EXTERNAL
        eased = planned if most is None or not rises else _no_heavier(planned, most, lift)
        yield eased
        before = hardest_kg(eased, exercise) or before


def _no_heavier(planned: PlannedExercise, most_kg: float, lift: _Return) -> PlannedExercise:
    load = plates.no_harder(most_kg, lift.state.exercise, lift.lifter.inventory)
    sets = tuple(
        replace(each, load_kg=load, load=None)
        if each.kind is not SetKind.WARMUP and (each.load_kg or 0.0) > most_kg
        else each
        for each in planned.sets
    )
    return loads.typed(replace(planned, sets=sets), lift.lifter)


def back_by(made: Suggestion) -> date | None:
    """Return the latest day by which a lighter return expects the old strength; None for none."""
    until = dict(made.numbers).get("back_by_on")
    returns = made.kind is SuggestionKind.RETURN_RAMP
    return until if returns and isinstance(until, date) else None


def hardest_kg(planned: PlannedExercise, exercise: Exercise) -> float:
    """Return the hardest load of the work sets of a planned exercise, 0 without any.

    With help it is the one with the least.
    """
    return target.planned_load(planned.sets, exercise) or 0.0


def _return(lifter_id: int, slug: str, back_on: date, today: date) -> _Return | None:
    replay = readings.replays(lifter_id, today).get(slug)
    state = replay.state(today) if replay is not None else None
    if replay is None or state is None:
        return None
    gap_days = readings.last_trained(lifter_id, today).gap_days(replay.exercise, back_on)
    return _Return(state, clients.lifter(lifter_id), back_on, gap_days)


def _at_most(planned: PlannedExercise, on: date, lift: _Return) -> PlannedExercise:
    able_kg = comeback.strength_then(lift.state, lift.back_on, on, lift.muscle_gap_days)
    if able_kg is None:
        return planned
    inventory = lift.lifter.inventory
    sets = tuple(comeback.at_most(each, able_kg, lift.state, inventory) for each in planned.sets)
    return loads.typed(replace(planned, sets=sets), lift.lifter)
