"""What a lifter can weigh, and the bodyweight of a day as it is typed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from planner.coach.entry import NUMBER, load_fields, parse_number
from planner.coach.wording import mass
from planner.engine.terms import Unit
from planner.language import tr
from planner.storage import clients

LEAST_KG, MOST_KG = 20.0, 400.0  # what is beyond is a typing error
USUAL_CHANGE = 0.15  # since the last one, either way: rule of thumb
_WEIGHT = re.compile(rf"({NUMBER})\s*(kg|lb)?")


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


def read(text: str, unit: Unit) -> float | None:
    """Read '81,5', '81.5 kg' or '180 lb' in kg, without a unit in the lifter's; None for less."""
    found = _WEIGHT.fullmatch(text.strip().lower())
    value = parse_number(found[1]) if found else None
    if found is None or not value:
        return None
    kg = float(load_fields(value, Unit(found[2] or unit))["load_kg"])
    return kg if possible(kg) else None


def doubt(kg: float, last_kg: float | None, unit: Unit) -> str:
    """Return what to ask about a bodyweight that looks like a slip, or ''; the first asks none."""
    if not last_kg or abs(kg / last_kg - 1) <= USUAL_CHANGE:
        return ""
    words = tr("{typed} {unit}? Last time {before}.")
    return words.format(typed=mass(kg, unit, 1), unit=unit, before=mass(last_kg, unit, 1))


def of_day(lifter_id: int, on: date) -> DayWeight:
    """Return the bodyweight of a day and the newest one before it."""
    known = clients.latest_bodyweights(lifter_id, on, 2)
    kg = next((kg for day, kg in known if day == on), None)
    last_on, last_kg = next((entry for entry in known if entry[0] < on), (None, None))
    return DayWeight(on, kg, last_kg, last_on)


def change(lifter_id: int, on: date, kg: float | None) -> None:
    """Store the bodyweight of a day; None forgets it."""
    if kg is None:
        clients.forget_bodyweight(lifter_id, on)
    else:
        clients.record_bodyweight(lifter_id, on, kg)
