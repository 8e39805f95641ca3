"""A lift followed anew from its log, and what a suggestion should say of it by that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp, floor
from statistics import median
from typing import NamedTuple

from advised import MONTH, Advised

from planner import engine
from planner.engine import evidence, plates, strength, trend
from planner.engine.forecast import Forecast
from planner.engine.terms import LoadKind, LoggedSet, PhraseValue, Reading
from planner.engine.training import Training

Counted = dict[str, PhraseValue]
BAND = evidence.BAND_SD.value


class Case(NamedTuple):
    """A session's advice with the lift followed anew from its first day.

    `load`, `reps`, `top`, `rir` and `sets` are what the next session asks for.
    """

    asked: Advised
    state: engine.LiftState
    reading: Reading
    load: float
    reps: int
    top: int
    rir: float
    sets: int

    def forecast(self, load_kg: float) -> Forecast:
        """Return what is to be expected of the next session at a load."""
        context = self.asked.context
        return engine.forecast_sets(
            self.state, context.session_on, load_kg, self.sets, context.muscle_gap_days
        )

    def p_reserve(self, load_kg: float, reps: int) -> float:
        """Return the chance of so many repetitions with the reserve."""
        return self.forecast(load_kg).p_reserve(reps, self.rir)

    def able(self, load_kg: float) -> Counted:
        """Return the range of repetitions with the reserve."""
        low, high = self.forecast(load_kg).able_interval(self.rir)
        return {"low": floor(low), "high": floor(high)}

    @property
    def training(self) -> Training:
        """What surrounds the lift."""
        assert self.asked.context.training is not None
        return self.asked.context.training


def case(asked: Advised) -> Case:
    """Follow the log to the session anew and say what the next one asks for."""
    state = engine.start(asked.lift.exercise, asked.lift.lifter)
    for day in asked.days:
        state = engine.update(state, day)
    last = hardest(asked)
    reps = last[0].target_reps or max(_first_meant(last), asked.context.base.reps)
    wants = (last[0].load_kg or 0.0, reps, reps, float(any(s.rir for s in last)), len(last))
    if asked.plan is not None:
        first = asked.plan.sets[0]
        assert first.load_kg is not None
        assert first.reps_low is not None
        high, rir = first.reps_high or first.reps_low, first.rir or 0.0
        wants = (first.load_kg, first.reps_low, high, rir, len(asked.plan.sets))
    return Case(asked, state, engine.read(state, asked.days[-1].on), *wants)


def _first_meant(sets: Sequence[LoggedSet]) -> int:
    """Return the repetitions of the first set, or of the middle one where they are far more."""
    reps = [entry.reps or 1 for entry in sets]
    middle = median(reps)
    far = reps[0] > max(evidence.FIRST_SET_TYPO.value * middle, middle + 2)
    return int(middle) if far else reps[0]


def hardest(asked: Advised) -> list[LoggedSet]:
    """Return the sets at the hardest load of the session that the next one goes on from."""
    return _at_hardest(asked, asked.context.base_sets)


def hardest_last(asked: Advised) -> list[LoggedSet]:
    """Return the sets at the hardest load of the last session, a light day too."""
    return _at_hardest(asked, asked.context.last_sets)


def _at_hardest(asked: Advised, sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    pick = min if asked.lift.exercise.load_kind is LoadKind.ASSISTED else max
    load = pick([s.load_kg or 0.0 for s in sets])
    return [s for s in sets if s.load_kg == load]


def harder(of: Case) -> float:
    """Return the next harder load that the gym has."""
    context = of.asked.context
    step = plates.next_harder(of.load, context.exercise, context.inventory)
    assert step is not None
    return step


def rise(of: Case) -> float:
    """Return what the next harder load is over the target's, as a fraction."""
    body, exercise = of.state.bodyweight_kg, of.asked.context.exercise
    before = strength.moved_kg(of.load, exercise, body)
    after = strength.moved_kg(harder(of), exercise, body)
    assert before is not None
    assert after is not None
    return after / before - 1.0


def gain(of: Case) -> Counted:
    """Return the range of the gain in four weeks, per cent."""
    middle, sd = of.reading.gain_28d or 0.0, of.reading.gain_28d_sd or 0.0
    spread = evidence.BAND_SD.value * sd
    return {
        "low_pct": round(100 * (middle - spread), 1),
        "high_pct": round(100 * (middle + spread), 1),
    }


def stands(of: Case) -> Counted:
    """Return where the lift stands: strength, its last day, and the gain in four weeks."""
    return {
        "e1rm_kg": round(of.reading.strength_kg or 0.0, 2),
        "last_on": last_shown_on(of),
        "gain_pct": round(100 * (of.reading.gain_28d or 0.0), 1),
        **gain(of),
    }


def last_shown_on(of: Case) -> date:
    """Return the last day whose loads can be: help of the whole bodyweight moves nothing."""
    body, exercise = of.state.bodyweight_kg, of.asked.lift.exercise
    return next(
        day.on
        for day in reversed(of.asked.days)
        if any(strength.moved_kg(entry.load_kg, exercise, body) for entry in day.sets)
    )


def weekly_sets(of: Case) -> float:
    """Return the week's hard sets: the lift's own, counted, and those of other exercises."""
    days = of.asked.days
    own = sum([len(day.sets) for day in days if day.on > days[-1].on - MONTH])
    return round(own / 4.0 + of.asked.others, 1)


def doubted(of: Case) -> Counted:
    """Return what is asked about a day that looks like a typing error."""
    held, bank = of.state.held, of.state.bank
    assert held is not None
    assert bank is not None
    return {
        "last_on": held.on,
        "shown_e1rm_kg": round(exp(held.log_kg), 2),
        "e1rm_kg": round(exp(trend.middle(bank)), 2),
    }
