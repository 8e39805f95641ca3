"""How each muscle group does on a day: its gauge and its recovery side by side."""

from __future__ import annotations

from dataclasses import dataclass

from planner.engine import volume
from planner.engine.terms import Gauge, Muscle, Recovery, Today


@dataclass(frozen=True, slots=True)
class MuscleDay:
    """A group with its muscles; `recovery` is None for one that was never trained."""

    group: str
    muscles: tuple[Muscle, ...]
    gauge: Gauge
    recovery: Recovery | None


def muscle_days(made: Today) -> tuple[MuscleDay, ...]:
    """Return the groups of which anything is known, the least fresh first."""
    muscles, gauges = dict(volume.GROUPS), dict(made.peripheral)
    recoveries = {each.group: each for each in made.recoveries}
    names = dict.fromkeys((*gauges, *recoveries))
    days = [
        MuscleDay(name, muscles.get(name, ()), gauges.get(name, Gauge(None)), recoveries.get(name))
        for name in names
    ]
    known = (day for day in days if day.gauge.level is not None or day.recovery is not None)
    return tuple(sorted(known, key=_freshness))


def _freshness(day: MuscleDay) -> tuple[float, str]:
    levels = [day.gauge.level, day.recovery.level if day.recovery is not None else None]
    return min((level for level in levels if level is not None), default=1.0), day.group
