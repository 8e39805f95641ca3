"""Lifters (a trainer's clients) and the program's own settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planner.coach import wording
from planner.coach.refused import Refused
from planner.engine.plates import standard_inventory
from planner.engine.terms import Inventory, Lifter, Unit
from planner.language import tr
from planner.storage import clients as store


def lifters() -> list[Lifter]:
    """List lifters that are not archived, by name."""
    return store.lifters()


def lifter(lifter_id: int) -> Lifter:
    """Return one lifter; LookupError when there is none."""
    return store.lifter(lifter_id)


class NoSuchLifter(Refused):
    """Nobody is called so."""


def by_name(name: str) -> Lifter:
    """Return the lifter called so: exactly, else, when it is the only one, whatever the case.

    Raises NoSuchLifter, or Refused when several could be meant; both name those there are.
    """
    wanted = name.strip()
    alike = [made for made in store.lifters(include_archived=True) if _alike(made.name, wanted)]
    exact = [made for made in alike if made.name == wanted] or alike
    found = [made for made in exact if made.archived_on is None] or exact
    if not found:
        known = wording.in_row(made.name for made in store.lifters()) or tr("none yet")
        words = tr("No lifter is called '{name}'. Lifters: {known}.")
        raise NoSuchLifter(words.format(name=name, known=known))
    if len(found) > 1:
        raise Refused(_several_alike(name, [made.name for made in found]))
    return found[0]


def namesake(lifter: Lifter) -> Lifter | None:
    """Return another lifter with the same name, whatever the case; None without one."""
    others = (made for made in store.lifters(include_archived=True) if made.id != lifter.id)
    return next((made for made in others if _alike(made.name, lifter.name)), None)


def _alike(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _several_alike(name: str, known: list[str]) -> str:
    if len(set(known)) < len(known):
        words = tr("Several lifters are called '{name}'. Give one another name in the window.")
        return words.format(name=known[0])
    words = tr("'{name}' could be {lifters}. Write the name exactly so.")
    return words.format(name=name, lifters=wording.either(known))


def add(lifter: Lifter) -> int:
    """Store a new lifter; return the id."""
    return store.add_lifter(lifter)


def add_named(name: str, unit: Unit) -> int:
    """Store a new lifter with the usual gym of a unit; return the id."""
    return add(Lifter(name=name, unit=unit, inventory=usual_inventory(unit)))


def most_used_unit(usual: Unit) -> Unit:
    """Return the unit that most lifters have; the `usual` one where as many have either."""
    counted = Counter(each.unit for each in lifters()).most_common()
    same = [unit for unit, count in counted if count == counted[0][1]]
    return same[0] if len(same) == 1 else usual


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


def archive_all(lifter_ids: Iterable[int], on: date) -> None:
    """Take several lifters out of the lists; nothing is deleted."""
    for lifter_id in lifter_ids:
        archive(lifter_id, on)


def archived() -> list[Lifter]:
    """List lifters that are archived, by name."""
    return [made for made in store.lifters(include_archived=True) if made.archived_on is not None]


def bring_back(lifter_id: int) -> None:
    """Put an archived lifter into the lists again."""
    store.update_lifter(replace(store.lifter(lifter_id), archived_on=None))


def bring_all_back(lifter_ids: Iterable[int]) -> None:
    """Put several archived lifters into the lists again."""
    for lifter_id in lifter_ids:
        bring_back(lifter_id)


def setting(key: str, default: str = "") -> str:
    """Return a stored setting ('theme', 'lifter', 'first_day' …)."""
    return store.setting(key, default)


def change_setting(key: str, value: str) -> None:
    """Store a setting."""
    store.change_setting(key, value)
