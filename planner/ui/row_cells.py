"""The cells of a row of a set: which one is first, which has the keyboard, what stands in them."""

from __future__ import annotations

from collections.abc import Mapping

from planner.engine.terms import SetKind
from planner.ui.entry_cell import EntryCell
from planner.ui.set_columns import Field

Cells = Mapping[Field, EntryCell]


def first(cells: Cells, kind: SetKind) -> EntryCell:
    """Return the first cell without a text, else the first; of a drop set what is not known."""
    empty = [cell for cell in cells.values() if not cell.text()]
    if kind is SetKind.DROP:
        empty = [cell for cell in empty if not cell.placeholderText()] or empty
    return next(iter(empty), next(iter(cells.values())))


def in_focus(cells: Cells) -> Field:
    """Return the field of the cell that has the keyboard, else of the first."""
    held = (field for field, cell in cells.items() if cell.hasFocus())
    return next(held, next(iter(cells)))


def texts(cells: Cells) -> dict[Field, str]:
    """Return what stands in each cell."""
    return {field: cell.text().strip() for field, cell in cells.items()}
