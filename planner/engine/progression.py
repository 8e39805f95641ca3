"""Ranked advice for a lift: raise, hold, notice levelling off, change, come back after a pause.

Every suggestion can be checked: it carries the rule, its numbers, the reason, and what would
change it. Loads never rise with pain, unsound technique, or by more than the cap; on the way back
from strong pain they are never more than a step over what was done since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planner.engine import after_pain, evidence, stepping
from planner.engine.advice import next_load
from planner.engine.comeback import after_weeks, ramp
from planner.engine.doubt import cant_tell
from planner.engine.doubtful_entry import check_entry
from planner.engine.load_hold import stopped as stopped_for_pain
from planner.engine.reading import confidence_of
from planner.engine.rep_range import at_load, before_harder, room
from planner.engine.safety import not_safe, refer, stop
from planner.engine.strength import best_set, measurable, moved_kg
from planner.engine.structure import change_structure, instead_of_pain, other_ways
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.target import (
    LiftContext,
    Target,
    least_reps,
    target_of,
    was_met,
)
from planner.engine.terms import (
    Change,
    Exercise,
    Phrase,
    PlannedExercise,
    Reading,
    Suggestion,
    SuggestionKind,
    phrase,
)

NOTICE_RULE = "level_off.notice"
_WORTH_TELLING = evidence.NOTICE_GAIN.value
_NEAR_LAST = evidence.NEAR_LAST.value
_BAND_SD = evidence.BAND_SD.value


def suggest(
    reading: Reading, plan: PlannedExercise | None, context: LiftContext
) -> list[Suggestion]:
    """Return advice for the next session of a lift, best first; empty when there is none.

    Without a load to judge nothing is advised but to leave out what hurt badly; in a deload week,
    and while no work was done since, nothing but that, and the return after time off. What is to
    stay easy is never asked for more.
    """
    target = target_of(plan, context)
    if reading.strength_kg is None or target is None or not _has_load(target, context):
        hurt = stopped_for_pain(context)
        return [] if hurt is None else [hurt]
    back = after_pain.warned(ramp(target, context, plan is not None), context)
    referred = refer(context)
    if referred is not None:
        return [referred]
    stopped = stop(context, after_pain.is_back(context))
    if stopped is not None:
        others = instead_of_pain(reading, target, context, plan is not None)
        return [replace(stopped, others=others)]
    if context.deload:
        return [] if back is None else [back]
    if back is None and after_pain.words(context) is not None:
        return []
    doubted = _doubted(target, context, back)
    if doubted is not None:
        weeks = back is not None and after_weeks(back)
        return [_asked_first(back, doubted), doubted] if back and weeks else [doubted]
    if context.easy and back is None:
        held = not_safe(target, context)
        return [] if held is None else [held]
    load = back or stepping.told(next_load(target, context), context)
    found = [*_doubt(load, reading, target, context), load]
    behind = load.kind is SuggestionKind.INCREASE or load.change or _misses(target, context)
    news = _level_off(reading, target, context, plan is not None)
    found += _behind(news, load) if behind else news
    found += change_structure(reading, target, context, plan is not None)
    return sorted(found, key=lambda s: -s.priority)


def _has_load(target: Target, context: LiftContext) -> bool:
    moved = moved_kg(target.load_kg, context.exercise, context.state.bodyweight_kg)
    return measurable(context.exercise) and bool(moved)


def _behind(news: list[Suggestion], load: Suggestion) -> list[Suggestion]:
    """Let news that ask for nothing come after the advice on the load."""
    return [each if each.change else replace(each, priority=load.priority - 1) for each in news]


def _misses(target: Target, context: LiftContext) -> bool:
    """Tell whether sets fell short of the repetitions that were asked for."""
    return target.firm and least_reps(context.exercise, context.base_sets) < target.reps_low


def _doubted(target: Target, context: LiftContext, back: Suggestion | None) -> Suggestion | None:
    """Ask to look at a doubtful session; without a pause, pain and technique come first."""
    hurts = back is None and not_safe(target, context) is not None
    return None if hurts else check_entry(context)


def _asked_first(back: Suggestion, doubted: Suggestion) -> Suggestion:
    """Return a return that asks first about the session that is in doubt."""
    numbers = (*back.numbers, *doubted.numbers)
    return replace(back, reason=doubted.reason + back.reason, numbers=numbers)


def suggest_week(lifts: Iterable[Sequence[Suggestion]]) -> list[Suggestion]:
    """Return the best suggestion of each lift, most useful first; each lift's list is ranked."""
    return sorted([found[0] for found in lifts if found], key=lambda s: -s.priority)


