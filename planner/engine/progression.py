"""Ranked advice for a lift: raise, hold, notice levelling off, change, come back after a pause.

Every suggestion can be checked: it carries the rule, its numbers, the reason, and what would
change it. Loads never rise with pain, unsound technique, or by more than the cap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, floor

from planner.engine import evidence, layoff, plates
from planner.engine.advice import next_load
from planner.engine.doubt import cant_tell
from planner.engine.lift import level_on
from planner.engine.reading import confidence_of
from planner.engine.safety import not_safe, refer
from planner.engine.strength import load_for, measurable, moved_kg, typed_kg
from planner.engine.structure import change_structure, other_ways
from planner.engine.suggestion import Numbers, make
from planner.engine.target import (
    LiftContext,
    Target,
    harder_than_last,
    last_load,
    loads_rise,
    target_of,
)
from planner.engine.terms import (
    Change,
    Confidence,
    PlannedExercise,
    Reading,
    Suggestion,
    SuggestionKind,
    phrase,
)

_WORTH_TELLING = evidence.NOTICE_GAIN.value
_BAND_SD = evidence.BAND_SD.value
_ROOM_REPS = int(evidence.NOTICE_REPS.value)


def suggest(
    reading: Reading, plan: PlannedExercise | None, context: LiftContext
) -> list[Suggestion]:
    """Return advice for the next session of a lift, best first; empty when there is none.

    Nothing is advised for exercises without a load to judge, before the first session, and in a
    deload week.
    """
    target = target_of(plan, context.exercise, context.last_sets)
    if reading.strength_kg is None or target is None or context.deload:
        return []
    body = context.state.bodyweight_kg
    if not measurable(context.exercise) or not moved_kg(target.load_kg, context.exercise, body):
        return []
    stop = refer(context)
    if stop is not None:
        return [stop]
    load = _ramp(target, context) or next_load(target, context)
    found = [*_doubt(load, reading, target, context), load]
    found += _level_off(reading, target, context, plan is not None)
    found += change_structure(reading, target, context, plan is not None)
    return sorted(found, key=lambda s: -s.priority)


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


def _ramp(target: Target, context: LiftContext) -> Suggestion | None:
    """Ease the first session after at least two weeks off."""
    off = context.days_off
    level = level_on(context.state, context.session_on, context.muscle_gap_days)
    if off < evidence.LAYOFF_DAYS.value or level is None or not loads_rise(context.exercise):
        return None
    rir = target.rir + evidence.RAMP_RIR.value
    load = _ramp_load(exp(level.mean), target, rir, context)
    sets = max(1, floor(target.sets * layoff.ramp_share_of_sets(off)))
    loss = layoff.expected_loss(off, context.muscle_gap_days)
    back = layoff.back_between(loss.mean, loss.variance**0.5, context.session_on)
    resting = "this lift" if context.muscle_gap_days is None else "training these muscles"
    numbers: Numbers = (
        ("off_days", off), ("loss_pct", round(100 * loss.mean, 1)), ("load_kg", load),
        ("sets", sets), ("reps", target.reps_low), ("rir", rir),
        ("back_from_on", back[0] if back else None), ("back_by_on", back[1] if back else None),
    )  # fmt: skip
    words = (
        phrase("Welcome back: {load_kg}, {sets} × {reps}" if load else
               "Welcome back: {sets} × {reps}", load_kg=load, sets=sets, reps=target.reps_low),
        phrase(f"{{off_days}} days without {resting} cost about {{loss_pct}}. Muscle and skill "
               "return faster than they came: leave {rir} reps in reserve, then rise from "
               "session to session.",
               off_days=off, loss_pct=round(100 * loss.mean, 1), rir=rir),
        phrase("A first session that goes better or worse than this."),
    )  # fmt: skip
    return make(
        SuggestionKind.RETURN_RAMP, context, "return.ramp", words, Confidence.LIKELY, numbers,
        Change(load_kg=load, sets=sets, rir=rir), ("halonen-2024", "bosquet-2013", "logs"),
    )  # fmt: skip


def _ramp_load(strength_kg: float, target: Target, rir: float, context: LiftContext) -> float:
    """Return the load for the first session back: by strength, at most 95 % of the last load.

    Where help cannot be increased further, the last load stays.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    last = last_load(exercise, context.last_sets)
    usual = last if last is not None and harder_than_last(target, context) else target.load_kg
    before = moved_kg(usual, exercise, body) or strength_kg
    moved = min(load_for(strength_kg, target.reps_low, rir), evidence.RAMP_LOAD.value * before)
    load = plates.no_harder(typed_kg(moved, exercise, body), exercise, context.inventory)
    return load if moved_kg(load, exercise, body) is not None else usual


def _level_off(
    reading: Reading, target: Target, context: LiftContext, planned: bool
) -> list[Suggestion]:
    """Tell, for four weeks, that early gains have levelled off, with the first response."""
    since, before, gain = reading.levelled_off_on, reading.gain_before, reading.gain_28d
    if since is None or before is None or gain is None or before - gain < _WORTH_TELLING:
        return []
    if (context.session_on - since).days > evidence.NOTICE_DAYS.value:
        return []
    p_level = reading.p_level or 0.0
    high = max(target.reps_high, target.reps_low + _ROOM_REPS)
    sd = reading.gain_28d_sd or 0.0
    gains = {
        "before_pct": round(100 * before, 1),
        "now_pct": round(100 * gain, 1),
        "low_pct": round(100 * (gain - _BAND_SD * sd), 1),
        "high_pct": round(100 * (gain + _BAND_SD * sd), 1),
    }
    words = (
        phrase("Quick early gains are slowing"),
        phrase("About {before_pct} in four weeks before, {now_pct} now ({low_pct} to "
               "{high_pct}). That is expected: from here muscle growth carries more. Work from "
               "{low} to {high} reps before adding load.", **gains, low=target.reps_low,
               high=high),
        phrase("Gains of more than 3 % in four weeks again."),
    )  # fmt: skip
    numbers: Numbers = (
        ("level_p", round(p_level, 3)), ("since_on", since), *gains.items(),
        ("low", target.reps_low), ("high", high),
    )  # fmt: skip
    made = make(
        SuggestionKind.LEVEL_OFF, context, "level_off.notice", words, confidence_of(p_level),
        numbers, Change(reps_low=target.reps_low, reps_high=high),
        ("moritani-1979", "steele-2023", "logs"),
    )  # fmt: skip
    return [replace(made, others=other_ways(reading, target, context, planned))]
