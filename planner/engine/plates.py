"""What this lifter's gym can load: the nearest load, the next one up or down, plates per side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from math import ceil

from planner.engine import evidence, plate_sums
from planner.engine.plate_sums import Plates
from planner.engine.same_load import SAME_KG
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Unit

_BAR = (Equipment.BARBELL, Equipment.SMITH)
_PLATES = (*_BAR, Equipment.PLATE_MACHINE)
_STACK = (Equipment.MACHINE, Equipment.CABLE)
_ONE_END = ("landmine", "meadows row")  # in the names or slugs of what is done so
_TINY = 1e-6
_DIGITS = 6  # kg; finer than any plate, coarser than the error of adding pounds
_LEAST_RISE = evidence.LEAST_RISE.value
_LB_PLATES = ((45.0, 8), (35.0, 1), (25.0, 2), (10.0, 4), (5.0, 4), (2.5, 4))
_HOME_KG = Inventory(
    plates_kg=((20.0, 1), (10.0, 2), (5.0, 2), (2.5, 2), (1.25, 2)),
    dumbbells_kg=(5.0, 7.5, 10.0, 12.5, 15.0, 20.0),
)
_HOME_LB = ((45.0, 1), (25.0, 1), (10.0, 2), (5.0, 2), (2.5, 2)), (5, 10, 15, 20, 25, 30, 40, 50)


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


def home_inventory(unit: Unit) -> Inventory:
    """Return what a small gym at home may have, in the lifter's unit, to be changed."""
    if unit is Unit.KG:
        return _HOME_KG
    plates_lb, dumbbells_lb = _HOME_LB
    return replace(
        standard_inventory(unit),
        plates_kg=tuple([(pounds * KG_PER_LB, pairs) for pounds, pairs in plates_lb]),
        dumbbells_kg=tuple([pounds * KG_PER_LB for pounds in dumbbells_lb]),
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
    step, beside = step_of(exercise, inventory), _beside(exercise, inventory)
    made = [
        part + step * int((load_kg - part) / step + _TINY)
        for part in beside
        if part <= load_kg + _TINY
    ]
    return round(max(made, default=0.0), _DIGITS)


def next_up(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next heavier loadable load, kg; None when everything is on the bar."""
    higher = _up(load_kg + 1e-4, exercise, inventory)
    return higher if higher > load_kg + 1e-4 else None


def next_down(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next lighter loadable load, kg; None when there is none."""
    lower = down(load_kg - 1e-4, exercise, inventory)
    return lower if lower < load_kg - 1e-4 else None


def next_harder(load_kg: float, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the next harder load: heavier, or with less help; None when there is none.

    The lightest plates alone are no step where they hardly change the load, or by no more than
    rounding in the other unit does.
    """
    if exercise.load_kind is LoadKind.ASSISTED:
        return next_down(load_kg - SAME_KG, exercise, inventory)
    least = max(load_kg + SAME_KG, load_kg * (1.0 + _LEAST_RISE) - 1e-3)
    return next_up(least, exercise, inventory)


def no_harder(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the hardest loadable load that is not harder than `load_kg`."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return _up(load_kg, exercise, inventory)
    return down(load_kg, exercise, inventory)


def settable(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return a load that was lifted as this gym sets it: never harder, kg.

    Where even the easiest load of the gym is harder, what was lifted stays.
    """
    made = no_harder(load_kg, exercise, inventory)
    helped = exercise.load_kind is LoadKind.ASSISTED
    harder = made < load_kg - _TINY if helped else made > load_kg + _TINY
    return load_kg if harder else made


def _up(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the lightest loadable load that is not under `load_kg`, kg; else the heaviest."""
    loads = _discrete(exercise, inventory)
    if loads:
        return loads[min(bisect_left(loads, load_kg - _TINY), len(loads) - 1)]
    step, beside = step_of(exercise, inventory), _beside(exercise, inventory)
    made = [part + step * max(ceil((load_kg - part) / step - _TINY), 0) for part in beside]
    return round(min(made), _DIGITS)


def step_of(exercise: Exercise, inventory: Inventory) -> float:
    """Return the usual step of the exercise's equipment, kg."""
    plates_kg = inventory.plates_kg
    if exercise.equipment is Equipment.DUMBBELL:
        return inventory.dumbbell_step_kg
    if stacked(exercise):
        return inventory.stack_step_kg
    if exercise.load_kind is LoadKind.ADDED and plates_kg:
        plate = plate_sums.lightest_plate(plates_kg)
        return plate * max(1, round(exercise.step_kg / plate))
    if exercise.load_kind is LoadKind.EXTERNAL and exercise.equipment in _PLATES:
        lightest = plate_sums.lightest_plate(plates_kg) if plates_kg else exercise.step_kg
        return ends(exercise) * lightest
    return exercise.step_kg


def ends(exercise: Exercise) -> int:
    """Return on how many ends of its bar an exercise has plates: one where the other stands."""
    called = exercise.name, *exercise.done_as
    return 1 if exercise.equipment is Equipment.BARBELL and any(map(_stands, called)) else 2


@lru_cache(maxsize=2048)
def _stands(name: str) -> bool:
    """Tell by the name or slug of an exercise whether its bar stands on one end."""
    return any(_words(word) in _words(name) for word in _ONE_END)


def on_an_end(exercise: Exercise, inventory: Inventory) -> Plates:
    """Return the plates that each end of a bar can have, from pairs of them."""
    return singly(inventory.plates_kg) if ends(exercise) == 1 else inventory.plates_kg


def stacked(exercise: Exercise) -> bool:
    """Tell whether the load is pinned in a stack of weights."""
    return exercise.equipment in _STACK and exercise.load_kind is not LoadKind.ADDED


def pinned(
    load_kg: float, exercise: Exercise, inventory: Inventory
) -> tuple[float, tuple[float, ...]]:
    """Return (what the pin takes, the small weights on top) of a loadable load on a stack, kg."""
    step, beside = step_of(exercise, inventory), inventory.stack_add_ons_kg
    for size in range(len(beside) + 1):
        for chosen in combinations(beside, size):
            pin = load_kg - sum(chosen)
            if pin > -_TINY and abs(pin - step * round(pin / step)) < 1e-4:
                return round(pin, _DIGITS), chosen
    return load_kg, ()


def bar_kg(exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the weight of the bar or sled that the plates go on, kg; None without plates.

    It is the one chosen for the exercise, else the one in its name, else the usual bar; plates
    of a machine hang on nothing that counts.
    """
    if exercise.load_kind is not LoadKind.EXTERNAL:
        return None
    chosen = dict(inventory.bar_of).get(exercise.slug) if inventory.bar_of else None
    if chosen in (0.0, inventory.bar_kg, *[kg for _, kg in inventory.bars]):
        return chosen
    named = _bar_in_name(exercise, inventory.bars) if inventory.bars else None
    if named is None and exercise.equipment in _PLATES:
        return inventory.bar_kg if exercise.equipment in _BAR else 0.0
    return named


def _bar_in_name(exercise: Exercise, bars: tuple[tuple[str, float], ...]) -> float | None:
    """Return the weight of the bar in the name of an exercise, None without one.

    Where it names none, the English slug does: of the shipped exercise that an own one is a
    variation of, too.
    """
    named = _named_bar(exercise.name, bars)
    shipped = exercise.parent if exercise.custom else exercise.slug
    return _named_bar(shipped, bars) if named is None and shipped else named


@lru_cache(maxsize=512)
def _named_bar(name: str, bars: tuple[tuple[str, float], ...]) -> float | None:
    """Return the weight of the bar whose whole name stands in that of an exercise, or None."""
    within = [(len(bar), kg) for bar, kg in bars if bar and _words(bar) in _words(name)]
    return max(within)[1] if within else None


def _words(name: str) -> str:
    return f" {' '.join(name.casefold().replace('-', ' ').split())} "


def _discrete(exercise: Exercise, inventory: Inventory) -> tuple[float, ...]:
    """Return every load there is, lightest first; empty where a step rules."""
    if exercise.equipment is Equipment.DUMBBELL and exercise.load_kind is LoadKind.EXTERNAL:
        return inventory.dumbbells_kg
    if exercise.load_kind is LoadKind.ADDED and inventory.plates_kg:
        return plate_sums.rungs(singly(inventory.plates_kg), step_of(exercise, inventory))
    bar = bar_kg(exercise, inventory)
    return () if bar is None else _plate_loads(bar, on_an_end(exercise, inventory), ends(exercise))


def singly(pairs: Plates) -> Plates:
    """Return plates one by one, as they hang on a belt, from pairs of them."""
    return tuple([(weight, 2 * count) for weight, count in pairs])


def _beside(exercise: Exercise, inventory: Inventory) -> tuple[float, ...]:
    """Return what may come on top of whole steps, kg: nothing, or small weights on a stack."""
    return _sums_of(inventory.stack_add_ons_kg) if stacked(exercise) else (0.0,)


@lru_cache(maxsize=64)
def _sums_of(few: tuple[float, ...]) -> tuple[float, ...]:
    chosen = [sum(part) for size in range(len(few) + 1) for part in combinations(few, size)]
    return tuple(sorted(chosen))


@lru_cache(maxsize=64)
def _plate_loads(bar: float, plates_kg: Plates, sleeves: int) -> tuple[float, ...]:
    sides = plate_sums.sums(plates_kg)
    if plate_sums.mixed(plates_kg):
        sides = plate_sums.rungs(plates_kg, plate_sums.lightest_plate(plates_kg))
    return tuple([round(bar + sleeves * side, _DIGITS) for side in sides])


def per_side(
    load_kg: float, exercise: Exercise, inventory: Inventory
) -> tuple[tuple[float, ...], float]:
    """Return (plates per side, heaviest first, the load they make with the bar), kg.

    The load is the heaviest loadable one that is not over `load_kg`. Equipment without plates
    on a bar has none to list.
    """
    load, bar = down(load_kg, exercise, inventory), bar_kg(exercise, inventory)
    if bar is None:
        return (), load
    one_end = (load - bar) / ends(exercise)
    return plate_sums.fill(one_end, on_an_end(exercise, inventory)) or (), load
