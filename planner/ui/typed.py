"""Read what people type: numbers with comma or point, and plates as '25 ×8, 20 ×2'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QCoreApplication

from planner.coach import bodyweight, wording
from planner.coach.entry import parse_number
from planner.engine.terms import KG_PER_LB, Unit

Plates = tuple[tuple[float, int], ...]
_PLATE = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+)", re.IGNORECASE)
MOST_PAIRS = 40  # of one plate; no bar takes more
_BETWEEN = re.compile(r"[\s,;]*")


def number(text: str) -> float | None:
    """Read '82,5' or '82.5'; None for anything else, and for less than nothing."""
    value = parse_number(text)
    return value if value is not None and 0 <= value < 10_000 else None


def load_kg(text: str, unit: Unit) -> float | None:
    """Read a load typed in a unit, in kg; None when it is no number."""
    value = number(text)
    if value is None:
        return None
    return value if unit is Unit.KG else value * KG_PER_LB


def bodyweight_kg(text: str, unit: Unit) -> float | None:
    """Read a bodyweight typed in a unit, in kg; None when nobody weighs so."""
    return bodyweight.read(text, unit)


def bodyweight_problem(unit: Unit) -> str:
    """Say what a bodyweight must be; the whole numbers named are ones that can be."""
    in_kg = 1.0 if unit is Unit.KG else KG_PER_LB
    least, most = ceil(bodyweight.LEAST_KG / in_kg), floor(bodyweight.MOST_KG / in_kg)
    text = QCoreApplication.translate("Typed", "Bodyweight is a number from {0} to {1} {2}.")
    return text.format(least, most, unit)


def plates(text: str, unit: Unit) -> Plates | None:
    """Read pairs of plates, in kg, heaviest first; None when some of it is not understood."""
    if not _BETWEEN.fullmatch(_PLATE.sub("", text)):
        return None
    made = [(load_kg(load, unit), int(pairs)) for load, pairs in _PLATE.findall(text)]
    known = [(load, pairs) for load, pairs in made if load and pairs]
    if any(pairs > MOST_PAIRS for _, pairs in known):
        return None
    return tuple(sorted(known, reverse=True))


def plates_text(pairs: Sequence[tuple[float, int]], unit: Unit) -> str:
    """Write pairs of plates so that `plates` reads them back."""
    return ", ".join(f"{wording.mass(load, unit)} ×{count}" for load, count in pairs)
