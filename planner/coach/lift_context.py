"""What advice on a lift is given by, as its log stands when a day begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from planner.coach import health
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_stop, worst_pain
from planner.engine.target import LiftContext
from planner.engine.terms import ExerciseDay, Inventory
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
    return LiftContext(
        exercise=replay.exercise,
        state=state,
        today=on,
        last_sets=believed(last[-1], state).sets,
        next_on=on,
        muscle_gap_days=gap_days,
        pain=tuple(worst_pain(day.sets) for day in last),
        technique=tuple(day.technique for day in last),
        inventory=inventory,
        cleared=is_cleared(last, replay, on),
    )


def is_cleared(last: Sequence[ExerciseDay], replay: Replay, today: date) -> bool:
    """Say whether strong pain of a lift's last session was cleared since; `last` ends with it."""
    hurts = bool(last) and must_stop(last[-1].sets)
    lifter_id, slug = replay.lifter.id or 0, replay.exercise.slug
    return hurts and health.is_cleared(lifter_id, slug, last[-1].on, today)


def hurt_on(replay: Replay, on: date) -> bool:
    """Say whether a set of a day hurt so much that the lift should have ended."""
    end = bisect_right(replay.steps, on, key=lambda step: step.day.on)
    last = replay.steps[end - 1].day if end else None
    return last is not None and last.on == on and must_stop(last.sets)
