"""How the width of a session's table is shared among its columns, and how large its boxes are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from planner.coach.sheet import NOTHING, SheetLine, SheetSession
from planner.language import tr
from planner.ui.sheet_marks import BOX_GAP_MM, BOX_HEIGHT_MM, BOX_WIDTH_MM, Style, advance

INDENT_MM = 1.6
NAME_MOST_MM = 52.0
SPACINGS_MM = ((2.6, 26.0), (2.1, 24.0), (1.8, 21.0))  # (between columns, least for a name)
WORD_MOST_MM = 30.0  # longer words of a name are broken
CELL_MOST_MM = 17.0  # wider cells wrap
DONE_BOXES = 4  # the room of so many is left to the words that tell what was done
SPANNED = ("load", "rir")  # columns that belong to the sets of what has neither
CELLS = ("sets", "load", "rir", "rest")


@dataclass(frozen=True, slots=True)
class BoxSize:
    """How large boxes are in millimetres: none narrower than `least`, none wider than `widest`.

    Where most boxes are narrow, those of an exercise with few sets may be `roomy`.
    """

    least: float
    roomy: float
    widest: float
    height: float = BOX_HEIGHT_MM


# '102.5 × 10' by hand wants 16 mm; roomy to tight
OVERVIEW_BOXES = tuple(BoxSize(least, 16.0, 20.0) for least in (16.0, 13.0, BOX_WIDTH_MM))
SINGLE_BOXES = (
    BoxSize(22.0, 26.0, 30.0, 11.0),
    BoxSize(16.0, 22.0, 26.0, 9.0),
    *OVERVIEW_BOXES,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of every table of one lifter stand, in millimetres.

    `cells` holds (name of the SheetLine's field, x, width); `boxes` is how many of `box_width`
    fit side by side; `done` is the heading above them.
    """

    width: float
    name_width: float
    cells: tuple[tuple[str, float, float], ...]
    boxes_x: float
    boxes: int
    box_width: float
    size: BoxSize
    done: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What the texts of all sessions of a lifter ask of the columns, in millimetres."""

    rows: tuple[SheetLine, ...]
    cells: tuple[tuple[str, float], ...]
    word: float
    name: float


def needs(sessions: Sequence[SheetSession]) -> Needs:
    """Measure the lines of some sessions, once for every way to lay them out."""
    rows = tuple(line for session in sessions for line in session.lines)
    names = list(map(name_of, rows))
    words = {word for name in names for word in name.split()}
    return Needs(
        rows,
        tuple(_cell_widths(rows).items()),
        min(WORD_MOST_MM, _widest(words) + 0.1),
        _widest(names) + 0.1,
    )


def _is_used(field: str, rows: Sequence[SheetLine]) -> bool:
    """Tell whether a column has anything: loads and reserves may be none's."""
    return field not in SPANNED or any(getattr(line, field) != NOTHING for line in rows)


def columns(asked: Needs, width: float, size: BoxSize, done: str) -> Columns:
    """Share the width of a table among its columns, alike for all sessions of a lifter.

    The columns move closer when that saves rows of boxes.
    """
    drafts = [_columns(asked, width, size, done, *spacing) for spacing in SPACINGS_MM]
    return min(drafts, key=lambda made: sum(box_rows(line, made) for line in asked.rows))


def _columns(
    asked: Needs,
    width: float,
    size: BoxSize,
    done: str,
    gap: float,
    name_least: float,
) -> Columns:
    most = max((line.boxes or DONE_BOXES * bool(line.done) for line in asked.rows), default=1)
    taken = INDENT_MM + sum(cell + gap for _, cell in asked.cells) + gap
    room = width - taken + BOX_GAP_MM
    name_least = max(name_least, asked.word)
    boxes = max(1, min(most, int((room - name_least) / (size.least + BOX_GAP_MM))))
    name = min(NAME_MOST_MM, max(name_least, asked.name))  # in one line, where it can be
    name = min(name, room - boxes * (size.least + BOX_GAP_MM))
    x = INDENT_MM + name + gap
    cells = []
    for field, cell in asked.cells:
        cells.append((field, x, cell))
        x += cell + gap
    box = box_width(width - x, boxes, size.widest)
    return Columns(width, name, tuple(cells), x, boxes, box, size, done)


def _widest(words: Iterable[str]) -> float:
    return max((advance(each, Style.BODY) for each in words), default=0.0)


def name_of(line: SheetLine) -> str:
    """Return the exercise, after its place in what is done in turn."""
    return f"{line.superset}  {line.exercise}" if line.superset else line.exercise


def box_width(room: float, boxes: int, most: float) -> float:
    """Return how wide boxes may be that share some room."""
    return min(most, (room + BOX_GAP_MM) / boxes - BOX_GAP_MM)


def box_rows(line: SheetLine, at: Columns) -> int:
    """Return how many rows the boxes of an exercise take; those of a set stay side by side."""
    return ceil(line.boxes / (at.boxes - at.boxes % boxes_together(line, at)))


def boxes_together(line: SheetLine, at: Columns) -> int:
    """Return how many boxes of an exercise stay side by side: those of a set, where they fit."""
    a_set = len(set(line.box_words))
    return a_set if 1 < a_set <= at.boxes else 1


def cell_style(field: str) -> Style:
    """Return how the text of a column looks."""
    return Style.STRONG if field == "load" else Style.BODY


def caption(field: str) -> str:
    """Return the heading of a column."""
    return {
        "sets": tr("Sets"),
        "load": tr("Load"),
        "rir": tr("RIR"),
        "rest": tr("Rest"),
    }[field]


def _cell_widths(rows: Sequence[SheetLine]) -> dict[str, float]:
    """Return the width of each column that is used; sets of what has neither load nor reserve
    fit into their own column and those two."""
    made = {field: _cell_width(field, rows) for field in CELLS if _is_used(field, rows)}
    gap = min(between for between, _ in SPACINGS_MM)
    beside = sum(made[field] + gap for field in SPANNED if field in made)
    alone = _widest_cell("sets", (line for line in rows if line.loadless))
    return {**made, "sets": max(made["sets"], alone - beside)}


def _cell_width(field: str, rows: Sequence[SheetLine]) -> float:
    told = (line for line in rows if field not in ("sets", *SPANNED) or not line.loadless)
    return max(advance(caption(field), Style.CAPTION) + 0.1, _widest_cell(field, told))


def _widest_cell(field: str, rows: Iterable[SheetLine]) -> float:
    """Return what the widest text of a column asks for; what is wider wraps."""
    texts = (part for line in rows for part in getattr(line, field).split("\n"))
    shown = max((advance(text, cell_style(field)) for text in texts), default=0.0)
    return min(CELL_MOST_MM, shown) + 0.1
