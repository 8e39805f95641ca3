"""Everything the engine says about a lift on one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import exp

from planner.engine import evidence, layoff, phase, regain, trend
from planner.engine.lift import LiftState
from planner.engine.phase import Gain
from planner.engine.prediction import level_on, strength_kg
from planner.engine.terms import (
    Confidence,
    Experience,
    Lifter,
    LoadKind,
    Phase,
    Phrase,
    Reading,
    phrase,
)

_MIN_SESSIONS = evidence.PHASE_SESSIONS.value
_BAND = evidence.BAND_SD.value
_GAINING = (Phase.EARLY, Phase.STEADY)  # what returns after time off is no gain
_CAPPED_SESSIONS = evidence.CAPPED_SESSIONS.value


def read(state: LiftState, today: date, muscle_gap_days: int | None = None) -> Reading:
    """Return what is known of the lift on `today`, which is not before the last session.

    `muscle_gap_days` is the time since the muscles were last trained by any exercise; None means
    that only this exercise's own pause is known.
    """
    level = level_on(state, today, muscle_gap_days)
    if level is None or state.bank is None or state.last_on is None or state.course is None:
        return _empty(state, today)
    gain = phase.monthly_gain(state.bank, state.steps, state.rhythm.days_between)
    away = max((today - state.last_on).days, 0)
    shares = _shares(state, today, gain, away, muscle_gap_days)
    (name, confidence), (kg, kg_sd) = verdict(shares), strength_kg(level)
    if (name is Phase.PLATEAU and regain.hides_plateau(state, today, muscle_gap_days)) or (
        name in _GAINING and regain.is_fresh(state, today, muscle_gap_days)
    ):
        name, confidence = Phase.UNCLEAR, Confidence.CANT_TELL
    lost = layoff.expected_loss(away, muscle_gap_days)
    back = regain.expected(state, today, muscle_gap_days)
    weeks, course = (state.last_on - state.course.began_on).days / 7, state.course
    return Reading(
        today, state.exercise.slug, state.sessions, kg, kg_sd, gain.mean, gain.sd,
        phase.levelled(gain, weeks), course.levelled_off_on, name, shares,
        fatigue=shares[Phase.FATIGUE],
        retained=exp(-lost.mean),
        expected_return=back.between if back is not None else None,
        confidence=confidence,
        capped=state.capped >= _CAPPED_SESSIONS,
        gain_before=course.gain_before,
        last_on=state.last_on,
        facts=(*_facts(state, gain, away, shares[Phase.FATIGUE]), *regain.said(back, today)),
    )  # fmt: skip


def _empty(state: LiftState, today: date) -> Reading:
    return Reading(
        on=today,
        exercise=state.exercise.slug,
        sessions=state.sessions,
        strength_kg=None,
        strength_sd=None,
        gain_28d=None,
        gain_28d_sd=None,
        p_level=None,
        levelled_off_on=None,
        phase=Phase.UNCLEAR,
        phase_probabilities={Phase.UNCLEAR: 1.0},
    )


def may_be_back(lifter: Lifter, gaps: Iterable[int | None]) -> bool:
    """Tell whether a lift may be read as a return: only a returner's, or one after a long rest.

    `gaps` are the rests of its muscles until today and wherever the lift itself rested as long;
    days, None where none is known.
    """
    rested = (gap is None or gap >= evidence.LAYOFF_DAYS.value for gap in gaps)
    return lifter.experience is Experience.RETURNER or any(rested)


def confidence_of(probability: float) -> Confidence:
    """Return the word for a probability: fairly sure from .8, likely from .55."""
    if probability >= evidence.SURE_P.value:
        return Confidence.FAIRLY_SURE
    return Confidence.LIKELY if probability >= evidence.CLEAR_P.value else Confidence.CANT_TELL


def verdict(shares: dict[Phase, float]) -> tuple[Phase, Confidence]:
    """Return the most probable phase, or UNCLEAR when none reaches .55, and how sure that is."""
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < evidence.CLEAR_P.value or best is Phase.UNCLEAR:
        return Phase.UNCLEAR, Confidence.CANT_TELL
    return best, confidence_of(shares[best])


def signs_of(
    state: LiftState, gain: Gain, away: int, muscle_gap_days: int | None = None
) -> phase.PhaseSigns:
    """Return what speaks for each phase; the lift must have been trained before.

    `gain` is the lift's own and `away` the days since its last session.
    """
    assert state.bank is not None
    assert state.last_on is not None
    assert state.course is not None
    loss = trend.to_regain(state.bank)[0] + layoff.expected_loss(away, muscle_gap_days).mean
    weeks = (state.last_on - state.course.began_on).days / 7
    return phase.signs(gain, state.strain, loss, weeks, away)


def _shares(
    state: LiftState, today: date, gain: Gain, away: int, muscle_gap_days: int | None
) -> dict[Phase, float]:
    most = {
        Phase.RETURN: 1.0 if _has_been_away(state, away, muscle_gap_days) else 0.0,
        Phase.PLATEAU: _most_plateau(state, gain, today),
    }
    shares = phase.probabilities(signs_of(state, gain, away, muscle_gap_days), most)
    return shares if state.sessions >= _MIN_SESSIONS else _too_early(shares, state.sessions)


def _too_early(shares: dict[Phase, float], sessions: int) -> dict[Phase, float]:
    """Leave open what the first sessions cannot tell; nothing can be called tired yet."""
    unknown = 1.0 - sessions / _MIN_SESSIONS
    known = {name: (1.0 - unknown) * shares[name] for name in (Phase.RETURN, Phase.EARLY)}
    return {**dict.fromkeys(shares, 0.0), **known, Phase.UNCLEAR: 1.0 - sum(known.values())}


def _most_plateau(state: LiftState, gain: Gain, today: date) -> float:
    """Return how probable a plateau may be at most.

    None before the lift was trained long enough, and no more than even chances while a clear gain
    is expected or seen.
    """
    assert state.course is not None
    weeks = (today - state.course.began_on).days / 7
    if state.sessions < evidence.FLAT_SESSIONS.value or weeks < evidence.FLAT_WEEKS.value:
        return 0.0
    assert state.bank is not None
    risen = trend.middle(state.bank) - state.course.usual_level
    flat = gain.mean <= evidence.FLAT_GAIN_MAX.value and risen <= evidence.RISING.value
    return 1.0 if flat else 0.5


def _has_been_away(state: LiftState, away: int, muscle_gap_days: int | None) -> bool:
    """Tell whether there is or was a layoff of late, or the lifter began as a returner."""
    whole = away if muscle_gap_days is None else min(away, muscle_gap_days)
    if whole >= evidence.LAYOFF_DAYS.value or state.lifter.experience is Experience.RETURNER:
        return True
    assert state.last_on is not None
    since = None if state.rhythm.back_on is None else (state.last_on - state.rhythm.back_on).days
    return since is not None and since <= evidence.REGAIN_MAX_DAYS.value


def _facts(state: LiftState, gain: Gain, away: int, fatigue: float) -> list[Phrase]:
    """Return what the reading rests on, most important first."""
    facts = [phrase("{sessions} sessions, the last on {last_on}", sessions=state.sessions,
                    last_on=state.last_on)]  # fmt: skip
    low, high = gain.mean - _BAND * gain.sd, gain.mean + _BAND * gain.sd
    facts.append(
        phrase(
            "Gain in four weeks about {gain_pct} ({low_pct} to {high_pct})",
            gain_pct=round(100 * gain.mean, 1),
            low_pct=round(100 * low, 1),
            high_pct=round(100 * high, 1),
        )
    )
    facts.extend(_warnings(state, away, fatigue))
    return facts


def _warnings(state: LiftState, away: int, fatigue: float) -> list[Phrase]:
    facts = []
    if state.held is not None:
        facts.append(phrase("{held_kg} on {held_on} looks like a typing error and is left out",
                            held_kg=exp(state.held.log_kg), held_on=state.held.on))  # fmt: skip
    if state.capped >= _CAPPED_SESSIONS:
        facts.append(phrase("Every set stopped at its target, so strength is at least this; one "
                            "set to the limit or a logged reserve would tell"))  # fmt: skip
    if state.exercise.load_kind is not LoadKind.EXTERNAL and not state.bodyweight_known:
        facts.append(phrase("Bodyweight is not known, {bodyweight_kg} is assumed",
                            bodyweight_kg=state.bodyweight_kg))  # fmt: skip
    if away >= evidence.LAYOFF_DAYS.value:
        facts.append(phrase("{away_days} days without this exercise", away_days=away))
    if fatigue >= evidence.FATIGUE_HINT.value:
        facts.append(phrase("Recent sessions are under expectation: tiredness is possible"))
    return facts
