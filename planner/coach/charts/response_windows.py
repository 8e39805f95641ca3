"""Cut a lift's history into windows of some weeks, each with its weekly sets and its gain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import expm1, log
from typing import NamedTuple

import numpy as np

from planner.coach import lift_past
from planner.coach.replay import Replay
from planner.engine import dose_response, evidence, gain_windows
from planner.engine.consistency import week_start
from planner.engine.dose_response import Dosed, Response
from planner.engine.gain_windows import Matrix, Strength, Stretch
from planner.engine.terms import Phase, Reading

_FEWEST_DAYS, _FEWEST_SESSIONS = evidence.DOSE_SPAN.value, evidence.DOSE_SESSIONS.value
_MAINLY = evidence.DOSE_MAINLY.value


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


@dataclass(frozen=True, slots=True)
class ResponseWindows:
    """The windows of a lift that tell a gain, oldest first, and how their errors go together."""

    windows: tuple[ResponseWindow, ...]
    covariance: Matrix

    @property
    def usual(self) -> list[ResponseWindow]:
        """The windows that the line rests on."""
        return [each for each in self.windows if each.kind is Kind.USUAL]

    def line(self) -> Response | None:
        """Return how gain goes with sets in the usual windows; None where they can't tell."""
        places = [n for n, each in enumerate(self.windows) if each.kind is Kind.USUAL]
        return dose_response.response(
            [each.dosed for each in self.usual], self.covariance[np.ix_(places, places)]
        )


def windows(
    replay: Replay, doses: Doses, deloads: Collection[date], breaks: Collection[date], today: date
) -> ResponseWindows:
    """Return the windows of a lift that tell a gain.

    `deloads` are the Mondays of lighter weeks, `breaks` days from which loads mean something else.
    """
    known = lift_past.past(replay)
    seen = [Strength(p.on, log(p.e1rm_kg), p.sets) for p in known.points if not p.held_out]
    rested = {step.day.on for step in replay.steps if _rested(step.day.muscle_gap_days)}
    runs = gain_windows.cut([each.on for each in seen], rested, breaks, today)
    whole = [Stretch(run[0].since, run[-1].until, run[0].back) for run in runs]
    gains = gain_windows.gains(runs, [_inside(seen, span, deloads) for span in whole])
    found = [_found(seen, span, deloads) for run in runs for span in run]
    told = [number for number, each in enumerate(found) if each.enough]
    errors = np.sqrt(np.diag(gains.covariance))
    made = (
        _window(found[n], float(gains.rates[n]), float(errors[n]), doses, known.readings)
        for n in told
    )
    return ResponseWindows(tuple(made), gains.covariance[np.ix_(told, told)])


class _Found(NamedTuple):
    """A window with its sessions and days outside of lighter weeks; the days are whole weeks."""

    span: Stretch
    seen: Sequence[Strength]
    days: Sequence[date]
    lighter: bool

    @property
    def enough(self) -> bool:
        """Tell whether it is long enough and has enough sessions to tell a gain."""
        return len(self.days) >= _FEWEST_DAYS and len(self.seen) >= _FEWEST_SESSIONS


def _found(seen: Sequence[Strength], span: Stretch, deloads: Collection[date]) -> _Found:
    days = [span.since + timedelta(days=number) for number in range(span.days // 7 * 7)]
    usual = [on for on in days if week_start(on) not in deloads]
    return _Found(span, _inside(seen, span, deloads), usual, len(usual) < len(days))


def _window(
    found: _Found, rate: float, error: float, doses: Doses, past: Sequence[Reading]
) -> ResponseWindow:
    span, seen, days, lighter = found
    sets = 7.0 * sum(doses.get(on, 0.0) for on in days) / len(days)
    middle = span.since + (span.until - span.since) / 2
    return ResponseWindow(
        span.since, span.until, sets, expm1(rate), error, len(seen), _kind(span, past),
        lighter, Dosed(sets, rate, middle),
    )  # fmt: skip


def _rested(gap_days: int | None) -> bool:
    return gap_days is None or gap_days >= evidence.DOSE_OFF.value


def _inside(seen: Sequence[Strength], span: Stretch, deloads: Collection[date]) -> list[Strength]:
    since = bisect_left(seen, span.since, key=_on)
    until = bisect_right(seen, span.until, key=_on)
    return [each for each in seen[since:until] if week_start(each.on) not in deloads]


def _kind(span: Stretch, past: Sequence[Reading]) -> Kind:
    if span.back:
        return Kind.BACK
    since = bisect_left(past, span.since, key=_on)
    within = past[since : bisect_right(past, span.until, key=_on)]
    early = sum(made.phase is Phase.EARLY for made in within)
    return Kind.EARLY if early > _MAINLY * len(within) else Kind.USUAL


def _on(made: Strength | Reading) -> date:
    return made.on