def _doubt(
    load: Suggestion, reading: Reading, target: Target, context: LiftContext
) -> list[Suggestion]:
    """Say that the phase cannot be told where nothing of more use is to be said."""
    plain = load.kind is SuggestionKind.HOLD and load.change is None
    if not plain or not_safe(target, context) is not None:
        return []
    made = cant_tell(reading, target, context)
    return [] if made is None else [made]


def _level_off(
    reading: Reading, target: Target, context: LiftContext, planned: bool
) -> list[Suggestion]:
    """Tell, for four weeks, that early gains have levelled off, with the first response; nothing
    on the way back from strong pain."""
    hurt = context.way_back is not None or not_safe(target, context) is not None
    if hurt or not _is_news(reading, context):
        return []
    met = was_met(target, context.exercise, context.base_sets)
    change = room(target, context) if met else None
    numbers: Numbers = (*_gains(reading), *_range(change))
    words = (
        phrase("Quick early gains are slowing"),
        tell("About {before_pct} in four weeks before, {now_pct} now ({low_pct} to {high_pct}).",
             numbers)
        + phrase("That is expected: from here muscle growth carries more.")
        + _way_on(change, context.exercise),
        tell("Gains of more than {early_pct} in four weeks again.", numbers),
    )  # fmt: skip
    made = make(
        SuggestionKind.LEVEL_OFF, context, NOTICE_RULE, words,
        confidence_of(reading.p_level or 0.0), numbers, change,
        ("moritani-1979", "steele-2023", "logs"),
    )  # fmt: skip
    return [replace(made, others=other_ways(reading, target, context, planned))]


def _range(change: Change | None) -> Numbers:
    """Return the ends of a range and, where it differs, its load."""
    if change is None:
        return ()
    load: Numbers = () if change.load_kg is None else (("new_kg", change.load_kg),)
    return (("low", change.reps_low), ("high", change.reps_high), *load)


def _way_on(change: Change | None, exercise: Exercise) -> Phrase:
    """Return the sentence on the range to work in; nothing without one."""
    if change is None:
        return phrase("")
    low, high, then = change.reps_low, change.reps_high, before_harder(exercise)
    if change.load_kg is None:
        return phrase("Work from {low} to {high} reps {then}.", low=low, high=high, then=then)
    return phrase(
        "Work from {low} to {high} reps {at_load} {then}.",
        low=low, high=high, at_load=at_load(change.load_kg, exercise), then=then,
    )  # fmt: skip


def _is_news(reading: Reading, context: LiftContext) -> bool:
    """Tell whether clearly quicker gains levelled off in the last four weeks.

    It is not told while the last session is in doubt, or showed far less than is known: of that
    more is to be seen first.
    """
    if context.state.held is not None or _far_below(reading, context):
        return False
    since, before, gain = reading.levelled_off_on, reading.gain_before, reading.gain_28d
    if since is None or before is None or gain is None or before - gain < _WORTH_TELLING:
        return False
    return (context.session_on - since).days <= evidence.NOTICE_DAYS.value


def _far_below(reading: Reading, context: LiftContext) -> bool:
    """Tell whether the last session showed far less strength than is known."""
    shown = best_set(context.last_sets, context.exercise, context.state.bodyweight_kg)
    known = reading.strength_kg
    return shown is not None and known is not None and known > _NEAR_LAST * shown[1]


def _gains(reading: Reading) -> Numbers:
    """Return when and how surely gains levelled off, and both gains in 28 days, per cent."""
    before, gain = reading.gain_before or 0.0, reading.gain_28d or 0.0
    spread = _BAND_SD * (reading.gain_28d_sd or 0.0)
    return (
        ("level_p", round(reading.p_level or 0.0, 3)),
        ("since_on", reading.levelled_off_on),
        ("before_pct", round(100 * before, 1)),
        ("now_pct", round(100 * gain, 1)),
        ("low_pct", round(100 * (gain - spread), 1)),
        ("high_pct", round(100 * (gain + spread), 1)),
        ("early_pct", 100 * evidence.LEVEL_GAIN.value),
    )
