"""How rested a lifter is as a whole: answers, effort, days in a row, a session that fell off.

Local soreness says nothing here, and mood is never used. What was not answered counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from planner.engine import evidence
from planner.engine.session_signs import DropOff, still_felt
from planner.engine.suggestion import Numbers, tell
from planner.engine.terms import N_, CheckIn, Gauge, Phrase, phrase

QUESTIONS = ("sleep", "motivation", "energy")
_DAYS = int(evidence.ANSWER_DAYS.value)
_FADES = evidence.ANSWER_FADES.value
_ENTRIES = int(evidence.FEEL_ENTRIES.value)
_LEAST = int(evidence.FEEL_LEAST.value)
_WORTH_TELLING = 0.02  # of the gauge; less is rounding

COUNTED = N_("{given} of {asked} answers given today.")
# what is said of an answer: of one day, and of several days on which it was low
_SLEPT = (
    N_("Sleep {sleep} of 5 on {slept_on}."),
    N_("Sleep {sleep} of 5 on {slept_on}; low on {sleep_days} of the last {sleep_of_days} days."),
)
_SLEPT_HOURS = (
    N_("{sleep_h} h of sleep on {slept_on}."),
    N_("{sleep_h} h of sleep on {slept_on}; low on {sleep_days} of the last {sleep_of_days} days."),
)
_SLEPT_SO = (
    N_("Sleep {sleep} of 5, {sleep_h} h, on {slept_on}."),
    N_(
        "Sleep {sleep} of 5, {sleep_h} h, on {slept_on}; low on {sleep_days} of the last "
        "{sleep_of_days} days."
    ),
)
_POINTS = {
    "motivation": (
        N_("Motivation {motivation} of 5 on {motivation_on}."),
        N_(
            "Motivation {motivation} of 5 on {motivation_on}; low on {motivation_low} of the last "
            "{motivation_of_days} days."
        ),
    ),
    "energy": (
        N_("Energy {energy} of 5 on {energy_on}."),
        N_(
            "Energy {energy} of 5 on {energy_on}; low on {energy_low} of the last {energy_of_days} "
            "days."
        ),
    ),
}
_HARDER = (  # numbered, as they stand beside each other in one reason
    N_(
        "{harder_1} gets harder: the same sets left {reserve_before_1} in reserve two sessions "
        "before, {reserve_now_1} last time."
    ),
    N_(
        "{harder_2} gets harder: the same sets left {reserve_before_2} in reserve two sessions "
        "before, {reserve_now_2} last time."
    ),
    N_(
        "{harder_3} gets harder: the same sets left {reserve_before_3} in reserve two sessions "
        "before, {reserve_now_3} last time."
    ),
)

Strain = tuple[float, Phrase]


@dataclass(frozen=True, slots=True)
class HarderLift:
    """A lift whose same sets left less in reserve over three sessions, in repetitions."""

    lift: str
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Dropped:
    """A session in which the sets of several lifts fell off more than usual."""

    on: date
    drops: tuple[DropOff, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells how rested a lifter is on a day, as a whole.

    `check_ins` are up to and including that day, oldest first, `run` the training days without a
    day between them up to the day before.
    """

    on: date
    check_ins: tuple[CheckIn, ...] = ()
    harder: tuple[HarderLift, ...] = ()
    run: int = 0
    dropped: Dropped | None = None


def central(signs: Signs) -> Gauge:
    """Return how rested a lifter is, 1.0 as rested as ever; None without an answer or a sign.

    Sources: sleep, Craven et al. 2022; self-report, Saw, Main & Gastin 2016; weights by rule of
    thumb.
    """
    found = _strains(signs)
    if not found:
        return Gauge(None, (_count(signs),))
    level = max(0.0, 1.0 - sum(strain for strain, _ in found))
    return Gauge(level, (*(said for _, said in found), _count(signs)))


def tiring(signs: Signs) -> tuple[Phrase, ...]:
    """Return what takes from the gauge, the weightiest first; what is as usual is left out."""
    return tuple(said for strain, said in _strains(signs) if strain >= _WORTH_TELLING)


def _strains(signs: Signs) -> list[Strain]:
    found = [*_answers(signs), *_effort(signs), *_run(signs), *_drop(signs)]
    return sorted(found, key=lambda each: -each[0])


def given(signs: Signs) -> int:
    """Return how many of QUESTIONS were answered on the day."""
    today = _on_day(signs)
    return 0 if today is None else sum(getattr(today, each) is not None for each in _fields(today))


def _fields(made: CheckIn) -> tuple[str, ...]:
    hours = made.sleep is None and made.sleep_hours is not None
    return ("sleep_hours" if hours else "sleep", "motivation", "energy")


def _count(signs: Signs) -> Phrase:
    """Say on how many answers the gauge rests."""
    count = given(signs)
    if not count:
        return phrase("No answers today: that counts neither way.")
    return phrase(COUNTED, given=count, asked=len(QUESTIONS))


def _on_day(signs: Signs) -> CheckIn | None:
    return next((made for made in reversed(signs.check_ins) if made.on == signs.on), None)


