"""Which boxes an exercise has on paper, and what of the log stands in each."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach.entry import SetRow, sided
from planner.coach.sheet_boxes import SIDES
from planner.coach.sheet_slots import Part
from planner.engine.ladder import of_side
from planner.engine.terms import Exercise, LoggedSet, PlannedSet, SetKind, Side

FREE_BOXES = 3  # of an exercise for which no sets were planned


def rows(part: Part, last: Sequence[LoggedSet], exercise: Exercise) -> list[SetRow]:
    """Return a row for each box on paper; what was logged beyond them has boxes of its own.

    What is scored side by side has two boxes a set, left and right. What another exercise took
    over has none but those of the log.
    """
    planned, slot = part.planned, part.slot
    targets = [s for s in planned.sets if s.kind is not SetKind.WARMUP] if planned else []
    logged = [s for s in slot.sets if s.kind is not SetKind.WARMUP] if slot else []
    sides = SIDES if sided(exercise) else (Side.BOTH,)
    count = (len(targets) or (FREE_BOXES if planned else 0)) * len(sides)
    done = in_boxes(logged, count, len(sides))
    most = max(0 if part.taken_over else count, max(done, default=-1) + 1)
    most += -most % len(sides)
    return [_row(place, targets, last, done.get(place), sides) for place in range(most)]


def _row(
    place: int,
    targets: Sequence[PlannedSet],
    last: Sequence[LoggedSet],
    logged: LoggedSet | None,
    sides: Sequence[Side],
) -> SetRow:
    number, side = place // len(sides), sides[place % len(sides)]
    before = [entry for entry in last if side is Side.BOTH or of_side(entry, side)]
    return SetRow(
        place + 1,
        targets[number] if number < len(targets) else None,
        before[min(number, len(before) - 1)] if before else None,
        logged,
        None,
        side,
    )


def in_boxes(logged: Sequence[LoggedSet], count: int, sides: int = 1) -> dict[int, LoggedSet]:
    """Return what was logged by the box it stands in: the one it was typed in, else the next.

    With two boxes a set, the first is the left one's, which also has what each side did.
    """
    done: dict[int, LoggedSet] = {}
    for entry in logged:
        own = sides - 1 if entry.side is Side.RIGHT else 0
        mine = [box for box in done if box % sides == own]
        free = max(mine) + sides if mine else own
        box = entry.source_line - 1 if entry.source_line else free
        fits = free <= box < count and box % sides == own
        done[box if fits else free] = entry
    return done
