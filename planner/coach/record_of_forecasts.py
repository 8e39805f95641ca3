"""How often the forecasts of a lift were right: its ranges, and the chances it gave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from math import sqrt

from planner import engine
from planner.coach import counts
from planner.coach.lift_days import LiftDay
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, strength, target
from planner.engine.base import base_of
from planner.engine.skill import Beside
from planner.engine.terms import LoggedSet, Phrase, phrase

INTERVAL = 0.80  # share of results that a forecast range should hold
PROMISE = 0.8  # chance from which the planned repetitions count as promised
RECENT = 40  # sessions; advice looks back four weeks
LEAST = int(evidence.SHARE_LEAST.value)
BAND_SD = evidence.BAND_SD.value
NEAR = 0.05  # share up to which what came is what was to be expected: rule of thumb


@dataclass(frozen=True, slots=True)
class Forecasted:
    """What was forecast for a session's best set, at its load, before the session.

    `low` and `high` are whole repetitions that should hold the result with at least 80 %;
    `inside_p` is the probability that they do. `planned` are the repetitions meant to be done and
    `hit_p` the chance given to them; None when nothing was planned and no session came before.
    `likely` is the middle of the forecast, a fraction. `load_kg` is as typed, `moved_kg` with the
    bodyweight that it moves, and `reserve` the repetitions that this lifter usually leaves.
    `with_reserve` are the repetitions that could have been done, where the reserve was logged.
    """

    reps: int
    low: int
    high: int
    inside_p: float
    planned: int | None = None
    hit_p: float | None = None
    likely: float = 0.0
    load_kg: float = 0.0
    moved_kg: float = 0.0
    reserve: float = 0.0
    with_reserve: float | None = None

    @property
    def counted(self) -> int:
        """The repetitions done, as many as they would be with the usual reserve."""
        able = self.with_reserve
        return self.reps if able is None else max(round(able - self.reserve), 0)

    def e1rm_kg(self, reps: float) -> float:
        """Return the e1RM in kg that so many repetitions at the load stand for."""
        return strength.e1rm(self.moved_kg, reps, self.reserve)

    @property
    def inside(self) -> bool:
        """Whether the result lay in the range."""
        return self.low <= self.counted <= self.high

    @property
    def promised(self) -> bool:
        """Whether the planned repetitions were given 8 in 10 or more."""
        return self.hit_p is not None and self.hit_p >= PROMISE

    @property
    def hit(self) -> bool:
        """Whether the planned repetitions were done."""
        return self.planned is not None and self.reps >= self.planned


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some results came, beside how many should have, with that number's variance."""

    results: int = 0
    came: int = 0
    expected: float = 0.0
    variance: float = 0.0

    @property
    def enough(self) -> bool:
        """Whether there are enough results to judge by."""
        return self.results >= LEAST

    @property
    def too_few(self) -> bool:
        """Whether fewer came than chance explains (1 in 20)."""
        return self.came < self.expected - BAND_SD * sqrt(self.variance)

    @property
    def off_by(self) -> float:
        """By which share what came differs from what was to be expected."""
        return abs(self.came - self.expected) / self.results

    @property
    def too_many(self) -> bool:
        """Whether more came than chance explains (1 in 20)."""
        return self.came > self.expected + BAND_SD * sqrt(self.variance)


@dataclass(frozen=True, slots=True)
class ForecastRecord:
    """The record of a lift's forecasts: results in their range, and promises that came true."""

    ranges: Tally
    promises: Tally


def record(made: Iterable[Forecasted]) -> ForecastRecord:
    """Return the record of forecasts, in any order."""
    known = list(made)
    return ForecastRecord(
        _tally([(each.inside_p, each.inside) for each in known]),
        _tally([(each.hit_p or 0.0, each.hit) for each in known if each.promised]),
    )


def _tally(chances: Sequence[tuple[float, bool]]) -> Tally:
    return Tally(
        len(chances),
        sum(came for _, came in chances),
        sum(p for p, _ in chances),
        sum(p * (1.0 - p) for p, _ in chances),
    )


def forecasts(
    days: Iterable[LiftDay], beside_on: Callable[[date], Beside]
) -> Iterator[Forecasted | None]:
    """Yield what was forecast for each of a lift's days, in their order.

    None for the first session, and where no set tells strength. `beside_on` says what was known
    beside the log before a day.
    """
    for each in days:
        yield forecast_of(each, beside_on(each.step.day.on))


def best_set(replay: Replay, step: ReplayedDay) -> LoggedSet | None:
    """Return the work set of a session that shows the most strength; None when none does."""
    if not strength.measurable(replay.exercise):
        return None
    bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
    done = target.work_sets(step.day.sets)
    found = strength.best_set(done, replay.exercise, bodyweight_kg)
    return None if found is None else found[0]


