"""Ways to change a lift's training: a set more, another range, more repetitions before load.

A way is None where its rule does not hold. What is known of an effect is said with its number;
what is not known is said to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.reading import confidence_of
from planner.engine.rep_range import at_load, before_harder, load_for, then_steps
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.target import LiftContext, Target, least_reps, loads_rise
from planner.engine.terms import (
    Change,
    Complexity,
    Confidence,
    Phase,
    Phrase,
    Reading,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.engine.training import Training
from planner.engine.volume import weekly_range

NOT_KNOWN = phrase("How much it helps a lift like yours is not known.")
_HEAVY = tuple([int(end.value) for end in evidence.HEAVY_REPS])
_SIZE = tuple([int(end.value) for end in evidence.SIZE_REPS])
_BAND_SD = evidence.BAND_SD.value
_ROOM_REPS = int(evidence.NOTICE_REPS.value)
_MOST_REPS = int(evidence.MAX_REPS.value)
_VOLUME_WEEKS = 4


class Told(NamedTuple):
    """What a way is judged by; `sets` are the lift's work sets in a session."""

    reading: Reading
    target: Target
    context: LiftContext
    training: Training
    sets: int

    @property
    def confidence(self) -> Confidence:
        """How sure it is that the lift stands still, or that early gains are over."""
        reading = self.reading
        flat = reading.phase is Phase.PLATEAU
        share = reading.phase_probabilities.get(Phase.PLATEAU) if flat else reading.p_level
        return confidence_of(share or 0.0)


