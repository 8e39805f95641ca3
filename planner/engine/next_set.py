"""What the next set of a session under way will show, from the sets before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import hypot, log, log1p
from statistics import fmean

from planner.engine import evidence
from planner.engine.forecast import Forecast
from planner.engine.habit import Four
from planner.engine.lift import LiftState
from planner.engine.prediction import forecast_sets
from planner.engine.set_habit import (
    Mark,
    SetHabit,
    at_load,
    drop_after,
    like_last_time,
    marks,
    near_load,
)
from planner.engine.strength import moved_kg
from planner.engine.terms import LoggedSet

_APART = evidence.T4_SCALE.value * evidence.RELATION_SD.value
_FORM = evidence.SET_FORM.value
_START = evidence.SET_START.value
_LEVEL = evidence.NEXT_LEVEL.value
_MOST_REPS = int(evidence.NEXT_MOST_REPS.value)
_NORMAL_80 = 2.563  # standard deviations that the middle 80 % of a normal are wide
_LEAST_SD = evidence.NEXT_LEAST_SD.value


@dataclass(frozen=True, slots=True)
class NextSet:
    """The next set as a mixture of strengths that it may show, at the load it was asked for.

    `form` is today's deviation from what was expected before the session (log units, shrunk to
    the part that lasts), None before the first set with a load near this one; `seen` counts those.
    `harder` is the same set at a harder load that is known better: an easier one allows no less.
    """

    expected: Forecast
    load_kg: float
    form: float | None
    seen: int
    harder: NextSet | None = None

    def p_hit(self, reps: int) -> float:
        """Return the probability of at least `reps` repetitions with the reserve asked for."""
        chance = self.expected.p_spread(reps)
        return chance if self.harder is None else max(chance, self.harder.p_hit(reps))

    @property
    def reps(self) -> int:
        """The middle of the forecast, whole repetitions."""
        return next((r for r in range(_MOST_REPS) if self.p_hit(r + 1) < 0.5), _MOST_REPS)

    @property
    def reps_range(self) -> tuple[int, int]:
        """The fewest whole repetitions in a row that hold the result with 80 % probability."""
        above = [1.0, *(self.p_hit(reps) for reps in range(1, _MOST_REPS + 1)), 0.0]
        return _shortest(above)

    def at(self, log_step: float, load_kg: float) -> NextSet:
        """Return the same set at another load, `log_step` log units of what is moved from this one.

        That is what the lifter could do, by the relation of repetitions and load; how far lifters
        differ in it makes it the less sure the farther the load is from this one. Logs tell
        little of it: who plans a lighter set mostly leaves more in reserve.
        """
        e, apart = self.expected, _APART * log_step
        a, b, c, d = [hypot(scale, apart) for scale in e.scales]
        made = replace(e, log_load=e.log_load + log_step, scales=(a, b, c, d))
        return replace(
            self, expected=made, load_kg=load_kg, harder=self if log_step < 0.0 else None
        )


def _shortest(above: Sequence[float]) -> tuple[int, int]:
    """Return the (low, high) closest to each other that hold enough, of those the likeliest.

    `above` are the probabilities of at least 0, 1, 2 … repetitions.
    """
    best, most, high = (0, len(above) - 2), 0.0, 0
    for low in range(len(above) - 1):
        while high < len(above) - 2 and above[low] - above[high + 1] < _LEVEL:
            high += 1
        held, shorter = above[low] - above[high + 1], (best[1] - best[0]) - (high - low)
        if held < _LEVEL:
            break
        if shorter > 0 or (shorter == 0 and held > most):
            best, most = (low, high), held
    return best


def next_set(
    state: LiftState,
    habit: SetHabit,
    on: date,
    load_kg: float,
    today: Sequence[LoggedSet] = (),
    *,
    rir: float | None = None,
    rest_s: int | None = None,
    muscle_gap_days: int | None = None,
) -> NextSet:
    """Forecast the next set of a lift at a load (as typed, kg), from the state before the day.

    `today` are the sets done so far, in order. `rir` is the reserve asked for; it counts only
    where today's sets tell theirs. `rest_s` is the rest before the set. Raises ValueError for a
    load that cannot be.
    """
    moved = moved_kg(load_kg, state.exercise, state.bodyweight_kg)
    session = forecast_sets(state, on, load_kg, 1, muscle_gap_days)
    shown = marks(today, state.exercise, state.bodyweight_kg)
    done = [_as_usual(mark, session.extra_reps) for mark in shown]
    log_load = log(moved or 1.0)
    near = near_load(done, log_load)
    extra = _extra(done, rir, session.extra_reps)
    if not near:
        return NextSet(_first(session, habit, log_load, extra), load_kg, None, 0)
    drop = drop_after(habit, rest_s)
    expected = _following(session, habit, log_load, near, drop)
    return NextSet(
        replace(expected, extra_reps=extra), load_kg, _form(session, near, habit.drop), len(near)
    )


def _extra(done: Sequence[Mark], rir: float | None, usual: float) -> float:
    """Return the reserve that the next set will leave: as asked, as today so far, or as usual."""
    if not done or done[-1].rir is None:
        return usual
    return done[-1].extra if rir is None else reserve(rir)


def _as_usual(mark: Mark, extra: float) -> Mark:
    """Return a set of which no reserve is known with the one that this lifter usually leaves."""
    if mark.rir is not None or mark.extra != evidence.RIR_UNKNOWN.value:
        return mark
    over = log1p((mark.reps + extra - 1.0) / evidence.REPS_DIVISOR.value)
    return mark._replace(log_kg=mark.log_load + over)


def reserve(rir: float) -> float:
    """Return the repetitions in reserve that a logged or planned RIR stands for."""
    if rir >= 1.0:
        return min(rir, evidence.MAX_RIR.value) + evidence.RIR_BIAS.value
    least = evidence.RIR_AT_FAILURE.value
    return least + max(rir, 0.0) * (1.0 + evidence.RIR_BIAS.value - least)


def _session(session: Forecast) -> tuple[float, float]:
    """Return the session's forecast as (middle, standard deviation), log kg."""
    low, high = session.e1rm_interval(_LEVEL)
    return log(session.e1rm_kg), max((log(high) - log(low)) / _NORMAL_80, _LEAST_SD)


