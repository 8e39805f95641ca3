"""Lay a lifter's week out on pages: all sessions in columns, or one session a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TypeAlias

from planner.coach.print_choice import Layout
from planner.coach.sheet import Sheet
from planner.ui.sheet_columns import (
    OVERVIEW_BOXES,
    SINGLE_BOXES,
    BoxSize,
    Columns,
    columns,
    needs,
)
from planner.ui.sheet_frame import MARGIN_MM, Frame, Paper, frame
from planner.ui.sheet_marks import Block, Group, Mark, Page, moved
from planner.ui.sheet_notes import key, lines_to_write_on, notes
from planner.ui.sheet_table import parts

GUTTER_MM = 7.0  # between two columns of sessions
BETWEEN_MM = 6.0  # between two rows of sessions
COLUMN_LEAST_MM = 115.0  # a narrower page has one column

Body: TypeAlias = list[Mark | Group]  # what stands between header and footer of a page
Rows: TypeAlias = list[list[Block]]  # sessions side by side


@dataclass(frozen=True, slots=True)
class Density:
    """How close things stand; of all that need the fewest pages the roomiest is taken.

    `boxes` and `paddings` run from roomy to tight, boxes foremost; `side_by_side` sessions share
    a row; `lines` asks for lines to write on where room is left.
    """

    boxes: Sequence[BoxSize]
    paddings: Sequence[float]
    side_by_side: int
    lines: bool = False


PADDINGS_MM = (4.6, 2.8, 1.6, 0.5)
SINGLE = Density(SINGLE_BOXES, (7.0, *PADDINGS_MM), 1, lines=True)


def pages(sheet: Sheet, paper: Paper, layout: Layout = Layout.OVERVIEW) -> list[Page]:
    """Lay out a sheet in as few pages as its rows allow; every page carries header and footer."""
    around = frame(sheet, paper)
    if layout is Layout.SINGLE and sheet.sessions:
        bodies = [body for one in _singly(sheet) for body in _roomiest(one, around, SINGLE)]
    else:
        bodies = _roomiest(sheet, around, _overview(paper))
    return [around.page(body, number, len(bodies)) for number, body in enumerate(bodies, start=1)]


def _overview(paper: Paper) -> Density:
    side_by_side = max(1, int((paper.inner_width + GUTTER_MM) / (COLUMN_LEAST_MM + GUTTER_MM)))
    return Density(OVERVIEW_BOXES, PADDINGS_MM, side_by_side)


def _singly(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a sheet a session; what is done needs no page while there is more to do."""
    ahead = [session for session in sheet.sessions if not session.done]
    for session in ahead or sheet.sessions:
        yield replace(sheet, sessions=(session,))


def _roomiest(sheet: Sheet, around: Frame, density: Density) -> list[Body]:
    rows = cache(partial(_rows, sheet, around, density))
    asked, width = needs(sheet.sessions), _width(around, density)
    tables = [columns(asked, width, size, sheet.done) for size in density.boxes]
    tightest = density.paddings[-1]

    def draft(at: Columns, padding: float, most: int | None = None) -> list[Body]:
        return _bodies(sheet, around, density, partial(rows, at, padding), at, most)

    first = draft(tables[0], density.paddings[0], 1)
    if len(first) == 1:
        return first
    made = draft(tables[-1], tightest)
    fewest = len(made)
    fitting = (each for each in tables if len(draft(each, tightest, fewest)) <= fewest)
    at = next(fitting, tables[-1])
    tight = bisect_left(
        density.paddings, True, key=lambda padding: len(draft(at, padding, fewest)) <= fewest
    )
    found = draft(at, density.paddings[min(tight, len(density.paddings) - 1)])
    return found if len(found) <= fewest else made


def _width(around: Frame, density: Density) -> float:
    count = density.side_by_side
    return (around.width - (count - 1) * GUTTER_MM) / count


def _bodies(
    sheet: Sheet,
    around: Frame,
    density: Density,
    rows_over: Callable[[float], Rows],
    at: Columns,
    most: int | None = None,
) -> list[Body]:
    """Return what stands between header and footer, with the key on every page of sessions.

    `rows_over` are the sessions in rows, for pages that keep some room at the foot. When even
    without the keys there are more than `most` pages, they are not drawn up further.
    """
    made, filled = _placed(rows_over(0.0), at, around.top, around.bottom)
    made = _with_notes(sheet, around, density, made, filled)
    if len(made) == 1 or (most is not None and len(made) > most):
        return made
    foot = key(sheet, around.width)
    made, filled = _placed(rows_over(foot.height), at, around.top, around.bottom - foot.height)
    tables = list(made)
    made = _with_notes(sheet, around, density, made, filled)
    for body in tables:
        if body is not made[-1]:  # that page ends with the notes, where the key stands, too
            body += moved(foot.marks, MARGIN_MM, around.bottom - foot.height)
    return made


def _rows(
    sheet: Sheet, around: Frame, density: Density, at: Columns, padding: float, kept: float
) -> Rows:
    """Return the sessions in rows, none higher than a page that keeps some room at its foot."""
    room, count = around.room - kept, density.side_by_side
    blocks = [part for session in sheet.sessions for part in parts(session, at, padding, room)]
    return [blocks[i : i + count] for i in range(0, len(blocks), count)]


def _placed(
    rows: Sequence[Sequence[Block]], at: Columns, top: float, bottom: float
) -> tuple[list[Body], float]:
    """Put rows of sessions on pages; return them and how far down the last one is filled."""
    made: list[Body] = [[]]
    y = top
    for row in rows:
        height = max(block.height for block in row)
        if made[-1] and y + height > bottom:
            made.append([])
            y = top
        for place, block in enumerate(row):
            made[-1] += moved(block.marks, MARGIN_MM + place * (at.width + GUTTER_MM), y)
        y += height + BETWEEN_MM
    return made, y - BETWEEN_MM if rows else top


def _with_notes(
    sheet: Sheet, around: Frame, density: Density, made: list[Body], filled: float
) -> list[Body]:
    """Put the notes at the foot of the last page, or on pages of their own when it is full."""
    blocks = notes(sheet, around.width)
    y = around.bottom - sum(block.height for block in blocks)
    if y < filled + BETWEEN_MM / 2:
        made.append([])
        y = around.top
    elif density.lines:
        free = y - filled - BETWEEN_MM
        made[-1] += moved(lines_to_write_on(around.width, free), MARGIN_MM, filled + BETWEEN_MM)
    for block in blocks:
        if y + block.height > around.bottom + 0.01:
            made.append([])
            y = around.top
        made[-1] += moved(block.marks, MARGIN_MM, y)
        y += block.height
    return made
