"""What the plates view says: how a load is set, what lies beside it, which plates change."""

from __future__ import annotations

from itertools import groupby

from planner.coach import wording
from planner.coach.gym import PLATED, Bar, Rig, SetUp, Swap
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import gym_text

_TINY = 0.01  # kg


def title(made: SetUp, unit: Unit) -> str:
    """Write what is loaded and how heavy: 'PLATES · 120 KG'."""
    words = {
        Rig.DUMBBELLS: tr("DUMBBELLS"), Rig.DUMBBELL: tr("DUMBBELL"), Rig.STACK: tr("STACK"),
        Rig.HELP: tr("HELP"), Rig.BELT: tr("BELT"), Rig.WEIGHT: tr("WEIGHT"),
        Rig.NOTHING: tr("LOAD"),
    }  # fmt: skip
    word = words.get(made.rig, tr("PLATES"))
    if made.rig is Rig.NOTHING:
        return word
    return f"{word} · {mass(made.wanted_kg, unit).upper()}"


def sentence(made: SetUp, unit: Unit) -> str:
    """Say how the load, or the one nearest to it, is set."""
    if made.rig is Rig.NOTHING:
        return tr("This exercise is done without a load.")
    how = _how(made, unit)
    if made.exact:
        plated = made.rig in PLATED and made.load_kg > _TINY
        return tr("{0} exactly").format(how) if plated else how
    if made.lower_kg is None:
        return _too_light(made, unit)
    less = _mass(made.wanted_kg - made.lower_kg, unit)
    lower = mass(made.lower_kg, unit)
    if made.higher_kg is None:
        return tr("More than there is: all of it is {0} ({1} less)").format(lower, less)
    higher = _mass(made.higher_kg, unit)
    near = tr("Nearest below {0} ({1} less); next {2}").format(lower, less, higher)
    return near if made.rig is Rig.WEIGHT else f"{near}\n{how}"


def change(made: Swap | None, rig: Rig, unit: Unit) -> str:
    """Say which plates change since the set before: 'Each side: strip 10, add 5'; '' for none."""
    if made is None:
        return ""
    if not made.off_kg and not made.on_kg:
        return tr("Nothing to change since the last set")
    steps = []
    if made.off_kg:
        steps.append(tr("strip {0}").format(plates(made.off_kg, unit)))
    if made.on_kg:
        steps.append(tr("add {0}").format(plates(made.on_kg, unit)))
    where = {Rig.BELT: tr("On the belt: {0}"), Rig.LANDMINE: tr("On the end: {0}")}
    return where.get(rig, tr("Each side: {0}")).format(wording.in_row(steps))


def plates(weights_kg: tuple[float, ...], unit: Unit) -> str:
    """Write plates, equal ones together: '20 + 10', '3 × 25'."""
    groups = ((kg, len(list(same))) for kg, same in groupby(weights_kg))
    return " + ".join(
        number(kg, unit) if count < 3 else f"{count} × {number(kg, unit)}"
        for kg, count in groups
        for _ in range(count if count < 3 else 1)
    )


def bar(held: Bar, unit: Unit) -> str:
    """Write a bar: '20 kg bar', 'EZ bar, 10 kg', 'no bar'."""
    if not held.name:
        return tr("{0} bar").format(mass(held.kg, unit)) if held.kg else tr("no bar")
    return tr("{0}, {1}").format(held.name, mass(held.kg, unit))


def number(kg: float, unit: Unit) -> str:
    """Write the weight of a plate; the unit is named only when it is not the usual one."""
    return gym_text.weight(kg, unit)


def mass(kg: float, unit: Unit) -> str:
    """Write a load with its unit: '102.5 kg'."""
    return f"{_mass(kg, unit)} {unit}"


def _mass(kg: float, unit: Unit) -> str:
    return wording.mass(kg, unit)


def _how(made: SetUp, unit: Unit) -> str:
    load = mass(made.load_kg, unit)
    if made.rig in PLATED:
        return _barbell(made, unit)
    if made.rig is Rig.BELT:
        return _belt(made, unit)
    if made.rig in (Rig.STACK, Rig.HELP):
        return _stack(made, unit)
    if made.rig is Rig.DUMBBELLS:
        return tr("{0} in each hand; the load is that of one").format(load)
    return tr("One dumbbell of {0}").format(load) if made.rig is Rig.DUMBBELL else load


def _barbell(made: SetUp, unit: Unit) -> str:
    parts = [tr("{0} bar").format(mass(made.bar_kg, unit))] if made.bar_kg > _TINY else []
    if made.plates_kg:
        parts.append(_on_ends(made, unit))
    elif parts:
        return tr("Empty bar = {0}").format(mass(made.load_kg, unit))
    total = f" = {mass(made.load_kg, unit)}" if made.exact else ""
    return f"{' + '.join(parts)}{total}" if parts else tr("No plates on")


def _on_ends(made: SetUp, unit: Unit) -> str:
    hung = plates(made.plates_kg, unit)
    return tr("{0} on one end").format(hung) if made.rig is Rig.LANDMINE else f"2 × ({hung})"


def _belt(made: SetUp, unit: Unit) -> str:
    if not made.plates_kg:
        return tr("Bodyweight alone, nothing on the belt")
    hung, total = plates(made.plates_kg, unit), _mass(made.load_kg, unit)
    shown = f"{total} {unit}" if hung == total else f"{hung} = {total} {unit}"
    return tr("On the belt: {0}").format(shown)


def _stack(made: SetUp, unit: Unit) -> str:
    pin = tr("Pin at {0}").format(mass(made.pin_kg, unit))
    if made.add_ons_kg:
        top = plates(made.add_ons_kg, unit)
        pin = tr("{0}, {1} on top = {2}").format(pin, top, mass(made.load_kg, unit))
    return tr("{0}; less help is harder").format(pin) if made.rig is Rig.HELP else pin


def _too_light(made: SetUp, unit: Unit) -> str:
    least = mass(made.load_kg, unit)
    if made.rig in PLATED and made.bar_kg > _TINY:
        return tr("Lighter than the empty bar: {0}").format(least)
    return tr("The lightest there is: {0}").format(least)
