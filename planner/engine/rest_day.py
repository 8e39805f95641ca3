"""Advice to move today's training: drained, worn, sore for days, or too little sleep."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import fmean

from planner.engine import evidence
from planner.engine.suggestion import Numbers, make, tell
from planner.engine.terms import (
    CheckIn,
    Confidence,
    Gauge,
    Phrase,
    Suggestion,
    SuggestionKind,
    phrase,
    soreness_of,
)

_ENTRIES = int(evidence.FEEL_ENTRIES.value)
_LEAST = int(evidence.FEEL_LEAST.value)
_ANSWERS = int(evidence.FEEL_ANSWERS.value)
_WORN = evidence.WORN_POINTS.value
_SORE, _SORE_HIGH = evidence.SORE_TOP.value, evidence.SORE_HIGH.value
_SORE_DAYS = int(evidence.SORE_DAYS.value)
_TIRED, _DOCTOR = evidence.TIRED_ENERGY.value, int(evidence.TIRED_DOCTOR.value)
_TIRED_GAP = int(evidence.TIRED_GAP.value)
_SHORT_SLEEP = evidence.SHORT_SLEEP.value
_DRAINED, _FRESH = evidence.CENTRAL_REST.value, evidence.CENTRAL_WORN.value
_POINTS = 1.5  # a step of a 1–5 answer on the 1–7 scale of the Hooper index
NOT_KNOWN = phrase("What a day of rest gives is not known.")


def rest_day(
    check_ins: Sequence[CheckIn], today: date, heavy: bool, central: Gauge | None
) -> Suggestion | None:
    """Advise a day of rest; `heavy` is whether a heavy session is planned for today.

    `check_ins` are up to and including today, oldest first.
    """
    made = next((each for each in reversed(check_ins) if each.on == today), None)
    drained = _drained(central, today)
    if made is None:
        return drained
    return (
        _tired(check_ins, made)
        or _worn(made, check_ins, central)
        or _sore(made)
        or _sore_for_days(check_ins)
        or (_sleepless(made) if heavy else None)
        or drained
    )


def feel(check_in: CheckIn) -> float | None:
    """Return a check-in as an index from 4 (well) to 28 (worn), after Hooper & Mackinnon 1995.

    Sleep, energy (for fatigue) and soreness, 1–5, are spread over 1–7; mood is left out. None
    with fewer than three answers: of less there is nothing to add up.
    """
    good = (check_in.sleep, check_in.energy)
    points = [1.0 + _POINTS * (5 - answer) for answer in good if answer is not None]
    soreness = soreness_of(check_in)
    if soreness is not None:
        points.append(1.0 + _POINTS * (soreness - 1))
    return 4.0 * fmean(points) if len(points) >= _ANSWERS else None


def usual_feel(check_ins: Sequence[CheckIn], before: date) -> float | None:
    """Return the own mean index of the last check-ins before a day; None while they are few."""
    found = [feel(made) for made in check_ins if made.on < before]
    points = [value for value in found if value is not None][-_ENTRIES:]
    return fmean(points) if len(points) >= _LEAST else None


def _tired(check_ins: Sequence[CheckIn], today: CheckIn) -> Suggestion | None:
    """Advise rest to who is tired after hardly any effort; a doctor, when that stays."""
    if today.energy is None or today.energy > _TIRED:
        return None
    since = _tired_since(check_ins)
    numbers: Numbers = (("energy", today.energy), ("tired_on", today.on))
    said = tell("Tired after hardly any effort on {tired_on} (energy {energy} of 5).", numbers)
    if (today.on - since).days >= _DOCTOR:
        numbers += (("tired_since", since),)
        said += phrase(
            "It has been so since {tired_since}: please have it looked at by a doctor.",
            tired_since=since,
        )
    return _rest("lifter.rest_tired", said, numbers, NOT_KNOWN)


def _tired_since(check_ins: Sequence[CheckIn]) -> date:
    """Return since when every answer on energy was the lowest, with no gap of many days."""
    since = check_ins[-1].on
    for made in reversed(check_ins):
        if made.energy is None:
            continue
        if made.energy > _TIRED or (since - made.on).days > _TIRED_GAP:
            break
        since = made.on
    return since


def _worn(
    check_in: CheckIn, check_ins: Sequence[CheckIn], central: Gauge | None
) -> Suggestion | None:
    """Advise rest to who feels worse than usual, but not to who is fresh all the same."""
    if central is not None and central.level is not None and central.level >= _FRESH:
        return None
    index, usual = feel(check_in), usual_feel(check_ins, check_in.on)
    if index is None or usual is None or index < usual + _WORN:
        return None
    numbers: Numbers = (
        ("feel", round(index, 1)), ("feel_usual", round(usual, 1)), ("feel_on", check_in.on),
    )  # fmt: skip
    reason = phrase(
        "Clearly worse than usual: {feel} points, usually {feel_usual} (4 is well, 28 worn).",
        **dict(numbers),
    )
    effect = phrase("How lifters feel follows the load well.") + NOT_KNOWN
    return _rest("lifter.rest_worn", reason, numbers, effect, ("hooper-1995", "saw-2016"))


def _sore(check_in: CheckIn) -> Suggestion | None:
    soreness = soreness_of(check_in)
    if soreness is None or soreness < _SORE:
        return None
    numbers: Numbers = (("soreness", soreness), ("sore_on", check_in.on))
    reason = phrase("Soreness {soreness} of 5 on {sore_on}, the top of the scale.", **dict(numbers))
    return _rest("lifter.rest_sore", reason, numbers, NOT_KNOWN, ("hooper-1995", "thumb"))


def _sore_for_days(check_ins: Sequence[CheckIn]) -> Suggestion | None:
    """Advise rest when the last three answers on soreness, of a few days, were all high."""
    told = [(made.on, sore) for made in check_ins if (sore := soreness_of(made)) is not None]
    last = told[-_SORE_DAYS:]
    near = bool(last) and (check_ins[-1].on - last[0][0]).days < 2 * _SORE_DAYS
    today = bool(last) and last[-1][0] == check_ins[-1].on
    if len(last) < _SORE_DAYS or not near or not today or min(s for _, s in last) < _SORE_HIGH:
        return None
    numbers: Numbers = (
        ("soreness", min(sore for _, sore in last)), ("sore_days", len(last)),
        ("sore_since", last[0][0]),
    )  # fmt: skip
    reason = phrase(
        "Soreness {soreness} of 5 or more in {sore_days} check-ins running, since {sore_since}.",
        **dict(numbers),
    )
    return _rest("lifter.rest_sore_days", reason, numbers, NOT_KNOWN, ("hooper-1995", "thumb"))


def _sleepless(check_in: CheckIn) -> Suggestion | None:
    hours = check_in.sleep_hours
    if hours is None or hours >= _SHORT_SLEEP:
        return None
    cost, least, most = [item.value for item in evidence.SLEEP_COST]
    numbers: Numbers = (("sleep_h", hours), ("slept_on", check_in.on))
    costs: Numbers = (("cost_pct", cost), ("cost_low_pct", least), ("cost_high_pct", most))
    reason = phrase("{sleep_h} h of sleep before the heavy session of {slept_on}.", **dict(numbers))
    effect = phrase(
        "Short sleep costs about {cost_pct} of leg strength ({cost_low_pct} to {cost_high_pct}).",
        **dict(costs),
    )
    return _rest("lifter.rest_sleep", reason, (*numbers, *costs), effect, ("craven-2022",))


def _drained(central: Gauge | None, today: date) -> Suggestion | None:
    """Advise rest when sleep, motivation, energy, effort and days in a row add up."""
    if central is None or central.level is None or central.level >= _DRAINED:
        return None
    level: Numbers = (("rested_pct", round(100 * central.level)), ("rested_on", today))
    told = central.feeds[:2]
    numbers = tuple(dict([*level, *(value for each in told for value in each.values)]).items())
    reason = sum(told, tell("Rested about {rested_pct} on {rested_on}.", level))
    return _rest("lifter.rest_drained", reason, numbers, NOT_KNOWN, ("saw-2016", "thumb"))


def _rest(
    rule: str,
    reason: Phrase,
    numbers: Numbers,
    effect: Phrase,
    sources: tuple[str, ...] = ("thumb",),
) -> Suggestion:
    words = (
        phrase("Rest today, train tomorrow"),
        reason,
        phrase("Feeling better later in the day: then train, with more in reserve."),
    )
    return make(
        SuggestionKind.REST_DAY, None, rule, words, Confidence.LIKELY, numbers, None, sources,
        effect,
    )  # fmt: skip
