"""Non-use: what a lifter trains as a rule, or has planned, and has not trained for long."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from planner.engine import evidence, volume
from planner.engine.terms import Category, Exercise, Pattern, Side

_DAYS = int(evidence.NON_USE_DAYS.value)
_USUAL_DAYS = evidence.NON_USE_USUAL_DAYS.value
_USUAL_SPAN = timedelta(days=evidence.NON_USE_USUAL_SPAN.value)
_FORGOTTEN = timedelta(days=evidence.NON_USE_FORGOTTEN.value)
_SIDE_SPAN = timedelta(days=evidence.NON_USE_SIDE_SPAN.value)
_SIDE_SHARE = evidence.NON_USE_SIDE_SHARE.value
_SIDE_SETS = evidence.NON_USE_SIDE_SETS.value
_TRAINED_SHARE = 0.5  # of a set, from which it counts for a muscle group
DAY = timedelta(days=1)
PATTERNS = (
    Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH,
    Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL, Pattern.CARRY,
)  # fmt: skip


class SideWork(NamedTuple):
    """Work sets of an exercise on a day, all of one side."""

    on: date
    exercise: Exercise
    side: Side
    sets: int


@dataclass(frozen=True, slots=True)
class Unused:
    """A pattern or muscle group not trained for `days`, days away not counted.

    Of a side, `share` is its part of the other's sets of the last four weeks; `days` counts from
    their first day then where it was never trained.
    """

    what: Pattern | str
    days: int
    side: Side | None = None
    share: float | None = None


def unused(
    bouts: Iterable[SideWork],
    planned: Collection[Exercise],
    away: Collection[date],
    today: date,
) -> tuple[Unused, ...]:
    """Return what was not trained for two weeks or more although other things were, longest first.

    Only what used to be trained, or is `planned`, counts; days `away` do not, and a lifter who
    trains nothing has time off. A group is left out where a pattern says the same.
    """
    past = sorted((made for made in bouts if made.on <= today and made.sets > 0), key=_day)
    if not past or away_less(past[-1].on, today, away) >= _DAYS:
        return ()
    patterns = [*_found(PATTERNS, past, planned, away, today)]
    groups = [*_found([name for name, _ in volume.GROUPS], past, planned, away, today)]
    told = {(made.days, made.side) for made in patterns}
    sides = {made.side for made in patterns if made.side is not None}
    own = (made for made in groups if (made.days, made.side) not in told and made.side not in sides)
    return tuple(sorted((*patterns, *own), key=_longest))


def away_less(since: date, until: date, away: Collection[date]) -> int:
    """Return the days from one to another without those away in between."""
    return (until - since).days - sum(since < on <= until for on in away)


def _found(
    names: Iterable[Pattern | str],
    past: Sequence[SideWork],
    planned: Collection[Exercise],
    away: Collection[date],
    today: date,
) -> Iterator[Unused]:
    for what in names:
        own = [made for made in past if _trains(made.exercise, what)]
        wanted = any(_trains(exercise, what) for exercise in planned)
        if not own or not (wanted or _usual(own, today)):
            continue
        days = away_less(own[-1].on, today, away)
        if days >= _DAYS:
            yield Unused(what, days)
        else:
            yield from _one_sided(what, own, away, today)


def _trains(exercise: Exercise, what: Pattern | str) -> bool:
    if exercise.category is not Category.STRENGTH:
        return False
    if isinstance(what, Pattern):
        return exercise.pattern is what
    return volume.group_share(exercise, what) >= _TRAINED_SHARE


def _usual(own: Sequence[SideWork], today: date) -> bool:
    """Tell whether something was trained as a rule, not too long ago."""
    last = own[-1].on
    days = {made.on for made in own if made.on > last - _USUAL_SPAN}
    return len(days) >= _USUAL_DAYS and today - last <= _FORGOTTEN


def _one_sided(
    what: Pattern | str, own: Sequence[SideWork], away: Collection[date], today: date
) -> Iterator[Unused]:
    """Yield the side that lags behind the other; one set of it is enough for two weeks."""
    lately = [made for made in own if made.on > today - _SIDE_SPAN]
    sets = {side: sum(m.sets for m in lately if _counts(m, side)) for side in _SIDES}
    for side, other in (_SIDES, _SIDES[::-1]):
        if sets[other] < _SIDE_SETS or sets[side] >= _SIDE_SHARE * sets[other]:
            continue
        of_it = [made.on for made in own if _counts(made, side)]
        since = of_it[-1] if of_it else own[0].on
        days = away_less(since, today, away)
        if days >= _DAYS:
            yield Unused(what, days, side, sets[side] / sets[other])


_SIDES = (Side.LEFT, Side.RIGHT)


def _counts(made: SideWork, side: Side) -> bool:
    return made.side in (Side.BOTH, Side.EACH, side)


def _day(made: SideWork) -> date:
    return made.on


def _longest(made: Unused) -> int:
    return -made.days
