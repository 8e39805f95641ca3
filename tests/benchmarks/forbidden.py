"""What advice must never do: raise a load in pain, unsound, while it is new, or by too much."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from advised import STRUCTURAL, Advised, gate_closed, is_harder, ways

from planner.engine import evidence, same_load, strength
from planner.engine.target import last_load, least_reps, target_of
from planner.engine.terms import Complexity, Exercise, LoadKind, Pattern, Suggestion

TINY = 1e-6
TO_TAKE = ("load_kg", "new_kg")  # loads that words advise; what was planned may be said to wait
TOO_MUCH = "cap_pct"  # where words have it, the load they tell is over the cap
LOWER = (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE)


def broken(asked: Advised) -> Iterator[str]:
    """Yield the name of each law that the advice of a session breaks."""
    for made in asked.found:
        for way in ways(made):
            if _rises_behind_the_gate(way, asked):
                yield "a rise with the gate closed"
            if _over_the_step(way, asked):
                yield "more than a step on the way back"
            if gate_closed(asked.context) and _over_the_plan(way, asked):
                yield "more than planned with the gate closed"
            if _over_the_cap(way, asked):
                yield "a step above the cap"
            if gate_closed(asked.context) and way.kind in STRUCTURAL and not _eases_pain(way):
                yield "a change of structure with the gate closed"
    if asked.found and _covers_pain(asked):
        yield "other advice before that on pain"


def _eases_pain(way: Suggestion) -> bool:
    return way.rule == "structure.variation_pain"


def _rises_behind_the_gate(way: Suggestion, asked: Advised) -> bool:
    context = asked.context
    last, load = last_load(context.exercise, context.last_sets), _load(way)
    if last is None or load is None:
        return False
    new = context.practice.left > 0
    return (new or gate_closed(context)) and is_harder(load, last, context.exercise)


def _over_the_step(way: Suggestion, asked: Advised) -> bool:
    """Tell whether a load to take, or one that is told of, is more than a step over what was done
    since the lift hurt badly; any where nothing was."""
    back, load = asked.context.way_back, _load(way)
    if back is None:
        return False
    words = (way.headline, way.reason, way.would_change)
    told = [dict(each.values) for each in words]
    told = [each for each in told if TOO_MUCH not in each]
    said = [value for each in told for name, value in each.items() if name in TO_TAKE]
    loads = [kg for kg in (load, *said) if isinstance(kg, float)]
    over = partial(same_load.is_harder, exercise=asked.context.exercise)  # but for rounding
    return any(back.most_kg is None or over(kg, back.most_kg) for kg in loads)


def _over_the_plan(way: Suggestion, asked: Advised) -> bool:
    """Tell whether a load is harder than the one planned."""
    load = _load(way)
    if asked.plan is None or load is None:
        return False
    planned = asked.plan.sets[0].load_kg
    return planned is not None and is_harder(load, planned, asked.context.exercise)


def _over_the_cap(way: Suggestion, asked: Advised) -> bool:
    """Tell whether a load moves more than the cap over what is planned or was done last."""
    context, load = asked.context, _load(way)
    target = target_of(asked.plan, context)
    known = (last_load(context.exercise, each) for each in (context.base_sets, context.last_sets))
    done = [kg for kg in known if kg is not None]
    if load is None or target is None or not done:
        return False
    base = _hardest([target.load_kg, *done], context.exercise)
    body = context.state.bodyweight_kg
    before = strength.moved_kg(base, context.exercise, body)
    after = strength.moved_kg(load, context.exercise, body)
    cap = max(_cap(asked), _built_up(way, asked))
    return after is not None and (before is None or after / before - 1.0 > cap + TINY)


def _hardest(loads: list[float], exercise: Exercise) -> float:
    return min(loads) if exercise.load_kind is LoadKind.ASSISTED else max(loads)


def _built_up(way: Suggestion, asked: Advised) -> float:
    """Return the cap of a step for which every set has built up two repetitions more; else 0."""
    reps = dict(way.numbers).get("reps")
    least = least_reps(asked.context.exercise, asked.context.base_sets)
    earned = way.rule == "increase.big_step" and isinstance(reps, int) and 5 <= reps <= least - 2
    return 0.25 if earned and not asked.context.returning else 0.0


def _load(way: Suggestion) -> float | None:
    return None if way.change is None or way.change.exercise else way.change.load_kg


def _cap(asked: Advised) -> float:
    context = asked.context
    return 0.05 if context.returning else usual_cap(context.exercise)


def usual_cap(exercise: Exercise) -> float:
    """Return the most that a load may rise by: 10 % for big lifts of the legs, else 5 %."""
    legs = exercise.pattern in LOWER and exercise.complexity is not Complexity.ISOLATION
    return 0.10 if legs else 0.05


def _covers_pain(asked: Advised) -> bool:
    """Tell whether anything but what answers pain, or a pause, is said first while it hurts."""
    hurts = max([pain or 0 for pain in asked.context.pain[-2:]]) >= evidence.PAIN_STOP.value
    answers = (
        "hold.pain",
        "hold.pain_stop",
        "hold.refer",
        "hold.check_entry",
        "structure.variation_pain",
        "return.ramp",
        "return.lift",
    )
    return hurts and asked.found[0].rule not in answers
