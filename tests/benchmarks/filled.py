"""Loads that are filled in after a session, by the code that fills them in, and their laws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advised import Advised, gate_closed, is_harder

from planner.coach import loads
from planner.coach.quiet import Quiet
from planner.engine import evidence
from planner.engine.load_hold import is_too_soon
from planner.engine.target import LiftContext, last_load
from planner.engine.terms import PlannedExercise, PlannedSet

_OPEN = (PlannedSet(1, 1), PlannedSet(3, 5, 1.0), PlannedSet(8, 12, 2.0))
_SHARES = tuple(PlannedSet(3, 3, percent_e1rm=share) for share in (50.0, 85.0, 100.0))


def _basis(asked: Advised) -> loads.LoadBasis:
    """Return what loads are computed from after a session of a simulated lifter, without a file.

    Nothing is waited for, and nothing limited.
    """
    context, lift = asked.context, asked.lift
    made = loads.LoadBasis(0, context.today)
    key = lift.exercise.slug, min(context.session_on, context.today + loads.DAY)
    vars(made).update(
        lifter=replace(lift.lifter, inventory=context.inventory),
        exercises={lift.exercise.slug: lift.exercise},
        _replays={},
        _quiet={context.today: Quiet(), context.session_on: Quiet()},
        _contexts={key: context},
        _readings={key: asked.reading},
        _standings={key: context.practice},
    )
    return made


def computed(asked: Advised) -> list[float]:
    """Return the loads that open sets and shares of strength get for the next session."""
    basis = _basis(asked)
    slug, on = asked.lift.exercise.slug, asked.context.session_on
    made = (
        loads.with_open_loads(PlannedExercise(slug, _OPEN), on, basis),
        loads.by_percent(PlannedExercise(slug, _SHARES), on, basis),
    )
    return [entry.load_kg for each in made for entry in each.sets if entry.load_kg is not None]


def broken(asked: Advised) -> Iterator[str]:
    """Yield the name of each law that the loads filled in for the next session break."""
    yield from broken_by(computed(asked), asked)


def broken_by(filled_kg: Sequence[float], asked: Advised) -> Iterator[str]:
    """Yield the name of each law that loads computed for the next session break."""
    context = asked.context
    if filled_kg and _stops(context):
        yield "a load filled in after strong pain"
    if any(is_too_soon(load, context) for load in filled_kg):
        yield "a load filled in that is more than a step on the way back"
    last = last_load(context.exercise, context.last_sets)
    closed = gate_closed(context) or context.practice.left > 0
    if closed and last is not None:
        rises = (is_harder(load, last, context.exercise) for load in filled_kg)
        if any(rises):
            yield "a rise filled in with the gate closed"


def _stops(context: LiftContext) -> bool:
    """Tell whether strong pain stops a lift: twice always, once until it is back from a pause."""
    strong = [(pain or 0) >= evidence.PAIN_REFER.value for pain in context.pain[-2:]]
    rested = context.days_off >= evidence.LAYOFF_DAYS.value
    left_out = context.days_without >= evidence.LIFT_AWAY_DAYS.value
    return strong == [True, True] or (strong[-1:] == [True] and not (rested or left_out))
