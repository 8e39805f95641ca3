"""What notices of levelling off and changes of structure should say, as it follows from the log."""

from __future__ import annotations

from load_accounts import range_kg
from recounted import Case, Counted, gain, stands, weekly_sets

from planner.engine import evidence
from planner.engine.terms import Suggestion, SuggestionKind
from planner.engine.volume import weekly_range

MOST_REPS = 20
HEAVY, SIZE = (4, 6), (8, 12)
STRUCTURAL = (SuggestionKind.ADD_SET, SuggestionKind.REP_RANGE)


def _room(of: Case) -> Counted:
    return {"low": of.reps, "high": max(of.top, of.reps + int(evidence.NOTICE_REPS.value))}


def _first_range(of: Case, made: Suggestion) -> Counted:
    """Return the range after early gains: at least four reps, with a load of its own then."""
    low = max(of.reps, HEAVY[0])
    high = max(of.top, low + int(evidence.NOTICE_REPS.value))
    if made.change is None or high > MOST_REPS:
        return {}
    load = {} if low == of.reps else {"new_kg": range_kg(of, low, high)}
    return {"low": low, "high": high, **load}


def _levelled(of: Case, made: Suggestion) -> Counted:
    reading = of.reading
    return {
        "level_p": round(reading.p_level or 0.0, 3), "since_on": reading.levelled_off_on,
        "before_pct": round(100 * (reading.gain_before or 0.0), 1),
        "now_pct": round(100 * (reading.gain_28d or 0.0), 1), **gain(of),
        **_first_range(of, made), "early_pct": 100 * evidence.LEVEL_GAIN.value,
    }  # fmt: skip


def _add_set(of: Case, _: Suggestion) -> Counted:
    serves = weekly_range(of.asked.lift.lifter.experience)
    now = of.sets if of.asked.plan is not None else len(of.asked.context.base_sets)
    return {
        **stands(of), "weekly_sets": weekly_sets(of), "over_weeks": 4, "range_low": serves.low,
        "range_high": serves.high, "sets": now + 1, "sets_now": now,
        "size_pct": evidence.SIZE_PER_SET.value,
    }  # fmt: skip


def _range(of: Case, _: Suggestion) -> Counted:
    reps = of.asked.days[-1].sets[0].reps or 1
    low, high = SIZE if reps <= HEAVY[1] or reps > SIZE[1] else HEAVY
    weeks = int(of.training.range_weeks)
    new = {"low": low, "high": high, "new_kg": range_kg(of, low, high)}
    return {**stands(of), "reps": reps, "range_weeks": weeks, **new}


def _less_reserve(of: Case, _: Suggestion) -> Counted:
    return {**stands(of), "rir_now": of.rir, "rir": of.rir - 1}


def _more_reps(of: Case, _: Suggestion) -> Counted:
    return {**stands(of), **_room(of)}


def _swap(of: Case, made: Suggestion) -> Counted:
    to = made.change.exercise if made.change else None
    names = {each.slug: each.name for each in of.training.alternatives}
    return {
        "to": to, "to_name": names[to or ""], "keep_weeks": evidence.VARIATION_WEEKS.value,
        "studies": evidence.VARIATION_STUDIES.value, "people": evidence.VARIATION_PEOPLE.value,
    }  # fmt: skip


def _variation(of: Case, made: Suggestion) -> Counted:
    tried = any(kind in of.training.tried for kind in STRUCTURAL)
    changed: Counted = {"changed_on": of.training.changed_on}
    why = changed if tried else {"weekly_sets": weekly_sets(of)}
    return {**stands(of), **why, **_swap(of, made)}


def _away_from_pain(of: Case, made: Suggestion) -> Counted:
    return {
        **stands(of),
        "pain": max(pain or 0 for pain in of.asked.context.pain),
        **_swap(of, made),
    }


STRUCTURES = {
    "level_off.notice": _levelled, "structure.add_set": _add_set, "structure.rep_range": _range,
    "structure.more_reps": _more_reps, "structure.less_reserve": _less_reserve,
    "structure.variation": _variation, "structure.variation_pain": _away_from_pain,
}  # fmt: skip
