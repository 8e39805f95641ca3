"""How far muscles are recovered from what was logged, and when they are ready again.

What a muscle was asked for adds up as strain and fades: the recovery is exp(-strain), 1.0 without
any. It says how much work was done lately and how long ago that is, no more: nobody has measured
the muscle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import exp, fsum
from typing import TypeAlias

from planner.engine import evidence, volume
from planner.engine.session_signs import DropOff, still_felt
from planner.engine.terms import Category, Exercise, LoggedSet, Muscle, Recovery, SetKind

READY = evidence.READY.value
_WEEK = int(evidence.WEEK_OFF.value)
_DAY = timedelta(days=1)
_SLOWLY = evidence.SLOW_LOWERING.value
_LARGE = frozenset({"Quads", "Hamstrings", "Glutes", "Chest", "Back"})
_LOWERED = ("eccentric", "negative", "nordic")  # exercises that consist of lowering, by their slug

Shares: TypeAlias = tuple[tuple[str, float], ...]  # what a set counts for, by muscle group


@dataclass(frozen=True, slots=True)
class Bout:
    """What a day of an exercise asked of each muscle group: hard sets, and their strain, log units.

    `shares` is how much a set counts for each group; `slow` whether it takes longer to recover
    from. `drop` is how much further than usual its sets fell off.
    """

    on: date
    shares: Shares
    sets: int
    strain: float
    slow: bool = False
    drop: DropOff | None = None


def bout(
    on: date, exercise: Exercise, sets: Sequence[LoggedSet], new: bool, drop: DropOff | None = None
) -> Bout:
    """Return what a day of an exercise asked for; `new` is one done hardly ever before."""
    strain = evidence.SET_STRAIN.value * volume.per_side(sets, _effort)
    slow = new or _is_lowered(exercise) or any(map(_lowered_slowly, sets))
    return Bout(on, shares(exercise), volume.hard_sets(sets), strain, slow, drop)


def shares(exercise: Exercise) -> Shares:
    """Return how much a set of an exercise counts for each muscle group that it trains."""
    return _shares(exercise.category, exercise.muscles)


@cache
def _shares(category: Category, muscles: tuple[tuple[Muscle, float], ...]) -> Shares:
    alike = Exercise("", category=category, muscles=muscles)
    found = ((group, volume.group_share(alike, group)) for group, _ in volume.GROUPS)
    return tuple((group, share) for group, share in found if share)


def _effort(entry: LoggedSet) -> float:
    """Return what a set counts for, in sets with two repetitions in reserve."""
    if not volume.is_hard(entry):
        return 0.0
    most = evidence.FAILURE_STRAIN.value
    if entry.kind is SetKind.FAILURE:
        return most
    if entry.rir is None:
        return 1.0
    less = evidence.RESERVE_STRAIN.value * max(0.0, entry.rir)
    return max(evidence.LEAST_STRAIN.value, most - less)


def _is_lowered(exercise: Exercise) -> bool:
    return any(word in exercise.slug for word in _LOWERED)


def _lowered_slowly(entry: LoggedSet) -> bool:
    first = entry.tempo.split("-")[0]
    return first.isdigit() and int(first) >= _SLOWLY


def level(bouts: Iterable[Bout], group: str, on: date) -> float:
    """Return how far a muscle group is recovered on a day, 0–1; what was done on it counts."""
    left = [_left(made, share, group, on) for made in bouts for own, share in made.shares
            if own == group]  # fmt: skip
    return exp(-fsum(left))


def _left(made: Bout, share: float, group: str, on: date) -> float:
    """Return what is left of a bout's strain on a day: nothing a week later."""
    days = (on - made.on).days
    if not 0 <= days < _WEEK:
        return 0.0
    drop = still_felt(made.drop, days) if made.drop is not None else 0.0
    return share * (made.strain * _fading(group, made.slow, days)
                    + evidence.DROP_STRAIN.value * drop)  # fmt: skip


@cache
def _fading(group: str, slow: bool, days: int) -> float:
    """Return the share of a strain that is left: exponential, and nothing after a week."""
    hours = (evidence.FADES_LARGE if group in _LARGE else evidence.FADES_SMALL).value
    hours *= evidence.SLOWER.value if slow else 1.0
    end = exp(-24.0 * _WEEK / hours)
    return (exp(-24.0 * days / hours) - end) / (1.0 - end)


def recoveries(bouts: Sequence[Bout], groups: Iterable[str], on: date) -> list[Recovery]:
    """Return the recovery of each group on a day, the least recovered first."""
    made = [_recovery(bouts, group, on) for group in groups]
    return sorted(made, key=lambda each: each.level)


def _recovery(bouts: Sequence[Bout], group: str, on: date) -> Recovery:
    own = [made for made in bouts if any(name == group for name, _ in made.shares)]
    return _ready(group, on, lambda day: level(own, group, day))


def _ready(group: str, on: date, level_on: Callable[[date], float]) -> Recovery:
    now, day = level_on(on), on
    if now < READY:
        later = (on + days * _DAY for days in range(1, _WEEK + 1))
        day = next(day for day in later if level_on(day) >= READY)
    return Recovery(group, now, day if day > on else None)


def overall(bouts: Sequence[Bout], shares: Mapping[str, float], on: date) -> Recovery | None:
    """Return the mean recovery, each group weighed by its share of the work; None without any.

    Its `group` is ''.
    """
    total = fsum(shares.values())
    if not total:
        return None

    def mean(day: date) -> float:
        each = [share * level(bouts, group, day) for group, share in shares.items() if share]
        return min(1.0, fsum(each) / total)

    return _ready("", on, mean)