def _first(session: Forecast, habit: SetHabit, log_load: float, extra: float) -> Forecast:
    """Return the forecast before today tells anything: last time's set, and the session's."""
    like = like_last_time(habit.last, log_load, 0)
    middle, sd = _session(session)
    before = middle + _START
    trust = 0.0 if like is None else evidence.LAST_TRUST_FIRST.value
    scales = _scales(habit, sd, 0.0)
    means = (before, before, before if like is None else like, before)
    return Forecast(log_load, extra, means, scales, (0.0, 0.0, trust, 1.0 - trust))


def _following(
    session: Forecast, habit: SetHabit, log_load: float, near: Sequence[Mark], drop: float
) -> Forecast:
    """Return the forecast from the set before, today's form, last time's set and the session's."""
    previous, (middle, sd) = near[-1], _session(session)
    before, again = middle + _START, at_load(previous, log_load)
    like = like_last_time(habit.last, log_load, len(near))
    tired = middle + _FORM * (again - middle) + drop
    return Forecast(
        log_load,
        session.extra_reps,
        (again, tired, before if like is None else like, before),
        _scales(habit, sd, log_load - previous.log_load),
        _weights(habit, like is not None),
    )


def _scales(habit: SetHabit, session_sd: float, step: float) -> Four:
    """Return the scales of the four; a change of load makes today's sets tell less."""
    doubt = (evidence.STEP_DOUBT.value * step) ** 2
    return (
        (evidence.AGAIN_SD.value**2 + doubt) ** 0.5,
        ((evidence.DROP_SCALE.value * habit.spread) ** 2 + doubt) ** 0.5,
        evidence.LAST_SCALE.value * habit.apart,
        evidence.PRIOR_SCALE.value * session_sd,
    )


def _weights(habit: SetHabit, has_like: bool) -> Four:
    again = evidence.AGAIN_TRUST.value * habit.again
    tired, like = evidence.DROP_TRUST.value, evidence.LAST_TRUST.value
    rest = (1.0 - again) / (1.0 if has_like else 1.0 - like)
    like = like if has_like else 0.0
    prior = 1.0 - evidence.DROP_TRUST.value - evidence.LAST_TRUST.value
    return again, rest * tired, rest * like, rest * prior


def _form(session: Forecast, near: Sequence[Mark], drop: float) -> float:
    """Return today's deviation from the session's forecast, as far as it lasts; log units."""
    middle = log(session.e1rm_kg)
    shown = [at_load(mark, session.log_load) - number * drop for number, mark in enumerate(near)]
    return _FORM * (fmean(shown) - middle - _START)
