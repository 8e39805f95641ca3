"""Advice on the next load: raise it by the smallest step, or hold it, and why."""

from __future__ import annotations

from math import floor

from planner.engine import evidence, plates
from planner.engine.forecast import Forecast
from planner.engine.lift import forecast_sets
from planner.engine.reading import confidence_of
from planner.engine.strength import moved_kg
from planner.engine.target import (
    LiftContext,
    Target,
    loads_rise,
    practising,
    step_cap,
    was_met,
)
from planner.engine.terms import (
    Change,
    Confidence,
    LoadKind,
    Phrase,
    PhraseValue,
    Suggestion,
    SuggestionKind,
    Technique,
    phrase,
)

INCREASE_P = evidence.INCREASE_P.value
RETURN_P = 0.85
_HOLD_P = evidence.HOLD_P.value
_WIDE_REPS = 10.0
_MIN_SESSIONS = 3
_RECENT = 2
_PRIORITY = {
    SuggestionKind.RETURN_RAMP: 90,
    SuggestionKind.LEVEL_OFF: 70,
    SuggestionKind.INCREASE: 60,
    SuggestionKind.HOLD: 30,
}
Numbers = tuple[tuple[str, PhraseValue], ...]
Words = tuple[Phrase, Phrase, Phrase]


def make(
    kind: SuggestionKind,
    context: LiftContext,
    rule: str,
    words: Words,
    confidence: Confidence,
    numbers: Numbers,
    change: Change | None = None,
    sources: tuple[str, ...] = ("thumb",),
) -> Suggestion:
    """Build a suggestion; `words` are headline, reason and what would change it."""
    return Suggestion(
        kind=kind,
        exercise=context.exercise.slug,
        rule=rule,
        headline=words[0],
        reason=words[1],
        would_change=words[2],
        confidence=confidence,
        numbers=numbers,
        change=change,
        priority=_PRIORITY[kind],
        sources=sources,
    )


def next_load(target: Target, context: LiftContext) -> Suggestion:
    """Raise the load when every condition holds; else hold and say which one does not."""
    held = refer(context) or _not_safe(context) or _not_ready(target, context)
    if held is not None:
        return held
    if not loads_rise(context.exercise):
        return _more_reps(target, context)
    return _more_load(target, context)


def refer(context: LiftContext) -> Suggestion | None:
    """Stop advising when a lift hurt badly twice in a row."""
    pains = [pain or 0 for pain in context.pain[-_RECENT:]]
    if len(pains) < _RECENT or min(pains) < evidence.PAIN_REFER.value:
        return None
    words = (
        phrase("Leave this lift for now"),
        phrase("Pain of {pain} out of 10 in two sessions running. Please have it looked at by a "
               "doctor or physiotherapist first.", pain=min(pains)),
        phrase("A professional's all-clear."),
    )  # fmt: skip
    return _hold(context, "hold.refer", words, (("pain", min(pains)),), Confidence.FAIRLY_SURE)


def _hold(
    context: LiftContext,
    rule: str,
    words: Words,
    numbers: Numbers,
    confidence: Confidence = Confidence.LIKELY,
    change: Change | None = None,
    sources: tuple[str, ...] = ("thumb",),
) -> Suggestion:
    return make(
        SuggestionKind.HOLD, context, rule, words, confidence, numbers, change, sources
    )  # fmt: skip


def _not_safe(context: LiftContext) -> Suggestion | None:
    """Hold for pain, for unsound technique, and while a complex lift is new."""
    pain = max([p or 0 for p in context.pain[-_RECENT:]], default=0)
    if pain >= evidence.PAIN_STOP.value:
        words = (
            phrase("Keep the load, watch the pain"),
            phrase("Pain of {pain} out of 10 in the last two sessions: no more load until it is "
                   "gone.", pain=pain),
            phrase("Two sessions with pain under 3 out of 10."),
        )  # fmt: skip
        return _hold(context, "hold.pain", words, (("pain", pain),))
    looks = [t for t in context.technique[-_RECENT:] if t is not None]
    if any(t is not Technique.SOUND for t in looks):
        words = (
            phrase("Same load, clean repetitions"),
            phrase("The movement was not solid in the last two sessions. Sound movement comes "
                   "before weight."),
            phrase("Two sessions with sound technique."),
        )  # fmt: skip
        return _hold(context, "hold.technique", words, (("technique", str(looks[-1])),))
    return _new_lift(context)


