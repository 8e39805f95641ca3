"""Cut a lift's history into windows of some weeks, each with its weekly sets and its gain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import expm1, log

from planner.coach import lift_past
from planner.coach.replay import Replay
from planner.engine import dose_response, evidence
from planner.engine.dose_response import Dosed, Gain, Strength, Stretch
from planner.engine.terms import Phase, Reading

_FEWEST_DAYS = evidence.DOSE_SPAN.value
_MAINLY = 0.5  # share of a window's readings that names its phase


class Kind(StrEnum):
    """What a window is: only the usual ones carry the line."""

    USUAL = "usual"
    EARLY = "early"  # gain comes from learning
    BACK = "back"  # the first after time off: strength comes back by itself


@dataclass(frozen=True, slots=True)
class ResponseWindow:
    """Some weeks of a lift: hard sets a week, and gain a month with its standard deviation.

    Gain is a share of the level (0.01 is 1 %). `deload` tells that a lighter week is left out.
    """

    since: date
    until: date
    sets: float
    gain: float
    gain_sd: float
    sessions: int
    kind: Kind
    deload: bool
    dosed: Dosed


Doses = Mapping[date, float]  # hard sets by day


def windows(
    replay: Replay, doses: Doses, deloads: Collection[date], breaks: Collection[date], today: date
) -> list[ResponseWindow]:
    """Return the windows of a lift that tell a gain, oldest first.

    `deloads` are the Mondays of lighter weeks, `breaks` days from which loads mean something else.
    """
    known = lift_past.past(replay)
    seen = [Strength(p.on, log(p.e1rm_kg)) for p in known.points if not p.held_out]
    rested = {step.day.on for step in replay.steps if _rested(step.day.muscle_gap_days)}
    spans = dose_response.cut([each.on for each in seen], rested, breaks, today)
    inside = [_inside(seen, span, deloads) for span in spans]
    gains = dose_response.gain_of(inside)
    made = (
        _window(span, within, gain, doses, deloads, known.readings)
        for span, within, gain in zip(spans, inside, gains, strict=True)
    )
    return [each for each in made if each is not None]


def _window(
    span: Stretch,
    seen: Sequence[Strength],
    gain: Gain | None,
    doses: Doses,
    deloads: Collection[date],
    past: Sequence[Reading],
) -> ResponseWindow | None:
    days = [on for on in _days(span) if _monday(on) not in deloads]
    if gain is None or len(days) < _FEWEST_DAYS:
        return None
    sets = 7.0 * sum(doses.get(on, 0.0) for on in days) / len(days)
    middle = span.since + (span.until - span.since) / 2
    lighter = len(days) < (span.until - span.since).days + 1
    return ResponseWindow(
        span.since, span.until, sets, expm1(gain.rate), gain.sd, len(seen), _kind(span, past),
        lighter, Dosed(sets, gain, middle),
    )  # fmt: skip


def _rested(gap_days: int | None) -> bool:
    return gap_days is None or gap_days >= evidence.DOSE_OFF.value


def _inside(seen: Sequence[Strength], span: Stretch, deloads: Collection[date]) -> list[Strength]:
    since = bisect_left(seen, span.since, key=_on)
    until = bisect_right(seen, span.until, key=_on)
    return [each for each in seen[since:until] if _monday(each.on) not in deloads]


def _days(span: Stretch) -> list[date]:
    count = (span.until - span.since).days + 1
    return [span.since + timedelta(days=number) for number in range(count)]


def _kind(span: Stretch, past: Sequence[Reading]) -> Kind:
    if span.back:
        return Kind.BACK
    since = bisect_left(past, span.since, key=_on)
    within = past[since : bisect_right(past, span.until, key=_on)]
    early = sum(made.phase is Phase.EARLY for made in within)
    return Kind.EARLY if early > _MAINLY * len(within) else Kind.USUAL


def _on(made: Strength | Reading) -> date:
    return made.on


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())
