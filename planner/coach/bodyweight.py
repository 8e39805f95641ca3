"""What a lifter can weigh, and the bodyweight of a day as it is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.storage import clients

LEAST_KG, MOST_KG = 20.0, 400.0  # what is beyond is a typing error


@dataclass(frozen=True, slots=True)
class DayWeight:
    """What a lifter weighed on a day; `last_kg` is the newest weight before it, of `last_on`.

    Both are None where nothing was written down.
    """

    on: date
    kg: float | None = None
    last_kg: float | None = None
    last_on: date | None = None


def possible(kg: float) -> bool:
    """Tell whether a lifter can weigh so much."""
    return LEAST_KG <= kg <= MOST_KG


def of_day(lifter_id: int, on: date) -> DayWeight:
    """Return the bodyweight of a day and the newest one before it."""
    known = clients.bodyweights(lifter_id)
    kg = next((kg for day, kg in known if day == on), None)
    last_on, last_kg = next((entry for entry in reversed(known) if entry[0] < on), (None, None))
    return DayWeight(on, kg, last_kg, last_on)


def change(lifter_id: int, on: date, kg: float | None) -> None:
    """Store the bodyweight of a day; None forgets it."""
    if kg is None:
        clients.forget_bodyweight(lifter_id, on)
    else:
        clients.record_bodyweight(lifter_id, on, kg)
