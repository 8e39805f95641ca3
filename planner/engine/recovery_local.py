"""How fresh each muscle group is: the work of the last days, and soreness there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from planner.engine import evidence, volume
from planner.engine.recovery import Bout, level
from planner.engine.terms import (
    AREA_MUSCLES,
    CheckIn,
    Gauge,
    Phrase,
    Side,
    area_and_side,
    area_name,
    in_row,
    phrase,
)

_SORE_HIGH = evidence.SORE_HIGH.value
_WEEK = timedelta(days=evidence.WEEK_OFF.value)
_WORKED = timedelta(days=evidence.SORE_WORKED.value)
_GROUPS_OF: Mapping[str, tuple[str, ...]] = {
    area: tuple(group for group, own in volume.GROUPS if not set(own).isdisjoint(muscles))
    for area, muscles in AREA_MUSCLES.items()
}


def peripheral(
    bouts: Sequence[Bout], check_in: CheckIn | None, known: Sequence[str], on: date
) -> tuple[tuple[str, Gauge], ...]:
    """Return a gauge for each muscle group, in display order.

    `check_in` is that of the day; `known` are the groups ever trained: of another one nothing is
    known until it is sore. Soreness takes from a group, and never adds.
    """
    sore = soreness(check_in, bouts, on)
    return tuple(
        (group, _gauge(bouts, group, sore.get(group, 0), on, group in known))
        for group, _ in volume.GROUPS
    )


def soreness(check_in: CheckIn | None, bouts: Sequence[Bout], on: date) -> dict[str, int]:
    """Return how sore each group is by a check-in, 1–5; groups that nothing is said of are left
    out.

    Soreness without a place is that of the muscles worked within three days.
    """
    if check_in is None:
        return {}
    found: dict[str, int] = {}
    for stored, value in check_in.sore_areas:
        area, _ = area_and_side(stored)
        for group in _GROUPS_OF.get(area, ()):
            found[group] = max(value, found.get(group, 0))
    if not check_in.sore_areas and check_in.soreness is not None:
        worked = {g for each in bouts if _lately(each, on) for g, _ in each.shares}
        found = dict.fromkeys(worked, check_in.soreness)
    return found


def sore_places(check_in: CheckIn | None) -> tuple[Phrase, ...]:
    """Name the very sore places of a check-in, 4 of 5 or more, the sorest first; () for none."""
    found = () if check_in is None else check_in.sore_areas
    sore = sorted((-value, _as_said(area), area) for area, value in found if value >= _SORE_HIGH)
    if not sore:
        return ()
    places = in_row([area_name(area) for _, _, area in sore])
    return (phrase("Sore: {sore_places}; {sorest} of 5.", sore_places=places, sorest=-sore[0][0]),)


def _as_said(stored: str) -> str:
    """Write an area as 'left calves', which the places follow each other by."""
    area, side = area_and_side(stored)
    return area if side is Side.BOTH else f"{side} {area}"


def _lately(made: Bout, on: date) -> bool:
    return made.strain > 0.0 and on - _WORKED <= made.on <= on


def _gauge(bouts: Sequence[Bout], group: str, sore: int, on: date, known: bool) -> Gauge:
    if not known and not sore:
        return Gauge(None)
    over = max(0.0, sore - evidence.SORE_FROM.value)
    taken = evidence.SORE_STRAIN.value * over
    feeds = (*_sore_words(sore), *_work_words(bouts, group, on))
    return Gauge(max(0.0, level(bouts, group, on) - taken), feeds)


def _sore_words(sore: int) -> tuple[Phrase, ...]:
    return (phrase("Soreness {soreness} of 5.", soreness=sore),) if sore else ()


def _work_words(bouts: Sequence[Bout], group: str, on: date) -> tuple[Phrase, ...]:
    """Tell the hard sets of each day of the last week, the newest first."""
    days: dict[date, float] = {}
    for made in bouts:
        share = dict(made.shares).get(group, 0.0)
        if share and on - _WEEK < made.on <= on and made.sets:
            days[made.on] = days.get(made.on, 0.0) + share * made.sets
    newest = sorted(days, reverse=True)
    return tuple(
        phrase("{worked_sets} hard sets on {worked_on}.", worked_sets=round(days[day], 1),
               worked_on=day)
        for day in newest
    )  # fmt: skip
