"""Read what people type: numbers with comma or point, and plates as '25 ×8, 20 ×2'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.coach import wording
from planner.engine.terms import KG_PER_LB, Unit

Plates = tuple[tuple[float, int], ...]
_PLATE = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+)", re.IGNORECASE)
MOST_PAIRS = 40  # of one plate; no bar takes more
_BETWEEN = re.compile(r"[\s,;]*")


def number(text: str) -> float | None:
    """Read '82,5' or '82.5'; None for anything else, and for less than nothing."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < 10_000 else None


def load_kg(text: str, unit: Unit) -> float | None:
    """Read a load typed in a unit, in kg; None when it is no number."""
    value = number(text)
    if value is None:
        return None
    return value if unit is Unit.KG else value * KG_PER_LB


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
