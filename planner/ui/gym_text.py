"""What a gym can load as one writes it: 'EZ bar 10', '20 ×2', 'every 2', 'every 5 + 2.5'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from planner.coach import gym, wording
from planner.engine.terms import MOST_ADD_ONS, N_, Inventory, Unit
from planner.language import tr
from planner.ui import typed

T = TypeVar("T")
Pairs = tuple[tuple[float, int], ...]
MOST_PAIRS, MOST_DUMBBELLS = 40, 100  # more is a typing error
_WEIGHT = r"(\d+(?:[.,]\d+)?)\s*(kg|lb)?"
_PAIR = re.compile(rf"{_WEIGHT}\s*(?:[x×*]\s*(\d+))", re.IGNORECASE)
_BAR = re.compile(rf"(.*?)\s*{_WEIGHT}", re.IGNORECASE)
_RANGE = re.compile(rf"{_WEIGHT}\s*[-–]\s*{_WEIGHT}\s*(?:by|/)\s*{_WEIGHT}", re.IGNORECASE)
_ONE = re.compile(_WEIGHT, re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]*")
_PARTS = re.compile(r";|,(?=\s|$)|,(?=[^\d])|\n")
_DECIMALS = 3
_ONLY, _EVERY = N_("only {weight}"), N_("every {weight}")


class Unclear(Exception):
    """A text cannot be read; `name` says which, the message what is expected there."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class Texts(NamedTuple):
    """What stands in the fields."""

    bars: str
    plates: str
    dumbbells: str
    stacks: str


def hints() -> Texts:
    """Say how to write each."""
    return Texts(
        tr("The usual bar first, others with a name: 20, EZ bar 10, trap bar 25"),
        tr("Weight × pairs: 20 ×2, 10 ×1, 1.25 ×1; 45 lb ×2 among kilograms"),
        tr("A step, 'every 2', or those there are: 5, 7.5, 10 or 4–20 by 2"),
        tr("A step, with small weights to put on top: every 5 + 2.5"),
    )


def texts(held: Inventory, unit: Unit) -> Texts:
    """Write what a gym can load; `read` reads it back."""
    bars = [f"{bar.name} {weight(bar.kg, unit)}".strip() for bar in gym.bars(held)]
    stack = [weight(kg, unit) for kg in (held.stack_step_kg, *held.stack_add_ons_kg)]
    dumbbells = [weight(kg, unit) for kg in held.dumbbells_kg]
    listed = ", ".join(dumbbells)
    return Texts(
        ", ".join(bars),
        plates_text(held.plates_kg, unit),
        (tr(_ONLY).format(weight=listed) if len(dumbbells) == 1 else listed)
        or tr(_EVERY).format(weight=weight(held.dumbbell_step_kg, unit)),
        tr(_EVERY).format(weight=" + ".join(stack)),
    )


def read(entered: Texts, unit: Unit, kept: Inventory) -> Inventory:
    """Read what a gym can load; what was not touched keeps its last digit. Raises Unclear."""
    made, shown = kept, texts(kept, unit)
    readers: tuple[Callable[[str, Unit, Inventory], Inventory], ...] = (
        _with_bars, _with_plates, _with_dumbbells, _with_stacks,
    )  # fmt: skip
    for text, before, reader in zip(entered, shown, readers, strict=True):
        if text != before:
            made = reader(text.strip(), unit, made)
    return made


def weight(kg: float, unit: Unit) -> str:
    """Write a weight in the unit it was made in, which is named when it is not the usual one."""
    own = gym.unit_of(kg, unit)
    shown = wording.mass(kg, own, _DECIMALS)
    return shown if own is unit else f"{shown} {own}"


def plates(text: str, unit: Unit) -> Pairs | None:
    """Read pairs of plates, in kg, heaviest first; None when some of it is not understood."""
    if not _BETWEEN.fullmatch(_PAIR.sub("", text)):
        return None
    made = [(_kg(load, named, unit), int(pairs)) for load, named, pairs in _PAIR.findall(text)]
    if any(pairs > MOST_PAIRS for _, pairs in made):
        return None
    return tuple(sorted([(kg, pairs) for kg, pairs in made if kg and pairs], reverse=True))


def plates_text(pairs: Pairs, unit: Unit) -> str:
    """Write pairs of plates so that `plates` reads them back."""
    return ", ".join(f"{weight(kg, unit)} ×{count}" for kg, count in pairs)


def _with_bars(text: str, unit: Unit, held: Inventory) -> Inventory:
    found = [_BAR.fullmatch(part) for part in _parts(text)]
    made = [(match[1].strip(), _kg(match[2], match[3], unit)) for match in found if match]
    if not made or None in found:
        raise Unclear("bars", tr("Write bars as 20, or with a name: 20, EZ bar 10"))
    (name, kg), *further = made
    return replace(held, bar_name=name, bar_kg=kg, bars=tuple(further))


def _with_plates(text: str, unit: Unit, held: Inventory) -> Inventory:
    made = plates(text, unit)
    if made is None:
        raise Unclear("plates", tr("Write plates as weight × pairs: 20 ×2, 10 ×1"))
    return replace(held, plates_kg=made)


def _with_dumbbells(text: str, unit: Unit, held: Inventory) -> Inventory:
    problem = tr("Write 'every 2', or those there are: 5, 7.5, 10 or 4–20 by 2")
    only = _bare(text, _ONLY)
    made = [_several(part, unit) for part in _parts(only or _bare(text, _EVERY) or text)]
    if not made or None in made:
        raise Unclear("dumbbells", problem)
    there = sorted({kg for each in made for kg in each or ()})
    if not there or there[0] <= 0 or len(there) > MOST_DUMBBELLS:
        raise Unclear("dumbbells", problem)
    if len(there) == 1 and not only:
        return replace(held, dumbbells_kg=(), dumbbell_step_kg=there[0])
    return replace(held, dumbbells_kg=tuple(there))


def _with_stacks(text: str, unit: Unit, held: Inventory) -> Inventory:
    found = [_ONE.fullmatch(part.strip()) for part in (_bare(text, _EVERY) or text).split("+")]
    made = [_kg(match[1], match[2], unit) for match in found if match]
    if None in found or min(made) <= 0 or len(made) > 1 + MOST_ADD_ONS:
        problem = tr("Write 'every 5', with small weights to put on top: every 5 + 2.5")
        raise Unclear("stacks", problem)
    return replace(held, stack_step_kg=made[0], stack_add_ons_kg=tuple(sorted(made[1:])))


def _bare(text: str, words: str) -> str:
    """Return the weights that stand in words, said in English or the language in use; else ''."""
    for said in (tr(words), words):
        before, _, after = said.partition("{weight}")
        if text.startswith(before.strip()) and text.endswith(after.strip()):
            return text.removeprefix(before.strip()).removesuffix(after.strip()).strip()
    return ""


def _several(part: str, unit: Unit) -> list[float] | None:
    """Read '12.5' or '4–20 by 2', in kg; None when it is neither."""
    part = part.strip()
    if match := _ONE.fullmatch(part):
        return [_kg(match[1], match[2], unit)]
    span = _RANGE.fullmatch(part)
    if span is None:
        return None
    named = span[2] or span[4] or span[6]
    first, last, step = (_kg(span[place], named, unit) for place in (1, 3, 5))
    if step <= 0 or not 0 <= last - first <= MOST_DUMBBELLS * step:
        return None
    return [first + place * step for place in range(int((last - first) / step + 1e-6) + 1)]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _kg(digits: str, named: str, unit: Unit) -> float:
    return typed.load_kg(digits, Unit(named.lower()) if named else unit) or 0.0
