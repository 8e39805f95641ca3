"""What comes before any load: pain, sound movement, and practice with a new lift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.engine import evidence, plates, stepping
from planner.engine.session_signs import (
    SetLimit,
    breakdowns,
    lesser_pain,
    must_be_seen,
    set_limit,
    strong_pain,
    where_broken,
)
from planner.engine.skill import SkillStanding, capped
from planner.engine.strength import moved_kg, typed_kg
from planner.engine.suggestion import Numbers, hold
from planner.engine.target import LiftContext, Target, harder_than, last_load, loads_rise
from planner.engine.terms import (
    Change,
    Confidence,
    LoggedSet,
    Phrase,
    Suggestion,
    Technique,
    phrase,
)

STOP_RULE, REFER_RULE = "hold.pain_stop", "hold.refer"
FIRST = 110  # pain that stops a lift is told before all other advice
_RECENT = 2
_TINY = 1e-6


def refer(context: LiftContext) -> Suggestion | None:
    """Stop advising when a lift hurt badly twice in a row, until that is cleared."""
    pains = [pain or 0 for pain in context.pain[-_RECENT:]]
    if context.cleared or len(pains) < _RECENT or min(pains) < evidence.PAIN_REFER.value:
        return None
    words = (
        phrase("Leave this lift for now"),
        phrase(
            "Pain of {pain} out of 10 in two sessions running: have it looked at by a doctor or "
            "physiotherapist before you do it again.",
            pain=min(pains),
        ),
        phrase("A professional's all-clear."),
    )
    numbers = (("pain", min(pains)),)
    made = hold(context, REFER_RULE, words, numbers, Confidence.FAIRLY_SURE)
    return replace(made, priority=FIRST)


def stop(context: LiftContext, back: bool = False) -> Suggestion | None:
    """Leave a lift out that hurt badly in its last session, until that is cleared.

    Whoever is `back` from a pause begins it anew, but for pain that is to be looked at first.
    """
    pain = (context.pain[-1] or 0) if context.pain else 0
    seen = must_be_seen(pain)
    if context.cleared or pain < evidence.PAIN_REFER.value or (back and not seen):
        return None
    over = phrase("A professional's all-clear." if seen else "The pain gone; then begin lightly.")
    words = (phrase("Leave this lift for now"), strong_pain(pain), over)
    made = hold(context, STOP_RULE, words, (("pain", pain),), Confidence.FAIRLY_SURE)
    return replace(made, priority=FIRST)


def stops(made: Suggestion) -> bool:
    """Tell whether advice is to leave a lift out for pain."""
    return made.rule in (STOP_RULE, REFER_RULE)


def not_safe(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold for pain, for unsound technique, and while a complex lift is new; then what the way
    back from strong pain asks for."""
    held = _painful(target, context) or _unsound(target, context) or _new_lift(target, context)
    return held or stepping.advised(target, context)


def _as_last(target: Target, context: LiftContext) -> Change | None:
    """Take a planned rise back to the last session's load, or to what practice allows, as the gym
    can set it."""
    exercise, last = context.exercise, last_load(context.exercise, context.last_sets)
    if last is None:
        return None
    load = plates.settable(last, exercise, context.inventory)
    load = capped(load, context.cap_kg, exercise, context.inventory)
    rise = harder_than(target, exercise, (LoggedSet(load, 1),))
    return Change(load_kg=load) if rise else None


def when(told: Sequence[bool]) -> Phrase:
    """Say within a sentence in which of the last two sessions something was, by one truth each,
    oldest first."""
    if all(told) and len(told) == _RECENT:
        return phrase("in the last two sessions")
    return phrase("in the last session" if told[-1] else "in the session before the last")


def is_painful(context: LiftContext) -> bool:
    """Tell whether pain of the last two sessions speaks against more load."""
    return any(_hurt(context))


