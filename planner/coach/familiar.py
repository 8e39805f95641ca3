"""Loads are computed near what the lifter did last, where strength is in doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planner import engine
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, strength
from planner.engine.base import base_of
from planner.engine.terms import ExerciseDay, Reading

_NEAR, _MOST = evidence.NEAR_LAST.value, evidence.FOLLOW_MOST.value
_SESSIONS = evidence.ADVICE_SESSIONS.value
_LOOK_BACK = 8  # sessions: more than the two weeks hold in which a light day goes on from a heavy


def near_last(reading: Reading | None, replay: Replay | None, on: date) -> Reading | None:
    """Return what loads of a day are computed from: no strength far beyond what was done.

    It is at most a fifth over what the last session showed, an easy day aside, as another machine
    or a slip leaves strength far above that. At most a fifth over what was known before it or shown
    by the one before, and twice what was known before both, as a heavy one may be a slip as well.
    """
    known = reading.strength_kg if reading is not None else None
    if reading is None or replay is None or known is None:
        return reading
    end = bisect_left(replay.steps, on, key=lambda step: step.day.on)
    steps = replay.steps[max(end - _LOOK_BACK, 0) : end]
    told = (_shown(steps, on), _NEAR), (_agreed(steps, on), _NEAR), (_known(steps[:-2], on), _MOST)
    bounds = [factor * kg for kg, factor in told if kg is not None]
    return replace(reading, strength_kg=min(known, *bounds)) if bounds else reading


def _agreed(steps: Sequence[ReplayedDay], on: date) -> float | None:
    """Return what was known before the last session, or the one before showed if more, kg."""
    known = _known(steps[:-1], on)
    return None if known is None else max(known, _shown(steps[:-1], on) or 0.0)


def _shown(steps: Sequence[ReplayedDay], on: date) -> float | None:
    """Return the strength that the session to go on from shows, kg; None where it tells nothing."""
    state, last = steps[-1].state, steps[-1].day
    sets = base_of([step.day for step in steps], state, on).sets
    day = ExerciseDay(last.on, sets, bodyweight_kg=steps[-1].bodyweight_kg)
    return strength.day_e1rm(day, state.exercise, state.lifter, state.expected)


def _known(steps: Sequence[ReplayedDay], on: date) -> float | None:
    """Return the strength known after some sessions, kg; None where that is a guess."""
    if not steps or steps[-1].state.sessions < _SESSIONS:
        return None
    return engine.read(steps[-1].state, on).strength_kg
