"""Columns by name, with the unit that some headers carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from planner.formats.cells import metres_per
from planner.formats.units import unit_named

_WITH_UNIT = re.compile(r"(.+?) ?\((.+)\)")


class Column(NamedTuple):
    """Where a column is, and the unit in its heading or ''."""

    at: int
    unit: str = ""


class Columns:
    """A header; a column that is missing reads as the blank cell after the last one."""

    def __init__(self, header: Sequence[str]) -> None:
        self.width = len(header)
        self.by_name: dict[str, Column] = {}
        for index, cell in enumerate(header):
            name, unit = _named(cell.casefold())
            self.by_name.setdefault(name, Column(index, unit))

    def has(self, *names: str) -> bool:
        """Tell whether all of the columns are there."""
        return all(name in self.by_name for name in names)

    def index(self, *names: str) -> int:
        """Return the index of the first of the columns that is there."""
        return next((self.by_name[n].at for n in names if n in self.by_name), self.width)

    def unit(self, name: str) -> str:
        """Return the unit in a column's heading, or ''."""
        return self.by_name[name].unit if name in self.by_name else ""


def _named(cell: str) -> tuple[str, str]:
    """Read `Weight (kg)` as weight in kg; `lb` alone is the weight and `mi` the distance."""
    if found := _WITH_UNIT.fullmatch(cell):
        return found[1], found[2]
    if unit_named(cell) is not None:
        return "weight", cell
    if metres_per(cell) is not None:
        return "distance", cell
    return cell, ""
