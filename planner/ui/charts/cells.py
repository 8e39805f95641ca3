"""How the tables behind the plots write what a cell holds; nothing for an empty one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.coach import wording
from planner.ui import dates
from planner.ui.table_model import Cell


def day_text(cell: Cell) -> str:
    """Write a day with its year."""
    return dates.short(cell, date.min) if isinstance(cell, date) else ""


def number(cell: Cell) -> str:
    """Write a number with one decimal at most, and the reader's decimal sign."""
    return _number(cell, 1)


def with_zeros(decimals: int) -> Callable[[Cell], str]:
    """Return what writes numbers with all their decimals, so that a column is even."""

    def text(cell: Cell) -> str:
        return wording.with_zeros(cell, decimals) if isinstance(cell, int | float) else ""

    return text


def hundredths(cell: Cell) -> str:
    """Write a number with two decimals at most."""
    return _number(cell, 2)


def _number(cell: Cell, decimals: int) -> str:
    return wording.number(cell, decimals) if isinstance(cell, int | float) else ""
