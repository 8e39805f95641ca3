"""A session on paper: its title, its table, and the boxes to fill in by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication

from planner.coach.printing import SheetLine, SheetSession
from planner.ui.sheet_marks import (
    BOX_GAP_MM,
    BOX_HEIGHT_MM,
    Block,
    Box,
    Mark,
    Rule,
    Style,
    advance,
    lines,
    moved,
    paragraph,
    stacked,
)

GAP_MM = 2.6  # beside a session's title
INDENT_MM = 1.0
NAME_MOST_MM = 52.0
SPACINGS_MM = ((2.6, 26.0), (2.1, 24.0), (1.8, 21.0))  # (between columns, least for a name)
WORD_MOST_MM = 30.0  # longer words of a name are broken
CELL_MOST_MM = 17.0  # wider cells wrap
CELLS = ("sets", "load", "rir", "rest")
NOTE_LINES = 6  # a longer note may break over pages
ROOMY_BOX_MM, WIDEST_BOX_MM = 16.0, 20.0  # '102.5 × 10' by hand wants 16; more is only white


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of every table of one lifter stand, in millimetres.

    `cells` holds (name of the SheetLine's field, x, width); `boxes` is how many of `box_width`
    fit side by side.
    """

    width: float
    name_width: float
    cells: tuple[tuple[str, float, float], ...]
    boxes_x: float
    boxes: int
    box_width: float


def columns(sessions: Sequence[SheetSession], width: float, box_least: float) -> Columns:
    """Share the width of a table among its columns, alike for all sessions of a lifter.

    No box is narrower than `box_least`. The columns move closer when that saves rows of boxes.
    """
    rows = [line for session in sessions for line in session.lines]
    drafts = [_columns(rows, width, box_least, *spacing) for spacing in SPACINGS_MM]
    return min(drafts, key=lambda made: sum(_box_rows(line, made) for line in rows))


def _columns(
    rows: Sequence[SheetLine], width: float, box_least: float, gap: float, name_least: float
) -> Columns:
    widths = [(field, _cell_width(field, rows)) for field in CELLS]
    most = max((line.boxes for line in rows), default=1)
    taken = INDENT_MM + sum(cell + gap for _, cell in widths) + gap
    room = width - taken + BOX_GAP_MM
    name_least = max(name_least, _word_width(rows))
    boxes = max(1, min(most, int((room - name_least) / (box_least + BOX_GAP_MM))))
    name = min(_name_width(rows, name_least), room - boxes * (box_least + BOX_GAP_MM))
    x = INDENT_MM + name + gap
    cells = []
    for field, cell in widths:
        cells.append((field, x, cell))
        x += cell + gap
    return Columns(width, name, tuple(cells), x, boxes, _box_width(width - x, boxes, WIDEST_BOX_MM))


def _word_width(rows: Sequence[SheetLine]) -> float:
    words = {word for line in rows for word in _exercise(line).split()}
    longest = max((advance(word, Style.BODY) for word in words), default=0.0)
    return min(WORD_MOST_MM, longest + 0.1)


def _name_width(rows: Sequence[SheetLine], least: float) -> float:
    """Return what the longest name needs in one line, between the least and the most."""
    needed = max((advance(_exercise(line), Style.BODY) for line in rows), default=least)
    return min(NAME_MOST_MM, max(least, needed + 0.1))


def _box_width(room: float, boxes: int, most: float) -> float:
    return min(most, (room + BOX_GAP_MM) / boxes - BOX_GAP_MM)


def _box_rows(line: SheetLine, at: Columns) -> int:
    return ceil(line.boxes / at.boxes)


def caption(field: str) -> str:
    """Return the heading of a column."""
    return {
        "sets": _tr("Sets"),
        "load": _tr("Load"),
        "rir": _tr("RIR"),
        "rest": _tr("Rest"),
    }[field]


def parts(session: SheetSession, at: Columns, padding: float, room: float) -> list[Block]:
    """Return a session as one block, or as several no higher than `room` when it is longer."""
    head = _head(at)
    rows = [block for line in session.lines for block in _row(line, at, padding)]
    whole = [*_opening(session, at), head, *rows]
    if sum(block.height for block in whole) <= room:
        return [stacked(whole)]
    again = [_title(_tr("{title} (continued)").format(title=session.title), at), head]
    return _split(whole, again, whole.index(head), room)


def _split(whole: list[Block], again: list[Block], head: int, room: float) -> list[Block]:
    made: list[list[Block]] = [[]]
    for index, block in enumerate(whole):
        if made[-1] and sum(b.height for b in made[-1]) + block.height > room:
            made.append(again[:1] if index <= head else list(again))
        made[-1].append(block)
    return [stacked(part) for part in made]