def lesser_hurt(context: LiftContext) -> tuple[int, Phrase] | None:
    """Return the pain of the last two sessions that holds a load but stops no lift, 0 to 10, and
    in which of them it was; None without."""
    pains = [pain or 0 for pain in context.pain[-_RECENT:]]
    hurt = [evidence.PAIN_STOP.value <= each < evidence.PAIN_REFER.value for each in pains]
    if not any(hurt):
        return None
    return max(pain for pain, told in zip(pains, hurt, strict=True) if told), when(hurt)


def is_unsound(context: LiftContext) -> bool:
    """Tell whether technique of the last two sessions speaks against more load."""
    return any(look not in (None, Technique.SOUND) for look in context.technique[-_RECENT:])


def _hurt(context: LiftContext) -> list[bool]:
    return [(pain or 0) >= evidence.PAIN_STOP.value for pain in context.pain[-_RECENT:]]


def _painful(target: Target, context: LiftContext) -> Suggestion | None:
    hurt = _hurt(context)
    if not any(hurt):
        return None
    pain = max([pain or 0 for pain in context.pain[-_RECENT:]])
    words = (
        phrase("Keep the load, watch the pain"),
        lesser_pain(pain, when(hurt)),
        phrase("Two sessions with pain under {limit} out of 10.", limit=evidence.PAIN_STOP.value),
    )
    numbers = (("pain", pain), ("limit", evidence.PAIN_STOP.value))
    return hold(context, "hold.pain", words, numbers, change=_as_last(target, context))


def _unsound(target: Target, context: LiftContext) -> Suggestion | None:
    looks = context.technique[-_RECENT:]
    worst = [look for look in looks if look not in (None, Technique.SOUND)]
    if not worst:
        return None
    limit = set_limit(context.last_sets)
    if limit is not None and (limit.sets < target.sets or limit.too_few):
        return _fewer_sets(limit, target, context)
    unsound = when([look not in (None, Technique.SOUND) for look in looks])
    words = (
        phrase("Same load, sound repetitions"),
        phrase("The movement was not solid {when}.", when=unsound)
        + phrase("Sound movement comes before weight."),
        phrase("Two sessions with sound technique."),
    )
    numbers = (("technique", str(worst[-1])),)
    return hold(context, "hold.technique", words, numbers, change=_as_last(target, context))


def _fewer_sets(limit: SetLimit, target: Target, context: LiftContext) -> Suggestion:
    """Keep to the sets that stayed sound, two at least, with no more load; make too few easier."""
    kept = _as_last(target, context) or Change()
    eased = _eased(target, context) if limit.too_few else None
    change = replace(_with(kept, eased), sets=min(limit.least, target.sets))
    numbers: Numbers = (
        ("sets", change.sets), ("sets_now", target.sets), ("set_number", limit.sets + 1),
        ("new_kg", change.load_kg), ("reps", change.reps_low),
        ("broken", breakdowns(context.last_sets)),
    )  # fmt: skip
    reason = _broke_down(limit, context) + phrase("Sound movement comes before more work.")
    if change.reps_low:
        reason += phrase("No load here is only a little lighter: do fewer repetitions instead.")
    words = (
        _sound_sets(change, eased),
        reason,
        phrase("Two sessions with sound technique."),
    )
    return hold(context, "hold.technique_sets", words, numbers, change=change)


def _broke_down(limit: SetLimit, context: LiftContext) -> Phrase:
    today = context.state.last_on == context.today
    return phrase(
        "Today technique broke down in {where}."
        if today
        else "Last time technique broke down in {where}.",
        where=where_broken(context.last_sets, limit),
    )


