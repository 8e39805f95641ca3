"""What the card of an exercise says of the set to come, while the session goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log
from typing import NamedTuple

from planner.coach import before_session, health, pain_referral, practice_remarks
from planner.coach.before_session import Before
from planner.coach.entry import SetRow
from planner.coach.quiet import beside_limit, quiet
from planner.coach.session_view import ExerciseCard
from planner.engine import (
    after_pain,
    comeback,
    evidence,
    load_hold,
    session_signs,
    technique_check,
)
from planner.engine.between_sets import Asked, NextLoad, other_load
from planner.engine.next_set import NextSet, next_set
from planner.engine.set_habit import SetHabit, marks, of_work
from planner.engine.strength import measurable, moved_kg
from planner.engine.target import work_sets
from planner.engine.terms import (
    N_,
    WORK_KINDS,
    Inventory,
    LoggedSet,
    Phrase,
    PlannedSet,
    SetKind,
    phrase,
)

_LEAST_SESSIONS = evidence.ADVICE_SESSIONS.value
_WIDE = evidence.WIDE_REPS.value
_REACH = evidence.NEXT_REACH.value
_FORECASTS = {
    (True, True, True): N_(
        "Next: about {reps} reps ({low}–{high}) at {load_kg}; {hit_p} for {target}"
    ),
    (True, True, False): N_("Next: about {reps} reps ({low}–{high}) at {load_kg}"),
    (True, False, True): N_("Next: about {reps} reps ({low}–{high}); {hit_p} for {target}"),
    (True, False, False): N_("Next: about {reps} reps ({low}–{high})"),
    (False, True, True): N_("Next: most likely {reps} reps at {load_kg}; {hit_p} for {target}"),
    (False, True, False): N_("Next: most likely {reps} reps at {load_kg}"),
    (False, False, True): N_("Next: most likely {reps} reps; {hit_p} for {target}"),
    (False, False, False): N_("Next: most likely {reps} reps"),
}  # by whether there is a range, a load, and a target


@dataclass(frozen=True, slots=True)
class NextLine:
    """What is said: `news` of the sets done, the `forecast`, and another load with its reason.

    `offer_kg` is that load as typed, kg. Each is None where there is nothing to say. `urgent`
    news are of pain. `consults` offers to have it looked at.
    """

    news: Phrase | None = None
    forecast: Phrase | None = None
    offer: Phrase | None = None
    offer_kg: float | None = None
    urgent: bool = False
    consults: bool = False


NOTHING = NextLine()


class Grounds(NamedTuple):
    """What all that is said of a card rests on besides its sets: while equal, so is what is said.

    What was known before the day, whether the plan has a deload, the gym, since when the lifter is
    ill, what says that loads wait for a clearance, and whether the lift itself does.
    """

    known: Before | None
    deload: bool
    inventory: Inventory
    ill_since: date | None
    held: Phrase | None
    referred: bool


def grounds(lifter_id: int, card: ExerciseCard) -> Grounds:
    """Return what `next_line` reads for a card, all of which is remembered."""
    known = before_session.before(lifter_id, card.exercise.slug, card.on)
    around = before_session.circumstances(lifter_id, card.on)
    silent = quiet(lifter_id, card.on)
    ill_since, held = silent.ill_since, silent.held(card.exercise.slug)
    if held is not None:
        held = beside_limit(held)
    referred = pain_referral.waits(lifter_id, card.exercise.slug, card.on)
    return Grounds(known, *around, ill_since, held, referred)


def next_line(
    around: Grounds,
    card: ExerciseCard,
    row: SetRow | None = None,
    load_kg: float | None = None,
    kind: SetKind = SetKind.WORK,
) -> NextLine:
    """Return what to say of a card and of its row to come, a set of a kind with a load in kg.

    Only the sets of the card are looked at, and the `grounds` around it. After pain that stops
    the exercise nothing more is forecast, and of warm-ups nothing is; nor is anything before a
    clearance that is waited for, or while the lift is to be left out. Whoever is ill is offered no
    load.
    """
    done = [each.logged for each in card.rows if each.logged is not None]
    known = around.known
    stops = session_signs.must_stop(done)
    urgent = session_signs.pain_words(done) is not None
    said = NextLine(_news(done, known, card), urgent=urgent, consults=stops and not around.referred)
    if around.held is not None:
        above = around.held.template == health.BLOCKED  # the line of the day says it
        return said if above or said.urgent else replace(said, news=around.held)
    if known is None or row is None or kind not in WORK_KINDS or stops:
        return said
    if (left_out := load_hold.stopped(known.context)) is not None:
        return said if urgent else replace(said, news=left_out.reason)
    hurt = after_pain.words(known.context)
    if hurt is not None and not urgent and not any(each.kind in WORK_KINDS for each in done):
        said = replace(said, news=hurt, urgent=True)
    if said.news is None and around.ill_since is None and not work_sets(done):
        said = replace(said, news=card.welcome)
    return _forecast_line(said, around, card, row, load_kg)


def _forecast_line(
    said: NextLine, around: Grounds, card: ExerciseCard, row: SetRow, load_kg: float | None
) -> NextLine:
    """Add what to expect of a row, and another load where that is clear and may be offered."""
    known, asked = around.known, _asked(row, load_kg)
    done = [each.logged for each in card.rows if each.logged is not None]
    if known is None or asked is None or not _tells(card, known, asked, done):
        return said
    habit = known.habit if row.target is None else of_work(known.habit)
    expected = _expected(card, known, habit, asked, done)
    changed = _at(expected, load_kg, asked, known)
    if changed is None:
        return said
    said = replace(said, forecast=_forecast(changed, row))
    offer = None if _is_changed(load_kg, asked) else _offer(around, expected, row, done)
    most_kg = known.context.beside.most_kg
    over = offer is not None and most_kg is not None and offer.load_kg > most_kg
    if offer is None or over or around.ill_since is not None:
        return said
    return replace(said, offer=offer.words, offer_kg=offer.load_kg)


def _asked(row: SetRow, load_kg: float | None) -> Asked | None:
    """Return what a row asks for, by the plan, else by last time; None without a load.

    Where nothing is planned, the load about to be lifted is the one asked for.
    """
    target = row.target
    load = load_kg if load_kg is not None else row.suggested_kg
    if target is not None:
        load = target.load_kg if target.load_kg is not None else row.suggested_kg or load_kg
    if load is None or (target is not None and (target.amrap or _by_measure(target))):
        return None
    low = target.reps_low if target is not None else None
    reps = low or (row.last.reps if row.last is not None else None) or 0
    if row.most_reps is not None:
        reps = min(reps, row.most_reps)
    most = (target.reps_high if target is not None else None) or reps
    return Asked(load, reps, most, target.rir if target is not None else None)


def _by_measure(target: PlannedSet) -> bool:
    return target.seconds is not None or target.distance_m is not None


def _tells(card: ExerciseCard, known: Before, asked: Asked, done: Sequence[LoggedSet]) -> bool:
    """Say whether there is a forecast; before the first set after a pause nobody can tell."""
    if not work_sets(done) and comeback.is_back(known.context):
        return False
    moved = moved_kg(asked.load_kg, card.exercise, known.state.bodyweight_kg)
    enough = known.state.sessions >= _LEAST_SESSIONS
    return moved is not None and enough and measurable(card.exercise)


def _expected(
    card: ExerciseCard, known: Before, habit: SetHabit, asked: Asked, done: Sequence[LoggedSet]
) -> NextSet:
    return next_set(
        known.state, habit, card.on, asked.load_kg, done,
        rir=asked.rir, rest_s=card.rest_s, muscle_gap_days=known.gap_days,
    )  # fmt: skip


def _at(expected: NextSet, load_kg: float | None, asked: Asked, known: Before) -> NextSet | None:
    """Return the forecast at the load that is about to be lifted; None where it is far from that
    asked for, or too wide to go by."""
    step = _step(load_kg, asked, known)
    if step is None or abs(step) > _REACH:
        return None
    made = expected.at(step, asked.load_kg if load_kg is None else load_kg)
    low, high = made.reps_range
    return made if high - low <= _WIDE else None


def _step(load_kg: float | None, asked: Asked, known: Before) -> float | None:
    if load_kg is None or not _is_changed(load_kg, asked):
        return 0.0
    state = known.state
    kg = [moved_kg(each, state.exercise, state.bodyweight_kg) for each in (asked.load_kg, load_kg)]
    return log(kg[1] / kg[0]) if kg[0] and kg[1] else None


def _is_changed(load_kg: float | None, asked: Asked) -> bool:
    return load_kg is not None and abs(load_kg - asked.load_kg) > 1e-3


def _forecast(made: NextSet, row: SetRow) -> Phrase:
    """Say what is expected, with its range, and how likely what was asked for is."""
    (low, high), asked = made.reps_range, _asked(row, made.load_kg)
    known = bool(made.load_kg) or row.suggested_kg is not None
    values = {"reps": made.reps, "low": low, "high": high, "load_kg": made.load_kg}
    if asked is None or not asked.reps:
        return phrase(_FORECASTS[low < high, known, False], **values)
    hit = made.p_hit(asked.reps)
    return phrase(_FORECASTS[low < high, known, True], **values, hit_p=hit, target=asked.reps)


def _offer(
    around: Grounds, expected: NextSet, row: SetRow, done: Sequence[LoggedSet]
) -> NextLoad | None:
    """Return another load for a planned set; of sets that nobody planned none is asked for."""
    asked, known = _asked(row, None), around.known
    if asked is None or row.target is None or not asked.reps or not expected.seen or known is None:
        return None
    context = replace(known.context, deload=around.deload, inventory=around.inventory)
    return other_load(expected, asked, done, context, known.reading.fatigue)


def _news(done: Sequence[LoggedSet], known: Before | None, card: ExerciseCard) -> Phrase | None:
    """Return what the sets of today say, the most urgent; else what the last ones say of today."""
    said = session_signs.pain_words(done) or session_signs.technique_words(done)
    if said is None and known is not None:
        said = technique_check.words(done, known.context)
    looked = known is not None and technique_check.asks(known.context)  # asks to rate, once
    said = said or practice_remarks.words(card, done, rated=looked)
    if said is not None or known is None:
        return said
    state, habit = known.state, known.habit
    today = marks(done, state.exercise, state.bodyweight_kg)
    seen = session_signs.drop_off(today, habit) if today else None
    if seen is not None:
        return session_signs.drop_words(seen, 0)
    return session_signs.effort_words(known.base) or _felt(known, card)


def _felt(known: Before, card: ExerciseCard) -> Phrase | None:
    """Tell a drop-off of the last session while it may still be felt."""
    days = (card.on - known.last_day.on).days
    last = marks(known.last_day.sets, known.state.exercise, known.state.bodyweight_kg)
    seen = session_signs.drop_off(last, known.habit) if last else None
    return session_signs.drop_words(seen, days) if seen is not None else None
