"""Which side a box of a sheet is for, and what is typed into it for another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.coach.entry import SetRow
from planner.coach.sheet_box_words import SIDES
from planner.engine.terms import N_, LoggedSet, Side
from planner.language import tr

TAKEN = N_("Both boxes of this set are filled: type them without /each, /left or /right.")


def of_box(made: LoggedSet, text: str, row: SetRow) -> LoggedSet:
    """Return a set read from a box with the side that the box is for, unless another is said."""
    said = "/" in text or "each" in text
    boxed = row.side in SIDES and made.side is Side.EACH and not said
    return replace(made, side=row.side) if boxed else made


def number(made: LoggedSet, row: SetRow) -> int:
    """Return the number of the box in which a set stands: the one of its side, beside the row's own
    where that is for the other; what each side did stands in the left one."""
    if row.side not in SIDES:
        return row.number
    own = SIDES.index(Side.RIGHT if made.side is Side.RIGHT else Side.LEFT)
    return row.number + own - SIDES.index(row.side)


def taken(
    sets: Sequence[LoggedSet], place: int, texts: Sequence[str], rows: Sequence[SetRow]
) -> str:
    """Return what is wrong with sets whose box is the one beside, where that is filled; or ''.

    `sets` are those of the box at a place of the row.
    """
    row = rows[place]
    beside = {number(made, row) - row.number for made in sets} - {0}
    return tr(TAKEN) if any(texts[place + step].strip() for step in beside) else ""
