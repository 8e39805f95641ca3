"""What this lifter's gym can load: the nearest load, the next one up or down, plates per side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from math import ceil

from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Unit

_BAR = (Equipment.BARBELL, Equipment.SMITH)
_PLATES = (*_BAR, Equipment.PLATE_MACHINE)
_STACK = (Equipment.MACHINE, Equipment.CABLE)
_TINY = 1e-6
_DIGITS = 6  # kg; finer than any plate, coarser than the error of adding pounds
_PAIRS = 40  # of one plate that are looked at; no bar takes more
_LB_PLATES = ((45.0, 8), (35.0, 1), (25.0, 2), (10.0, 4), (5.0, 4), (2.5, 4))


def standard_inventory(unit: Unit) -> Inventory:
    """Return what a usual gym has, in the lifter's unit: a 45 lb bar is no 20 kg bar."""
    if unit is Unit.KG:
        return Inventory()
    return Inventory(
        45.0 * KG_PER_LB,
        tuple([(pounds * KG_PER_LB, pairs) for pounds, pairs in _LB_PLATES]),
        5.0 * KG_PER_LB,
        10.0 * KG_PER_LB,
    )


def nearest(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the loadable load closest to `load_kg`, the lighter of two equally close, kg."""
    low, high = down(load_kg, exercise, inventory), _up(load_kg, exercise, inventory)
    return low if load_kg - low <= high - load_kg + 1e-9 else high


def down(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the heaviest loadable load that is not over `load_kg`, kg; else the lightest."""
    loads = _discrete(exercise, inventory)
    if loads:
        return loads[max(bisect_right(loads, load_kg + _TINY) - 1, 0)]
    step = step_of(exercise, inventory)
    return round(step * max(int(load_kg / step + _TINY), 0), _DIGITS)


def next_up(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next heavier loadable load, kg; None when everything is on the bar."""
    higher = _up(load_kg + 1e-4, exercise, inventory)
    return higher if higher > load_kg + 1e-4 else None


def next_down(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next lighter loadable load, kg; None when there is none."""
    lower = down(load_kg - 1e-4, exercise, inventory)
    return lower if lower < load_kg - 1e-4 else None


def next_harder(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next harder load: heavier, or with less help; None when there is none."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return next_down(load_kg, exercise, inventory)
    return next_up(load_kg, exercise, inventory)


def no_harder(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the hardest loadable load that is not harder than `load_kg`."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return _up(load_kg, exercise, inventory)
    return down(load_kg, exercise, inventory)


def _up(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the lightest loadable load that is not under `load_kg`, kg; else the heaviest."""
    loads = _discrete(exercise, inventory)
    if loads:
        return loads[min(bisect_left(loads, load_kg - _TINY), len(loads) - 1)]
    step = step_of(exercise, inventory)
    return round(step * max(ceil(load_kg / step - _TINY), 0), _DIGITS)


def step_of(exercise: Exercise, inventory: Inventory) -> float:
    """Return the usual step of the exercise's equipment, kg."""
    if exercise.equipment is Equipment.DUMBBELL:
        return inventory.dumbbell_step_kg
    if exercise.equipment in _STACK and exercise.load_kind is not LoadKind.ADDED:
        return inventory.stack_step_kg
    if exercise.load_kind is LoadKind.ADDED and inventory.plates_kg:
        plate = min([weight for weight, _ in inventory.plates_kg])
        return plate * max(1, round(exercise.step_kg / plate))
    if exercise.load_kind is LoadKind.EXTERNAL and exercise.equipment in _PLATES:
        return 2.0 * min([weight for weight, _ in inventory.plates_kg], default=exercise.step_kg)
    return exercise.step_kg


def _discrete(exercise: Exercise, inventory: Inventory) -> tuple[float, ...]:
    """Return every load that plates make, lightest first; empty where a step rules."""
    if exercise.load_kind is not LoadKind.EXTERNAL or exercise.equipment not in _PLATES:
        return ()
    bar = inventory.bar_kg if exercise.equipment in _BAR else 0.0
    return _plate_loads(bar, inventory.plates_kg)


@lru_cache(maxsize=64)
def _plate_loads(bar_kg: float, plates_kg: tuple[tuple[float, int], ...]) -> tuple[float, ...]:
    sides = {0.0}
    for weight, pairs in plates_kg:
        sides = {
            round(s + n * weight, _DIGITS) for s in sides for n in range(min(pairs, _PAIRS) + 1)
        }
    return tuple(sorted([round(bar_kg + 2.0 * side, _DIGITS) for side in sides]))


def per_side(
    load_kg: float, exercise: Exercise, inventory: Inventory
) -> tuple[tuple[float, ...], float]:
    """Return (plates per side, heaviest first, the load they make with the bar), kg.

    The load is the heaviest loadable one that is not over `load_kg`. Equipment without plates
    has none to list.
    """
    load = down(load_kg, exercise, inventory)
    if not _discrete(exercise, inventory):
        return (), load
    bar = inventory.bar_kg if exercise.equipment in _BAR else 0.0
    return _fill(0.5 * (load - bar), inventory.plates_kg) or (), load


def _fill(side_kg: float, plates: tuple[tuple[float, int], ...]) -> tuple[float, ...] | None:
    """Return plates that sum to one side, largest plates first, or None."""
    if side_kg < 1e-4:
        return ()
    if not plates:
        return None
    (weight, pairs), rest = plates[0], plates[1:]
    for count in range(min(pairs, int((side_kg + 1e-4) / weight)), -1, -1):
        tail = _fill(side_kg - count * weight, rest)
        if tail is not None:
            return (weight,) * count + tail
    return None
