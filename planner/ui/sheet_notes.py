"""The foot of a week or a session: what is told this week, the key, and what is asked."""

from __future__ import annotations

from planner.coach.sheet import Sheet
from planner.language import passage, tr
from planner.ui.sheet_marks import (
    BOX_HEIGHT_MM,
    BOX_WIDTH_MM,
    Block,
    Box,
    Group,
    Mark,
    Rule,
    Style,
    Text,
    advance,
    flat,
    lines,
    moved,
    paragraph,
    stacked,
)

KEY_GAP_MM = 1.5  # above the key
NOTES_LEAST_MM = 90.0  # narrower, the check-in stands below the notes
ASIDE_GAP_MM = 7.0
ASKED_GAP_MM = 1.2  # above the check-in where it stands below the notes
WEIGHT_MM = 16.0  # of the box for the bodyweight
LINES_MM = 8.5  # between lines to write on
LINES_LEAST_MM = 14.0  # less room is left white


def key(sheet: Sheet, width: float) -> Block:
    """Return what the words of the tables mean, to stand at the foot of a page."""
    words = paragraph(sheet.glossary, Style.SMALL, width)
    return Block(words.height + KEY_GAP_MM, tuple(moved(words.marks, 0, KEY_GAP_MM)))


def notes(sheet: Sheet, width: float) -> list[Block]:
    """Return a line, then the week's sentences with the check-in beside or below them."""
    asked = _asked(sheet, width)
    taken = max(mark.x + mark.width for mark in flat(asked.marks))
    left = width - taken - ASIDE_GAP_MM
    rule = Block(2.4, (Rule(0, 0.5, width, 0.2),))
    if left < NOTES_LEAST_MM:
        below = Block(asked.height + ASKED_GAP_MM, tuple(moved(asked.marks, 0, ASKED_GAP_MM)))
        return [rule, *_told(sheet, width), below]
    aside = moved(asked.marks, width - taken, 0)
    first, *others = _told(sheet, left) or [Block(0)]
    told = [stacked([Block(_label_drop()), first]), *others]
    return [rule, *_beside(told, Block(asked.height, tuple(aside)))]


def lines_to_write_on(width: float, height: float) -> list[Mark]:
    """Return a heading and empty lines that fill a height; nothing when it is too low."""
    if height < LINES_LEAST_MM:
        return []
    heading = tr("Notes")
    marks: list[Mark] = [Text(0, 0, advance(heading, Style.STRONG) + 0.1, heading, Style.STRONG)]
    count = int((height - Style.STRONG.line_mm) / LINES_MM)
    ys = (Style.STRONG.line_mm + (number + 1) * LINES_MM for number in range(count))
    return [*marks, *(Rule(0, y, width) for y in ys)]


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
    heading = tr("This week")
    x = advance(heading, Style.STRONG) + 2.0
    told = lines(passage(sheet.this_week), Style.BODY, width - x, x)
    if told:
        label = Text(0, 0, x, heading, Style.STRONG)
        told[0] = Block(told[0].height, (label, *told[0].marks))
    meant = lines(sheet.glossary, Style.SMALL, width)
    if told and meant:
        told[-1] = Block(told[-1].height + KEY_GAP_MM, told[-1].marks)
    return told + meant


def _asked(sheet: Sheet, width: float) -> Block:
    """Return 'Check-in', a box for every question and one for the bodyweight, in rows."""
    drop = _label_drop()
    marks: list[Mark | Group] = []
    x = y = 0.0
    if sheet.check_in:
        for words, style in ((tr("Check-in"), Style.STRONG), (tr("(1–5)"), Style.BODY)):
            marks.append(Text(x, drop, advance(words, style) + 0.1, words, style))
            x += advance(words, style) + 1.4
    weight = (tr("Bodyweight"), WEIGHT_MM, sheet.bodyweight_unit)
    for words, box, unit in (*((words, BOX_WIDTH_MM, "") for words in sheet.check_in), weight):
        made = _question(words, box, unit)
        needed = max(mark.x + mark.width for mark in made)
        if x and x + needed > width:
            x, y = 0.0, y + BOX_HEIGHT_MM + 1.4
        marks += moved(made, x, y)
        x += needed + 1.8
    return Block(y + BOX_HEIGHT_MM + 1.5, tuple(marks))


def _question(words: str, box: float, unit: str) -> list[Mark]:
    drop = _label_drop()
    label = advance(words, Style.BODY) + 0.1
    made: list[Mark] = [Text(0, drop, label, words, Style.BODY), Box(label + 1.0, 0, box)]
    if unit:
        width = advance(unit, Style.BODY) + 0.1
        made.append(Text(label + box + 2.0, drop, width, unit, Style.BODY))
    return made


def _label_drop() -> float:
    return (BOX_HEIGHT_MM - Style.BODY.line_mm) / 2
