"""Another load for the next set, where the sets before it say clearly that it should be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from planner.engine import evidence, plates, safety
from planner.engine.advice import next_load
from planner.engine.doubtful_entry import is_doubtful
from planner.engine.load_hold import is_too_soon
from planner.engine.next_set import NextSet
from planner.engine.same_load import is_harder
from planner.engine.strength import moved_kg
from planner.engine.suggestion import Numbers, tell
from planner.engine.target import (
    LiftContext,
    Target,
    last_load,
    loads_rise,
    step_cap,
    work_sets,
)
from planner.engine.terms import (
    LoadKind,
    LoggedSet,
    Phrase,
    SuggestionKind,
    Technique,
    phrase,
)

_LESS_P, _AIM_P = evidence.NEXT_LESS_P.value, evidence.NEXT_AIM_P.value
_MORE_P = evidence.INCREASE_P.value
_LEAST_LEFT = 1.0 - evidence.NEXT_LESS_MOST.value
_SPARE, _SPARE_SETS = evidence.NEXT_SPARE.value, int(evidence.NEXT_SPARE_SETS.value)
_PAIN, _LIGHT = evidence.PAIN_STOP.value, evidence.LIGHT_DAY.value
_TIRED = evidence.SET_FATIGUE_P.value
_TINY = 1e-9
_OPEN = frozenset({"hold.not_yet", "hold.target_not_met", "hold.untried", "hold.reps_not_yet"})


class Asked(NamedTuple):
    """What the next set is asked to be: a load as typed in kg, repetitions, and the reserve."""

    load_kg: float
    reps: int
    most_reps: int
    rir: float | None


class NextLoad(NamedTuple):
    """Another load for the next set, as typed in kg, and why."""

    load_kg: float
    words: Phrase


def other_load(
    expected: NextSet,
    asked: Asked,
    done: Sequence[LoggedSet],
    context: LiftContext,
    fatigue: float | None = None,
) -> NextLoad | None:
    """Suggest a lighter load where the target is out of reach, a step more where it is too easy.

    `expected` is the forecast at the load asked for, `done` the sets of today so far, `context`
    what was known before today, `fatigue` the probability of being tired. Never more after
    unsound technique or pain, on a light day, on the way back from time off, in a deload, where the
    advice before the session was against it, or than a step on the way back from strong pain. None
    where nothing is clear.
    """
    work = work_sets(done)
    if not work or not expected.seen or not loads_rise(context.exercise):
        return None
    if expected.p_hit(asked.reps) < _LESS_P:
        return _less(expected, asked, work[-1], context)
    if not _too_easy(asked, work, context) or not may_rise(asked, done, context, fatigue):
        return None
    return _more(expected, asked, context)


def _less(
    expected: NextSet, asked: Asked, last: LoggedSet, context: LiftContext
) -> NextLoad | None:
    """Take the hardest easier load at which the target is likely."""
    for load in _easier(asked.load_kg, context):
        step = _log_step(load, asked.load_kg, context)
        if step is None or step < log(_LEAST_LEFT):
            return None
        made = expected.at(step, load)
        if made.p_hit(asked.reps) >= _AIM_P:
            numbers = _numbers(expected, made, asked)
            missed = (last.reps or 0) < asked.reps
            reason = tell(
                "{load_kg} leaves about {now_p} for {reps}, {new_kg} about {hit_p}.", numbers
            )
            return NextLoad(load, _last_had(last) + reason if missed else reason)
    return None


def _last_had(last: LoggedSet) -> Phrase:
    return phrase("The last set had {done_reps}.", done_reps=last.reps)


def _more(expected: NextSet, asked: Asked, context: LiftContext) -> NextLoad | None:
    """Take one step more, under the cap, where the target stays likely."""
    load = plates.next_harder(asked.load_kg, context.exercise, context.inventory)
    step = None if load is None else _log_step(load, asked.load_kg, context)
    if load is None or step is None or is_too_soon(load, context):
        return None
    if not _under_cap(load, asked, context):
        return None
    made = expected.at(step, load)
    if made.p_hit(asked.reps) < _MORE_P:
        return None
    reason = tell(
        "Two sets left clearly more than asked. {new_kg} leaves about {hit_p} for {reps}.",
        _numbers(expected, made, asked),
    )
    return NextLoad(load, reason)


def _numbers(expected: NextSet, made: NextSet, asked: Asked) -> Numbers:
    return (
        ("load_kg", asked.load_kg), ("new_kg", made.load_kg), ("reps", asked.reps),
        ("now_p", round(expected.p_hit(asked.reps), 3)),
        ("hit_p", round(made.p_hit(asked.reps), 3)),
    )  # fmt: skip


def _too_easy(asked: Asked, work: Sequence[LoggedSet], context: LiftContext) -> bool:
    """Tell whether the last sets, no easier than asked, left clearly more in reserve than asked."""
    last = work[-_SPARE_SETS:]
    return len(last) == _SPARE_SETS and all(
        _spare(entry, asked) >= _SPARE
        and not is_harder(asked.load_kg, entry.load_kg or 0.0, context.exercise)
        for entry in last
    )


def _spare(entry: LoggedSet, asked: Asked) -> float:
    """Return the repetitions that a set had over those asked for, in number and in reserve."""
    more = float((entry.reps or 0) - asked.most_reps)
    return more if entry.rir is None else more + entry.rir - (asked.rir or 0.0)


def may_rise(
    asked: Asked, done: Sequence[LoggedSet], context: LiftContext, fatigue: float | None = None
) -> bool:
    """Tell whether nothing of today, warm-ups and failed sets too, stands against more load."""
    sound = all(entry.technique in (None, Technique.SOUND) for entry in done)
    hurts = any((entry.pain or 0) >= _PAIN for entry in done)
    tired = fatigue is not None and fatigue >= _TIRED
    if not sound or hurts or tired or context.deload or _is_back(context):
        return False
    return not _is_light(asked, context) and _is_free(asked, context)


def _is_back(context: LiftContext) -> bool:
    """Tell whether the lift comes back from time off: its load then follows the way back."""
    off = context.days_off >= evidence.LAYOFF_DAYS.value
    return off or context.returning or context.days_without >= evidence.LIFT_AWAY_DAYS.value


def _is_light(asked: Asked, context: LiftContext) -> bool:
    """Tell whether the session is meant to be lighter than the one that it goes on from."""
    usual = last_load(context.exercise, context.base_sets)
    step = None if usual is None else _log_step(asked.load_kg, usual, context)
    return step is None or step < -_LIGHT


def _is_free(asked: Asked, context: LiftContext) -> bool:
    """Tell whether the advice before the session was not to keep the load for a reason."""
    if safety.refer(context) or safety.stop(context) or is_doubtful(context):
        return False
    target = Target(asked.load_kg, asked.reps, asked.most_reps, asked.rir or 0.0, 1)
    advised = next_load(target, context)
    return advised.kind is SuggestionKind.INCREASE or advised.rule in _OPEN


def _under_cap(load_kg: float, asked: Asked, context: LiftContext) -> bool:
    """Tell whether a step is small enough beside the load asked for and the last session's."""
    most = log(1.0 + step_cap(context.exercise, context.returning)) + _TINY
    before = [asked.load_kg, last_load(context.exercise, context.base_sets)]
    steps = [_log_step(load_kg, each, context) for each in before if each is not None]
    return all(step is not None and step <= most for step in steps)


def _easier(load_kg: float, context: LiftContext) -> Iterator[float]:
    """Yield the easier loads that the gym can set and practice allows, the hardest first."""
    assisted = context.exercise.load_kind is LoadKind.ASSISTED
    following = plates.next_up if assisted else plates.next_down
    load, cap = following(load_kg, context.exercise, context.inventory), context.cap_kg
    while load is not None:
        if cap is None or load <= cap:
            yield load
        load = following(load, context.exercise, context.inventory)


def _log_step(load_kg: float, from_kg: float, context: LiftContext) -> float | None:
    """Return by how much more is moved with a load, log units; None when either cannot be."""
    body = context.state.bodyweight_kg
    after = moved_kg(load_kg, context.exercise, body)
    before = moved_kg(from_kg, context.exercise, body)
    return log(after / before) if after and before else None
