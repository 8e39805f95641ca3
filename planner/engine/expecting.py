"""Tell early, once, that the quick gains of a new movement will bend, and that this is expected.

When they will bend is not forecast: on simulated lifters such forecasts reached from a week to
more than a year and hardly ranked the lifters (rank correlation 0.1 to 0.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import exp, expm1, sqrt
from typing import NamedTuple

from planner.engine import evidence, trend
from planner.engine.lift import LiftState
from planner.engine.phase import Gain
from planner.engine.reading import confidence_of, read
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.terms import (
    N_,
    Phase,
    Phrase,
    Suggestion,
    SuggestionKind,
    phrase,
)

_SESSIONS = evidence.PHASE_SESSIONS.value
_FROM = timedelta(days=evidence.EXPECT_DAYS.value)
_UNTIL = timedelta(days=evidence.EXPECT_UNTIL.value)
_SHOWN = timedelta(days=evidence.EXPECT_SHOWN.value)
_RISE = evidence.EXPECT_RISE.value
_BAND = evidence.BAND_SD.value
_CLOCK_DAYS = evidence.LEARNING_DAYS.value
_DRIFT = evidence.DRIFT_SD.value**2
_BEND: Numbers = tuple(
    zip(("bend_from_weeks", "bend_to_weeks"), [w.value for w in evidence.BEND_WEEKS], strict=True)
)
_UP_WITH_RANGE = (
    N_(
        "Up so far: {first_name} about {first_up_pct} in {first_up_span} ({first_up_low_pct} to "
        "{first_up_high_pct})."
    ),
    N_(
        "Up so far: {first_name} about {first_up_pct} in {first_up_span} ({first_up_low_pct} to "
        "{first_up_high_pct}) and {second_name} about {second_up_pct}."
    ),
    N_(
        "Up so far: {first_name} about {first_up_pct} in {first_up_span} ({first_up_low_pct} to "
        "{first_up_high_pct}), {second_name} about {second_up_pct} and {others} other."
    ),
    N_(
        "Up so far: {first_name} about {first_up_pct} in {first_up_span} ({first_up_low_pct} to "
        "{first_up_high_pct}), {second_name} about {second_up_pct} and {others} others."
    ),
)
_UP = (
    N_("Up so far: {first_name} about {first_up_pct}."),
    N_("Up so far: {first_name} about {first_up_pct} and {second_name} about {second_up_pct}."),
    N_(
        "Up so far: {first_name} about {first_up_pct}, {second_name} about {second_up_pct} and "
        "{others} other."
    ),
    N_(
        "Up so far: {first_name} about {first_up_pct}, {second_name} about {second_up_pct} and "
        "{others} others."
    ),
)
RULE = "lifter.expect"


class Gaining(NamedTuple):
    """A lift with quick early gains: what it gained from `began_on` to `on`, log units."""

    slug: str
    name: str
    began_on: date
    on: date
    gain: Gain
    early_p: float


class Telling(NamedTuple):
    """What is told together: first on `on`, of lifts that had begun by then."""

    on: date
    began_on: date
    slugs: tuple[str, ...]


def gained(state: LiftState) -> Gain:
    """Return what a lift gained since its first session; the lift must have been trained.

    It is what the bank now believes to have been learned and grown. On simulated novices its
    90 % range held the true gain of 93 to 97 % in all worlds.
    """
    assert state.bank is not None
    days = _days(state).days
    clock = 0.5 * (state.sessions - 1) + 0.5 * days / _CLOCK_DAYS
    learned = [exp(clock / steps) - 1.0 for steps in state.steps]
    parts = [trend.gained(f, days, n) for f, n in zip(state.bank.filters, learned, strict=True)]
    (m1, v1), (m2, v2), (m3, v3) = parts
    mean, variance = trend.mixed(state.bank.weights, (m1, m2, m3), (v1, v2, v3))
    return Gain(mean, sqrt(variance + days * _DRIFT))


def _days(state: LiftState) -> timedelta:
    assert state.course is not None
    assert state.last_on is not None
    return state.last_on - state.course.began_on


def gaining(first: LiftState, now: LiftState) -> Gaining | None:
    """Return the gain of a lift that is clearly in its early rise; else None.

    `first` is its state after the first session. The rise must be more than noise in the log,
    and its 90 % range above nothing.
    """
    if now.bank is None or first.bank is None or now.course is None or now.last_on is None:
        return None
    if now.sessions < _SESSIONS or _days(now) < _FROM or _disturbed(now):
        return None
    reading, gain = read(now, now.last_on), gained(now)
    rise = trend.middle(now.bank) - trend.middle(first.bank)
    if reading.phase is not Phase.EARLY or rise < _RISE or gain.mean <= _BAND * gain.sd:
        return None
    lift, share = now.exercise, reading.phase_probabilities[Phase.EARLY]
    return Gaining(lift.slug, lift.name, now.course.began_on, now.last_on, gain, share)


def _disturbed(state: LiftState) -> bool:
    """Tell whether a pause or a sudden change of level hides what was gained."""
    return state.rhythm.back_on is not None or state.jump is not None


def first_gaining(states: Iterable[LiftState]) -> Gaining | None:
    """Return the first clear early rise of a lift; `states` are those after each session."""
    first = None
    for state in states:
        if state.bank is None:
            continue
        first = first or state
        if _days(state) > _UNTIL:
            return None
        found = gaining(first, state)
        if found is not None:
            return found
    return None


def tellings(found: Iterable[Gaining]) -> list[Telling]:
    """Return what is told on which day, oldest first, from the first clear rise of each lift.

    A lift that had begun when others were told is told with them, and never alone later.
    """
    made: list[Telling] = []
    for each in sorted(found, key=lambda one: (one.on, one.slug)):
        if made and each.began_on <= made[-1].on:
            made[-1] = made[-1]._replace(slugs=(*made[-1].slugs, each.slug))
        else:
            made.append(Telling(each.on, each.began_on, (each.slug,)))
    return made


def still_told(telling: Telling, today: date) -> bool:
    """Say whether a telling that nobody has acknowledged is shown today."""
    return telling.on <= today < telling.on + _SHOWN


def expectation(lifts: Sequence[Gaining]) -> Suggestion:
    """Return the one card on lifts in their early rise, the first two by name; not for none."""
    words = (
        phrase("Quick gains now; they will slow down, and that is expected"),
        tell(_for(lifts, _UP_WITH_RANGE), _values(lifts)) + _why_it_bends(),
        phrase("Gains that level off, tiredness, or time off."),
    )
    effect = phrase(
        "From then on muscle growth carries more, and takes longer. The day cannot be told from "
        "so few sessions."
    )
    confidence = confidence_of(min([each.early_p for each in lifts]))
    return make(
        SuggestionKind.EXPECT, None, RULE, words, confidence, (*_numbers(lifts), *_BEND), None,
        ("moritani-1979", "rutherford-1986", "simulation"), effect,
    )  # fmt: skip


def _why_it_bends() -> Phrase:
    mostly = tell(
        "That mostly bends {bend_from_weeks} to {bend_to_weeks} weeks after the start, later for "
        "barbell and technical lifts.",
        _BEND,
    )
    return (
        phrase("In a new movement strength first rises because nerves learn it.")
        + mostly
        + phrase("Nothing to do now: when it bends I say so and suggest smaller steps.")
    )


def note(lifts: Sequence[Gaining]) -> Phrase:
    """Return the same in short for paper; not for no lift."""
    bends = tell(
        "Such gains mostly bend after {bend_from_weeks} to {bend_to_weeks} weeks, barbell lifts "
        "later, as expected; then smaller steps.",
        _BEND,
    )
    return tell(_for(lifts, _UP), _values(lifts)) + bends


def _for(lifts: Sequence[Gaining], sentences: Sequence[str]) -> str:
    """Return the sentence for so many lifts; the last of them is for all that are more."""
    return sentences[min(len(lifts), len(sentences)) - 1]


def _values(lifts: Sequence[Gaining]) -> Numbers:
    named = zip(("first", "second"), lifts, strict=False)
    found = [(place, (("name", lift.name), *_up(lift))) for place, lift in named]
    values = [(f"{place}_{what}", value) for place, told in found for what, value in told]
    return (*values, ("others", len(lifts) - 2))


def _up(lift: Gaining) -> Numbers:
    mean, spread = lift.gain.mean, _BAND * lift.gain.sd
    return (
        ("up_pct", _percent(mean)),
        ("up_span", (lift.on - lift.began_on).days),
        ("up_low_pct", _percent(mean - spread)),
        ("up_high_pct", _percent(mean + spread)),
    )


def _percent(gain: float) -> int:
    return round(100 * expm1(gain))


def _numbers(lifts: Sequence[Gaining]) -> Numbers:
    """Return the numbers of the lifts named, each by its slug, and the span of all others."""
    first = [(f"{lifts[0].slug}_{what}", value) for what, value in _up(lifts[0])]
    second = [(f"{lift.slug}_up_pct", _percent(lift.gain.mean)) for lift in lifts[1:2]]
    others = sorted(_percent(lift.gain.mean) for lift in lifts[2:])
    rest: Numbers = (
        ("others", len(others)), ("others_least_pct", others[0]), ("others_most_pct", others[-1]),
    ) if others else ()  # fmt: skip
    return (*first, *second, *rest)
