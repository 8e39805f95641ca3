"""What is known of a lift before a session's day, kept while its sets are logged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from planner import engine
from planner.coach import lift_context, pains, practising, readings, set_habits
from planner.coach.replay import Replay
from planner.engine.base import base_of
from planner.engine.set_habit import SetHabit
from planner.engine.skill import Beside
from planner.engine.target import Base, LiftContext
from planner.engine.terms import ExerciseDay, Inventory, Reading
from planner.storage import clients, plan
from planner.storage.unchanged import unchanged

_MOST_KEPT = 64  # lifts; a session has fewer
_kept: dict[tuple[int, str, date], Before] = {}  # oldest first


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """A lift before a day: its state, how its sets follow each other, and what it goes on from.

    Equal to itself alone: it is made anew as soon as anything in it changes.
    `last_day` is its last day before, `gap_days` how long its muscles rested.
    """

    state: engine.LiftState
    habit: SetHabit
    base: Base
    last_day: ExerciseDay
    reading: Reading
    context: LiftContext
    gap_days: int | None


def before(lifter_id: int, slug: str, on: date) -> Before | None:
    """Return what was known of a lift before a day; None before its first session.

    Logging on the day itself does not change it, so it is read once; what was logged before it,
    of this lift or of another one that its muscles did not rest from, counts as soon as it changes.
    """
    replays = readings.replays(lifter_id, on)
    replay = replays.get(slug)
    state = replay.state_before(on) if replay is not None else None
    if replay is None or state is None:
        return None
    key, beside = (lifter_id, slug, on), practising.beside(lifter_id, replay.exercise, on, replays)
    known, gap_days = _kept.pop(key, None), readings.gap_days(lifter_id, replay.exercise, on)
    same = known is not None and known.state is state and known.gap_days == gap_days
    hurts = pains.before(replay, on)
    if known is None or not same or _around(known.context) != (beside, *hurts):
        known = _made(lifter_id, replay, state, on, gap_days, beside)
    _kept[key] = known
    while len(_kept) > _MOST_KEPT:
        _kept.pop(next(iter(_kept)))
    return known


def _around(context: LiftContext) -> tuple[object, ...]:
    return context.beside, context.pain, context.hurt_on, context.cleared, context.way_back


def _made(
    lifter_id: int,
    replay: Replay,
    state: engine.LiftState,
    on: date,
    gap_days: int | None,
    beside: Beside,
) -> Before:
    days = [step.day for step in replay.steps if step.day.on < on]
    base = base_of(days, state, on, beside)
    alone = lift_context.before(replay, on, gap_days, clients.lifter(lifter_id).inventory)
    assert alone is not None, "a lift with a state has a day"
    context = replace(alone, base=base, beside=beside)
    habit = set_habits.before(replay, len(days), state.bodyweight_kg)
    reading = engine.read(state, on, gap_days)
    return Before(state, habit, base, days[-1], reading, context, gap_days)


def circumstances(lifter_id: int, on: date) -> tuple[bool, Inventory]:
    """Return (whether the plan has a deload on a day, what the gym can load)."""

    def deload() -> bool:
        return any(made.deload for made in plan.planned_days(lifter_id, on, on) if made.on == on)

    return unchanged(("deload", lifter_id, on), deload), clients.lifter(lifter_id).inventory
