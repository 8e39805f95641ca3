"""What a lifter's gym can load: how a set is loaded, which bar it takes, and what there is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.coach.clients import usual_inventory
from planner.engine import plate_sums, plates
from planner.engine.set_up import (
    PLATED as PLATED,
    Rig as Rig,
    SetUp as SetUp,
    Swap as Swap,
    rig_of as rig_of,
    set_up,
    swap,
)
from planner.engine.terms import Exercise, Inventory, LoadKind, LoggedSet, Unit
from planner.storage import clients

unit_of = plate_sums.unit_of


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or what else carries plates; a name is not needed."""

    name: str
    kg: float


@dataclass(frozen=True, slots=True)
class Loading:
    """How a load is set and, when there was a set before, which plates change.

    `bars` are those the exercise may be done with, its own among them; empty without plates.
    """

    set_up: SetUp
    swap: Swap | None
    bars: tuple[Bar, ...]


def inventory(lifter_id: int) -> Inventory:
    """Return what the lifter's gym can load."""
    return clients.lifter(lifter_id).inventory


def loading(
    lifter_id: int, exercise: Exercise, load_kg: float, before: LoggedSet | None = None
) -> Loading:
    """Return how a load is set, and what changes from the set before."""
    gym = inventory(lifter_id)
    made = set_up(load_kg, exercise, gym)
    had = None if before is None or before.load_kg is None else before.load_kg
    changed = None if had is None else swap(set_up(had, exercise, gym), made)
    return Loading(made, changed, bars_for(exercise, gym))


def unloaded(exercise: Exercise) -> bool:
    """Tell whether an exercise has no load to set."""
    return exercise.load_kind in (LoadKind.NONE, LoadKind.BODYWEIGHT)


def bars(gym: Inventory) -> tuple[Bar, ...]:
    """List the bars of a gym, the usual one first."""
    return Bar(gym.bar_name, gym.bar_kg), *(Bar(name, kg) for name, kg in gym.bars)


def bars_for(exercise: Exercise, gym: Inventory) -> tuple[Bar, ...]:
    """List what may carry the plates of an exercise; a machine may have nothing that counts."""
    rig = rig_of(exercise, gym)
    if rig is Rig.SLED:
        return Bar("", 0.0), *bars(gym)
    return bars(gym) if rig in (Rig.BAR, Rig.LANDMINE) else ()


def choose_bar(lifter_id: int, exercise: Exercise, kg: float) -> None:
    """Let an exercise be done with the bar of a weight from now on."""
    lifter = clients.lifter(lifter_id)
    gym = lifter.inventory
    others = tuple([(slug, bar) for slug, bar in gym.bar_of if slug != exercise.slug])
    gym = replace(gym, bar_of=others)
    if plates.bar_kg(exercise, gym) != kg:
        gym = replace(gym, bar_of=(*others, (exercise.slug, kg)))
    clients.update_lifter(replace(lifter, inventory=gym))


def change(lifter_id: int, gym: Inventory) -> None:
    """Store what a lifter's gym can load."""
    clients.update_lifter(replace(clients.lifter(lifter_id), inventory=gym))


def presets(unit: Unit) -> tuple[Inventory, Inventory, Inventory]:
    """Return the usual gym in kilograms, in pounds, and a small one at home in a unit."""
    return usual_inventory(Unit.KG), usual_inventory(Unit.LB), plates.home_inventory(unit)
