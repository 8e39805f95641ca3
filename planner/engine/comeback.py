"""The first session after time off: lighter and shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, floor, sqrt
from statistics import median

from planner.engine import comeback_words, evidence, layoff, plates, regain
from planner.engine.prediction import level_on
from planner.engine.same_load import easier
from planner.engine.skill import capped
from planner.engine.strength import (
    best_set,
    load_for,
    measurable,
    moved_kg,
    reps_at,
    typed_kg,
    without_ramp,
)
from planner.engine.suggestion import Numbers, make
from planner.engine.target import LiftContext, Target, last_load, loads_rise, target_of
from planner.engine.terms import (
    Change,
    Confidence,
    Exercise,
    LoadKind,
    LoggedSet,
    PlannedExercise,
    Suggestion,
    SuggestionKind,
    phrase,
)

_STOP = phrase("A first session that goes better or worse than this.")
_FINE = evidence.RAMP_COARSE.value / evidence.RAMP_LOAD.value
_TINY = 1e-6
RAMP_RULE = "return.ramp"
_OF_THE_BODY = (LoadKind.ADDED, LoadKind.BODYWEIGHT)
_SOURCES = ("halonen-2024", "bosquet-2013", "logs")


def ramp(target: Target, context: LiftContext, planned: bool) -> Suggestion | None:
    """Ease the first session after at least two weeks off, or of a lift left out for six.

    None without such a pause.
    """
    level = level_on(context.state, context.session_on, context.muscle_gap_days)
    if level is None or not is_back(context):
        return None
    rested = context.days_off >= evidence.LAYOFF_DAYS.value
    usual = _aim(target, context, planned)
    aim, load = _eased(usual, target, context, max(exp(level.mean), _shown_kg(context)))
    numbers = _numbers(aim, load, context)
    opens = load is None and loads_rise(context.exercise)
    change = Change(load_kg=load, sets=aim.sets, rir=aim.rir, open_load=opens)
    most = usual.reps_low if loads_rise(context.exercise) else target.reps_high
    if 0 < aim.reps_low < most:
        change = replace(change, reps_low=aim.reps_low, reps_high=aim.reps_low)
    words = (
        comeback_words.headline(aim.sets, aim.reps_low, load or 0.0, rested),
        (comeback_words.reason if rested else comeback_words.missed)(dict(numbers), context),
        _STOP,
    )  # fmt: skip
    return make(
        SuggestionKind.RETURN_RAMP, context, RAMP_RULE if rested else "return.lift", words,
        _sureness(context), numbers, change, _SOURCES,
    )  # fmt: skip


def _eased(
    aim: Target, target: Target, context: LiftContext, strength_kg: float
) -> tuple[Target, float | None]:
    """Return what to come back with and its load, kg; 0 for the body alone, which takes none.

    No load where none is light enough, or where it is asked which are right: what was known of
    strength may be wrong. No repetitions where not even one leaves enough in reserve.
    """
    doubted = context.asked or context.state.held is not None
    if doubted and loads_rise(context.exercise):
        return aim, None
    load = _load(strength_kg, aim, context)
    shorter = _shorter(strength_kg, aim, target, load, context)
    if shorter is None:
        return aim, None
    return shorter, load if shorter.reps_low else None


def advice(plan: PlannedExercise | None, context: LiftContext) -> Suggestion | None:
    """Return what to come back with as planned, or as last done; None without a pause.

    Its change has no load where none can be said.
    """
    target = target_of(plan, context)
    return None if target is None else ramp(target, context, planned=plan is not None)


def is_back(context: LiftContext) -> bool:
    """Tell whether the next session of a lift is the first after a pause that is ramped up from."""
    rested = context.days_off >= evidence.LAYOFF_DAYS.value
    left_out = context.days_without >= evidence.LIFT_AWAY_DAYS.value
    known = context.state.last_on is not None and _is_eased(context.exercise)
    return known and (rested or left_out)


def _is_eased(exercise: Exercise) -> bool:
    """Tell whether less of an exercise can be told: of its load, or of its repetitions alone."""
    return loads_rise(exercise) or measurable(exercise)


def after_weeks(made: Suggestion) -> bool:
    """Tell whether advice is to come back after three weeks off or more: no lift goes without."""
    off = dict(made.numbers).get("off_span")
    rested = made.rule == RAMP_RULE and isinstance(off, int)
    return rested and isinstance(off, int) and off >= evidence.SECOND_DAYS.value


def _sureness(context: LiftContext) -> Confidence:
    """Return how sure the load is: a guess after two months, or a last session in doubt."""
    guessed = context.days_off > evidence.LONG_PAUSE.value or context.state.held is not None
    return Confidence.CANT_TELL if guessed else Confidence.LIKELY


def _aim(target: Target, context: LiftContext, planned: bool) -> Target:
    """Return sets, repetitions and reserve to come back with.

    Without a plan the usual repetitions of the last session count, not those of its hardest set.
    Where nothing but repetitions can be less, a plan may only lower them.
    A deload planned for that day is no reason to take away twice: the lighter of both holds.
    """
    reps, sets = target.reps_low, target.sets
    done = _done(context)
    if done and not planned:
        reps, sets = _usual_reps(done), len(done)
    elif done and not loads_rise(context.exercise):
        reps = min(reps, _usual_reps(done))
    usual = max(sets, len(done)) if context.deload else sets
    if context.days_off >= evidence.LAYOFF_DAYS.value:
        sets = min(sets, max(1, floor(usual * layoff.ramp_share_of_sets(context.days_off))))
    return target._replace(reps_low=reps, sets=sets, rir=_reserve(target.rir, context.deload))


def _done(context: LiftContext) -> list[LoggedSet]:
    return without_ramp(context.base_sets, context.exercise, context.state.bodyweight_kg)


def _usual_reps(done: Sequence[LoggedSet]) -> int:
    return max(1, floor(median([entry.reps or 1 for entry in done])))


def _reserve(planned: float, deload: bool) -> float:
    """Return the reserve to come back with, which a deload's own may have in it already.

    More than 'five or more' is only asked for where it is planned: nobody can tell it apart.
    """
    usual = planned - evidence.DELOAD_RIR.value if deload else planned
    more = max(usual, evidence.RIR_UNKNOWN.value) + evidence.RAMP_RIR.value
    return max(planned, min(more, evidence.RIR_OPEN.value))


def _shown_kg(context: LiftContext) -> float:
    """Return the strength that the last session has shown, less what the pause has cost, kg.

    0 while that session is in doubt.
    """
    state = context.state
    if state.held is not None:
        return 0.0
    shown = best_set(context.last_sets, context.exercise, state.bodyweight_kg)
    lost = layoff.expected_loss(context.days_without, context.muscle_gap_days)
    return 0.0 if shown is None else shown[1] * exp(-lost.mean)


def _load(strength_kg: float, aim: Target, context: LiftContext) -> float:
    """Return the load for the first session back: by strength, at most 95 % of the last load.

    After long pauses it is less, since tendons and skin come back more slowly than strength. A
    plan may only lower it. Where the load below is far too light, it is the one above; the last
    load, or an easier plan, stays where nothing easier can be loaded. The body alone takes none.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    if not loads_rise(exercise):
        return 0.0
    last = last_load(exercise, context.base_sets)
    usual = aim.load_kg if last is None else last
    before = moved_kg(usual, exercise, body) or strength_kg
    able = load_for(strength_kg, aim.reps_low, aim.rir)
    most = min(able, layoff.ramp_share_of_load(context.days_off) * before)
    moved = min(most, moved_kg(aim.load_kg, exercise, body) or most)
    load = _near(moved, easier(usual, aim.load_kg, exercise), context)
    return capped(load, context.cap_kg, exercise, context.inventory)


