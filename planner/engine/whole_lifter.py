"""Advice for the lifter as a whole: a lighter week, or a day of rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from planner.engine import evidence
from planner.engine.hard_weeks import Cost
from planner.engine.reading import confidence_of
from planner.engine.rest_day import feel, rest_day, usual_feel
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.terms import (
    CheckIn,
    Confidence,
    Gauge,
    Phase,
    Phrase,
    Reading,
    Suggestion,
    SuggestionKind,
    listed,
    phrase,
)

_WEEK = timedelta(days=7)
_FRESH = timedelta(days=evidence.GROWTH_GAP_DAYS.value)
_QUIET = timedelta(days=evidence.DELOAD_QUIET.value)
_LEAST_OF_WEEK = 2
_LIFTS = int(evidence.DELOAD_LIFTS.value)
_WORSE = evidence.TIRED_POINTS.value


@dataclass(frozen=True, slots=True)
class LifterContext:
    """What advice for the whole lifter needs beside the readings of the lifts.

    `check_ins` are the lifter's own, oldest first, up to and including today. `before` are the
    readings after the session before the last one and `names` what lifts are called, both by
    slug. `planned_today` is None without a plan; `heavy_today` says whether the day is heavy.
    `deload_on` is the day of the deload nearest to today, be it planned, accepted or declined.
    `hard_weeks` counts the hard weeks up to today, `costs` the sets that cost more than before;
    `central` says how rested the lifter is as a whole.
    """

    today: date
    check_ins: tuple[CheckIn, ...] = ()
    before: Mapping[str, Reading] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    planned_today: bool | None = None
    heavy_today: bool = False
    deload_on: date | None = None
    hard_weeks: int = 0
    costs: tuple[Cost, ...] = ()
    central: Gauge | None = None


def suggest_lifter(readings: Iterable[Reading], context: LifterContext) -> list[Suggestion]:
    """Return advice for the lifter as a whole, best first; `exercise` is '' in it."""
    made = (_rest_day(context), _deload(readings, context))
    return [each for each in made if each is not None]


def _deload(readings: Iterable[Reading], context: LifterContext) -> Suggestion | None:
    """Advise a lighter week when two lifts show tiredness, or one and the check-ins.

    Without that, after six hard weeks when the same sets of two lifts cost more and more.
    """
    if context.deload_on is not None and abs(context.today - context.deload_on) < _QUIET:
        return None
    return _under_expectation(readings, context) or _costly(context)


def _under_expectation(readings: Iterable[Reading], context: LifterContext) -> Suggestion | None:
    tired = [reading for reading in readings if _tired(reading, context)]
    worse = _worse_by(context)
    low = worse is not None and worse[0] - worse[1] >= _WORSE
    if len(tired) < (1 if low else _LIFTS):
        return None
    fatigue = min([reading.fatigue or 0.0 for reading in tired])
    reason, numbers = _signs(tired, worse if low else None, fatigue, context)
    return _lighter_week("lifter.deload", reason, numbers, confidence_of(fatigue))


def _costly(context: LifterContext) -> Suggestion | None:
    """Advise a lighter week after six hard ones in which the same sets left less and less."""
    costs = sorted(context.costs, key=lambda cost: cost.now - cost.before)[:_LIFTS]
    if context.hard_weeks < evidence.HARD_WEEKS.value or len(costs) < _LIFTS:
        return None
    numbers: Numbers = (("hard_weeks", context.hard_weeks),)
    for number, cost in enumerate(costs, start=1):
        numbers += (
            (f"lift_{number}", context.names.get(cost.exercise, cost.exercise)),
            (f"set_{number}_kg", cost.load_kg), (f"reps_{number}", cost.reps),
            (f"before_{number}", round(cost.before, 1)), (f"now_{number}", round(cost.now, 1)),
        )  # fmt: skip
    reason = phrase(
        "{hard_weeks} weeks without a lighter one, and the same sets leave less in reserve than "
        "three weeks before: {lift_1}, {set_1_kg} × {reps_1}: {now_1} instead of {before_1}; "
        "{lift_2}, {set_2_kg} × {reps_2}: {now_2} instead of {before_2}.",
        **dict(numbers),
    )
    return _lighter_week("lifter.deload_cost", reason, numbers, Confidence.LIKELY)


def _tired(reading: Reading, context: LifterContext) -> bool:
    """Tell whether a lift shows tiredness after two sessions running, the last not long ago."""
    before = context.before.get(reading.exercise)
    fresh = reading.last_on is not None and context.today - reading.last_on <= _FRESH
    again = before is not None and before.phase is Phase.FATIGUE
    return reading.phase is Phase.FATIGUE and fresh and again


def _worse_by(context: LifterContext) -> tuple[float, float] | None:
    """Return (mean Hooper index of the last seven days, own mean before); None when unknown."""
    since = context.today - _WEEK
    week = [feel(made) for made in context.check_ins if since < made.on <= context.today]
    points = [value for value in week if value is not None]
    usual = usual_feel(context.check_ins, since + timedelta(days=1))
    return (fmean(points), usual) if len(points) >= _LEAST_OF_WEEK and usual is not None else None


def _signs(
    tired: list[Reading],
    feel: tuple[float, float] | None,
    fatigue: float,
    context: LifterContext,
) -> tuple[Phrase, Numbers]:
    lifts = listed([context.names.get(each.exercise, each.exercise) for each in tired])
    last_on = max([each.last_on for each in tired if each.last_on is not None])
    numbers: Numbers = (
        ("lifts", len(tired)),
        ("last_on", last_on),
        ("fatigue_p", round(fatigue, 3)),
    )
    reason = tell(
        "{lift_names}: under expectation in two sessions running, the last on {last_on}; "
        "{fatigue_p} that it is tiredness.",
        numbers,
        lift_names=lifts,
    )
    if feel is None:
        return reason, numbers
    felt: Numbers = (("feel", round(feel[0], 1)), ("feel_usual", round(feel[1], 1)))
    check_ins = tell(
        "Check-ins of the last week add up to {feel}, {feel_usual} is usual (more is worse).", felt
    )
    return reason + check_ins, (*numbers, *felt)


def _lighter_week(
    rule: str, reason: Phrase, numbers: Numbers, confidence: Confidence
) -> Suggestion:
    less = ("less_pct", round(100 * (1 - evidence.DELOAD_SETS.value)))
    rir = ("more_rir", evidence.DELOAD_RIR.value)
    studied: Numbers = (
        ("every_weeks", evidence.DELOAD_EVERY.value),
        ("athletes", evidence.DELOAD_PEOPLE.value),
        ("people", evidence.WEEK_OFF_PEOPLE.value),
    )
    words = (
        phrase("A lighter week: {less_pct} fewer sets, {more_rir} more reps in reserve",
               less_pct=less[1], more_rir=rir[1]),
        reason,
        phrase("The next sessions back at what was expected."),
    )  # fmt: skip
    effect = phrase(
        "Same exercises, same days. {athletes} athletes do so about every {every_weeks} weeks; a "
        "whole week off cost strength in a trial of {people}. How much a lighter week gives is "
        "not known.",
        **dict(studied),
    )
    return make(
        SuggestionKind.DELOAD, None, rule, words, confidence,
        (*numbers, less, rir, *studied), None, ("rogerson-2024", "bell-2022", "coleman-2024"),
        effect,
    )  # fmt: skip


def rest_sign(context: LifterContext) -> Suggestion | None:
    """Return why to rest today, whether or not anything is planned; None without a reason."""
    return rest_day(context.check_ins, context.today, context.heavy_today, context.central)


def _rest_day(context: LifterContext) -> Suggestion | None:
    """Advise to move today's training, where there is any."""
    return None if context.planned_today is False else rest_sign(context)