def joined(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Return the first way with the others in it; [] when there is none."""
    return [replace(way, others=tuple(found[1:])) for way in found[:1]]


def two_facts(told: Told, second: Phrase) -> tuple[Phrase, Numbers]:
    """Return a reason and its numbers: where the lift stands, and a second fact.

    Values that are words are said but are no numbers.
    """
    reading = told.reading
    gain, spread = reading.gain_28d or 0.0, _BAND_SD * (reading.gain_28d_sd or 0.0)
    numbers: Numbers = (
        ("e1rm_kg", round(reading.strength_kg or 0.0, 2)),
        ("last_on", reading.last_on),
        ("gain_pct", round(100 * gain, 1)),
        ("low_pct", round(100 * (gain - spread), 1)),
        ("high_pct", round(100 * (gain + spread), 1)),
        *[(name, value) for name, value in second.values if not isinstance(value, str | Phrase)],
    )
    first = tell(
        "About {e1rm_kg} on {last_on}; gain in four weeks about {gain_pct} ({low_pct} to "
        "{high_pct}).",
        numbers,
    )
    return first + second, numbers


def no_gain_over(numbers: Numbers) -> Phrase:
    """Return what would change the mind: a gain over the range that is told."""
    return tell("A gain of more than {high_pct} in four weeks.", numbers)


def add_set(told: Told, slowing: bool = False) -> Suggestion | None:
    """Add a set a session while the muscle gets few and nothing speaks against more.

    What is planned for the week to come counts like what was done, where it is more.

    While early gains are `slowing`, within the range that serves most, too.
    """
    if not _room_for_a_set(told, slowing):
        return None
    training, now = told.training, told.sets
    serves = weekly_range(told.context.state.lifter.experience)
    reason, numbers = two_facts(told, phrase(
        "{muscle}: {weekly_sets} hard sets a week in the last {over_weeks} weeks; {range_low} to "
        "{range_high} serve most.",
        muscle=training.muscle, weekly_sets=round(training.weekly_sets, 1),
        over_weeks=_VOLUME_WEEKS, range_low=serves.low, range_high=serves.high,
    ))  # fmt: skip
    size = ("size_pct", evidence.SIZE_PER_SET.value)
    studied = phrase(
        "In studies each further weekly set went with about {size_pct} more muscle; the returns "
        "shrink, faster for strength.",
        size_pct=size[1],
    )
    words = (
        phrase("Add a set: {sets} instead of {sets_now}", sets=now + 1, sets_now=now),
        reason,
        tell("Tiredness, missed sessions, or a gain of more than {high_pct} in four weeks.",
             numbers),
    )  # fmt: skip
    numbers = (*numbers, ("sets", now + 1), ("sets_now", now), size)
    return make(
        SuggestionKind.ADD_SET, told.context, "structure.add_set", words, told.confidence, numbers,
        Change(sets=now + 1), ("schoenfeld-2017", "pelland-2024", "baz-valle-2022"),
        studied + NOT_KNOWN,
    )  # fmt: skip


def _room_for_a_set(told: Told, slowing: bool) -> bool:
    training, serves = told.training, weekly_range(told.context.state.lifter.experience)
    fell = least_reps(told.context.exercise, told.context.base_sets) < told.target.reps_low
    kept = training.adherence is None or training.adherence >= evidence.ADHERENCE.value
    tired = (told.reading.fatigue or 0.0) >= evidence.SET_FATIGUE_P.value
    sets = max(training.weekly_sets, training.planned_sets)
    after = sets + training.days_a_week
    few = after <= serves.high if slowing else sets < serves.low
    return kept and not fell and not tired and few and after <= evidence.WEEK_HIGH.value


def rep_range(told: Told) -> Suggestion | None:
    """Change between repetitions for strength and for size after eight weeks in one range."""
    reps, weeks = told.training.reps, told.training.range_weeks
    ends = other_range(told)
    load = None if ends is None else load_for(told.target, told.context, ends, told.training.reps)
    if ends is None or load is None or weeks < evidence.RANGE_WEEKS.value:
        return None
    (low, high), exercise = ends, told.context.exercise
    changed: Numbers = (("low", low), ("high", high), ("new_kg", load))
    reason, numbers = two_facts(told, phrase(
        "The sets have been around {reps} reps for {range_weeks} weeks.",
        reps=reps, range_weeks=int(weeks),
    ))  # fmt: skip
    words = (
        phrase("Change the range: {low} to {high} reps {at_load}", low=low, high=high,
               at_load=at_load(load, exercise)),
        reason,
        no_gain_over(numbers),
    )  # fmt: skip
    effect = phrase(
        "{low} to {high} reps ask for something else; {then}.",
        low=low, high=high, then=then_steps(exercise),
    )  # fmt: skip
    return make(
        SuggestionKind.REP_RANGE, told.context, "structure.rep_range", words, told.confidence,
        (*numbers, *changed), Change(load_kg=load, reps_low=low, reps_high=high),
        ("acsm-2009", "nuzzo-2024"), effect + NOT_KNOWN,
    )  # fmt: skip


def other_range(told: Told) -> tuple[int, ...] | None:
    """Return (low, high) to change to; no isolation goes heavy, no technical lift to many."""
    exercise, reps = told.context.exercise, told.training.reps
    if not loads_rise(exercise) or exercise.complexity is Complexity.TECHNICAL:
        return None
    if reps <= _HEAVY[1] or reps > _SIZE[1]:
        return _SIZE
    return None if exercise.complexity is Complexity.ISOLATION else _HEAVY


def more_reps(told: Told) -> Suggestion | None:
    """Progress by repetitions before load, which makes for smaller steps."""
    low = told.target.reps_low
    high = max(told.target.reps_high, low + _ROOM_REPS)
    if not loads_rise(told.context.exercise) or low < _HEAVY[0] or high > _MOST_REPS:
        return None
    reason, numbers = two_facts(
        told, phrase("A step of load may be too much at once; a rep more is a smaller one.")
    )
    words = (
        phrase("Work from {low} to {high} reps {then}", low=low, high=high,
               then=before_harder(told.context.exercise)),
        reason,
        no_gain_over(numbers),
    )  # fmt: skip
    effect = phrase("Smaller steps are met more often.") + NOT_KNOWN
    return make(
        SuggestionKind.LEVEL_OFF, told.context, "structure.more_reps", words, told.confidence,
        (*numbers, ("low", low), ("high", high)), Change(reps_low=low, reps_high=high),
        ("acsm-2009",), effect,
    )  # fmt: skip
