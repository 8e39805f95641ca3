"""The way back after time off: how much is still to regain, and when old strength returns."""

from __future__ import annotations

from datetime import date
from math import exp, sqrt
from typing import NamedTuple

from planner.engine import evidence, layoff, phase, trend
from planner.engine.layoff import Loss
from planner.engine.lift import LiftState
from planner.engine.prediction import level_on
from planner.engine.terms import Phrase, phrase

_LAYOFF_DAYS = evidence.LAYOFF_DAYS.value
_REGAIN_DAYS = evidence.REGAIN_MAX_DAYS.value
_GAIN_DAYS = 28.0
_LONGER = evidence.BACK_LONGER.value
_QUIET_DAYS = evidence.PLATEAU_QUIET_DAYS.value


class Regain(NamedTuple):
    """The strength from before time off, kg e1RM, and (earliest, latest) day of its return."""

    kg: float
    between: tuple[date, date]


def expected(state: LiftState, on: date, muscle_gap_days: int | None = None) -> Regain | None:
    """Return what is expected back and when, if training goes on from `on`.

    None without a layoff of late, and once next to nothing is missing. The range narrows with
    each session, since each shows how much was lost.
    """
    level = level_on(state, on, muscle_gap_days)
    if level is None or not _is_returning(state, on, muscle_gap_days, _REGAIN_DAYS):
        return None
    missing = _missing(state, on, muscle_gap_days)
    assert state.bank is not None
    gain = phase.monthly_gain(state.bank, state.steps, state.rhythm.days_between)
    per_day = gain.mean / _GAIN_DAYS
    between = layoff.back_between(missing.mean, sqrt(missing.variance), on, per_day)
    return None if between is None else Regain(exp(level.mean + missing.mean), between)


def _missing(state: LiftState, on: date, muscle_gap_days: int | None) -> Loss:
    """Return what is to regain on a day, log units."""
    assert state.bank is not None
    assert state.last_on is not None
    left = layoff.still_missing(state.rhythm, state.last_on, *trend.level(state.bank))
    return layoff.plus(left, layoff.expected_loss(away_days(state, on), muscle_gap_days))


def said(back: Regain | None, today: date) -> tuple[Phrase, ...]:
    """Say in how many weeks the strength from before is likely back, from a day; () for nothing.

    Lifters who train on as before keep to the days between; in real logs about half take longer.
    """
    if back is None:
        return ()
    early, late = [max((on - today).days, 0) / 7 for on in back.between]
    first, half = max(round(early), 1), max(round(late), 1)
    most = max(round(_LONGER * late), half + 1)
    words = phrase(
        "Back at {back_e1rm_kg} e1RM in about {first_weeks} to {most_weeks} weeks "
        "(half within {back_weeks})",
        back_e1rm_kg=back.kg, first_weeks=first, most_weeks=most, back_weeks=half,
    )  # fmt: skip
    return (words,)


def hides_plateau(state: LiftState, on: date, muscle_gap_days: int | None = None) -> bool:
    """Tell whether a flat stretch says nothing yet, since strength returns after a layoff."""
    fresh = is_fresh(state, on, muscle_gap_days)
    return fresh or expected(state, on, muscle_gap_days) is not None


def is_fresh(state: LiftState, on: date, muscle_gap_days: int | None = None) -> bool:
    """Tell whether a lift is away, or back for less than three weeks: what it shows is no gain."""
    return _is_returning(state, on, muscle_gap_days, _QUIET_DAYS)


def away_days(state: LiftState, on: date) -> int:
    """Return the days since the lift was last done; 0 before its first session."""
    return max((on - (state.last_on or on)).days, 0)


def _is_away(state: LiftState, on: date, muscle_gap_days: int | None) -> bool:
    away = away_days(state, on)
    return min(away, away if muscle_gap_days is None else muscle_gap_days) >= _LAYOFF_DAYS


def _is_returning(
    state: LiftState, on: date, muscle_gap_days: int | None, within_days: float
) -> bool:
    """Tell whether there is a layoff on a day, or one ended no longer before."""
    back_on = state.rhythm.back_on
    recent = back_on is not None and (on - back_on).days <= within_days
    return recent or _is_away(state, on, muscle_gap_days)
