"""What the first session after time off should be, as it follows from the log."""

from __future__ import annotations

from math import exp, sqrt
from typing import NamedTuple

from load_accounts import back_kg, believed_kg, moved
from recounted import Case, Counted, doubted, hardest_last, last_shown_on

from planner.engine import evidence, layoff, regain, strength
from planner.engine.strength import without_ramp
from planner.engine.terms import LoadKind, Suggestion


class Pause(NamedTuple):
    """Days without the lift, and those for which its muscles rested."""

    own: int
    off: int

    @property
    def loss(self) -> layoff.Loss:
        """What it cost, log units."""
        return layoff.expected_loss(self.own, self.off)


def _pause(of: Case) -> Pause:
    context = of.asked.context
    own = (context.session_on - last_shown_on(of)).days
    return Pause(own, min(own, own if context.muscle_gap_days is None else context.muscle_gap_days))


def _back(of: Case, _: Suggestion) -> Counted:
    context, pause = of.asked.context, _pause(of)
    mean, spread = pause.loss.mean, evidence.BAND_SD.value * sqrt(pause.loss.variance)
    regained = regain.expected(context.state, context.session_on, context.muscle_gap_days)
    back = (None, None) if regained is None else regained.between
    said = regain.said(regained, context.session_on)
    held, in_time = evidence.BACK_HELD.value, evidence.BACK_IN_TIME.value
    kept = {"back_held_p": held, "back_in_time_p": in_time}
    return {
        "session_on": context.session_on,
        "off_span": pause.off, "own_span": _ago(of, pause), "loss_pct": _lost(mean),
        "loss_low_pct": _lost(max(mean - spread, 0.0)), "loss_high_pct": _lost(mean + spread),
        "last_kg": hardest_last(of.asked)[0].load_kg, **_session(of, pause),
        "back_from_on": back[0], "back_by_on": back[1], **(kept if regained else {}),
        **(dict(said[0].values) if said and of.state.held is None else {}),
        **(doubted(of) if of.state.held is not None and _asks_first(pause) else {}),
        **_hurt(of),
    }  # fmt: skip


def _hurt(of: Case) -> Counted:
    """Return what is told of pain while nothing was done since: no load is named then."""
    back = of.asked.context.way_back
    if back is None or back.most_kg is not None:
        return {}
    return {"new_kg": None, "pain": back.pain, "hurt_on": back.hurt_on}


def _ago(of: Case, pause: Pause) -> int:
    """Return the days since the lift was done, by today where they are a pause already."""
    ago = (of.asked.context.today - last_shown_on(of)).days
    return ago if ago >= evidence.LAYOFF_DAYS.value else pause.own


def _asks_first(pause: Pause) -> bool:
    """Tell whether a day in doubt is asked about on the card: in so long nothing goes without."""
    return pause.off >= evidence.SECOND_DAYS.value


def _lost(share: float) -> float:
    return round(100 * share, 1 if share < 0.03 else 0)


def _session(of: Case, pause: Pause) -> Counted:
    """Return load, sets, repetitions and reserve of the first session back."""
    sets, reps = _usual(of)
    if pause.off >= evidence.LAYOFF_DAYS.value:
        long = pause.off >= evidence.EIGHT_WEEKS.value
        share = evidence.RAMP_SETS_LONG if long else evidence.RAMP_SETS
        sets = min(sets, max(1, int(max(sets, _sets_before(of)) * share.value)))
    rir = _reserve(of)
    alone = of.asked.lift.exercise.load_kind is LoadKind.BODYWEIGHT
    if of.state.held is not None and not alone:  # no load from a day in doubt
        return {"new_kg": None, "sets": sets, "reps": reps, "rir": rir}
    strength_kg = max(believed_kg(of), _shown_kg(of, pause))
    load = 0.0 if alone else back_kg(of, pause.off, strength_kg, reps, rir)
    lifted = moved(of, load)
    able = strength.reps_at(lifted, strength_kg) + 1e-6 if lifted else reps + rir
    if able >= reps + rir:
        return {"new_kg": load, "sets": sets, "reps": reps, "rir": rir}
    fewer, kept = _left(of, able, reps, rir)
    if fewer >= min(reps, evidence.RAMP_FEWEST.value):
        return {"new_kg": load, "sets": sets, "reps": fewer, "rir": kept}
    if load or not (alone or of.asked.lift.exercise.load_kind is LoadKind.ADDED):
        return {"new_kg": None, "sets": sets, "reps": reps, "rir": rir}
    if not fewer:  # not even one leaves enough: another exercise comes first
        return {"new_kg": None, "sets": sets, "reps": 0, "rir": rir}
    return {"new_kg": load, "sets": max(sets, min(_done(of)[0], 2)), "reps": fewer, "rir": kept}


def _left(of: Case, able: float, reps: int, rir: float) -> tuple[int, float]:
    """Return repetitions (0: too few) and reserve where so many can be done: fewer, but half of
    them at most, and never nearer to the limit than planned or by two."""
    least = max(of.rir, evidence.RAMP_RIR.value)
    fits = (n for n in range(reps, 0, -1) if n + rir <= able or 2 * n <= able)
    fewer = next((n for n in fits if n + least <= able), 0)
    return fewer, max(least, min(rir, int(able - max(fewer, 1))))


def _sets_before(of: Case) -> int:
    """Return the sets of the last session where a deload plans fewer: nothing is cut twice."""
    context, exercise = of.asked.context, of.asked.lift.exercise
    done = without_ramp(context.base_sets, exercise, of.state.bodyweight_kg)
    return len(done) if context.deload else 0


def _reserve(of: Case) -> float:
    """Return two more in reserve than planned, of which a deload's own are two already."""
    already = evidence.DELOAD_RIR.value if of.asked.context.deload else 0.0
    eased = max(of.rir - already, evidence.RIR_UNKNOWN.value) + evidence.RAMP_RIR.value
    return max(of.rir, eased)


def _usual(of: Case) -> tuple[int, int]:
    """Return (sets, repetitions) as planned, else as of the last session without its ramp-up; what
    the body does alone is not asked for more than it did."""
    if of.asked.plan is None:
        return _done(of)
    alone = of.asked.lift.exercise.load_kind is LoadKind.BODYWEIGHT
    return of.sets, min(of.reps, _done(of)[1]) if alone else of.reps


def _done(of: Case) -> tuple[int, int]:
    """Return (sets, the middle repetitions) of the last session without its ramp-up."""
    exercise, body = of.asked.lift.exercise, of.state.bodyweight_kg
    done = without_ramp(of.asked.context.base_sets, exercise, body)
    ordered = sorted([s.reps or 1 for s in done])
    middle = ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
    return len(done), max(1, middle // 2)


def _shown_kg(of: Case, pause: Pause) -> float:
    """Return what the last day has shown less the cost of the pause, kg; 0 while in doubt.

    Help of the whole bodyweight shows nothing.
    """
    context, exercise = of.asked.context, of.asked.lift.exercise
    shown = strength.best_set(context.last_sets, exercise, of.state.bodyweight_kg)
    return 0.0 if of.state.held or shown is None else shown[1] * exp(-pause.loss.mean)


RETURNS = {"return.ramp": _back, "return.lift": _back}
