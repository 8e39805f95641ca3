"""What the shade of a day stands for: hard sets, tonnage or the length of its sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from math import ceil, floor, log10

from planner.coach import wording
from planner.coach.charts.training_days_page import TrainingDay
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import counts

LEVELS = 4
FULL_DAY = 0.9  # so much of the training days have less than the darkest shade stands for
_MINUTES = 5  # between shades, or a multiple


class Measure(Enum):
    """What makes a day darker."""

    HARD_SETS = auto()
    TONNAGE = auto()
    MINUTES = auto()


@dataclass(frozen=True, slots=True)
class Shades:
    """Shades 0 to 3, each `step` above the one before."""

    measure: Measure
    step: float
    unit: Unit = Unit.KG

    def value(self, day: TrainingDay) -> float | None:
        """Return a day's value in the unit shown; None where it is not known."""
        return value(day, self.measure, self.unit)

    def level(self, day: TrainingDay) -> int | None:
        """Return the shade of a day; None where its value is not known."""
        known = self.value(day)
        return None if known is None else min(LEVELS - 1, floor(known / self.step))

    def ranges(self) -> list[str]:
        """Write the values of each shade: 'up to 4', '5–9', '10–14', '15+'."""
        steps = [round(self.step * level) for level in range(1, LEVELS)]
        whole = self.measure is Measure.HARD_SETS
        first = tr("up to {0}") if whole else tr("under {0}")
        middle = [_range(low, high - whole) for low, high in pairwise(steps)]
        return [
            first.format(counts.count(steps[0] - whole)),
            *middle,
            f"{counts.count(steps[-1])}+",
        ]

    def noun(self) -> str:
        """Return what the numbers count."""
        return {
            Measure.HARD_SETS: tr("hard sets"),
            Measure.TONNAGE: str(self.unit),
            Measure.MINUTES: tr("min"),
        }[self.measure]


def shades(days: Iterable[TrainingDay], measure: Measure, unit: Unit) -> Shades:
    """Return shades in round steps, so that a day or two of very much do not make the rest pale."""
    known = sorted(each for each in (value(day, measure, unit) for day in days) if each is not None)
    full = known[int(FULL_DAY * (len(known) - 1))] if known else 0.0
    return Shades(measure, _round_step(full / LEVELS, measure), unit)


def value(day: TrainingDay, measure: Measure, unit: Unit) -> float | None:
    """Return hard sets, tonnage in a unit, or minutes of a day; None where it is not known."""
    if measure is Measure.HARD_SETS:
        return day.hard_sets
    if measure is Measure.MINUTES:
        return day.minutes
    return day.tonnage_kg if unit is Unit.KG else day.tonnage_kg / KG_PER_LB


def title(measure: Measure) -> str:
    """Return what a measure is called."""
    return {
        Measure.HARD_SETS: tr("Hard sets"),
        Measure.TONNAGE: tr("Tonnage"),
        Measure.MINUTES: tr("Length"),
    }[measure]


def tonnage(kg: float, unit: Unit) -> str:
    """Write a tonnage with its unit: '5,230 kg'."""
    return f"{counts.count(round(wording.rounded(kg, unit)))} {unit}"


def _range(low: int, high: int) -> str:
    return counts.count(low) if low == high else f"{counts.count(low)}–{counts.count(high)}"


def _round_step(step: float, measure: Measure) -> float:
    if measure is Measure.HARD_SETS:
        return max(1, round(step))
    if measure is Measure.MINUTES:
        return _MINUTES * max(1, round(step / _MINUTES))
    scale = 10.0 ** floor(log10(max(step, 10.0)))
    return scale * max(1, ceil(2 * step / scale) / 2)
