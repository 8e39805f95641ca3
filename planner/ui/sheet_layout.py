"""Lay a lifter's week out on pages: header, sessions in columns, notes and check-in, footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QCoreApplication

from planner.coach.printing import Sheet
from planner.ui.sheet_marks import (
    BOX_HEIGHT_MM,
    BOX_WIDTH_MM,
    Block,
    Box,
    Mark,
    Page,
    Rule,
    Style,
    Text,
    advance,
    lines,
    moved,
    paragraph,
    stacked,
)
from planner.ui.sheet_table import ROOMY_BOX_MM, Columns, columns, parts

MARGIN_MM = 10.0
GUTTER_MM = 7.0  # between two columns of sessions
BETWEEN_MM = 6.0  # between two rows of sessions
FOOTER_MM = 6.0
KEY_GAP_MM = 1.5  # above the key at the foot of a page
COLUMN_LEAST_MM = 115.0  # a narrower page has one column
NOTES_LEAST_MM = 90.0  # narrower, the check-in stands below the notes
BOX_LEASTS_MM = (ROOMY_BOX_MM, 13.0, BOX_WIDTH_MM)  # roomy to tight, as the paddings of a row:
PADDINGS_MM = (4.6, 2.8, 1.6, 0.7)  # the first of each that needs the fewest pages, boxes foremost


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page in millimetres."""

    width: float
    height: float

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN_MM

    @property
    def bottom(self) -> float:
        """Where the content ends and the footer begins."""
        return self.height - MARGIN_MM - FOOTER_MM


def pages(sheet: Sheet, paper: Paper) -> list[Page]:
    """Lay out a sheet in as few pages as its rows allow; every page carries header and footer."""
    ways = list(product(BOX_LEASTS_MM, PADDINGS_MM))
    fewest = len(_bodies(sheet, paper, *ways[-1]))
    drafts = (_bodies(sheet, paper, *way) for way in ways)
    bodies = next(draft for draft in drafts if len(draft) <= fewest)
    return [
        (*_header(sheet, paper).marks, *body, *_footer(sheet, paper, number, len(bodies)))
        for number, body in enumerate(bodies, start=1)
    ]


def _bodies(sheet: Sheet, paper: Paper, box_least: float, padding: float) -> list[list[Mark]]:
    """Return what stands between header and footer, with the key on every page of sessions."""
    rows, at = _rows(sheet, paper, box_least, padding, 0.0)
    top = _header(sheet, paper).height
    made = _with_notes(sheet, paper, top, *_placed(rows, at, top, paper.bottom))
    if len(made) == 1:
        return made
    key = _key(sheet, paper)
    rows, at = _rows(sheet, paper, box_least, padding, key.height)
    made, filled = _placed(rows, at, top, paper.bottom - key.height)
    tables = list(made)
    made = _with_notes(sheet, paper, top, made, filled)
    for body in tables:
        if body is not made[-1]:  # that page ends with the notes, where the key stands, too
            body += moved(key.marks, MARGIN_MM, paper.bottom - key.height)
    return made


def _rows(
    sheet: Sheet, paper: Paper, box_least: float, padding: float, kept: float
) -> tuple[list[list[Block]], Columns]:
    """Return the sessions in rows, none higher than a page that keeps some room at its foot."""
    room = paper.bottom - _header(sheet, paper).height - kept
    side_by_side = _side_by_side(paper)
    width = (paper.inner_width - (side_by_side - 1) * GUTTER_MM) / side_by_side
    at = columns(sheet.sessions, width, box_least)
    blocks = [part for session in sheet.sessions for part in parts(session, at, padding, room)]
    return [blocks[i : i + side_by_side] for i in range(0, len(blocks), side_by_side)], at


def _key(sheet: Sheet, paper: Paper) -> Block:
    """Return what the words of the tables mean, to stand at the foot of a page."""
    words = paragraph(sheet.glossary, Style.SMALL, paper.inner_width)
    return Block(words.height + KEY_GAP_MM, tuple(moved(words.marks, 0, KEY_GAP_MM)))


def _side_by_side(paper: Paper) -> int:
    return max(1, int((paper.inner_width + GUTTER_MM) / (COLUMN_LEAST_MM + GUTTER_MM)))


def _placed(
    rows: Sequence[Sequence[Block]], at: Columns, top: float, bottom: float
) -> tuple[list[list[Mark]], float]:
    """Put rows of sessions on pages; return them and how far down the last one is filled."""
    made: list[list[Mark]] = [[]]
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
    sheet: Sheet, paper: Paper, top: float, made: list[list[Mark]], filled: float
) -> list[list[Mark]]:
    """Put the notes at the foot of the last page, or on pages of their own when it is full."""
    notes = _notes(sheet, paper)
    height = sum(block.height for block in notes)
    y = paper.bottom - height
    if y < filled + BETWEEN_MM / 2:
        made.append([])
        y = top
    for block in notes:
        if y + block.height > paper.bottom + 0.01:
            made.append([])
            y = top
        made[-1] += moved(block.marks, MARGIN_MM, y)
        y += block.height
    return made