def _answers(signs: Signs) -> list[Strain]:
    """Return what the answers of the last days take: today's most, those before less and less."""
    found = [
        _fading(signs, _short_of_sleep, _sleep_words),
        _fading(signs, _worse("motivation"), _point_words("motivation")),
        _fading(signs, _worse("energy"), _point_words("energy")),
    ]
    return [each for each in found if each is not None]


Worse = Callable[[CheckIn, Sequence[CheckIn]], float | None]
Words = Callable[[CheckIn, int], Phrase]


def _fading(signs: Signs, worse: Worse, words: Words) -> Strain | None:
    """Return what the answers to a question take; None when none was given lately."""
    usual = [made for made in signs.check_ins if (signs.on - made.on).days >= _DAYS]
    lately = [made for made in signs.check_ins if 0 <= (signs.on - made.on).days < _DAYS]
    taken = [(made, strain) for made in lately if (strain := worse(made, usual)) is not None]
    if not taken:
        return None
    weight = 1.0 - _FADES
    total = sum(weight * _FADES ** (signs.on - made.on).days * strain for made, strain in taken)
    last, days = taken[-1][0], sum(strain >= evidence.POINT_STRAIN.value for _, strain in taken)
    return (total, words(last, days))


def _worse(question: str) -> Worse:
    def taken(made: CheckIn, before: Sequence[CheckIn]) -> float | None:
        answer: int | None = getattr(made, question)
        if answer is None:
            return None
        worse = _usual(question, before) - answer
        return evidence.POINT_STRAIN.value * max(0.0, worse)

    return taken


def _usual(question: str, before: Sequence[CheckIn]) -> float:
    """Return the own mean of the last answers; the middle of the scale while they are few."""
    answers = [value for made in before if (value := getattr(made, question)) is not None]
    known = answers[-_ENTRIES:]
    return fmean(known) if len(known) >= _LEAST else evidence.ANSWER_MIDDLE.value


_slept_badly = _worse("sleep")


def _short_of_sleep(made: CheckIn, before: Sequence[CheckIn]) -> float | None:
    """Return what a night takes: by its quality or by its hours, whichever is more."""
    quality, hours = _slept_badly(made, before), None
    if made.sleep_hours is not None:
        short = evidence.SLEEP_NEED.value - made.sleep_hours
        hours = evidence.HOUR_STRAIN.value * max(0.0, short)
    known = [each for each in (quality, hours) if each is not None]
    return max(known, default=None)


def _sleep_words(made: CheckIn, days: int) -> Phrase:
    texts = _SLEPT_SO
    if made.sleep_hours is None or made.sleep is None:
        texts = _SLEPT if made.sleep_hours is None else _SLEPT_HOURS
    numbers = (("sleep", made.sleep), ("sleep_h", made.sleep_hours), ("slept_on", made.on))
    return _told(texts, days, (*numbers, ("sleep_days", days), ("sleep_of_days", _DAYS)))


def _point_words(question: str) -> Words:
    def words(made: CheckIn, days: int) -> Phrase:
        numbers = (
            (question, getattr(made, question)), (f"{question}_on", made.on),
            (f"{question}_low", days), (f"{question}_of_days", _DAYS),
        )  # fmt: skip
        return _told(_POINTS[question], days, numbers)

    return words


def _told(texts: tuple[str, str], days: int, numbers: Numbers) -> Phrase:
    """Say an answer, and on how many of the last days it was worse than usual where several."""
    once, often = texts
    return tell(once if days < 2 else often, numbers)


def _effort(signs: Signs) -> list[Strain]:
    """Return what lifts take that got harder, the one that lost most first."""
    most = int(evidence.EFFORT_LIFTS.value)
    worst = sorted(signs.harder, key=lambda each: each.now - each.before)[:most]
    said = zip(_HARDER, enumerate(worst, 1), strict=False)
    return [(evidence.EFFORT_STRAIN.value, _harder(text, *each)) for text, each in said]


def _harder(text: str, number: int, made: HarderLift) -> Phrase:
    return tell(text, (
        (f"harder_{number}", made.lift),
        (f"reserve_before_{number}", round(made.before, 1)),
        (f"reserve_now_{number}", round(made.now, 1)),
    ))  # fmt: skip


def _run(signs: Signs) -> list[Strain]:
    """Return what training day after day takes."""
    over = signs.run - evidence.RUN_DAYS.value
    if over <= 0:
        return []
    strain = min(evidence.RUN_MOST.value, evidence.RUN_STRAIN.value * over)
    return [(strain, phrase("{run} training days without a rest.", run=signs.run))]


def _drop(signs: Signs) -> list[Strain]:
    """Return what a session takes that fell off as a whole: half of it a day later, then none."""
    made = signs.dropped
    if made is None or len(made.drops) < evidence.DROP_LIFTS.value:
        return []
    days = (signs.on - made.on).days
    felt = fmean([still_felt(each, days) / each.beyond for each in made.drops])
    strain = evidence.DROP_REST.value * felt
    if strain < _WORTH_TELLING:
        return []
    said = phrase(
        "Sets of {dropped} lifts fell off more than usual on {dropped_on}.",
        dropped=len(made.drops), dropped_on=made.on,
    )  # fmt: skip
    return [(strain, said)]
