"""Loads of a lift that jumped and stayed: which did, and what they may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log
from typing import NamedTuple

from planner.coach import readings
from planner.coach.readings import Replay, ReplayedDay
from planner.engine import evidence, jump, strength
from planner.engine.jump import Jump
from planner.engine.target import work_sets
from planner.engine.terms import Exercise, JumpCause, LoggedSet, Unit
from planner.storage import decisions

RULE = "loads.jump"
ASKED = timedelta(days=182)  # what changed earlier is hardly remembered: rule of thumb
LEAST_SESSIONS = 2  # before a jump: after one odd session there is nothing to ask
COMPARED = 3  # sessions before and after whose middle loads are compared
LEAST_STEPS = 2  # of the smallest dumbbells the next is far above: rule of thumb
LEAST = evidence.GATE_MIN.value
AGREE = evidence.GATE_AGREE.value
MAY_BE = 2 * evidence.JUMP_NEAR.value  # so far from a factor its cause is still offered


class Usual(NamedTuple):
    """The sets that a session mostly had: how many, of how many repetitions, with what load."""

    sets: int
    reps: int
    load_kg: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class LoadJump:
    """Loads that stayed far above or below those before, from a day on.

    `until` is the first day back at the old loads, None while they stay; `last_on` the last day
    with the new ones. `log_ratio` is that of the strength shown, new to old, `load_ratio` that of
    the loads.
    """

    exercise: Exercise
    since: date
    until: date | None
    last_on: date
    log_ratio: float
    load_ratio: float
    before: Usual
    after: Usual


class Misread(NamedTuple):
    """Loads stored in a unit they were not typed in: those `before` a jump, or those since."""

    before: bool
    unit: Unit


def question(lifter_id: int, today: date) -> LoadJump | None:
    """Return the newest jump of all lifts that has no answer yet; None when there is none."""
    answered = {
        (made.exercise, dict(made.numbers).get("since_on"))
        for made in decisions.decisions(lifter_id)
        if made.rule == RULE
    }
    newest = (_newest(replay, today) for replay in readings.replays(lifter_id).values())
    found = [
        made
        for made in newest
        if made is not None and (made.exercise.slug, made.since) not in answered
    ]
    return max(found, key=lambda made: (made.until or made.since, made.exercise.slug), default=None)


def jumps(replay: Replay, today: date) -> list[LoadJump]:
    """Return the jumps of a lift's loads up to a day, oldest first.

    Left out is what more or fewer repetitions explain, what is a step of the gym's loads, and what
    has hardly anything before it.
    """
    steps = [step for step in replay.steps if step.day.on <= today]
    found = (_jump(replay.exercise, steps, each) for each in _seen(steps))
    return [each for each in found if each is not None]


def causes(made: LoadJump) -> tuple[JumpCause, ...]:
    """Return what a jump may be, likeliest first: one side for both before a mix-up of units."""
    likely = {jump.likely_cause(size, made.exercise) for size in _sizes(made)}
    first = next(cause for cause in JumpCause if cause in likely)
    return tuple(sorted(_possible(made), key=lambda cause: cause is not first))


def _sizes(made: LoadJump) -> tuple[float, float, float]:
    """Return the jump of strength, of the usual loads, and of the loads just before and after."""
    return made.log_ratio, log(made.load_ratio), log(made.after.load_kg / made.before.load_kg)


def misread(made: LoadJump) -> Misread | None:
    """Return which loads a mix-up of units would explain a jump by; None when it cannot.

    Pounds stored as kilograms show too much, kilograms stored as pounds too little.
    """
    up = made.log_ratio > 0.0
    if made.after.unit is (Unit.KG if up else Unit.LB):
        return Misread(False, made.after.unit)
    if made.until is None and made.before.unit is (Unit.LB if up else Unit.KG):
        return Misread(True, made.before.unit)
    return None


def _possible(made: LoadJump) -> Iterator[JumpCause]:
    off_twice, off_pounds = (
        min(map(off, _sizes(made))) for off in (jump.off_twice, jump.off_pounds)
    )
    if jump.sides_possible(made.exercise) and off_twice <= MAY_BE:
        yield JumpCause.SIDES
    if misread(made) is not None and off_pounds <= MAY_BE:
        yield JumpCause.UNIT
    yield JumpCause.SETUP


def _newest(replay: Replay, today: date) -> LoadJump | None:
    """Return the last jump when it is new enough to ask about; a way back makes it a spell."""
    state = replay.state(today)
    if state is None or state.jump is None or state.jump.on < today - ASKED:
        return None
    made = jumps(replay, today)
    if not made or made[-1].since != state.jump.on:
        return None
    before, last = made[-2:] if len(made) > 1 else (None, made[-1])
    if before is None or abs(before.log_ratio + last.log_ratio) > AGREE:
        return last
    days = [step.day.on for step in replay.steps if step.day.on < last.since]
    return replace(before, until=last.since, last_on=days[-1])


def _seen(steps: Sequence[ReplayedDay]) -> Iterator[Jump]:
    last: Jump | None = None
    for step in steps:
        seen = step.state.jump
        if seen is not None and seen != last:
            last = seen
            yield seen


def _jump(exercise: Exercise, steps: Sequence[ReplayedDay], seen: Jump) -> LoadJump | None:
    believed = [step for step in steps if step.day.on < seen.on and not _held(step)]
    old = [each for step in believed if (each := _usual(step.day.sets)) is not None]
    later = [step for step in steps if step.day.on >= seen.on]
    new = [each for step in later if (each := _usual(step.day.sets)) is not None]
    if len(old) < LEAST_SESSIONS or not new:
        return None
    then_kg, now_kg = _load_kg(old[-COMPARED:]), _load_kg(new[:COMPARED])
    ratio = now_kg / then_kg
    if abs(now_kg - then_kg) < LEAST_STEPS * exercise.step_kg:
        return None
    if log(ratio) * seen.log_ratio < LEAST * abs(seen.log_ratio):
        return None
    last_on = later[-1].day.on
    return LoadJump(exercise, seen.on, None, last_on, seen.log_ratio, ratio, old[-1], new[0])


def _held(step: ReplayedDay) -> bool:
    return step.state.held is not None and step.state.held.on == step.day.on


def _load_kg(sessions: Sequence[Usual]) -> float:
    return strength.median([each.load_kg for each in sessions])


def _usual(sets: Sequence[LoggedSet]) -> Usual | None:
    """Return the commonest loaded work sets of a session, the heaviest of several, or None."""
    done = Counter([(s.load_kg, s.reps, s.unit) for s in work_sets(sets) if s.load_kg])
    if not done:
        return None
    load_kg, reps, unit = max(done, key=lambda each: (done[each], each[0]))
    return Usual(done[load_kg, reps, unit], reps or 0, load_kg or 0.0, unit)
