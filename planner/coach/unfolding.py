"""Unfold what was logged of a lift into its replay, day by day."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import date

from planner import engine
from planner.coach import varying, weighing
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.surroundings import ALONE, Around
from planner.coach.weighing import Weights
from planner.engine.terms import CheckIn, Exercise, ExerciseDay, Lifter, LoggedSet, Technique

PART_DAYS = 100  # of one lift; some 10 ms of replaying
_ORDER = (Technique.SOUND, Technique.MINOR, Technique.BREAKDOWN)

Log = Sequence[tuple[date, int, tuple[LoggedSet, ...]]]
Days = Sequence[tuple[int, ExerciseDay]]  # with the ids of the sessions


def days_of(
    slug: str,
    log: Log,
    around: Around,
    check_ins: Mapping[date, CheckIn],
    weights: Weights,
) -> list[tuple[int, ExerciseDay]]:
    """Return (session id, day) of each training day in a lift's log, with what was around it."""
    days: list[tuple[int, ExerciseDay]] = []
    for on, session_id, sets in log:
        near = around.get((on, slug), ALONE)
        weight = weighing.weight_on(weights, on)
        day = ExerciseDay(
            on, sets, near.gap_days, near.hard_sets_7d, check_ins.get(on), _worst(sets), weight
        )
        days.append((session_id, day))
    return days


def _worst(sets: Sequence[LoggedSet]) -> Technique | None:
    rated = [entry.technique for entry in sets if entry.technique is not None]
    return max(rated, key=_ORDER.index) if rated else None


def started(
    exercise: Exercise,
    lifter: Lifter,
    days: Days,
    made: Mapping[str, Replay],
) -> engine.LiftState:
    """Return the state in which a lift begins, as the lift that it varies stands before that."""
    if not days:
        return engine.start(exercise, lifter)
    _, first = days[0]
    known = varying.known(exercise, first.on, first.muscle_gap_days, made)
    return engine.start(exercise, lifter, known)


def unfolded(
    start: engine.LiftState, steps: Sequence[ReplayedDay], days: Days, known: Sequence[ReplayedDay]
) -> Generator[None, None, Replay]:
    """Return the replay of a lift, a part at a time: `steps`, which are made, then more days.

    `known` is what was made of those days, or of some like them, after the same steps; what is
    the same up to the first difference is taken over.
    """
    made = [*steps, *_taken_over(days, known)]
    state = made[-1].state if made else start
    for session_id, day in days[len(made) - len(steps) :]:
        if len(made) % PART_DAYS == 0:
            yield
        state = engine.update(state, day)
        made.append(ReplayedDay(day, session_id, state))
    return Replay(start, tuple(made))


def _taken_over(days: Days, known: Sequence[ReplayedDay]) -> list[ReplayedDay]:
    steps: list[ReplayedDay] = []
    for step, (session_id, day) in zip(known, days, strict=False):
        if step.day != day or step.session_id != session_id:
            break
        steps.append(step)
    return steps
