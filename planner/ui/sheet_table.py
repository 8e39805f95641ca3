"""A session on paper: its title, its table, and the boxes to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from planner.coach.sheet import SheetLine, SheetSession
from planner.language import tr
from planner.ui.sheet_columns import (
    INDENT_MM,
    SPANNED,
    Columns,
    box_rows,
    box_width,
    boxes_together,
    caption,
    cell_style,
    name_of,
)
from planner.ui.sheet_marks import (
    BOX_GAP_MM,
    BOX_HEIGHT_MM,
    TICK_MM,
    Block,
    Box,
    Group,
    Mark,
    Rule,
    Stem,
    Style,
    Text,
    Tick,
    advance,
    lines,
    moved,
    paragraph,
    stacked,
    wrapped,
)

DATE_MM = 18.0  # of the box for the day of a session
CLOSE_MM = 1.0  # a padding under this is close: the box for the day may stand over its line
RAISED_MM = 1.6  # and by this over the top of it
NOTE_LINES = 6  # a longer note may break over pages


def parts(session: SheetSession, at: Columns, padding: float, room: float) -> list[Block]:
    """Return a session as one block, or as several no higher than `room` when it is longer."""
    head = _head(at, tr("Exercise"))
    rows = [block for row in _rows(session.lines, at, padding) for block in row]
    whole = [*_opening(session, at, padding < CLOSE_MM), head, *rows]
    if sum(block.height for block in whole) <= room:
        return [stacked(whole)]
    again = [_title(tr("{title} (continued)").format(title=session.title), at.width), head]
    return _split(whole, again, whole.index(head), room)


def _split(whole: list[Block], again: list[Block], head: int, room: float) -> list[Block]:
    made: list[list[Block]] = [[]]
    for index, block in enumerate(whole):
        if made[-1] and sum(b.height for b in made[-1]) + block.height > room:
            made.append(again[:1] if index <= head else list(again))
        made[-1].append(block)
    return [stacked(part) for part in made]


def _title(words: str, width: float) -> Block:
    return paragraph(words, Style.SESSION, width)


def _opening(session: SheetSession, at: Columns, close: bool) -> list[Block]:
    """Return the title with a box for the date beside it, then the note."""
    if session.done:
        return _done_opening(session, at)
    label = tr("Date")
    label_width = advance(label, Style.SMALL) + 0.1
    x = at.width - DATE_MM
    title = _title(session.title, x - label_width - 4.0)
    y = -RAISED_MM if close else 0.0
    drop = y + (BOX_HEIGHT_MM - Style.SMALL.line_mm) / 2
    marks: list[Mark | Group] = [
        *moved(title.marks, 0, max(0.0, y + (BOX_HEIGHT_MM - title.height) / 2)),
        Text(x - label_width - 1.2, drop, label_width, label, Style.SMALL),
        Box(x, y, DATE_MM),
    ]
    below = Style.SESSION.line_mm + 0.3 if close else BOX_HEIGHT_MM + 0.6
    top = Block(max(title.height, below), tuple(marks))
    return [top, *lines(session.note, Style.SMALL, at.width)]


def _done_opening(session: SheetSession, at: Columns) -> list[Block]:
    """Return the title with the day on which the session was done beside it, flush right."""
    width = min(advance(session.done, Style.SMALL) + 0.1, at.width / 2)
    title = _title(session.title, at.width - width - 4.0)
    said = paragraph(session.done, Style.SMALL, width, at.width - width)
    drop = Style.SESSION.line_mm - Style.SMALL.line_mm
    marks = (*title.marks, *moved(said.marks, 0, drop))
    return [Block(max(title.height, said.height + drop) + 0.6, marks)]


@lru_cache(maxsize=16)
def _head(at: Columns, exercise: str) -> Block:
    """Lay out the captions; the word for an exercise tells one language from another."""
    names = [(exercise, INDENT_MM, at.name_width)]
    names += [(caption(field), x, width) for field, x, width in at.cells]
    names.append((at.done, at.boxes_x, at.width - at.boxes_x))
    marks: list[Mark | Group] = []
    height = 0.0
    for words, x, width in names:
        block = paragraph(words, Style.CAPTION, width, x)
        marks += block.marks
        height = max(height, block.height)
    return Block(height + 1.6, (*marks, Rule(0, height + 1.0, at.width, 0.2)))


def _rows(rows: Sequence[SheetLine], at: Columns, padding: float) -> Iterator[list[Block]]:
    """Yield the blocks of each exercise; those done in turn are bound by a line beside them."""
    bound: set[int] = set()
    for number, (one, other) in enumerate(pairwise(rows)):
        if one.superset and one.superset[:1] == other.superset[:1]:
            bound |= {number, number + 1}
    for number, line in enumerate(rows):
        made = _row(line, at, padding)
        yield [_stemmed(block) for block in made] if number in bound else made


def _stemmed(block: Block) -> Block:
    return Block(block.height, (*block.marks, Stem(0, 0, block.height)))


def _row(line: SheetLine, at: Columns, padding: float) -> list[Block]:
    """Return the row of an exercise, then its warm-up and its note.

    Of a long note every line is a block.
    """
    inside, *below = _inside(line, at)
    blocks = [Block(inside.height + padding, moved(inside.marks, 0, padding / 2)), *below]
    if len(below) <= NOTE_LINES:
        blocks = [stacked(blocks)]
    return [*blocks[:-1], _ruled(blocks[-1], at.width, padding / 4 if below else 0.0)]


@lru_cache(maxsize=256)
def _inside(line: SheetLine, at: Columns) -> tuple[Block, ...]:
    """Return the row of an exercise without any padding, then each line of what stands below.

    The words of `at` tell one language from another.
    """
    cells = [_name(line, at), *_cells(line, at), _boxes(line, at)]
    height = max(cell.height for cell in cells)
    marks: list[Mark | Group] = []
    for cell in cells:
        marks += moved(cell.marks, 0, (height - cell.height) / 2)
    return Block(height, tuple(marks)), *_warm_up(line, at), *_noted(line, at)


def _noted(line: SheetLine, at: Columns) -> list[Block]:
    return lines(line.note, Style.SMALL, at.width - 2 * INDENT_MM, INDENT_MM)


def _warm_up(line: SheetLine, at: Columns) -> list[Block]:
    """Return the warm-up sets beside each other, each with a square to tick, in lines."""
    if not line.warm_up:
        return []
    style, height = Style.SMALL, Style.SMALL.line_mm
    label = tr("Warm-up")
    x = INDENT_MM + advance(label, style) + 2.0
    start = x
    made: list[list[Mark | Group]] = [[Text(INDENT_MM, 0.0, x - INDENT_MM, label, style)]]
    for words in line.warm_up:
        for number, piece in enumerate(wrapped(words, style, at.width - start - TICK_MM - 2.0)):
            width = advance(piece, style) + 0.1
            if x + TICK_MM + 0.8 + width > at.width and made[-1]:
                made.append([])
                x = start
            if not number:
                made[-1].append(Tick(x, (height - TICK_MM) / 2))
            made[-1].append(Text(x + TICK_MM + 0.8, 0.0, width, piece, style))
            x += TICK_MM + 0.8 + width + 3.0
    return [Block(height, tuple(marks)) for marks in made]


def _ruled(block: Block, width: float, below: float) -> Block:
    height = block.height + below
    return Block(height, (*block.marks, Rule(0, height, width)))


def _name(line: SheetLine, at: Columns) -> Block:
    """Return the name, with the tempo below it when one is set: a column would starve the boxes."""
    name = paragraph(name_of(line), Style.BODY, at.name_width, INDENT_MM)
    tempo = tr("Tempo {tempo}").format(tempo=line.tempo) if line.tempo else ""
    return stacked((name, paragraph(tempo, Style.SMALL, at.name_width, INDENT_MM)))


def _cells(line: SheetLine, at: Columns) -> Iterator[Block]:
    """Yield what stands in the columns; the sets of what has no load take the room of that."""
    spanned = [where for where in at.cells if line.loadless and where[0] in SPANNED]
    for field, x, width in at.cells:
        if field == "sets" and spanned:
            yield _cell(line, field, x, spanned[-1][1] + spanned[-1][2] - x)
        elif not (line.loadless and field in SPANNED):
            yield _cell(line, field, x, width)


def _cell(line: SheetLine, field: str, x: float, width: float) -> Block:
    return paragraph(getattr(line, field), cell_style(field), width, x)


def _boxes(line: SheetLine, at: Columns) -> Block:
    """Return a box for every set, in rows of equal length when they do not fit into one; for
    what is done, the words that tell it.

    Where most boxes are narrow, those of an exercise with few sets need not be.
    """
    if not line.boxes:
        return paragraph(line.done, Style.BODY, at.width - at.boxes_x, at.boxes_x)
    in_a_row = ceil(line.boxes / box_rows(line, at))
    in_a_row += -in_a_row % boxes_together(line, at)
    fitting = box_width(at.width - at.boxes_x, in_a_row, at.size.roomy)
    width, height = max(at.box_width, fitting), at.size.height
    marks: list[Mark | Group] = []
    for number in range(line.boxes):
        row, place = divmod(number, in_a_row)
        x, y = at.boxes_x + place * (width + BOX_GAP_MM), row * (height + BOX_GAP_MM)
        marks.append(Box(x, y, width, height))
        if line.box_words:
            marks.append(Text(x + 0.7, y + 0.4, width - 1.4, line.box_words[number], Style.CAPTION))
    rows = ceil(line.boxes / in_a_row)
    return Block(rows * (height + BOX_GAP_MM) - BOX_GAP_MM, tuple(marks))
