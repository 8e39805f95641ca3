"""Every number of a suggestion and how sure it is, by rule, as they follow from the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import floor

from advised import is_harder
from load_accounts import clean, even_kg, kept_kg
from recounted import Case, Counted, doubted, harder, hardest, hardest_last, last_shown_on, rise
from return_accounts import RETURNS
from step_accounts import builds_up, hurt, in_steps, meant_kg
from structure_accounts import STRUCTURES

from planner.engine import evidence, plates
from planner.engine.reading import confidence_of
from planner.engine.target import step_cap, work_sets
from planner.engine.terms import Confidence, Phase, Suggestion, Technique

MOST_REPS, ROOM_REPS = 20, 2
SAME_KG = 0.05
Account = Callable[[Case, Suggestion], Counted]


def _basis(of: Case, load_kg: float, reps: int) -> Counted:
    chance = round(of.p_reserve(load_kg, reps), 3)
    return {"load_kg": of.load, "reps": of.reps, "rir": of.rir, "hit_p": chance}


def _at_step(of: Case, _: Suggestion) -> Counted:
    new = harder(of)
    return {**_basis(of, new, of.reps), "new_kg": new, **of.able(new)}


def _as_done(of: Case, _: Suggestion) -> Counted:
    new, last = done_kg(of), last_kg(of)
    return {**_basis(of, new, of.reps), "new_kg": new, **of.able(new), "last_kg": last}


def last_kg(of: Case) -> float:
    """Return the load of the last session that was no lighter than what is planned."""
    last = hardest_last(of.asked)[0].load_kg or 0.0
    light = is_harder(of.load, last, of.asked.context.exercise)
    return (hardest(of.asked)[0].load_kg or 0.0) if light else last


def done_kg(of: Case) -> float:
    """Return that load as this gym sets it."""
    context = of.asked.context
    return plates.settable(last_kg(of), context.exercise, context.inventory)


def _cap(of: Case) -> float:
    return 100 * step_cap(of.asked.context.exercise, of.asked.context.returning)


def _rises(of: Case, made: Suggestion) -> Counted:
    step = {"step_pct": round(100 * rise(of), 2), "cap_pct": _cap(of)}
    last = {} if abs(last_kg(of) - of.load) <= SAME_KG else {"last_kg": last_kg(of)}
    return {**_at_step(of, made), **last, **step}


def _big_step(of: Case, made: Suggestion) -> Counted:
    """Return the numbers of a step over the cap: the most reps that are likely, five or more."""
    new, least = harder(of), _least(of)
    likely = (n for n in range(least - ROOM_REPS, 4, -1)
              if of.p_reserve(new, n) >= evidence.INCREASE_P.value)  # fmt: skip
    reps = next(likely)
    step = {"step_pct": round(100 * rise(of), 1), "least": least}
    return {**_basis(of, new, reps), "reps": reps, "new_kg": new, **of.able(new), **step}


def _effort(of: Case, _: Suggestion) -> Counted:
    """Return the reserve of the last session and of the one two before it."""
    shown = of.asked.context.base.shown
    before, now = shown[-3].reserve or 0.0, shown[-1].reserve or 0.0
    return {"load_kg": meant_kg(of), "before_rir": round(before, 1), "now_rir": round(now, 1)}


def _whole(made: Suggestion, name: str) -> int:
    value = dict(made.numbers)[name]
    assert isinstance(value, int)
    return value


def _next_rep(of: Case, _: Suggestion) -> Counted:
    """Return one repetition more, or what every set had over what was asked for."""
    least, low = _least(of), _next_low(of)
    range_of = {"low": low, "high": max(of.top + 1, low), "least": least}
    return {**_basis(of, of.load, low), **range_of}


def _least(of: Case) -> int:
    return min([entry.reps or 0 for entry in hardest(of.asked)])


def _next_low(of: Case) -> int:
    return max(of.reps + 1, _least(of) if _least(of) > of.top else 0)


def _stays(of: Case, _: Suggestion) -> Counted:
    return {**_basis(of, of.load, of.reps), "hit_p": round(_every_set(of), 3)}


def _every_set(of: Case) -> float:
    """Return the chance of the target in every set: they will fall off as far as last time."""
    if _first_alone(of):
        return of._replace(sets=1).forecast(of.load).p_hit(of.reps)
    return of.p_reserve(of.load, _first_reps(of))


def _untried(of: Case, made: Suggestion) -> Counted:
    return {**_stays(of, made), "last_kg": hardest(of.asked)[0].load_kg}


def _missed(of: Case, _: Suggestion) -> Counted:
    """Return the numbers of a load that was missed, eased where it is known to be out of reach."""
    last = hardest(of.asked)[0].load_kg or 0.0
    context = of.asked.context
    behind = of._replace(load=plates.settable(last, context.exercise, context.inventory))
    eased = not _is_unsure(behind) and _is_out_of_reach(behind)
    new = even_kg(behind, _first_reps(behind)) if eased else behind.load
    loads = {"planned_kg": of.load, "load_kg": last, "new_kg": new}
    return {**loads, "reps": of.reps, "least": _least(of)}


def _is_unsure(of: Case) -> bool:
    """Tell whether little is known: too few sessions, or a wide range that is not all over the
    target."""
    low, high = map(floor, of.forecast(of.load).able_interval(of.rir))
    wide = high - low > evidence.WIDE_REPS.value and low < of.reps
    return wide or of.state.sessions < evidence.ADVICE_SESSIONS.value


def _is_out_of_reach(of: Case) -> bool:
    """Tell whether the target is less than likely, or was missed three times without a gain."""
    stuck = of.asked.context.base.is_stuck(of.reps) and _every_set(of) < evidence.HOLD_P.value
    return stuck or of.p_reserve(of.load, of.reps) < evidence.HOLD_P.value


def _first_alone(of: Case) -> bool:
    """Tell whether the first set alone counts: the others always fall off, as nobody asked."""
    firm = of.asked.plan is not None or hardest(of.asked)[0].target_reps is not None
    return of.asked.context.base.falls_off and not firm


def _first_reps(of: Case) -> int:
    """Return the repetitions in the first set that leave the target for the last one."""
    fell = max(0, of.reps - min([s.reps or 0 for s in hardest(of.asked)]))
    return of.reps if _first_alone(of) else of.reps + fell


def _eases(of: Case, made: Suggestion) -> Counted:
    """Return the numbers of an easier load."""
    new = even_kg(of, _first_reps(of))
    easier = is_harder(of.load, new, of.asked.lift.exercise)
    return {**_stays(of, made), "new_kg": new if easier else None}


def _top(of: Case) -> Counted:
    """Return the top of the range: two more when every set has reached it, up to twenty."""
    least = min([s.reps or 0 for s in hardest(of.asked)])
    opens = least >= of.top and of.top + ROOM_REPS <= MOST_REPS
    return {"high": of.top + ROOM_REPS if opens else of.top}


def _heaviest(of: Case, _: Suggestion) -> Counted:
    return {"load_kg": of.load, **_top(of)}


def _too_big(of: Case, _: Suggestion) -> Counted:
    step = {"step_pct": round(100 * rise(of), 1), "cap_pct": _cap(of)}
    return {"load_kg": of.load, "new_kg": harder(of), **step, **_top(of)}


def _in_steps(of: Case, made: Suggestion) -> Counted:
    """Return the numbers of a step back, or of the repetitions that come before the next load."""
    behind, steps = of._replace(load=meant_kg(of)), "least" in dict(made.numbers)
    told = (_big_step if steps else _too_big)(behind, made) if builds_up(of) else in_steps(of)
    return {**hurt(of), **told}


def _few_sets(of: Case, _: Suggestion) -> Counted:
    """Return how many sets were no lighter than the load, of those done that it is planned for."""
    context, plan = of.asked.context, of.asked.plan
    done = [each.load_kg or 0.0 for each in work_sets(context.base_sets)]
    lighter = sum(is_harder(of.load, load, context.exercise) for load in done)
    planned = [each.load_kg for each in plan.sets] if plan else []
    sets = min(planned.count(of.load), len(done))
    return {"load_kg": of.load, "sets": sets, "at_load": len(done) - lighter}


def _unsure(of: Case, _: Suggestion) -> Counted:
    return {"sessions": of.state.sessions, **of.able(of.load)}


def _new_lift(of: Case, _: Suggestion) -> Counted:
    made = of.asked.context.practice
    left = {"needed": made.needed, "left": made.needed - made.done, "gate": made.gate}
    sessions = {"sessions": made.done, "number": made.done + 1, "sound": made.sound}
    loads = {"practice_kg": made.cap_kg, "new_kg": kept_kg(of)}
    return {**sessions, **left, **loads, "away_span": made.away_days}


def _pains(of: Case) -> list[int]:
    return [pain or 0 for pain in of.asked.context.pain]


def _pain(of: Case, _: Suggestion) -> Counted:
    return {"pain": max(_pains(of)), "limit": evidence.PAIN_STOP.value}


def _stop(of: Case, _: Suggestion) -> Counted:
    return {"pain": _pains(of)[-1]}


def _refer(of: Case, _: Suggestion) -> Counted:
    return {"pain": min(_pains(of))}


def _check_entry(of: Case, _: Suggestion) -> Counted:
    return doubted(of)


def _shaky(of: Case, _: Suggestion) -> Counted:
    looks = [look for look in of.asked.context.technique if look not in (None, Technique.SOUND)]
    return {"technique": str(looks[-1])}


def _sound_sets(of: Case, _: Suggestion) -> Counted:
    """Return the sets before the one that broke down, two at least, and how they change.

    One sound set alone is no matter of tiredness: the load falls, or the repetitions do.
    """
    looks = [entry.technique for entry in of.asked.context.last_sets]
    sound = looks.index(Technique.BREAKDOWN)
    sets = {"sets": min(max(sound, 2), of.sets), "sets_now": of.sets, "set_number": sound + 1}
    new_kg, reps = clean(of, sound)
    broken = looks.count(Technique.BREAKDOWN)
    return {**sets, "new_kg": new_kg, "reps": reps, "broken": broken}


def _doubt(of: Case, _: Suggestion) -> Counted:
    shares = {name: p for name, p in of.reading.phase_probabilities.items() if name != "unclear"}
    first, second = sorted(shares, key=lambda name: -shares[name])[:2]
    weeks = {} if Phase.FATIGUE in (first, second) else {"settle_weeks": evidence.FLAT_WEEKS.value}
    return {
        "load_kg": of.load, "sessions": of.state.sessions, "last_on": last_shown_on(of),
        "first_p": round(shares[first], 3), "second_p": round(shares[second], 3), **weeks,
    }  # fmt: skip


ACCOUNTS: Mapping[str, Account] = {
    "increase.smallest_step": _rises, "increase.reps": _next_rep, "hold.reps_not_yet": _next_rep,
    "hold.not_yet": _at_step, "hold.target_not_met": _stays, "hold.too_heavy": _eases,
    "hold.missed": _missed, "hold.untried": _untried,
    "hold.few_sets": _few_sets, "hold.heaviest": _heaviest, "hold.step_too_big": _too_big,
    "hold.unsure": _unsure,
    "hold.new_lift": _new_lift, "hold.pain": _pain, "hold.pain_stop": _stop, "hold.refer": _refer,
    "hold.check_entry": _check_entry, "hold.effort": _effort,
    "increase.big_step": _big_step, "increase.as_done": _as_done,
    "hold.back_in_steps": _in_steps, "hold.technique": _shaky, "hold.technique_sets": _sound_sets,
    "hold.cant_tell": _doubt, **STRUCTURES, **RETURNS,
}  # fmt: skip
CANT_TELL = ("hold.unsure", "hold.cant_tell", "hold.check_entry", "structure.variation_pain")


def sureness(of: Case, made: Suggestion) -> Confidence:
    """Return how sure a suggestion should be, by the probability that it rests on."""
    if made.rule in CANT_TELL or _is_guess(of, made):
        return Confidence.CANT_TELL
    if made.rule in ("hold.refer", "hold.pain_stop"):
        return Confidence.FAIRLY_SURE
    chance = _chance(of, made)
    return Confidence.LIKELY if chance is None else confidence_of(chance)


def _is_guess(of: Case, made: Suggestion) -> bool:
    """Tell whether a load to come back with is a guess: after two months, or a day in doubt."""
    away = of.asked.context.days_off > evidence.LONG_PAUSE.value
    return made.rule == "return.ramp" and (away or of.state.held is not None)


def _chance(of: Case, made: Suggestion) -> float | None:
    """Return the probability that a suggestion rests on; None where it rests on a rule alone."""
    if made.rule.startswith("structure."):
        flat = of.reading.phase is Phase.PLATEAU
        return of.reading.phase_probabilities[Phase.PLATEAU] if flat else of.reading.p_level
    if made.rule == "level_off.notice":
        return of.reading.p_level
    if made.rule in ("hold.too_heavy", "hold.target_not_met", "hold.untried"):
        return 1.0 - _every_set(of) if made.rule == "hold.too_heavy" else _every_set(of)
    if made.rule == "increase.big_step":
        return of.p_reserve(harder(of), _whole(made, "reps"))
    if made.rule == "increase.as_done":
        return of.p_reserve(done_kg(of), of.reps)
    if made.rule == "increase.reps":
        return of.p_reserve(of.load, _next_low(of))
    return of.p_reserve(harder(of), of.reps) if made.rule == "increase.smallest_step" else None
