"""What the log says of practice: a load far over it, ratings that are missing, its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import counts
from planner.coach.loads import DAY, LoadBasis
from planner.coach.session_view import ExerciseCard
from planner.engine import evidence, load_hold
from planner.engine.skill import CAPPED
from planner.engine.target import loads_rise, work_sets
from planner.engine.terms import N_, LoggedSet, Phrase, phrase
from planner.language import tr

_FAR = evidence.PRACTICE_FAR.value
_TOO_HEAVY = {  # by whether there is a load at most, and whether one sound session is enough
    (True, True): N_("Practice: up to {cap_kg} for {sessions}, or until one was sound."),
    (True, False): N_("Practice: up to {cap_kg} for {sessions}, or until {gate} were sound."),
    (False, True): N_(
        "Practice: as light as the first sets for {sessions}, or until one was sound."
    ),
    (False, False): N_(
        "Practice: as light as the first sets for {sessions}, or until {gate} were sound."
    ),
}
_KEYS = phrase("Rate how it looked: Alt+1 sound, Alt+2 minor, Alt+3 breakdown.")


def words(card: ExerciseCard, done: Sequence[LoggedSet], *, rated: bool) -> Phrase | None:
    """Return what practice has to say of the sets done of a card; None mostly.

    `rated` is whether a rating is there, or asked for by others.
    """
    return _too_heavy(card, done) or (None if rated else _unrated(card))


def _too_heavy(card: ExerciseCard, done: Sequence[LoggedSet]) -> Phrase | None:
    """Say up to what load, where the last set was far over it; in a first session the lightest set
    tells what light is."""
    at, loads = card.practice, [entry.load_kg or 0.0 for entry in work_sets(done)]
    if not at.left or card.exercise.load_kind not in CAPPED or not loads:
        return None
    if loads[-1] <= _FAR * (min(loads) if at.cap_kg is None else at.cap_kg):
        return None
    sessions = tr("a session") if at.needed == 1 else counts.sessions(at.needed)
    words = _TOO_HEAVY[at.cap_kg is not None, at.gate == 1]
    return phrase(words, cap_kg=at.cap_kg, sessions=sessions, gate=at.gate)


def _unrated(card: ExerciseCard) -> Phrase | None:
    """Say the keys that rate, and what sound sessions shorten, where they still do."""
    more = card.practice.gate - card.practice.sound
    if not card.asks_rating:
        return None
    if more >= card.practice.left:
        return _KEYS
    shortens = phrase(
        "One sound session ends practice." if more == 1 else "{more} sound sessions end practice.",
        more=more,
    )
    return _KEYS + shortens


def over(card: ExerciseCard, basis: LoadBasis) -> tuple[Phrase, ...]:
    """Say that the session of a card was the last of practice; () for all others, and while
    something else keeps the load."""
    slug, after = card.exercise.slug, card.on + DAY
    if not card.practice.left or basis.practice(slug, after).left or _is_kept(slug, after, basis):
        return ()
    rises = loads_rise(card.exercise)
    return (phrase("Practised: loads may rise." if rises else "Practised."),)


def _is_kept(slug: str, on: date, basis: LoadBasis) -> bool:
    """Tell whether pain, technique, a clearance or a limit keeps a lift from more load."""
    context = basis.context(slug, on)
    return basis.asks_load(slug, on) or (context is not None and load_hold.is_kept(context))
