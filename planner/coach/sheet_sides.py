"""Which side a box of a sheet is for, and what is typed into it for another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from planner.coach.entry import SetRow
from planner.coach.sheet_box_words import SIDES
from planner.engine.terms import N_, LoggedSet, Side
from planner.language import tr

TAKEN = N_("Both boxes of this set are filled: type them without /each, /left or /right.")
MORE = N_("The box of the next set is filled: type one set in each box.")


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


def problems(
    read: Sequence[Sequence[LoggedSet]], texts: Sequence[str], rows: Sequence[SetRow]
) -> list[str]:
    """Return what is wrong with the boxes of a row whose sets belong into others that are filled,
    or ''. What both sides did in a left box leaves nothing for the right one."""
    claims = [
        [_places(made, place + 2 * more, rows[place]) for more, made in enumerate(sets)]
        for place, sets in enumerate(read)
    ]
    fills = Counter(place for place, text in enumerate(texts) if text.strip())
    for place, made in enumerate(claims):
        fills.update(each for claim in made for each in claim - {place})
    crowded = {place for place, times in fills.items() if times > 1}
    said = [_problem(made, place, crowded) for place, made in enumerate(claims)]
    for place, made in enumerate(claims):
        if said[place] and made[0] == {place, place + 1} and texts[place + 1 :]:
            said[place + 1] = said[place + 1] or said[place]
    return said


def _problem(claims: Sequence[set[int]], place: int, crowded: set[int]) -> str:
    first, *others = ((claim - {place}) & crowded for claim in claims or [set()])
    return tr(TAKEN) if first else tr(MORE) if any(others) else ""


def _places(made: LoggedSet, place: int, row: SetRow) -> set[int]:
    """Return the places of the boxes that a set fills when it is typed into the one at a place."""
    if row.side not in SIDES:
        return set()
    left = place - SIDES.index(row.side)
    if made.side in SIDES:
        return {left + SIDES.index(made.side)}
    return {left, left + 1}
