"""Whether nights of more sleep went with better sessions: what went together, not what caused it.

A session's strength is held against what the days before made us expect, so that gains and time
off do not matter. The lifts of a day make one point, since they share one night: their deviations
in per cent, each weighed by how little its lift usually swings. So a lateral raise, which swings
by a tenth, does not outvote a squat, and the slope stays in per cent, which a z-score would not.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import expm1, fsum
from typing import NamedTuple

import numpy as np

from planner.coach import readings, wording
from planner.coach.charts import check_in_answers
from planner.coach.charts.check_in_answers import HOURS as HOURS, QUALITY
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.residual import Residual, residual
from planner.engine.slope import Slope as Slope, slope
from planner.engine.terms import Phrase, phrase
from planner.storage.unchanged import unchanged_in_parts

LEAST = int(evidence.SLEEP_NIGHTS.value)
MOST = int(evidence.PAIRS_SEEN.value)
_TINY = 1e-6  # log units; keeps a weight finite


@dataclass(frozen=True, slots=True)
class Night:
    """A night, and how far the lifts of the day after it came out from what was expected.

    `slept` are hours or points of 1–5, `share` is a fraction of the load, `lifts` how many of
    them it is the mean of.
    """

    on: date
    session_id: int
    slept: float
    share: float
    lifts: int


@dataclass(frozen=True, slots=True)
class SleepAndStrength:
    """The nights before sessions, oldest first, and how strength went with sleep.

    `by` is HOURS or QUALITY; `line` None with too few nights, or where all were alike.
    """

    by: str
    nights: tuple[Night, ...]
    line: Slope | None = None

    @property
    def missing(self) -> int:
        """How many more nights have to be noted."""
        return max(0, LEAST - len(self.nights))


class _Seen(NamedTuple):
    session_id: int
    made: Residual


def reading(lifter_id: int, today: date) -> Generator[None, None, SleepAndStrength]:
    """Read how sleep and strength went together up to a day, a few sessions at a time."""
    yield from readings.replaying(lifter_id, today)
    key = "sleep and strength", lifter_id, today
    return (yield from unchanged_in_parts(key, lambda: _reading(lifter_id, today)))


def _reading(lifter_id: int, today: date) -> Generator[None, None, SleepAndStrength]:
    slept = {each: _slept(lifter_id, each, today) for each in (HOURS, QUALITY)}
    days = set().union(*slept.values())
    seen: dict[date, list[_Seen]] = {}
    for replay in readings.replays(lifter_id, today).values():
        for on, result in _results(replay, days):
            seen.setdefault(on, []).append(result)
            yield
    made = [_together(by, known, seen) for by, known in slept.items()]
    return next((each for each in made if not each.missing), max(made, key=_nights))


def _nights(made: SleepAndStrength) -> int:
    return len(made.nights)


def _slept(lifter_id: int, by: str, today: date) -> dict[date, float]:
    """Return the sleep before each day that it was noted of."""
    made = check_in_answers.check_ins(lifter_id, today)
    found = ((each.on, check_in_answers.value(each, by)) for each in made)
    return {on: known for on, known in found if known is not None}


def _results(replay: Replay, days: set[date]) -> Iterator[tuple[date, _Seen]]:
    """Yield how a lift came out on some days, without what looks like a typing error."""
    before = replay.start
    for step in replay.steps:
        on, held = step.day.on, step.state.held
        if on in days and (held is None or held.on != on):
            made = residual(before, step.day)
            if made is not None:
                yield on, _Seen(step.session_id, made)
        before = step.state


def _together(
    by: str, slept: Mapping[date, float], seen: Mapping[date, list[_Seen]]
) -> SleepAndStrength:
    days = sorted(slept.keys() & seen.keys())[-MOST:]
    nights = tuple(_night(on, slept[on], seen[on]) for on in days)
    if len(nights) < LEAST:
        return SleepAndStrength(by, nights)
    xs = np.array([each.slept for each in nights], dtype=np.float64)
    ys = np.array([each.share for each in nights], dtype=np.float64)
    return SleepAndStrength(by, nights, slope(xs, ys))


def _night(on: date, slept: float, seen: list[_Seen]) -> Night:
    weights = [1.0 / (each.made.spread**2 + _TINY) for each in seen]
    errors = [weight * each.made.error for weight, each in zip(weights, seen, strict=True)]
    return Night(on, seen[0].session_id, slept, expm1(fsum(errors) / fsum(weights)), len(seen))


def words(made: SleepAndStrength) -> tuple[Phrase, ...]:
    """Say how sleep and strength went together, or what is missing to tell."""
    if made.missing:
        return (_still_missing(made),)
    if made.line is None:
        return (phrase("From {nights} nights: they were too much alike to compare.",
                       nights=len(made.nights)),)  # fmt: skip
    better = phrase("one hour more sleep" if made.by == HOURS else "one point better sleep, of 5,")
    shares = (made.line.slope, made.line.low, made.line.high)
    shown = dict(zip(("more", "low", "high"), map(percent, shares), strict=True))
    return (
        phrase(
            "From {nights} nights: {better} went with {more} ({low} to {high}) in the next session."
            if made.line.tells
            else "From {nights} nights: {better} went with {more} ({low} to {high}) in the next "
            "session: can't tell apart from none.",
            nights=made.line.points, better=better, **shown,
        ),
        phrase("What went together need not have caused each other."),
    )  # fmt: skip


def _still_missing(made: SleepAndStrength) -> Phrase:
    return phrase(
        "How sleep went with the next session appears after {nights} more night noted before "
        "training."
        if made.missing == 1
        else "How sleep went with the next session appears after {nights} more nights noted "
        "before training.",
        nights=made.missing,
    )


def percent(share: float) -> str:
    """Write a share as '+0.4 %' or '−0.3 %'."""
    shown = wording.number(100.0 * share)
    sign = "+" if share > 0 and shown != "0" else ""
    return f"{sign}{shown} %".replace("-", wording.MINUS)
