"""Lifters (a trainer's clients) and the program's own settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach.refused import Refused
from planner.engine.plates import standard_inventory
from planner.engine.terms import Inventory, Lifter, Unit
from planner.storage import clients as store


def lifters() -> list[Lifter]:
    """List lifters that are not archived, by name."""
    return store.lifters()


def lifter(lifter_id: int) -> Lifter:
    """Return one lifter; LookupError when there is none."""
    return store.lifter(lifter_id)


def by_name(name: str) -> Lifter:
    """Return the lifter called so, whatever the case; Refused names those there are."""
    for made in store.lifters(include_archived=True):
        if made.name.casefold() == name.strip().casefold():
            return made
    known = ", ".join(made.name for made in store.lifters()) or "none yet"
    raise Refused(f"No lifter is called '{name}'. Lifters: {known}.")


def add(lifter: Lifter) -> int:
    """Store a new lifter; return the id."""
    return store.add_lifter(lifter)


def add_named(name: str, unit: Unit) -> int:
    """Store a new lifter with the usual gym of a unit; return the id."""
    return add(Lifter(name=name, unit=unit, inventory=usual_inventory(unit)))


def usual_inventory(unit: Unit) -> Inventory:
    """Return the bar, plates and steps that a gym of a unit usually has."""
    return standard_inventory(unit)


def change(lifter: Lifter) -> None:
    """Store a changed lifter; `lifter.id` says which."""
    store.update_lifter(lifter)


def record_bodyweight(lifter_id: int, on: date, kg: float) -> None:
    """Store a day's bodyweight."""
    store.record_bodyweight(lifter_id, on, kg)


def archive(lifter_id: int, on: date) -> None:
    """Take a lifter out of the lists; nothing is deleted."""
    store.archive_lifter(lifter_id, on)


def archived() -> list[Lifter]:
    """List lifters that are archived, by name."""
    return [made for made in store.lifters(include_archived=True) if made.archived_on is not None]


def bring_back(lifter_id: int) -> None:
    """Put an archived lifter into the lists again."""
    store.update_lifter(replace(store.lifter(lifter_id), archived_on=None))


def setting(key: str, default: str = "") -> str:
    """Return a stored setting ('theme', 'lifter', 'first_day' …)."""
    return store.setting(key, default)


def change_setting(key: str, value: str) -> None:
    """Store a setting."""
    store.change_setting(key, value)
