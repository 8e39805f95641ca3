"""The sessions after the first one back: no heavier than the strength expected by then,
and none much heavier than the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import readings
from planner.coach.loads import opened
from planner.coach.prescription_words import typed_exercise
from planner.coach.quiet import quiet
from planner.engine import LiftState, after_comeback, after_pain, comeback, evidence, plates, target
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoadKind,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.storage import clients, plan

SECOND_WITHIN = timedelta(weeks=2)  # of the first; a session later than that is no second one


@dataclass(frozen=True, slots=True)
class _Return:
    """A lift at the end of a pause: what is known of it, and the day it begins again."""

    state: LiftState
    lifter: Lifter
    back_on: date
    muscle_gap_days: int | None


def eased(lifter_id: int, made: Suggestion, today: date) -> list[tuple[int, PlannedExercise]]:
    """Return (id, planned exercise with lighter loads) of later sessions, the first one first.

    These are the sessions after a lighter return that are planned more than a step over those
    before, and up to the latest day by which the old strength is expected, heavier than what is
    expected by their day; the second session back has fewer sets, too. Where the first has no load,
    they lose theirs. Empty for any other suggestion, and while nothing is suggested for the
    lift. Changes nothing.
    """
    if quiet(lifter_id, today).of(made.exercise) is not None:
        return []
    if made.change is not None and made.change.opens:
        return _opened(lifter_id, made, today)
    until = _eased_until(made, today)
    ahead = plan.future_exercises(lifter_id, made.exercise, today) if until is not None else []
    lift = _return(lifter_id, made.exercise, ahead[0][0], today) if ahead else None
    if until is None or lift is None:
        return []
    later = ahead[1:]
    shorter = [each for _, _, each in later]
    if later and later[0][0] <= until:
        shorter = list(_shorter(shorter, made))
    able = [
        _at_most(each, on, lift) if on <= until else each
        for (on, *_), each in zip(later, shorter, strict=True)
    ]
    stepped = zip(later, _in_steps(able, made, lift), strict=True)
    return [(key, lighter) for (_, key, each), lighter in stepped if lighter != each]


def _opened(lifter_id: int, made: Suggestion, today: date) -> list[tuple[int, PlannedExercise]]:
    """Return later sessions without loads that nobody can tell are right, as long as they would be
    eased: each goes on from what was done before it. After strong pain these are all."""
    until = date.max if after_pain.is_warned(made) else _eased_until(made, today)
    ahead = plan.future_exercises(lifter_id, made.exercise, today)[1:]
    later = [each for each in ahead if until is not None and each[0] <= until]
    shorter = _shorter((planned for *_, planned in later), made)
    found = [
        (key, planned, replace(each, sets=tuple(map(_open, each.sets))))
        for (_, key, planned), each in zip(later, shorter, strict=True)
    ]
    return [(key, each) for key, planned, each in found if each != planned]


def _open(entry: PlannedSet) -> PlannedSet:
    return entry if entry.percent_e1rm is not None else opened(entry)


def _eased_until(made: Suggestion, today: date) -> date | None:
    """Return the last day on which sessions are eased; the second is after three weeks off."""
    until = back_by(made)
    return today + SECOND_WITHIN if until is None and comeback.after_weeks(made) else until


def _shorter(later: Iterable[PlannedExercise], made: Suggestion) -> Iterator[PlannedExercise]:
    """Yield sessions the first of which, the second one back, lies between its neighbours.

    It has half of the sets that were left out, and a rep in reserve more than planned.
    """
    for place, planned in enumerate(later):
        yield planned if place or not comeback.after_weeks(made) else _halfway(planned, made)


def _halfway(planned: PlannedExercise, made: Suggestion) -> PlannedExercise:
    change = made.change
    work = [each for each in planned.sets if each.kind is not SetKind.WARMUP]
    if change is None or change.sets is None or change.sets >= len(work):
        return planned
    warm_ups = [each for each in planned.sets if each.kind is SetKind.WARMUP]
    kept = work[: (change.sets + len(work)) // 2]
    rir = evidence.RAMP_RIR.value / 2
    eased = [each if each.rir is None else replace(each, rir=each.rir + rir) for each in kept]
    return replace(planned, sets=(*warm_ups, *eased))


def _in_steps(
    later: Sequence[PlannedExercise], made: Suggestion, lift: _Return
) -> Iterator[PlannedExercise]:
    """Yield sessions none of which is much heavier than all before it, the first one too."""
    change, exercise = made.change, lift.state.exercise
    before = change.load_kg if change is not None else None
    rises = loads_rise(exercise) and exercise.load_kind is LoadKind.EXTERNAL
    for planned in later:
        if before is None or not rises:
            yield planned
            continue
        most_kg = after_comeback.step_over(before, exercise, lift.lifter.inventory)
        eased = _no_heavier(planned, most_kg, lift)
        yield eased
        before = max(before, hardest_kg(eased, exercise))


def _no_heavier(planned: PlannedExercise, most_kg: float, lift: _Return) -> PlannedExercise:
    load = plates.no_harder(most_kg, lift.state.exercise, lift.lifter.inventory)
    sets = tuple(
        replace(each, load_kg=load, load=None)
        if each.kind is not SetKind.WARMUP and (each.load_kg or 0.0) > most_kg
        else each
        for each in planned.sets
    )
    return typed_exercise(replace(planned, sets=sets), lift.lifter.unit)


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
    able_kg = after_comeback.strength_then(lift.state, lift.back_on, on, lift.muscle_gap_days)
    if able_kg is None:
        return planned
    inventory = lift.lifter.inventory
    sets = tuple(
        after_comeback.at_most(each, able_kg, lift.state, inventory) for each in planned.sets
    )
    return typed_exercise(replace(planned, sets=sets), lift.lifter.unit)
