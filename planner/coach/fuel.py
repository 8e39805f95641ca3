"""What a lifter means to eat and drink: own goals, a doctor's limit, and who is shown no number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from planner.coach import bodyweight, lifter_settings, scope
from planner.coach.concerns import concerns
from planner.engine import evidence, fuel
from planner.engine.fuel import (
    PerMass as PerMass,
    Volume as Volume,
    Withheld as Withheld,
    amount as amount,
    g_per_kg as g_per_kg,
    litres as litres,
    rate as rate,
)
from planner.engine.terms import Topic, Unit
from planner.storage import clients

LEAST_G_PER_KG, MOST_G_PER_KG = 0.3, 4.0  # what is beyond is a typing error
LEAST_L, MOST_L = 0.2, 10.0
LEAST_G, MOST_G = 10.0, 500.0
USUAL_G_PER_KG = fuel.PROTEIN_G_PER_KG
DRINKS_AI_L = tuple(each.value for each in evidence.DRINKS_AI)  # men, women
POPULAR_G_PER_LB = tuple(each.value for each in evidence.POPULAR_PROTEIN)
ENOUGH_SETS = int(evidence.CARBOHYDRATE_SETS.value)
_ASKED = (Topic.KIDNEY, Topic.PREGNANCY)
_LONGEST = 200  # characters of a name that comes from elsewhere


class Problem(StrEnum):
    """What of goals nobody can have."""

    PROTEIN = "protein"
    DRINKS = "drinks"
    PROTEIN_LIMIT = "protein_limit"
    DRINKS_LIMIT = "drinks_limit"


@dataclass(frozen=True, slots=True)
class DoctorLimit:
    """The most of something a day, g of protein or l of drinks, as `by` said; None: no end."""

    most: float
    by: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Goals:
    """A lifter's own goals a day; `per` and `volume` are what they are shown by.

    With `elsewhere` a professional says how much, and why is kept in another file: no number is
    shown until the questions on kidneys and pregnancy are answered here.
    """

    low_g_per_kg: float = fuel.PROTEIN_G_PER_KG[0]
    high_g_per_kg: float = fuel.PROTEIN_G_PER_KG[1]
    per: PerMass = PerMass.KG
    drinks_l: float = fuel.DRINKS_L
    volume: Volume = Volume.LITRE
    printed: bool = False
    protein_limit: DoctorLimit | None = None
    drinks_limit: DoctorLimit | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """What holds on a day. `protein_g` is from and to, None without a bodyweight or a number.

    A limit in force stands in place of the goal. `withheld` says why there is no goal.
    """

    goals: Goals
    withheld: Withheld | None
    weight_kg: float | None
    weight_on: date | None
    protein_g: tuple[float, float] | None
    protein_limit: DoctorLimit | None
    drinks_limit: DoctorLimit | None


# reads
def goals(lifter_id: int) -> Goals:
    """Return what a lifter set, else the usual, counted by their unit; LookupError without one."""
    lifter = clients.lifter(lifter_id)
    stored = clients.setting(lifter_settings.FUEL + lifter.uid)
    if stored:
        return _read(json.loads(stored))
    return Goals(per=PerMass.LB if lifter.unit is Unit.LB else PerMass.KG)


def targets(lifter_id: int, on: date) -> Targets:
    """Return what holds for a lifter on a day; LookupError without one."""
    made, weighed = goals(lifter_id), bodyweight.of_day(lifter_id, on)
    kg = weighed.kg or weighed.last_kg
    day = weighed.on if weighed.kg else weighed.last_on
    why = _withheld(lifter_id, made, on)
    protein_limit, drinks_limit = (in_force(each, on) for each in _limits(made))
    shown = kg is not None and why is None and protein_limit is None
    grams = (made.low_g_per_kg * kg, made.high_g_per_kg * kg) if shown and kg is not None else None
    return Targets(made, why, kg, day, grams, protein_limit, drinks_limit)


def in_force(limit: DoctorLimit | None, on: date) -> DoctorLimit | None:
    """Return a limit that holds on a day; None when it is over, or there is none."""
    return limit if limit is None or limit.until is None or on <= limit.until else None


def handed_on(lifter_id: int) -> Goals:
    """Return a lifter's goals without what is private: a doctor's limits, and why none is shown."""
    made = goals(lifter_id)
    asked = any(concerns(lifter_id, topic, date.max) for topic in _ASKED)
    kept = made.elsewhere or asked or any(_limits(made))
    return replace(made, protein_limit=None, drinks_limit=None, elsewhere=kept)


def _withheld(lifter_id: int, made: Goals, on: date) -> Withheld | None:
    lifter = scope.sparing(clients.lifter(lifter_id), on)
    kidney, pregnant = (concerns(lifter_id, topic, on) for topic in _ASKED)
    why = fuel.withheld(lifter.birth_year, on, frozenset(lifter.limits), bool(kidney))
    unanswered = kidney is None or pregnant is None
    return why or (Withheld.PROFESSIONAL if made.elsewhere and unanswered else None)


# writes
def change(lifter_id: int, made: Goals) -> None:
    """Store a lifter's goals; LookupError without one."""
    key = lifter_settings.FUEL + clients.lifter(lifter_id).uid
    clients.change_setting(key, written(made))


def written(made: Goals) -> str:
    """Write goals as they are stored, in JSON."""
    return json.dumps(asdict(made), default=date.isoformat)


# what is stored
def is_sound(stored: object) -> bool:
    """Say whether goals from elsewhere can be what a lifter set."""
    if not isinstance(stored, dict):
        return False
    try:
        made = _read(stored)
    except (KeyError, TypeError, ValueError):
        return False
    short = (each is None or len(each.by) <= _LONGEST for each in _limits(made))
    return problem(made) is None and all(short)


def problem(made: Goals) -> Problem | None:
    """Return what nobody can have among goals, None where they are possible."""
    low, high = made.low_g_per_kg, made.high_g_per_kg
    grams, liquid = made.protein_limit, made.drinks_limit
    if not LEAST_G_PER_KG <= low <= high <= MOST_G_PER_KG:
        return Problem.PROTEIN
    if not LEAST_L <= made.drinks_l <= MOST_L:
        return Problem.DRINKS
    if grams is not None and not LEAST_G <= grams.most <= MOST_G:
        return Problem.PROTEIN_LIMIT
    if liquid is not None and not LEAST_L <= liquid.most <= MOST_L:
        return Problem.DRINKS_LIMIT
    return None


def _read(stored: Mapping[str, Any]) -> Goals:
    known = Goals(**stored)
    return replace(
        known,
        low_g_per_kg=float(known.low_g_per_kg),
        high_g_per_kg=float(known.high_g_per_kg),
        drinks_l=float(known.drinks_l),
        per=PerMass(known.per),
        volume=Volume(known.volume),
        printed=bool(known.printed),
        elsewhere=bool(known.elsewhere),
        protein_limit=_limit(stored.get("protein_limit")),
        drinks_limit=_limit(stored.get("drinks_limit")),
    )


def _limits(made: Goals) -> tuple[DoctorLimit | None, DoctorLimit | None]:
    return made.protein_limit, made.drinks_limit


def _limit(stored: Mapping[str, Any] | None) -> DoctorLimit | None:
    if stored is None:
        return None
    until = stored["until"]
    return DoctorLimit(
        float(stored["most"]), str(stored["by"]), date.fromisoformat(until) if until else None
    )
