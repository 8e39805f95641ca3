"""Put texts that are not stored yet into the boxes they were typed for, wherever those are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.coach import sheet_keys
from planner.coach.sheet_box_words import SIDES
from planner.coach.sheet_grid import Box, Edits, Line, SheetGrid
from planner.coach.sheet_keys import BoxKey
from planner.engine.terms import UNREAD


def placed(grid: SheetGrid, edits: Edits) -> tuple[SheetGrid, dict[str, str]]:
    """Return a sheet with room for all that was typed, and the texts by its own keys.

    What was typed over a stored set stays with that set, what was typed into an empty box never
    covers one: where the log has filled the box since, the next empty one has the text.
    """
    lines = {line.key: line for session in grid.sessions for line in session.lines if line.boxes}
    typed: dict[str, dict[BoxKey, str]] = {}
    made: dict[str, str] = {}
    for key, text in edits.items():
        known = sheet_keys.parts(key)
        if known is None or known.line not in lines:
            made[key] = text
        else:
            typed.setdefault(known.line, {})[known] = text
    lines |= {key: _line(lines[key], texts, made) for key, texts in typed.items()}
    sessions = (
        replace(each, lines=tuple(lines.get(line.key, line) for line in each.lines))
        for each in grid.sessions
    )
    return replace(grid, sessions=tuple(sessions)), made


def _line(line: Line, texts: Mapping[BoxKey, str], made: dict[str, str]) -> Line:
    """Note what stands in the boxes of a line; return it with boxes for what had no room."""
    homeless: list[tuple[int, str]] = []
    for key, text in texts.items():
        own = _own(line, key)
        if own is None:
            homeless.append((key.place, text))
        elif not key.unread or own.row.logged is None or UNREAD in own.row.logged.flags:
            made[own.key] = text  # else it was answered in the log
    for place, text in homeless:
        stands = line.boxes[place].text if place < len(line.boxes) else ""
        if text and text != stands:
            line, free = _free(line, place, made)
            made[free.key] = text
    return line


def _own(line: Line, key: BoxKey) -> Box | None:
    """Return the box with the set that a text was typed over, or the empty one it was typed in."""
    for place, box in enumerate(line.boxes):
        logged = box.row.logged
        if key.uid and logged is not None and logged.uid == key.uid:
            return box
        if not key.uid and logged is None and place == key.place:
            return box
    return None


def _free(line: Line, place: int, made: Mapping[str, str]) -> tuple[Line, Box]:
    """Return an empty box from a place on, of the same side, in a line that may grow for it."""
    sides = len(SIDES) if line.boxes[0].row.side in SIDES else 1
    free = (b for b in line.boxes[place::sides] if b.row.logged is None and b.key not in made)
    if (found := next(free, None)) is not None:
        return line, found
    more = _with_more(line, sides)
    return more, more.boxes[len(line.boxes) + place % sides]


def _with_more(line: Line, sides: int) -> Line:
    """Return a line with an empty box more, for each side."""
    count = len(line.boxes)
    more = (
        Box(
            sheet_keys.of_box(line.key, place, None),
            replace(box.row, number=place + 1, target=None, logged=None),
            "",
        )
        for place, box in enumerate(line.boxes[-sides:], count)
    )
    return replace(line, boxes=(*line.boxes, *more))