def _header(sheet: Sheet, paper: Paper) -> Block:
    """Return name, block and week, and coach over a thick line; height counts from the edge."""
    width = paper.inner_width
    words = _tr("Coach: {name}").format(name=sheet.coach) if sheet.coach else ""
    coach = paragraph(words, Style.BODY, width * 0.3)
    coach_width = max((advance(mark.words, Style.BODY) for mark in _texts(coach)), default=0.0)
    left = _name_and_heading(sheet, width - coach_width - GUTTER_MM)
    height = max(left.height, coach.height) + 1.2
    marks = moved(left.marks, MARGIN_MM, MARGIN_MM)
    for mark in _texts(coach):
        x = MARGIN_MM + width - advance(mark.words, Style.BODY) - 0.1
        marks.append(Text(x, MARGIN_MM + mark.y + 2.2, mark.width, mark.words, mark.style))
    marks.append(Rule(MARGIN_MM, MARGIN_MM + height + 1.0, width, 0.5))
    return Block(MARGIN_MM + height + 4.0, tuple(marks))


def _name_and_heading(sheet: Sheet, width: float) -> Block:
    x = advance(sheet.lifter, Style.TITLE) + 4.0
    name = paragraph(sheet.lifter, Style.TITLE, width)
    if name.marks and x + advance(sheet.heading, Style.BODY) <= width:
        beside = paragraph(sheet.heading, Style.BODY, width - x + 0.1, x)
        return Block(name.height, (*name.marks, *moved(beside.marks, 0, 2.2)))
    below = paragraph(sheet.heading, Style.BODY, width)
    return Block(name.height + below.height, (*name.marks, *moved(below.marks, 0, name.height)))


def _texts(block: Block) -> list[Text]:
    return [mark for mark in block.marks if isinstance(mark, Text)]


def _notes(sheet: Sheet, paper: Paper) -> list[Block]:
    """Return a line, then the week's sentences with the check-in beside or below them."""
    check_in = _check_in(sheet, paper.inner_width)
    taken = max((mark.x + mark.width for mark in check_in.marks), default=0.0)
    left = paper.inner_width - taken - GUTTER_MM
    rule = Block(2.4, (Rule(0, 0.5, paper.inner_width, 0.2),))
    if left < NOTES_LEAST_MM:
        return [rule, *_told(sheet, paper.inner_width), check_in]
    told = _told(sheet, left)
    aside = moved(check_in.marks, paper.inner_width - taken, 0)
    level = Block(_label_drop() if check_in.marks else 0.0)
    return [rule, *_beside([level, *told], Block(check_in.height, tuple(aside)))]


def _beside(told: list[Block], aside: Block) -> list[Block]:
    """Return lines, the last of them as one with the block beside them: it ends the last page."""
    start, height = len(told), 0.0
    while start and height < aside.height:
        start -= 1
        height += told[start].height
    last = stacked(told[start:])
    both = Block(max(last.height, aside.height), (*last.marks, *aside.marks))
    return [*told[:start], both]


def _told(sheet: Sheet, width: float) -> list[Block]:
    heading = _tr("This week")
    x = advance(heading, Style.STRONG) + 2.0
    told = lines(" ".join(sheet.this_week), Style.BODY, width - x, x)
    if told:
        label = Text(0, 0, x, heading, Style.STRONG)
        told[0] = Block(told[0].height, (label, *told[0].marks))
    return told + lines(sheet.glossary, Style.SMALL, width)


def _check_in(sheet: Sheet, width: float) -> Block:
    """Return 'Check-in' and a box for every question, in rows no wider than `width`."""
    if not sheet.check_in:
        return Block(0.0)
    drop = _label_drop()
    marks: list[Mark] = []
    x = y = 0.0
    for words, style in ((_tr("Check-in"), Style.STRONG), (_tr("(1–5)"), Style.BODY)):
        marks.append(Text(x, drop, advance(words, style) + 0.1, words, style))
        x += advance(words, style) + 1.4
    for words in sheet.check_in:
        label = advance(words, Style.BODY) + 0.1
        if x + label + 1.0 + BOX_WIDTH_MM > width:
            x, y = 0.0, y + BOX_HEIGHT_MM + 1.4
        marks += [Text(x, y + drop, label, words, Style.BODY), Box(x + label + 1.0, y)]
        x += label + 1.0 + BOX_WIDTH_MM + 1.8
    return Block(y + BOX_HEIGHT_MM + 1.5, tuple(marks))


def _label_drop() -> float:
    return (BOX_HEIGHT_MM - Style.BODY.line_mm) / 2


def _footer(sheet: Sheet, paper: Paper, number: int, count: int) -> list[Mark]:
    y = paper.height - MARGIN_MM - Style.SMALL.line_mm
    marks: list[Mark] = []
    x = MARGIN_MM
    page = _tr("page {number} of {count}").format(number=number, count=count)
    named = _tr("code {code} opens this week in the planner (Ctrl+G)")
    code = named.format(code=sheet.code) if sheet.code else ""
    right = " · ".join(filter(None, (sheet.unit_note, sheet.printed, code, page)))
    width = advance(right, Style.SMALL) + 0.1
    marks.append(Text(paper.width - MARGIN_MM - width, y, width, right, Style.SMALL))
    if number == count:  # beside the check-in
        marks += _bodyweight(sheet, x, y)
    return marks


def _bodyweight(sheet: Sheet, x: float, y: float) -> list[Mark]:
    words, blank = _tr("Bodyweight"), 16.0
    width = advance(words, Style.SMALL) + 0.1
    line = Rule(x + width + 1.5, y + Style.SMALL.line_mm - 0.3, blank, 0.15)
    after = line.x + blank + 1.0
    unit = Text(after, y, 12.0, sheet.bodyweight_unit, Style.SMALL)
    return [Text(x, y, width, words, Style.SMALL), line, unit]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheet", text)