def _near(moved: float, most_kg: float, context: LiftContext) -> float:
    """Return the load that this gym can set near what is to be moved, kg, as typed.

    It is no harder; where that is far too light, or cannot be, a step harder, `most_kg` at most.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    load = plates.no_harder(typed_kg(moved, exercise, body), exercise, context.inventory)
    if (moved_kg(load, exercise, body) or 0.0) < _FINE * moved:
        above = plates.next_harder(load, exercise, context.inventory)
        load = most_kg if above is None else above
    return most_kg if moved_kg(load, exercise, body) is None else easier(load, most_kg, exercise)


def _shorter(
    strength_kg: float, aim: Target, target: Target, load_kg: float, context: LiftContext
) -> Target | None:
    """Take repetitions away where the load could not be eased enough to leave the reserve.

    Half of those that can be done may stay: the reserve gives way then, but not below the planned
    one, nor two. None where too few would be left; the bare body, which nobody can make lighter,
    does two sets of them then where more are usual, and no repetition where not even one leaves
    that reserve.
    """
    moved = moved_kg(load_kg, context.exercise, context.state.bodyweight_kg)
    able = aim.reps_low + aim.rir if moved is None else reps_at(moved, strength_kg) + _TINY
    if able >= aim.reps_low + aim.rir:
        return aim
    least = max(target.rir, evidence.RAMP_RIR.value)
    most = min(floor(able - least), max(floor(able - aim.rir), floor(able / 2)))
    reps = min(aim.reps_low, most)
    rir = max(least, min(aim.rir, floor(able - reps)))
    if most >= min(aim.reps_low, evidence.RAMP_FEWEST.value):
        return aim._replace(reps_low=reps, rir=rir)
    if context.exercise.load_kind not in _OF_THE_BODY or load_kg:
        return None
    few = aim._replace(reps_low=reps, rir=rir, sets=max(aim.sets, min(len(_done(context)), 2)))
    return few if reps >= 1 else aim._replace(reps_low=0)


def _numbers(aim: Target, load: float | None, context: LiftContext) -> Numbers:
    off = context.days_off
    loss = layoff.expected_loss(context.days_without, context.muscle_gap_days)
    sd = sqrt(loss.variance)
    back = regain.expected(context.state, context.session_on, context.muscle_gap_days)
    first_on, last_on = back.between if back is not None else (None, None)
    return (
        ("session_on", context.session_on),
        ("off_span", off),
        ("own_span", _days_ago(context)),
        ("loss_pct", _percent(loss.mean)),
        ("loss_low_pct", _percent(max(loss.mean - evidence.BAND_SD.value * sd, 0.0))),
        ("loss_high_pct", _percent(loss.mean + evidence.BAND_SD.value * sd)),
        ("last_kg", last_load(context.exercise, context.last_sets)),
        ("new_kg", load),
        ("sets", aim.sets),
        ("reps", aim.reps_low),
        ("rir", aim.rir),
        ("back_from_on", first_on),
        ("back_by_on", last_on),
        *(_sure_of_the_days() if back is not None else ()),
        *(pair for told in comeback_words.when_back(context) for pair in told.values),
    )


def _days_ago(context: LiftContext) -> int:
    """Return how long ago a lift was done: by today, or by its next session if not long yet."""
    ago = context.days_without - (context.session_on - context.today).days
    return ago if ago >= evidence.LAYOFF_DAYS.value else context.days_without


def _sure_of_the_days() -> Numbers:
    """Return how often the days told were kept: by simulated lifters, and in real logs."""
    return (
        ("back_held_p", evidence.BACK_HELD.value),
        ("back_in_time_p", evidence.BACK_IN_TIME.value),
    )  # fmt: skip


def _percent(share: float) -> float:
    """Return a share in per cent, no finer than it can be known."""
    return round(100 * share, 1 if share < 0.03 else 0)
