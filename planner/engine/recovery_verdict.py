"""The verdict of a day: push, hold, ease or rest, with three reasons at the most.

The same facts give the same verdict. What protects comes first: rest before ease before hold.
Only what speaks for more makes it push; without that a day is held as planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.engine import evidence
from planner.engine.recovery import READY
from planner.engine.terms import DayVerdict, Gauge, Phrase, phrase
from planner.engine.volume import group_name

_REST, _EASE = evidence.CENTRAL_REST.value, evidence.CENTRAL_EASE.value
_PUSH, _SPENT = evidence.CENTRAL_PUSH.value, evidence.LOCAL_EASE.value
_MOST_REASONS = 3
AS_PLANNED = phrase("Nothing asks for more or less than planned.")
AS_USUAL = phrase("Nothing asks for more or less than usual.")
NOTHING_PLANNED = phrase("Nothing is planned today.")
RECOVERED = phrase("What is planned is recovered.")
LIGHT_WEEK = phrase("A lighter week is planned: that is enough.")


@dataclass(frozen=True, slots=True)
class PlannedMuscle:
    """A muscle group that is planned today: its hard sets, and how fresh it is, 0–1."""

    group: str
    sets: float
    level: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What a day's verdict rests on.

    `sore` names the places that are very sore today. `tiring` is what takes from the central
    gauge. `rest`, `ease` and `hold` are reasons of advice that is given anyway: a day of rest; a
    lighter week or a return after time off; pain. `muscles` are those of what is planned, none
    where nothing is planned or known. `answered` says whether there is a check-in today, `trend`
    the sentence of a planned lift that gains.
    """

    central: Gauge
    tiring: tuple[Phrase, ...] = ()
    muscles: tuple[PlannedMuscle, ...] = ()
    rest: tuple[Phrase, ...] = ()
    ease: tuple[Phrase, ...] = ()
    hold: tuple[Phrase, ...] = ()
    planned: bool | None = None
    light_week: bool = False
    answered: bool = False
    trend: Phrase | None = None
    sore: tuple[Phrase, ...] = ()


def verdict(facts: Facts) -> tuple[DayVerdict, tuple[Phrase, ...]]:
    """Return what a day asks for, and why."""
    for made, reasons in (
        (DayVerdict.REST, _resting(facts)),
        (DayVerdict.EASE, _easing(facts)),
        (DayVerdict.HOLD, _holding(facts)),
    ):
        if reasons:
            return made, tuple(reasons[:_MOST_REASONS])
    return DayVerdict.PUSH, tuple(_pushing(facts)[:_MOST_REASONS])


def _resting(facts: Facts) -> list[Phrase]:
    drained = _under(facts.central, _REST)
    told = {value for each in facts.rest for value in each.values}
    more = [each for each in facts.tiring if told.isdisjoint(each.values)]
    found = list(dict.fromkeys([*facts.rest, *(more if facts.rest or drained else ())]))
    return _with_sore(found, facts)


def _easing(facts: Facts) -> list[Phrase]:
    tired = facts.tiring if _under(facts.central, _EASE) else ()
    return _with_sore([*facts.ease, *tired, *_spent(facts.muscles)], facts)


def _with_sore(found: list[Phrase], facts: Facts) -> list[Phrase]:
    """Name very sore places second, where there is a reason."""
    return [*found[:1], *facts.sore, *found[1:]] if found else found


def _spent(muscles: Sequence[PlannedMuscle]) -> list[Phrase]:
    """Return the least fresh planned muscles when the session as a whole finds them spent."""
    sets = sum(each.sets for each in muscles)
    mean = sum(each.sets * each.level for each in muscles) / sets if sets else 1.0
    low = [each for each in _least_first(muscles) if each.level < _SPENT]
    return [_level_words(each) for each in low] if mean < _SPENT else []


def _holding(facts: Facts) -> list[Phrase]:
    """Return why no more than planned is advised; none when everything speaks for more."""
    if facts.planned is False:
        return [NOTHING_PLANNED]
    found = [*facts.hold, *facts.sore]
    if facts.light_week:
        found.append(LIGHT_WEEK)
    found += [_level_words(each) for each in _least_first(facts.muscles) if each.level < READY]
    if _under(facts.central, _PUSH):
        found += facts.tiring
    if not found and not (facts.muscles and (facts.answered or facts.trend is not None)):
        found.append(AS_PLANNED if facts.planned else AS_USUAL)
    return found


def _pushing(facts: Facts) -> list[Phrase]:
    said = [RECOVERED]
    if facts.answered:
        said.append(phrase("The answers of today are as good as usual."))
    return said if facts.trend is None else [*said, facts.trend]


def _under(gauge: Gauge, least: float) -> bool:
    return gauge.level is not None and gauge.level < least


def _least_first(muscles: Sequence[PlannedMuscle]) -> list[PlannedMuscle]:
    return sorted(muscles, key=lambda each: each.level)


def _level_words(made: PlannedMuscle) -> Phrase:
    return phrase("{muscle}: about {level_pct} recovered.", muscle=group_name(made.group),
                  level_pct=_tens(made.level))  # fmt: skip


def _tens(level: float) -> int:
    """Return a share in per cent, to the ten: it is reckoned from the log, not measured."""
    return 10 * round(10 * level)
