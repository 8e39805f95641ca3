"""Sets that look like typing errors, and loads that are suddenly counted another way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.language import figure, tr, whole_number

# Rules of thumb, tried on six logs of several years.
NEIGHBOURS = 2  # sessions on each side that a set is compared with
FEWEST_OTHERS = 4  # sets to compare with; fewer say nothing
TOO_HEAVY = 3.0  # times the heaviest load of the sessions around, and
TOO_HEAVY_BY_KG = 15.0
TOO_LIGHT = 10.0  # times lighter than the lightest load of the sessions around
TOO_LIGHT_FROM_KG = 40.0
ABSURD_KG = 1000.0
TOO_MANY = 5.0  # times the most reps of the sessions around
MANY_REPS = 100
ABSURD_REPS = 1000
ABSURD_SECONDS = 24 * 3600.0
JUMP = 1.9  # of the load from one session to the next that training does not explain
JUMP_WITHIN_DAYS = 28
JUMP_SESSIONS = 3

Slots = Sequence[tuple[date, Sequence[LoggedSet]]]


class Doubt(NamedTuple):
    """A doubtful set: its slot, its place there, the flag, and the reason to tell, or ''."""

    slot: int
    position: int
    flag: str
    reason: str


class _Day(NamedTuple):
    """All sets of an exercise on one day as (slot's number, its sets), and their extremes or 0."""

    on: date
    slots: list[tuple[int, Sequence[LoggedSet]]]
    heaviest: float
    lightest: float
    most_reps: int
    longest_s: float

    def entries(self) -> Iterator[tuple[int, int, LoggedSet]]:
        """Yield (slot's number, place in the slot, set)."""
        for slot, sets in self.slots:
            for place, entry in enumerate(sets):
                yield slot, place, entry


class _Around(NamedTuple):
    """What the sessions around a day say, and how many sets they have."""

    sets: int
    heaviest: float
    lightest: float
    most_reps: int
    days: tuple[_Day, ...]

    def typed(self, kg: float) -> str:
        """Return a load of these days as it was typed."""
        entries = (entry for day in self.days for _, _, entry in day.entries())
        return next(
            (
                f"{figure(round(each.load, 1))} {each.unit}"
                for each in entries
                if each.load and each.load_kg == kg
            ),
            f"{figure(round(kg, 1))} {Unit.KG}",
        )


def doubtful_sets(slots: Slots) -> list[Doubt]:
    """Find the doubtful sets of one exercise; its slots oldest first."""
    days = _days(slots)
    least = min([day.heaviest for day in days if day.heaviest], default=0.0)
    most = max([day.lightest for day in days], default=0.0)
    odd = [index for index, day in enumerate(days) if not _ordinary(day, least, most)]
    suspects = [doubt for index in odd for doubt in _suspects(days, index)]
    held = {(doubt.slot, doubt.position) for doubt in suspects}
    return [*suspects, *_jumps(days, held)]


def _days(slots: Slots) -> list[_Day]:
    by_day: dict[date, list[tuple[int, Sequence[LoggedSet]]]] = {}
    for number, (on, sets) in enumerate(slots):
        by_day.setdefault(on, []).append((number, sets))
    return [_day(on, of_day) for on, of_day in by_day.items()]


def _day(on: date, slots: list[tuple[int, Sequence[LoggedSet]]]) -> _Day:
    sets = slots[0][1] if len(slots) == 1 else [entry for _, each in slots for entry in each]
    loads = [entry.load_kg for entry in sets if entry.load_kg]
    return _Day(
        on,
        slots,
        max(loads, default=0.0),
        min(loads, default=0.0),
        max([entry.reps or 0 for entry in sets]),
        max([entry.seconds or 0.0 for entry in sets]),
    )


def _ordinary(day: _Day, least: float, most: float) -> bool:
    """Tell quickly that a day has no doubtful set, whatever the days around it.

    `least` is the smallest of all days' heaviest loads, `most` the largest of the lightest.
    """
    return (
        day.most_reps <= MANY_REPS
        and day.longest_s <= ABSURD_SECONDS
        and day.heaviest <= min(ABSURD_KG, max(TOO_HEAVY * least, least + TOO_HEAVY_BY_KG))
        and (most < TOO_LIGHT_FROM_KG or day.lightest * TOO_LIGHT >= most or not day.lightest)
    )


def _suspects(days: Sequence[_Day], index: int) -> Iterator[Doubt]:
    around = _around(days, index)
    for slot, place, entry in days[index].entries():
        reason = _load_doubt(entry, around) or _reps_doubt(entry, around) or _time_doubt(entry)
        if reason:
            yield Doubt(slot, place, "suspect", reason)


def _around(days: Sequence[_Day], index: int) -> _Around:
    near = [*days[max(0, index - NEIGHBOURS) : index], *days[index + 1 : index + 1 + NEIGHBOURS]]
    return _Around(
        sum([len(sets) for day in near for _, sets in day.slots]),
        max([day.heaviest for day in near], default=0.0),
        min([day.lightest for day in near if day.lightest], default=0.0),
        max([day.most_reps for day in near], default=0),
        tuple(near),
    )


def _load_doubt(entry: LoggedSet, around: _Around) -> str:
    kg = entry.load_kg
    if not kg or not entry.load or _in_line(kg, around):
        return ""
    load = f"{figure(entry.load)} {entry.unit}"
    if kg > ABSURD_KG:
        return tr("{load} looks like a typing error").format(load=load)
    if kg > around.heaviest:
        apart, edge = tr("{load} stands apart: around that day up to {edge}"), around.heaviest
    else:
        apart, edge = tr("{load} stands apart: around that day at least {edge}"), around.lightest
    return apart.format(load=load, edge=around.typed(edge))


def _in_line(kg: float, around: _Around) -> bool:
    """Tell whether a load is close enough to those around, or nothing is there to compare."""
    if kg > ABSURD_KG:
        return False
    if not kg or around.sets < FEWEST_OTHERS or not around.heaviest:
        return True
    too_heavy = kg > TOO_HEAVY * around.heaviest and kg > around.heaviest + TOO_HEAVY_BY_KG
    too_light = around.lightest >= TOO_LIGHT_FROM_KG and kg * TOO_LIGHT < around.lightest
    return not too_heavy and not too_light


def _reps_doubt(entry: LoggedSet, around: _Around) -> str:
    if entry.reps is None or entry.reps <= MANY_REPS:
        return ""
    if entry.reps >= ABSURD_REPS:
        return tr("{reps} reps look like a typing error").format(reps=entry.reps)
    if around.sets >= FEWEST_OTHERS and entry.reps > TOO_MANY * around.most_reps > 0:
        apart = tr("{reps} reps stand apart: around that day up to {most}")
        return apart.format(reps=entry.reps, most=around.most_reps)
    return ""


def _time_doubt(entry: LoggedSet) -> str:
    if entry.seconds is None or entry.seconds <= ABSURD_SECONDS:
        return ""
    hours = whole_number(round(entry.seconds / 3600.0))
    return tr("a set of {hours} h looks like a typing error").format(hours=hours)


def _jumps(days: Sequence[_Day], held: set[tuple[int, int]]) -> Iterator[Doubt]:
    """Find lasting jumps of the load within weeks: another way of counting, not progress."""
    usual = [(day, kg) for day in days if (kg := _usual_kg(day, held))]
    loads = [kg for _, kg in usual]
    if not loads or max(loads) < JUMP * min(loads):
        return
    for index in range(1, len(usual)):
        before, after = loads[max(0, index - JUMP_SESSIONS) : index], loads[index:][:JUMP_SESSIONS]
        (last, _), (day, kg) = usual[index - 1], usual[index]
        lasting = min(len(before), len(after)) >= 2
        if lasting and (day.on - last.on).days <= JUMP_WITHIN_DAYS and _jumped(before, after):
            yield from _jump(day, _middle(before), kg)


def _usual_kg(day: _Day, held: set[tuple[int, int]]) -> float:
    """Return the day's middle work load in kg, 0 without any."""
    return _middle(
        [
            entry.load_kg
            for slot, sets in day.slots
            for place, entry in enumerate(sets)
            if entry.load_kg
            and entry.kind is not SetKind.WARMUP
            and not (held and (slot, place) in held)
        ]
    )


def _middle(values: Sequence[float]) -> float:
    """Return the median, 0 for none; several times as fast as the one of `statistics`."""
    ordered, half = sorted(values), len(values) // 2
    return (ordered[half] + ordered[~half]) / 2 if ordered else 0.0


def _jumped(before: Sequence[float], after: Sequence[float]) -> bool:
    return min(after) >= JUMP * max(before) or max(after) * JUMP <= min(before)


def _jump(day: _Day, before_kg: float, after_kg: float) -> Iterator[Doubt]:
    """Flag a day's loaded sets, and tell why at the first of them."""
    reason = ""
    for slot, place, entry in day.entries():
        if entry.load_kg and entry.load:
            told, reason = reason, reason or _jump_reason(entry, before_kg, after_kg)
            yield Doubt(slot, place, "convention", "" if told else reason)


def _jump_reason(entry: LoggedSet, before_kg: float, after_kg: float) -> str:
    per_kg = (entry.load or 0.0) / (entry.load_kg or 1.0)
    before, after = (figure(kg * per_kg, 4) for kg in (before_kg, after_kg))
    return tr(
        "the usual load goes from {before} to {after} {unit} and stays: perhaps another way of "
        "counting it (both sides, with the bar)"
    ).format(before=before, after=after, unit=entry.unit)
