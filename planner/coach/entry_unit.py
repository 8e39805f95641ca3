"""Name the unit in what was typed for a reader of one unit, before it is read in another."""

from __future__ import annotations

import re

from planner.coach.entry import NEXT_SET, counted
from planner.coach.shorthand import bare_load, plain
from planner.engine.terms import Exercise, Unit

_PARTS = re.compile(f"({NEXT_SET.pattern})")


def with_unit(text: str, unit: Unit, exercise: Exercise) -> str:
    """Return an entry, whole or half-typed, with the unit behind each load that names none:
    `100x8, 95x6` is `100kgx8, 95kgx6`. What is no load stays."""
    parts = _PARTS.split(plain(text))
    return "".join(_named(part, unit, exercise) for part in parts)


def _named(part: str, unit: Unit, exercise: Exercise) -> str:
    found = bare_load(part)
    if found is None:
        return part
    written, end = found
    load = counted(written, exercise).load  # of 3x12, the three may be sets
    return part if load in (None, "bw") else f"{part[:end]}{unit}{part[end:]}"
