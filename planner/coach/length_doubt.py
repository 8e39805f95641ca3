"""Ask about a time or a distance that looks like a typing error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log

from planner.coach import wording
from planner.coach.entry import SetRow
from planner.engine.terms import LoggedSet
from planner.language import tr

TIMES = 8.0  # times last time's seconds or metres, or so many times fewer: rule of thumb
_MINUTE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question about a set; `meant` is what was likely meant and `says` names it, or None, ''."""

    question: str
    meant: LoggedSet | None = None
    says: str = ""


def asked(entry: LoggedSet, row: SetRow) -> Doubt | None:
    """Ask about seconds and metres many times last time's, or many times fewer."""
    last, found = row.last, _time(entry, row)
    if found is None and last is not None and entry.distance_m and last.distance_m:
        factor = _factor(entry.distance_m, last.distance_m, (1000.0, 0.001, 100.0, 0.01, 10.0, 0.1))
        meant = replace(entry, distance_m=entry.distance_m * (factor or 1.0))
        found = _scaled(meant, factor, _metres, (entry.distance_m, last.distance_m))
    return found


def _time(entry: LoggedSet, row: SetRow) -> Doubt | None:
    """Ask about a time far from last time's, else from the plan's.

    Where neither is known, seconds of what lasts minutes are asked about, unless they go with a
    distance.
    """
    last = row.last.seconds if row.last is not None else None
    usual = last or (row.target.seconds if row.target is not None else None)
    if not entry.seconds:
        return None
    if usual:
        factor = _factor(entry.seconds, usual, (60.0, 1 / 60.0, 10.0, 0.1))
        meant = replace(entry, seconds=entry.seconds * (factor or 1.0))
        return _scaled(meant, factor, _seconds, (entry.seconds, usual), bool(last))
    if not row.endures or entry.seconds >= _MINUTE or entry.distance_m is not None:
        return None
    meant = replace(entry, seconds=entry.seconds * _MINUTE)
    return Doubt(f"{_seconds(entry.seconds)}?", meant, _seconds(entry.seconds * _MINUTE))


def _factor(typed: float, last: float, factors: Sequence[float]) -> float | None:
    """Return the factor that brings what was typed nearest to last time; 1 when none comes near.

    None when what was typed is nothing to ask about.
    """
    if 1 / TIMES < typed / last < TIMES:
        return None
    best = min(factors, key=lambda factor: abs(log(typed * factor / last)))
    return best if abs(log(typed * best / last)) <= log(2.0) else 1.0


def _scaled(
    meant: LoggedSet,
    factor: float | None,
    says: Callable[[float], str],
    pair: tuple[float, float],
    last: bool = True,
) -> Doubt | None:
    """Make a doubt of (typed, last time's or what is planned) and what is meant when the factor is
    none of 1."""
    if factor is None:
        return None
    words = tr("{typed}? Last time {usual}.") if last else tr("{typed}? Planned are {usual}.")
    question = words.format(typed=says(pair[0]), usual=says(pair[1]))
    return Doubt(question) if factor == 1.0 else Doubt(question, meant, says(pair[0] * factor))


def _seconds(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    if seconds < 120 or seconds != round(seconds):
        return f"{wording.number(seconds)} s"
    return f"{minutes}:{left:02d} min" if left else f"{minutes} min"


def _metres(metres: float) -> str:
    if metres < 1.0:
        return f"{wording.number(100 * metres)} cm"
    return (
        f"{wording.number(metres)} m"
        if metres < 1000.0
        else f"{wording.number(metres / 1000, 3)} km"
    )