def forecast_of(lift: LiftDay, beside: Beside) -> Forecasted | None:
    """Return what was known of a day's best set before it; None when nothing could be."""
    replay, before, step = lift
    best = best_set(replay, step)
    if before is None or best is None or best.reps is None:
        return None
    load_kg, state = best.load_kg or 0.0, before.state
    moved_kg = strength.moved_kg(load_kg, replay.exercise, state.bodyweight_kg)
    if moved_kg is None:
        return None
    made = engine.forecast_sets(
        state, step.day.on, load_kg, muscle_gap_days=step.day.muscle_gap_days
    )
    low, high = whole_range(made)
    inside_p = made.p_spread(low) - made.p_spread(high + 1)
    planned = best.target_reps or _repeated(replay, before, step.day.on, beside)
    hit_p = None if planned is None else made.p_hit(planned)
    return Forecasted(
        best.reps, low, high, inside_p, planned, hit_p,
        made.reps, load_kg, moved_kg, made.extra_reps, _with_reserve(best, moved_kg),
    )  # fmt: skip


def _with_reserve(best: LoggedSet, moved_kg: float) -> float | None:
    """Return the repetitions done with those left, as strength takes them; None if not logged."""
    if best.rir is None:
        return None
    *_, extra_reps, _ = strength.measure(best, moved_kg, position=0)
    return (best.reps or 0) + extra_reps


def _repeated(replay: Replay, before: ReplayedDay, on: date, beside: Beside) -> int | None:
    """Return the repetitions that stand for a plan where there is none, as advice takes them."""
    end = bisect_right(replay.steps, before.day.on, key=lambda step: step.day.on)
    days = [step.day for step in replay.steps[max(0, end - RECENT) : end]]
    base = base_of(days, before.state, on, beside)
    meant = target.repeated(replay.exercise, base.sets, base.reps)
    return None if meant is None else meant.reps_low


def whole_range(made: engine.Forecast, level: float = INTERVAL) -> tuple[int, int]:
    """Return (low, high) whole repetitions whose middle lies in a forecast's interval.

    A number counts by the middle of the probability up to it, so that over many sessions the
    range holds neither more nor less than `level` only because repetitions are whole; it always
    has the likeliest number in it.
    """
    tail, (low, high) = 0.5 * (1.0 - level), made.reps_interval(level)
    first = next(reps for reps in count(int(low)) if _middle(made, reps) >= tail)
    last = next(reps for reps in count(int(high) + 1, -1) if _middle(made, reps) <= 1.0 - tail)
    return first, max(first, last)


def _middle(made: engine.Forecast, reps: int) -> float:
    return 1.0 - 0.5 * (made.p_spread(reps) + made.p_spread(reps + 1))


def sentence(known: ForecastRecord, pooled: bool = False) -> Phrase:
    """Say in one sentence how often the forecasts were right, of one lift or of several pooled."""
    ranges = known.ranges
    if not ranges.results:
        return phrase("Nothing was forecast yet: a forecast takes a session before.")
    if not ranges.enough:
        count = counts.results if pooled else counts.sessions
        return phrase(
            "{sessions} had a forecast so far: too few to judge.", sessions=count(ranges.results)
        )
    held = phrase(
        "Over all lifts {inside} of {sessions} results lay in the range that should hold 8 in 10 "
        "({share_pct})"
        if pooled
        else "In {inside} of {sessions} sessions the result lay in the range that should hold 8 "
        "in 10 ({share_pct})",
        inside=ranges.came,
        sessions=ranges.results,
        share_pct=round(100 * ranges.came / ranges.results),
    )
    return _with_promises(held, known.promises)


def _with_promises(held: Phrase, made: Tally) -> Phrase:
    """Say behind how often the ranges held how often promises came true."""
    if not made.results:
        return phrase("{held}; it never gave the planned reps 8 in 10 or more.", held=held)
    return phrase(
        "{held}; when it gave the planned reps 8 in 10 or more, they came in {came} of {promises}."
        if made.enough
        else "{held}; when it gave the planned reps 8 in 10 or more, they came in {came} of "
        "{promises}, too few to judge.",
        held=held,
        came=made.came,
        promises=made.results,
    )


def meaning(known: ForecastRecord) -> Phrase:
    """Say what the record means for who goes by the forecasts."""
    ranges, promises = known.ranges, known.promises
    if not ranges.enough:
        return phrase("From {least} sessions on it shows how far to trust its ranges.", least=LEAST)
    if promises.enough and promises.too_few:
        return phrase("Planned reps came less often than it said: its chances are too high.")
    if ranges.too_few:
        return phrase("That is too seldom: its ranges are too narrow.")
    if ranges.too_many:
        return phrase("That is more often than needed: its ranges are wider than they must be.")
    if ranges.off_by > NEAR:
        return phrase("That is not quite what it should hold; from so few that may be chance.")
    return phrase(
        "That is as it should be: up to 2 in 10 results may lie outside, good and bad days alike."
    )
