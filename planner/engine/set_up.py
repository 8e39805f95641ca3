"""How a load is set: bar and plates, dumbbells, the pin of a stack, plates on a belt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine import plate_sums, plates
from planner.engine.terms import Equipment, Exercise, Inventory, LoadKind, Pattern

NEAR_KG = 0.0051  # loads are typed with two decimals, in pounds or kilograms
_LEGS = (Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE)
_ONE_FOR_BOTH = frozenset({
    "goblet-squat", "kettlebell-goblet-squat", "dumbbell-pullover", "dumbbell-hip-thrust",
    "overhead-dumbbell-triceps-extension", "dumbbell-leg-curl", "dumbbell-tibialis-raise",
})  # fmt: skip


class Rig(StrEnum):
    """What a load is set on."""

    BAR = "bar"
    LANDMINE = "landmine"
    SLED = "sled"
    DUMBBELLS = "dumbbells"
    DUMBBELL = "dumbbell"
    STACK = "stack"
    HELP = "help"
    BELT = "belt"
    WEIGHT = "weight"
    NOTHING = "nothing"


PLATED = (Rig.BAR, Rig.LANDMINE, Rig.SLED)  # plates beside what carries them


@dataclass(frozen=True, slots=True)
class SetUp:
    """A load as it is set, kg. `load_kg` is set where `wanted_kg` cannot be.

    `plates_kg` are those of one side, or all on a belt or on a bar's one end, heaviest first;
    `add_ons_kg` lie on a stack that goes by `step_kg` and has its pin at `pin_kg`. Help is pinned
    too. `lower_kg` and `higher_kg` are the loads next to the wanted one, None at an end, and both
    None when it can be set exactly.
    """

    rig: Rig
    wanted_kg: float
    load_kg: float
    bar_kg: float = 0.0
    plates_kg: tuple[float, ...] = ()
    pin_kg: float = 0.0
    step_kg: float = 0.0
    add_ons_kg: tuple[float, ...] = ()
    lower_kg: float | None = None
    higher_kg: float | None = None

    @property
    def exact(self) -> bool:
        """Tell whether the wanted load is the one that is set."""
        return abs(self.load_kg - self.wanted_kg) <= NEAR_KG


@dataclass(frozen=True, slots=True)
class Swap:
    """Plates to take off and to put on, of one side or all there are, heaviest first, kg."""

    off_kg: tuple[float, ...]
    on_kg: tuple[float, ...]


def rig_of(exercise: Exercise, inventory: Inventory) -> Rig:
    """Return what the load of an exercise is set on."""
    if exercise.load_kind in (LoadKind.NONE, LoadKind.BODYWEIGHT):
        return Rig.NOTHING
    if exercise.load_kind is LoadKind.ADDED:
        return Rig.BELT
    if plates.stacked(exercise):
        return Rig.HELP if exercise.load_kind is LoadKind.ASSISTED else Rig.STACK
    if plates.bar_kg(exercise, inventory) is not None:
        return _plated(exercise)
    if exercise.equipment is Equipment.DUMBBELL:
        return Rig.DUMBBELL if _one_dumbbell(exercise) else Rig.DUMBBELLS
    return Rig.WEIGHT


def set_up(wanted_kg: float, exercise: Exercise, inventory: Inventory) -> SetUp:
    """Return how the gym sets a load, or the heaviest below it, else the lightest there is."""
    rig = rig_of(exercise, inventory)
    exact = _exactly(wanted_kg, rig, exercise, inventory)
    if exact is not None:
        return exact
    load = plates.down(wanted_kg + NEAR_KG, exercise, inventory)
    made = _made(rig, wanted_kg, load, exercise, inventory)
    if made.exact or rig is Rig.NOTHING:
        return made
    lower = load if load < wanted_kg else None
    higher = load if lower is None else plates.next_up(wanted_kg, exercise, inventory)
    return replace(made, lower_kg=lower, higher_kg=higher)


def swap(before: SetUp, after: SetUp) -> Swap | None:
    """Return which plates change from one load to another; None when no plates are compared."""
    plated = (*PLATED, Rig.BELT)
    if before.rig is not after.rig or after.rig not in plated or before.bar_kg != after.bar_kg:
        return None
    had, has = Counter(before.plates_kg), Counter(after.plates_kg)
    off, on = (had - has).elements(), (has - had).elements()
    return Swap(tuple(sorted(off, reverse=True)), tuple(sorted(on, reverse=True)))


def _made(
    rig: Rig, wanted_kg: float, load_kg: float, exercise: Exercise, inventory: Inventory
) -> SetUp:
    if rig in PLATED:
        side, made = plates.per_side(load_kg + NEAR_KG, exercise, inventory)
        return SetUp(rig, wanted_kg, made, plates.bar_kg(exercise, inventory) or 0.0, side)
    if rig is Rig.BELT:
        hung = plate_sums.fill(load_kg, plates.singly(inventory.plates_kg))
        return SetUp(rig, wanted_kg, load_kg, plates_kg=hung or ())
    if rig in (Rig.STACK, Rig.HELP):
        pin, add_ons = plates.pinned(load_kg, exercise, inventory)
        step = plates.step_of(exercise, inventory)
        return SetUp(rig, wanted_kg, load_kg, pin_kg=pin, step_kg=step, add_ons_kg=add_ons)
    return SetUp(rig, wanted_kg, load_kg)


def _exactly(wanted_kg: float, rig: Rig, exercise: Exercise, inventory: Inventory) -> SetUp | None:
    """Return the plates that make just the wanted load, be it no usual step; None without."""
    bar = plates.bar_kg(exercise, inventory) or 0.0
    if rig is Rig.BELT:
        hung = plate_sums.fill(wanted_kg, plates.singly(inventory.plates_kg), NEAR_KG)
        return None if hung is None else SetUp(rig, wanted_kg, sum(hung), plates_kg=hung)
    if rig not in PLATED:
        return None
    ends, there = plates.ends(exercise), plates.on_an_end(exercise, inventory)
    side = plate_sums.fill((wanted_kg - bar) / ends, there, NEAR_KG / ends)
    return None if side is None else SetUp(rig, wanted_kg, bar + ends * sum(side), bar, side)


def _plated(exercise: Exercise) -> Rig:
    if exercise.equipment is Equipment.PLATE_MACHINE:
        return Rig.SLED
    return Rig.LANDMINE if plates.ends(exercise) == 1 else Rig.BAR


def _one_dumbbell(exercise: Exercise) -> bool:
    """Tell whether one dumbbell is held: by one arm, or by both hands."""
    by_one_arm = exercise.per_side and exercise.pattern not in _LEGS
    return by_one_arm or not _ONE_FOR_BOTH.isdisjoint(exercise.done_as)
