"""What the card of an exercise says of the set to come, while the session goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log
from typing import NamedTuple

from planner.coach import absences, before_session
from planner.coach.before_session import Before
from planner.coach.entry import SetRow
from planner.coach.session_view import ExerciseCard
from planner.engine import evidence, session_signs
from planner.engine.between_sets import Asked, NextLoad, other_load
from planner.engine.next_set import NextSet, next_set
from planner.engine.set_habit import marks
from planner.engine.strength import measurable, moved_kg
from planner.engine.terms import Inventory, LoggedSet, Phrase, SetKind, phrase
from planner.storage import clients

_LEAST_SESSIONS = evidence.ADVICE_SESSIONS.value
_WIDE = evidence.WIDE_REPS.value
_REACH = evidence.NEXT_REACH.value
_WORK = (SetKind.WORK, SetKind.FAILURE)
_SETTING = "next_set"
ILL = "Ill since {since}: no other load is offered until you are back."


@dataclass(frozen=True, slots=True)
class NextLine:
    """What is said: `news` of the sets done, the `forecast`, and another load with its reason.

    `offer_kg` is that load as typed, kg. Each is None where there is nothing to say; whoever is
    ill reads why in the news. `urgent` news are of pain.
    """

    news: Phrase | None = None
    forecast: Phrase | None = None
    offer: Phrase | None = None
    offer_kg: float | None = None
    urgent: bool = False


NOTHING = NextLine()


class Grounds(NamedTuple):
    """What all that is said of a card rests on besides its sets: while equal, so is what is said.

    What was known before the day, whether the plan has a deload, the gym, and since when the
    lifter is ill.
    """

    known: Before | None
    deload: bool
    inventory: Inventory
    ill_since: date | None


def grounds(lifter_id: int, card: ExerciseCard) -> Grounds:
    """Return what `next_line` reads for a card, all of which is remembered."""
    known = before_session.before(lifter_id, card.exercise.slug, card.on)
    around = before_session.circumstances(lifter_id, card.on)
    return Grounds(known, *around, absences.ill_since(lifter_id, card.on))


def next_line(
    around: Grounds,
    card: ExerciseCard,
    row: SetRow | None = None,
    load_kg: float | None = None,
    kind: SetKind = SetKind.WORK,
) -> NextLine:
    """Return what to say of a card and of its row to come, a set of a kind with a load in kg.

    Only the sets of the card are looked at, and the `grounds` around it. After pain that stops
    the exercise nothing more is forecast, and of warm-ups nothing is.
    """
    done = [each.logged for each in card.rows if each.logged is not None]
    known = around.known
    said = NextLine(_news(done, known, card), urgent=session_signs.pain_words(done) is not None)
    if known is None or row is None or kind not in _WORK or session_signs.must_stop(done):
        return said
    asked = _asked(row, load_kg)
    if asked is None or not _tells(card, known, asked):
        return said
    expected = _expected(card, known, asked, done)
    changed = _at(expected, load_kg, asked, known)
    if changed is None:
        return said
    offer = None if _is_changed(load_kg, asked) else _offer(around, expected, row, done)
    said = replace(said, forecast=_forecast(changed, row))
    if offer is None:
        return said
    if around.ill_since is not None:
        return replace(said, news=said.news or phrase(ILL, since=around.ill_since))
    return replace(said, offer=offer.words, offer_kg=offer.load_kg)


def _asked(row: SetRow, load_kg: float | None) -> Asked | None:
    """Return what a row asks for, by the plan, else by last time; None without a load.

    Where nothing is planned, the load about to be lifted is the one asked for.
    """
    target = row.target
    load = load_kg if load_kg is not None else row.suggested_kg
    if target is not None:
        load = target.load_kg if target.load_kg is not None else row.suggested_kg or load_kg
    if load is None or (target is not None and (target.amrap or target.seconds is not None)):
        return None
    low = target.reps_low if target is not None else None
    reps = low or (row.last.reps if row.last is not None else None) or 0
    most = (target.reps_high if target is not None else None) or reps
    return Asked(load, reps, most, target.rir if target is not None else None)


def _tells(card: ExerciseCard, known: Before, asked: Asked) -> bool:
    moved = moved_kg(asked.load_kg, card.exercise, known.state.bodyweight_kg)
    enough = known.state.sessions >= _LEAST_SESSIONS
    return moved is not None and enough and measurable(card.exercise)


def _expected(
    card: ExerciseCard, known: Before, asked: Asked, done: Sequence[LoggedSet]
) -> NextSet:
    return next_set(
        known.state, known.habit, card.on, asked.load_kg, done,
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
    range_ = "about {reps} reps ({low}–{high})" if low < high else "most likely {reps} reps"
    load = " at {load_kg}" if made.load_kg or row.suggested_kg is not None else ""
    if asked is None or not asked.reps:
        return phrase(
            f"Next: {range_}{load}", reps=made.reps, low=low, high=high, load_kg=made.load_kg
        )
    return phrase(
        f"Next: {range_}{load}; {{hit_p}} for {{target}}",
        reps=made.reps, low=low, high=high, load_kg=made.load_kg,
        hit_p=made.p_hit(asked.reps), target=asked.reps,
    )  # fmt: skip


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


def is_shown() -> bool:
    """Tell whether cards say what comes next; they do until somebody switches it off."""
    return clients.setting(_SETTING) != "off"


def show(shown: bool) -> None:
    """Let cards say what comes next, or not; what the sets done ask for is always said."""
    clients.change_setting(_SETTING, "on" if shown else "off")
