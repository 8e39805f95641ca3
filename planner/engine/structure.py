"""Change the structure of a lift's training: a set more, another range, another exercise.

At most one change in four weeks, none while strength is being regained or tiredness shows, none
but another exercise while the lift hurts, and none on the way back from strong pain.
"""

from __future__ import annotations

from datetime import timedelta

from planner.engine import evidence, swap, ways
from planner.engine.reserve import less_reserve
from planner.engine.safety import not_safe
from planner.engine.target import LiftContext, Target, work_sets
from planner.engine.terms import Phase, Reading, Suggestion
from planner.engine.training import Training
from planner.engine.ways import Told

_MOST_WAYS = 3
_GAP = timedelta(days=evidence.STRUCTURE_DAYS.value)
_NO_ASKING = timedelta(days=evidence.DECLINED_DAYS.value)
_PLATEAU_AFTER = timedelta(weeks=evidence.FLAT_WEEKS.value)
_PAIN = evidence.PAIN_STOP.value
_MOST_PAIN = evidence.PAIN_VARIATION.value


def change_structure(
    reading: Reading, target: Target, context: LiftContext, planned: bool
) -> list[Suggestion]:
    """Return the change that fits best, with the other ways in it; [] when it is no time for it.

    `planned` says that the target comes from a plan; else the last session's sets are counted.
    """
    told = _told(reading, target, context, planned)
    if told is None:
        return []
    if _hurts(context):
        return ways.joined(_instead(told))
    if context.way_back is not None or not_safe(target, context) is not None:
        return []
    return ways.joined(_ways(told)[:_MOST_WAYS])


def instead_of_pain(
    reading: Reading, target: Target, context: LiftContext, planned: bool
) -> tuple[Suggestion, ...]:
    """Return the exercises to do instead of one that is left out for pain."""
    told = _told(reading, target, context, planned)
    return () if told is None else tuple(_instead(told))


def _instead(told: Told) -> list[Suggestion]:
    return swap.for_pain(told)[:_MOST_WAYS]


def other_ways(
    reading: Reading, target: Target, context: LiftContext, planned: bool
) -> tuple[Suggestion, ...]:
    """Return what else answers early gains that levelled off, beside more repetitions."""
    told = _told(reading, target, context, planned)
    if told is None:
        return ()
    made = (ways.add_set(told, slowing=True), ways.rep_range(told), less_reserve(told))
    found = [each for each in made if each is not None]
    return tuple([*found, *swap.variations(told)][:_MOST_WAYS])


def _told(reading: Reading, target: Target, context: LiftContext, planned: bool) -> Told | None:
    """Return what ways are judged by; None when it is no time for a change."""
    training = context.training
    if training is None or reading.phase in (Phase.RETURN, Phase.FATIGUE) or context.returning:
        return None
    left_out = context.session_on - (reading.last_on or context.session_on) >= _GAP
    if context.days_off >= evidence.LAYOFF_DAYS.value or left_out or _too_soon(training, context):
        return None
    sets = target.sets if planned else len(work_sets(context.base_sets))
    return Told(reading, target, context, training, sets)


def _too_soon(training: Training, context: LiftContext) -> bool:
    changed, declined, today = training.changed_on, training.declined_on, context.today
    settling = changed is not None and today < changed + _GAP
    return settling or (declined is not None and today < declined + _NO_ASKING)


def _hurts(context: LiftContext) -> bool:
    """Tell whether the lift hurt mildly, session after session."""
    pains = [pain or 0 for pain in context.pain[-2:]]
    return len(pains) == 2 and min(pains) >= _PAIN and max(pains) <= _MOST_PAIN


def _ways(told: Told) -> list[Suggestion]:
    """Return the ways on, best first; what was tried already comes after what was not."""
    more, training = ways.add_set(told), told.training
    if not _plateau(told):
        return [more] if more is not None and _slowed(told.reading) and not training.tried else []
    first = [way for way in (more, ways.rep_range(told)) if way is not None]
    found = sorted(first, key=lambda way: way.kind in training.tried) + swap.variations(told)
    reps = ways.more_reps(told) if found else None
    return found if reps is None else [*found[: _MOST_WAYS - 1], reps]


def _slowed(reading: Reading) -> bool:
    """Tell whether early gains have clearly slowed down."""
    before, gain = reading.gain_before, reading.gain_28d
    calm = reading.phase in (Phase.EARLY, Phase.STEADY) and reading.levelled_off_on is not None
    if not calm or before is None or gain is None:
        return False
    return before - gain >= evidence.NOTICE_GAIN.value


def _plateau(told: Told) -> bool:
    """Tell whether there is a plateau, for eight weeks since the last change."""
    changed, today = told.training.changed_on, told.context.today
    settled = changed is None or today >= changed + _PLATEAU_AFTER
    return told.reading.phase is Phase.PLATEAU and settled