def _sound_sets(change: Change, eased: Change | None) -> Phrase:
    sets = phrase("1 set" if change.sets == 1 else "{sets} sets", sets=change.sets)
    if eased is None:
        return phrase("At most {count}, with sound technique", count=sets)
    load = phrase("Same load") if change.load_kg is None else change.load_kg
    if change.reps_low:
        return phrase("{new_kg}, {sets} × {reps}, sound technique", new_kg=load, sets=change.sets,
                      reps=change.reps_low)  # fmt: skip
    return phrase("{new_kg}, {count}, sound technique", new_kg=load, count=sets)


def _with(kept: Change, eased: Change | None) -> Change:
    """Return a change that keeps the last load, made easier where that is to be."""
    if eased is None:
        return kept
    return eased if eased.load_kg is not None else replace(eased, load_kg=kept.load_kg)


def _eased(target: Target, context: LiftContext) -> Change | None:
    """Return a lighter load, about a tenth, or where the gym has none, fewer repetitions.

    None where no more is planned, and for what has no load.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    last = last_load(exercise, context.last_sets)
    last = target.load_kg if last is None else last
    before = moved_kg(last, exercise, body)
    if before is None or not loads_rise(exercise):
        return None
    load = _tenth_less(before, context)
    if load is not None:
        return (
            Change(load_kg=load) if harder_than(target, exercise, (LoggedSet(load, 1),)) else None
        )
    planned_easier = (moved_kg(target.load_kg, exercise, body) or 0.0) < before - _TINY
    reps = max(1, target.reps_low - int(evidence.BREAK_FEWER.value))
    if planned_easier or reps == target.reps_low:
        return None
    return Change(reps_low=reps, reps_high=reps)


def _tenth_less(before: float, context: LiftContext) -> float | None:
    """Return the load, as typed, that moves about a tenth less than `before`, kg.

    A fifth less at most: else the next one above, if that is lighter; None where there is none.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    wanted = typed_kg((1.0 - evidence.BREAK_EASE.value) * before, exercise, body)
    load: float | None = plates.no_harder(wanted, exercise, context.inventory)
    least = (1.0 - evidence.BREAK_EASE_MOST.value) * before
    if load is not None and (moved_kg(load, exercise, body) or 0.0) < least - _TINY:
        load = plates.next_harder(load, exercise, context.inventory)
    moved = None if load is None else moved_kg(load, exercise, body)
    if load is None or moved is None or not least - _TINY <= moved < before - _TINY:
        return None
    return capped(load, context.cap_kg, exercise, context.inventory)


def _new_lift(target: Target, context: LiftContext) -> Suggestion | None:
    made = context.practice
    if not made.left:
        return None
    change = _as_last(target, context)
    words = (
        _practice_headline(change),
        _practice_reason(made),
        phrase("{left} more sessions, or {gate} in all with sound technique.",
               left=made.left, gate=made.gate),
    )  # fmt: skip
    numbers: Numbers = (
        ("sessions", made.done), ("number", made.number), ("needed", made.needed),
        ("left", made.left), ("gate", made.gate), ("sound", made.sound),
        ("practice_kg", made.cap_kg), ("away_span", made.away_days),
        ("new_kg", None if change is None else change.load_kg),
    )  # fmt: skip
    return hold(context, "hold.new_lift", words, numbers, change=change,
                sources=("moritani-1979", "tatel-2025"))  # fmt: skip


def _practice_headline(change: Change | None) -> Phrase:
    if change is None or change.load_kg is None:
        return phrase("Same load, sound repetitions")
    return phrase("{new_kg}, sound repetitions", new_kg=change.load_kg)


def _practice_reason(made: SkillStanding) -> Phrase:
    """Say why practice comes before load: the movement is new, or was not done for long."""
    if made.away_days:
        return phrase(
            "After {away_span} without this lift the movement comes before the load: session "
            "{number} of {needed}.",
            away_span=made.away_days, number=made.number, needed=made.needed,
        )  # fmt: skip
    return phrase(
        "Practice {number} of {needed}: nerves and coordination are still learning; you will not "
        "lose time.",
        number=made.number, needed=made.needed,
    )  # fmt: skip
