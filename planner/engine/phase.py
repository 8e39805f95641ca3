"""Which phase of adaptation a lift is in, how sure, and whether early gains have levelled off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import exp, log, sqrt
from typing import NamedTuple

from planner.engine import evidence, fitted
from planner.engine.terms import CheckIn, Phase, soreness_of
from planner.engine.trend import Bank, Three, gained, mixed

_MONTH = 28.0
_BEGAN_SESSIONS = evidence.BEGAN_SESSIONS.value
_CLOCK_DAYS = evidence.LEARNING_DAYS.value
_LEVEL_GAIN = evidence.LEVEL_GAIN.value
_FLAT_GAIN = evidence.FLAT_GAIN.value
_LEVEL_P = evidence.LEVEL_P.value
_CLEAR_P = evidence.LEVEL_CLEAR_P.value
_SESSIONS = evidence.LEVEL_SESSIONS.value
_DAYS = evidence.LEVEL_DAYS.value
_SHORTFALL_DAYS = evidence.SHORTFALL_DAYS.value
_LARGEST_SHORTFALL = evidence.SHORTFALL_MAX.value
_VOLUME_DAYS = evidence.VOLUME_DAYS.value
_VOLUME_BASE_DAYS = evidence.VOLUME_BASE_DAYS.value
_FEW_SETS = evidence.FATIGUE_FEW_SETS.value
_FEEL_DAYS = evidence.FEEL_DAYS.value
_FEEL_BASE_DAYS = evidence.FEEL_BASE_DAYS.value
_MOST_SHORT, _MOST_VOLUME, _MOST_FEEL, _MOST_OVER, _YEAR = [
    most.value for most in evidence.SIGNS_MOST
]
_USUAL_DAYS = evidence.USUAL_DAYS.value
_RISING = evidence.RISING.value
_SURE = 30.0  # logit; as good as certain
_WEIGHTS = {
    Phase.RETURN: fitted.RETURN,
    Phase.FATIGUE: fitted.FATIGUE,
    Phase.EARLY: fitted.EARLY,
    Phase.PLATEAU: fitted.PLATEAU,
}
_ITEM_POINTS = 1.5  # a step of a 1–5 answer on the 1–7 scale of the Hooper index


class Gain(NamedTuple):
    """The gain over 28 days ahead, log units: mean and standard deviation."""

    mean: float
    sd: float


def monthly_gain(bank: Bank, steps: Three, days_between: float) -> Gain:
    """Return the gain expected over 28 days of training every `days_between` days."""
    clock = -_MONTH / days_between * (0.5 + 0.5 * days_between / _CLOCK_DAYS)
    one, two, three = bank.filters
    m1, v1 = gained(one, _MONTH, 1.0 - exp(clock / steps[0]))
    m2, v2 = gained(two, _MONTH, 1.0 - exp(clock / steps[1]))
    m3, v3 = gained(three, _MONTH, 1.0 - exp(clock / steps[2]))
    mean, variance = mixed(bank.weights, (m1, m2, m3), (v1, v2, v3))
    return Gain(mean, sqrt(variance))


def levelled(gain: Gain, weeks: float) -> float:
    """Return the probability that early gains are over, by the fitted score of that phase.

    Early gains are over 3 % in 28 days; `weeks` is how long ago the lift began. Written out,
    because it is asked after every session.
    """
    base, per_sd, per_week = fitted.EARLY
    weeks = weeks if weeks < _YEAR else _YEAR
    return 1.0 / (1.0 + exp(base + per_sd * _over(gain, _LEVEL_GAIN) + per_week * weeks))


def _over(gain: Gain, least: float) -> float:
    """Return how many standard deviations a gain is expected to be over `least`, up to four."""
    over = (gain.mean - least) / gain.sd
    if over > _MOST_OVER:
        return _MOST_OVER
    return over if over > -_MOST_OVER else -_MOST_OVER


class Course(NamedTuple):
    """The course of a lift: where it began, and when its early gains levelled off.

    `usual_level` is its level over the last weeks, log kg: how far strength is over it tells a
    rise that goes on, whatever was believed of the lifter. `told` once a levelling off was taken
    back: a movement has one early phase, so the next one is no news and has no `gain_before`.
    """

    began_on: date
    began_level: float
    usual_level: float
    levelled_off_on: date | None = None
    gain_before: float | None = None
    told: bool = False


def usual_after(course: Course, sessions: int, days: float, level_now: float) -> Course:
    """Return the course with the level that is usual after a session, `days` after the last."""
    share, alike = _usual_share(days), 1.0 / sessions
    usual = course.usual_level
    usual += (alike if alike > share else share) * (level_now - usual)
    return Course(course[0], course[1], usual, course[3], course[4], course[5])


@lru_cache(maxsize=512)
def _usual_share(days: float) -> float:
    return 1.0 - exp(-days / _USUAL_DAYS)


def follow(course: Course, on: date, sessions: int, level_now: float, p_level: float) -> Course:
    """Return the course after a session; levelling off is called and taken back with hysteresis.

    `level_now` is log kg, `p_level` the probability that early gains are over, see `levelled`.
    Where the lift began is taken from its third session, when the first days' noise has settled.
    It is not called while strength rises fast, however little was believed possible.
    """
    began_on, _, usual, since, _, told = course
    if sessions <= _BEGAN_SESSIONS:
        return Course(began_on, level_now, usual)
    if since is not None:
        stands = p_level >= _CLEAR_P and not _rises(course, level_now)
        return course if stands else Course(began_on, course[1], usual, told=True)
    if p_level < _LEVEL_P or not can_level(course, on, sessions, level_now):
        return course
    rate = (level_now - course.began_level) * _MONTH / (on - began_on).days
    before = None if told else rate
    return course._replace(levelled_off_on=on, gain_before=before)


def can_level(course: Course, on: date, sessions: int, level_now: float) -> bool:
    """Tell whether levelling off may be called: trained long enough, and not rising fast."""
    rising = _rises(course, level_now)
    return not rising and sessions >= _SESSIONS and (on - course.began_on).days >= _DAYS


def _rises(course: Course, level_now: float) -> bool:
    return level_now - course.usual_level > _RISING


class Usual(NamedTuple):
    """What was measured lately and usually; `seen` values so far.

    The first values count alike: a mean that begins at the first value alone would take the
    rise from a gentle start for a burst.
    """

    seen: int = 0
    lately: float = 0.0
    usually: float = 0.0

    def after(self, value: float, recent: float, older: float) -> Usual:
        """Return this after a value that counts by the shares `recent` and `older`, at least."""
        seen, now, base = self
        seen += 1
        alike = 1.0 / seen
        return Usual(
            seen,
            now + (alike if alike > recent else recent) * (value - now),
            base + (alike if alike > older else older) * (value - base),
        )


class Strain(NamedTuple):
    """What points to fatigue: results under expectation, volume and answers against own means."""

    shortfall_pct: float = 0.0
    volume: Usual = Usual()
    feel: Usual = Usual()


def strain_after(
    strain: Strain, days: float, surprise: float, volume: float | None, check_in: CheckIn | None
) -> Strain:
    """Return the strain after a session whose result was `surprise` (log) over expectation."""
    short = -100.0 * surprise
    if not -_LARGEST_SHORTFALL < short < _LARGEST_SHORTFALL:
        short = _LARGEST_SHORTFALL if short > 0.0 else -_LARGEST_SHORTFALL
    kept, of_volume, of_base, of_feel, of_feel_base = _shares_after(days)
    short += strain.shortfall_pct * kept
    _, volumes, feels = strain
    if volume is not None:
        volumes = volumes.after(volume, of_volume, of_base)
    feel = None if check_in is None else hooper(check_in)
    if feel is not None:
        feels = feels.after(feel, of_feel, of_feel_base)
    return Strain(short, volumes, feels)


@lru_cache(maxsize=512)
def _shares_after(days: float) -> tuple[float, ...]:
    """Return what `days` leave of a shortfall, and by how much a new value counts after them."""
    memories = (_VOLUME_DAYS, _VOLUME_BASE_DAYS, _FEEL_DAYS, _FEEL_BASE_DAYS)
    return exp(-days / _SHORTFALL_DAYS), *[1.0 - exp(-days / memory) for memory in memories]


def hooper(check_in: CheckIn) -> float | None:
    """Return a check-in as a Hooper index, 4 (well) to 28 (worn); None when nothing is answered.

    Sleep, energy (for fatigue) and soreness, 1–5, are spread over 1–7; what was not answered
    takes the mean of the rest. Mood is private and left out.
    """
    steps, given = 0, 0
    for answer in (check_in.sleep, check_in.energy):
        if answer is not None:
            steps, given = steps + 5 - answer, given + 1
    soreness = soreness_of(check_in)
    if soreness is not None:
        steps, given = steps + soreness - 1, given + 1
    return 4.0 + 4.0 * _ITEM_POINTS * steps / given if given else None


class PhaseSigns(NamedTuple):
    """What speaks for each phase.

    `loss` still to regain (log), results under expectation (%), volume over the own mean (log),
    check-ins worse than the own mean (Hooper points), how many standard deviations the gain ahead
    is over 3 % and over 0.8 % in 28 days, and weeks since the lift began.
    """

    loss: float
    shortfall_pct: float
    volume: float
    feel: float
    over_level: float
    over_flat: float
    weeks: float


def signs(gain: Gain, strain: Strain, loss: float, weeks: float, away: float = 0.0) -> PhaseSigns:
    """Return the signs `away` days after the last session; signs of fatigue fade meanwhile."""
    short, volumes, feels = strain
    more = log((volumes.lately + _FEW_SETS) / (volumes.usually + _FEW_SETS))
    kept = exp(-away / _SHORTFALL_DAYS)
    return PhaseSigns(
        loss,
        _faded(short, _MOST_SHORT, kept),
        _faded(more, _MOST_VOLUME, kept),
        _faded(feels.lately - feels.usually, _MOST_FEEL, kept),
        _over(gain, _LEVEL_GAIN),
        _over(gain, _FLAT_GAIN),
        min(weeks, _YEAR),
    )


def _within(value: float, most: float) -> float:
    if value > most:
        return most
    return value if value > -most else -most


def _faded(value: float, most: float, kept: float) -> float:
    return min(value, most) * kept if value > 0.0 else max(value, -most)


def terms_of(seen: PhaseSigns) -> dict[Phase, tuple[float, ...]]:
    """Return what each phase's score is made of, a constant first, in the order of asking."""
    return {
        Phase.RETURN: (1.0, seen.loss),
        Phase.FATIGUE: (1.0, seen.shortfall_pct, seen.volume, seen.feel),
        Phase.EARLY: (1.0, seen.over_level, seen.weeks),
        Phase.PLATEAU: (1.0, seen.over_flat),
    }


def probabilities(seen: PhaseSigns, most: Mapping[Phase, float]) -> dict[Phase, float]:
    """Return the probability of each phase, as fitted to simulated lifters.

    Asked in the order return, fatigue, early, plateau, steady, each given that none of those
    before holds, and at most as probable as `most` allows.
    """
    left, shares = 1.0, {}
    for phase, terms in terms_of(seen).items():
        chance = min(_chance(_WEIGHTS[phase], terms), most.get(phase, 1.0))
        shares[phase] = left * chance
        left -= left * chance
    return {**shares, Phase.STEADY: left}


def _chance(weights: Sequence[float], terms: Sequence[float]) -> float:
    score = sum([w * t for w, t in zip(weights, terms, strict=True)])
    return 1.0 / (1.0 + exp(-_within(score, _SURE)))