def _title(words: str, at: Columns) -> Block:
    return paragraph(words, Style.SESSION, at.width)


def _opening(session: SheetSession, at: Columns) -> list[Block]:
    """Return the title, the warm-up beside it when it fits and below it otherwise, the note."""
    title = _title(session.title, at)
    note = lines(session.note, Style.SMALL, at.width)
    x = advance(session.title, Style.SESSION) + GAP_MM
    warm_up = _tr("Warm-up: {sets}").format(sets=session.warm_up) if session.warm_up else ""
    if not title.marks or x + advance(warm_up, Style.SMALL) > at.width:
        return [title, *lines(warm_up, Style.SMALL, at.width), *note]
    beside = paragraph(warm_up, Style.SMALL, at.width - x + 0.1, x)
    drop = Style.SESSION.line_mm - Style.SMALL.line_mm
    return [Block(title.height, (*title.marks, *moved(beside.marks, 0, drop * 0.6))), *note]


def _head(at: Columns) -> Block:
    names = [(_tr("Exercise"), INDENT_MM, at.name_width)]
    names += [(caption(field), x, width) for field, x, width in at.cells]
    names.append((_tr("Done (load × reps)"), at.boxes_x, at.width - at.boxes_x))
    marks: list[Mark] = []
    height = 0.0
    for words, x, width in names:
        block = paragraph(words, Style.CAPTION, width, x)
        marks += block.marks
        height = max(height, block.height)
    return Block(height + 1.6, (*marks, Rule(0, height + 1.0, at.width, 0.2)))


def _row(line: SheetLine, at: Columns, padding: float) -> list[Block]:
    """Return the row of an exercise with its note; of a long note every line is a block."""
    cells = [_name(line, at), *(_cell(line, *where) for where in at.cells), _boxes(line, at)]
    inside = max(cell.height for cell in cells)
    marks: list[Mark] = []
    for cell in cells:
        marks += moved(cell.marks, 0, padding / 2 + (inside - cell.height) / 2)
    note = lines(line.note, Style.SMALL, at.width - 2 * INDENT_MM, INDENT_MM)
    blocks = [Block(inside + padding, tuple(marks)), *note]
    if len(note) <= NOTE_LINES:
        blocks = [stacked(blocks)]
    return [*blocks[:-1], _ruled(blocks[-1], at.width, padding / 4 if note else 0.0)]


def _ruled(block: Block, width: float, below: float) -> Block:
    height = block.height + below
    return Block(height, (*block.marks, Rule(0, height, width)))


def _name(line: SheetLine, at: Columns) -> Block:
    """Return the name, with the tempo below it when one is set: a column would starve the boxes."""
    name = paragraph(_exercise(line), Style.BODY, at.name_width, INDENT_MM)
    tempo = _tr("Tempo {tempo}").format(tempo=line.tempo) if line.tempo else ""
    return stacked((name, paragraph(tempo, Style.SMALL, at.name_width, INDENT_MM)))


def _exercise(line: SheetLine) -> str:
    return f"{line.superset}  {line.exercise}" if line.superset else line.exercise


def _cell(line: SheetLine, field: str, x: float, width: float) -> Block:
    return paragraph(getattr(line, field), _cell_style(field), width, x)


def _cell_style(field: str) -> Style:
    return Style.STRONG if field == "load" else Style.BODY


def _boxes(line: SheetLine, at: Columns) -> Block:
    """Return a box for every set, in rows of equal length when they do not fit into one.

    Where most boxes are narrow, those of an exercise with few sets need not be.
    """
    if not line.boxes:
        return Block(0.0)
    in_a_row = ceil(line.boxes / _box_rows(line, at))
    fitting = _box_width(at.width - at.boxes_x, in_a_row, ROOMY_BOX_MM)
    width = max(at.box_width, fitting)
    marks = []
    for number in range(line.boxes):
        row, place = divmod(number, in_a_row)
        x, y = at.boxes_x + place * (width + BOX_GAP_MM), row * (BOX_HEIGHT_MM + BOX_GAP_MM)
        marks.append(Box(x, y, width))
    return Block(marks[-1].y + BOX_HEIGHT_MM, tuple(marks))


def _cell_width(field: str, rows: Sequence[SheetLine]) -> float:
    texts = (part for line in rows for part in getattr(line, field).split("\n"))
    shown = [advance(text, _cell_style(field)) for text in texts]
    heading = advance(caption(field), Style.CAPTION)
    return min(CELL_MOST_MM, max([heading, *shown])) + 0.1


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheet", text)
