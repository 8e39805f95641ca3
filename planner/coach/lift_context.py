"""What advice on a lift is given by, as its log stands when a day begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from planner.coach import pains
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_stop
from planner.engine.target import LiftContext
from planner.engine.terms import Inventory
from planner.engine.typing_error import believed

_RECENT_SESSIONS = int(evidence.NEXT_SESSIONS.value)


def before(
    replay: Replay, on: date, gap_days: int | None, inventory: Inventory
) -> LiftContext | None:
    """Return what is known of a lift before a day; None before its first session.

    It is judged by its last sessions alone: what the next one goes on from, and what is known
    beside its log, are not filled in.
    """
    state = replay.state_before(on)
    if state is None:
        return None
    end = bisect_left(replay.steps, on, key=lambda step: step.day.on)
    last = [step.day for step in replay.steps[max(end - _RECENT_SESSIONS, 0) : end]]
    hurts = pains.before(replay, on)
    return LiftContext(
        exercise=replay.exercise,
        state=state,
        today=on,
        last_sets=believed(last[-1], state).sets,
        next_on=on,
        muscle_gap_days=gap_days,
        pain=hurts.worst,
        technique=tuple(day.technique for day in last),
        inventory=inventory,
        cleared=hurts.cleared,
        hurt_on=hurts.on,
        way_back=hurts.way_back,
    )


def hurt_on(replay: Replay, on: date) -> bool:
    """Say whether a set of a day hurt so much that the lift should have ended."""
    first = bisect_left(replay.steps, on, key=lambda step: step.day.on)
    end = bisect_right(replay.steps, on, key=lambda step: step.day.on)
    return any(must_stop(step.day.sets) for step in replay.steps[first:end])
