"""How a lift's sets follow each other before one of its days: learned once for all who ask."""

from __future__ import annotations

from planner import engine
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.set_habit import SetHabit, set_habit

_SESSIONS = int(evidence.SET_SESSIONS.value)
_MOST_KEPT = 64  # days of a lift; a session and the two days before it have fewer
_kept: dict[tuple[int, float], tuple[engine.LiftState, SetHabit]] = {}  # oldest first


def before(replay: Replay, place: int, bodyweight_kg: float) -> SetHabit:
    """Return what the days before a place in a replay tell, which are one at least.

    The state that those days left is the same object for as long as they are what they were: it
    is the key, and is kept with what was learned.
    """
    days = [step.day for step in replay.steps[max(0, place - _SESSIONS) : place]]
    state = replay.steps[place - 1].state
    own = all(day.bodyweight_kg for day in days)  # then no other weight is asked for
    key = id(state), 0.0 if own else bodyweight_kg
    if key not in _kept:
        _kept[key] = state, set_habit(days, replay.exercise, bodyweight_kg)
    while len(_kept) > _MOST_KEPT:
        _kept.pop(next(iter(_kept)))
    return _kept[key][1]
