"""Loads that suggestions change to, as they follow from the log and from what the gym has."""

from __future__ import annotations

from math import exp

from advised import is_harder
from forbidden import usual_cap
from recounted import Case, hardest, hardest_last

from planner.engine import evidence, plates, strength
from planner.engine.prediction import level_on
from planner.engine.terms import LoadKind

TINY = 1e-6
EASED = 1.0 - evidence.EASE_MAX.value


def believed_kg(of: Case) -> float:
    """Return the strength believed for the next session, e1RM in kg."""
    context = of.asked.context
    level = level_on(of.state, context.session_on, context.muscle_gap_days)
    assert level is not None
    return exp(level.mean)


def moved(of: Case, load_kg: float) -> float:
    """Return what the muscles move with a load, kg."""
    return strength.moved_kg(load_kg, of.asked.lift.exercise, of.state.bodyweight_kg) or 0.0


def kept_kg(of: Case) -> float | None:
    """Return the last load where more is planned; None where the plan may stand."""
    return _less_than_planned(of, _last_kg(of))


def clean(of: Case, sound: int) -> tuple[float | None, int | None]:
    """Return the load and the repetitions for clean sets, each None where it stays as planned.

    The load is the last one; where fewer than two sets were sound, it is about a tenth less, or the
    repetitions fall.
    """
    kept = _less_than_planned(of, _last_kg(of))
    if sound >= 2 or of.asked.lift.exercise.load_kind is LoadKind.BODYWEIGHT:
        return kept, None
    less = _tenth_less(of)
    if less is not None:
        return _less_than_planned(of, _practised(of, less)), None
    last = hardest_last(of.asked)[0].load_kg or 0.0
    reps = max(1, of.reps - int(evidence.BREAK_FEWER.value))
    lighter_planned = is_harder(last, of.load, of.asked.lift.exercise)
    return kept, None if lighter_planned or reps == of.reps else reps


def _tenth_less(of: Case) -> float | None:
    """Return the load nearest below a tenth less than the last, else the one above; None where
    neither moves less than the last and four fifths of it at least."""
    context, last = of.asked.context, moved(of, hardest_last(of.asked)[0].load_kg or 0.0)
    below = _no_harder(of, (1.0 - evidence.BREAK_EASE.value) * last)
    above = plates.next_harder(below, context.exercise, context.inventory)
    least = (1.0 - evidence.BREAK_EASE_MOST.value) * last
    for load in (below, above):
        if load is not None and least - TINY <= moved(of, load) < last - TINY:
            return load
    return None


def even_kg(of: Case, first_reps: int) -> float:
    """Return the hardest load with an even chance by strength, at most a tenth easier."""
    before = moved(of, of.load)
    able = believed_kg(of) / _over_load(first_reps, of.rir)
    return _easier(of, of.load, _near(of, max(min(able, before), EASED * before), EASED * before))


def range_kg(of: Case, low: int, high: int) -> float:
    """Return the load for a range: its upper end, or as many as the lower end and the cap allow."""
    believed = believed_kg(of)
    most = (1.0 + usual_cap(of.asked.lift.exercise)) * moved(of, of.load)
    ends = [believed / _over_load(end, of.rir) for end in (low, high)]
    return _no_harder(of, min(*ends, most))


def back_kg(of: Case, days_off: int, strength_kg: float, reps: int, rir: float) -> float:
    """Return the load of the first session back: by strength and pause, at most as planned."""
    last = hardest(of.asked)[0].load_kg or 0.0
    months = max(days_off / 28.0 - 1.0, 0.0)
    share = max(0.95 - 0.05 * months, 0.6)
    wanted = [strength_kg / _over_load(reps, rir), share * moved(of, last), moved(of, of.load)]
    load = _near(of, min(wanted), 0.85 / 0.95 * min(wanted))
    return _practised(of, _easier(of, load, _easier(of, last, of.load)))


def _over_load(reps: int, rir: float) -> float:
    return 1.0 + (reps + rir - 1.0) / 29.0


def _last_kg(of: Case) -> float:
    """Return the hardest load of the last session as the gym sets it, as far as practice allows."""
    context, last = of.asked.context, hardest_last(of.asked)[0].load_kg or 0.0
    return _practised(of, plates.settable(last, context.exercise, context.inventory))


def _less_than_planned(of: Case, load_kg: float) -> float | None:
    return load_kg if is_harder(of.load, load_kg, of.asked.lift.exercise) else None


def _practised(of: Case, load_kg: float) -> float:
    """Return a load, or what practice allows where that is less."""
    context = of.asked.context
    most = context.practice.cap_kg
    if most is None or load_kg <= most + TINY:
        return load_kg
    return plates.settable(most, context.exercise, context.inventory)


def _easier(of: Case, one_kg: float, other_kg: float) -> float:
    return other_kg if is_harder(one_kg, other_kg, of.asked.lift.exercise) else one_kg


def _no_harder(of: Case, moved_kg: float) -> float:
    """Return the hardest load of this gym that moves no more."""
    context = of.asked.context
    typed = strength.typed_kg(moved_kg, context.exercise, of.state.bodyweight_kg)
    return plates.no_harder(typed, context.exercise, context.inventory)


def _near(of: Case, moved_kg: float, least: float) -> float:
    """Return the load below, or the one above where that moves too little, or the target's."""
    context, below = of.asked.context, _no_harder(of, moved_kg)
    if moved(of, below) >= least - TINY:
        return below
    above = plates.next_harder(below, context.exercise, context.inventory)
    return of.load if above is None else above