def _new_lift(context: LiftContext) -> Suggestion | None:
    sessions = context.state.sessions
    if not practising(context.exercise, context.state.lifter.experience, sessions):
        return None
    needed = int(evidence.PRACTICE_SESSIONS.value)
    words = (
        phrase("Same load, clean repetitions"),
        phrase("Session {sessions} with this lift. Nerves and coordination are still learning; "
               "you will not lose time.", sessions=sessions),
        phrase("{needed} sessions with sound technique.", needed=needed),
    )  # fmt: skip
    numbers = (("sessions", sessions), ("needed", needed))
    return _hold(context, "hold.new_lift", words, numbers, sources=("moritani-1979",))


def _forecast(load_kg: float, target: Target, context: LiftContext) -> Forecast:
    return forecast_sets(
        context.state, context.session_on, load_kg, target.sets, context.muscle_gap_days
    )


def _not_ready(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold while too little is known, or while the target is not met yet."""
    now = _forecast(target.load_kg, target, context)
    low, high = now.reps_interval(0.8)
    if context.state.sessions < _MIN_SESSIONS or high - low > _WIDE_REPS:
        words = (
            phrase("Same load once more"),
            phrase("{sessions} sessions tell too little yet: I expect {low} to {high} reps, too "
                   "wide to go by.", sessions=context.state.sessions, low=round(low),
                   high=round(high)),
            phrase("One or two more sessions."),
        )  # fmt: skip
        numbers: Numbers = (("low", round(low)), ("high", round(high)))
        return _hold(context, "hold.unsure", words, numbers, Confidence.CANT_TELL)
    chance = now.p_reserve(target.reps_low, target.rir)
    if was_met(target, context.last_sets, context.exercise.load_kind is LoadKind.ASSISTED):
        return None
    return _heavy(target, context, chance) if chance < _HOLD_P else _stay(target, context, chance)


def _basis(target: Target, chance: float) -> Numbers:
    return (
        ("load_kg", target.load_kg),
        ("reps", target.reps_low),
        ("rir", target.rir),
        ("hit_p", round(chance, 3)),
    )


def _stay(target: Target, context: LiftContext, chance: float) -> Suggestion:
    basis = _basis(target, chance)
    words = (
        phrase("Stay at {load_kg}", load_kg=target.load_kg),
        phrase("The target of {reps} was not met with a rep to spare last time. You are right at "
               "this weight: {hit_p} chance of {reps} next time.", reps=target.reps_low,
               hit_p=chance),
        phrase("All sets at {reps} with at least one rep left.", reps=target.reps_low),
    )  # fmt: skip
    return _hold(context, "hold.target_not_met", words, basis, confidence_of(chance))


def _heavy(target: Target, context: LiftContext, chance: float) -> Suggestion:
    """Offer the heaviest load with an even chance when the target is out of reach."""
    load, ease = _even_load(target, context), target.load_kg
    words = (
        phrase("Take {new_kg} next time", new_kg=load),
        phrase("{load_kg} leaves only a {hit_p} chance of {reps}. With {new_kg} the repetitions "
               "come back, and the work still counts.", load_kg=ease, hit_p=chance,
               reps=target.reps_low, new_kg=load),
        phrase("A session at {load_kg} that meets the target.", load_kg=ease),
    )  # fmt: skip
    change = Change(load_kg=load) if load != ease else None
    numbers = (*_basis(target, chance), ("new_kg", load))
    return _hold(context, "hold.too_heavy", words, numbers, confidence_of(1 - chance), change)


def _even_load(target: Target, context: LiftContext) -> float:
    """Return the hardest loadable load not over the target's with a chance of at least .5."""
    exercise, inventory = context.exercise, context.inventory
    load = target.load_kg
    for _ in range(20):
        if _forecast(load, target, context).p_reserve(target.reps_low, target.rir) >= _HOLD_P:
            break
        easier = plates.next_easier(load, exercise, inventory)
        if easier is None or moved_kg(easier, exercise, context.state.bodyweight_kg) is None:
            break
        load = easier
    return load


def _more_load(target: Target, context: LiftContext) -> Suggestion:
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else rise_of(target.load_kg, step, context)
    if step is None or rise is None:
        return _reps_first(target, context, None, 0.0, 0.0)
    after = _forecast(step, target, context)
    chance = after.p_reserve(target.reps_low, target.rir)
    cap = step_cap(context.exercise, context.returning)
    if rise > cap + 1e-9:
        return _reps_first(target, context, step, rise, cap)
    needed = RETURN_P if context.returning else INCREASE_P
    if chance < needed:
        return _not_yet(target, context, step, chance)
    return _increase(target, context, step, after)


def rise_of(load_kg: float, step_kg: float, context: LiftContext) -> float | None:
    """Return a step as a fraction of what is moved now; None when either cannot be moved."""
    body = context.state.bodyweight_kg
    before = moved_kg(load_kg, context.exercise, body)
    after = moved_kg(step_kg, context.exercise, body)
    return after / before - 1.0 if before and after else None


def _increase(target: Target, context: LiftContext, step: float, after: Forecast) -> Suggestion:
    low, high = after.reps_interval(0.8)
    chance = after.p_reserve(target.reps_low, target.rir)
    reps = (round(low), round(high))
    words = (
        phrase("Go up to {new_kg}", new_kg=step),
        phrase("All sets met the target at {load_kg}. At {new_kg} I expect {low} to {high} reps "
               "({hit_p} chance of at least {reps} as planned).", load_kg=target.load_kg,
               new_kg=step, low=reps[0], high=reps[1], hit_p=chance, reps=target.reps_low),
        phrase("A missed target, pain, or shaky technique before then."),
    )  # fmt: skip
    numbers = (
        *_basis(target, chance), ("new_kg", step), ("low", reps[0]), ("high", reps[1]),
        ("step_pct", round(100 * (rise_of(target.load_kg, step, context) or 0.0), 2)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )  # fmt: skip
    return make(
        SuggestionKind.INCREASE, context, "increase.smallest_step", words, confidence_of(chance),
        numbers, Change(load_kg=step), ("acsm-2009", "nuzzo-2024"),
    )  # fmt: skip


def _not_yet(target: Target, context: LiftContext, step: float, chance: float) -> Suggestion:
    words = (
        phrase("Stay at {load_kg}", load_kg=target.load_kg),
        phrase("{new_kg} would give a {hit_p} chance of {reps} as planned; 8 in 10 is the bar. "
               "One more session tells more.", new_kg=step, hit_p=chance, reps=target.reps_low),
        phrase("The target met again with reps to spare."),
    )  # fmt: skip
    numbers = (*_basis(target, chance), ("new_kg", step))
    return _hold(context, "hold.not_yet", words, numbers, sources=("acsm-2009",))


def _reps_first(
    target: Target, context: LiftContext, step: float | None, rise: float, cap: float
) -> Suggestion:
    """Build repetitions where the next load is too big a step or does not exist."""
    high = target.reps_high + max(2, floor(0.25 * target.reps_high))
    reason = (
        phrase("{load_kg} is the most that can be loaded here.", load_kg=target.load_kg)
        if step is None
        else phrase("The next load, {new_kg}, is {step_pct} more; over {cap_pct} at once is too "
                    "much.", new_kg=step, step_pct=round(100 * rise, 1), cap_pct=100 * cap)
    )  # fmt: skip
    words = (
        phrase("Same load, up to {high} reps", high=high),
        reason,
        phrase("Smaller plates or dumbbells in your equipment."),
    )
    numbers: Numbers = (
        ("load_kg", target.load_kg), ("new_kg", step), ("step_pct", round(100 * rise, 1)),
        ("cap_pct", 100 * cap), ("high", high),
    )  # fmt: skip
    change = Change(reps_low=target.reps_low, reps_high=high)
    return _hold(
        context, "hold.step_too_big", words, numbers, change=change, sources=("acsm-2009",)
    )  # fmt: skip


def _more_reps(target: Target, context: LiftContext) -> Suggestion:
    """Add a repetition where there is no load to add."""
    chance = _forecast(0.0, target, context).p_reserve(target.reps_low + 1, target.rir)
    if chance < INCREASE_P:
        return _stay(target, context, chance)
    low, high = target.reps_low + 1, target.reps_high + 1
    words = (
        phrase("Go up to {low} reps", low=low),
        phrase("All sets met {reps}. I see a {hit_p} chance of {low}.", reps=target.reps_low,
               hit_p=chance, low=low),
        phrase("A missed target, pain, or shaky technique before then."),
    )  # fmt: skip
    numbers = (*_basis(target, chance), ("low", low))
    return make(
        SuggestionKind.INCREASE, context, "increase.reps", words, confidence_of(chance), numbers,
        Change(reps_low=low, reps_high=high), ("acsm-2009",),
    )  # fmt: skip
