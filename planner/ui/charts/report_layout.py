"""A report of charts as pages for paper: headings, sentences, plots, none of them cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, pairwise

from PySide6.QtCore import QDate, QLocale

from planner.language import passage, tr
from planner.ui.charts.report import Part, Report, Shown
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_marks import (
    Block,
    Mark,
    Page,
    Plot,
    Rule,
    Style,
    Text,
    flat,
    lines,
    moved,
    paragraph,
    stacked,
)

MARGIN_MM = 15.0
GAP_MM = 4.0
FOOT_MM = 6.0
MOST_LETTERS = 105  # of a line of a table in the usual type
TALLEST_SHARE = 0.42  # of a page's height; what is taller is drawn smaller


def pages(report: Report, paper: Paper, on: date) -> list[Page]:
    """Lay a report out; a heading stays with its first plot, and every page says whose it is."""
    width = paper.width - 2 * MARGIN_MM
    room = paper.height - 2 * MARGIN_MM - FOOT_MM
    made: list[list[Mark]] = [[]]
    top = 0.0
    for block in _blocks(report, width, room * TALLEST_SHARE):
        if made[-1] and top + block.height > room:
            made.append([])
            top = 0.0
        made[-1] += flat(block.marks, MARGIN_MM, MARGIN_MM + top)
        top += block.height
    foots = (_foot(report, number, len(made), paper, on) for number in range(1, len(made) + 1))
    return [(*marks, *foot) for marks, foot in zip(made, foots, strict=True)]


def _blocks(report: Report, width: float, tallest: float) -> Iterator[Block]:
    yield from lines(report.lifter, Style.TITLE, width)
    yield from lines(_days(report), Style.SMALL, width)
    if not report.parts:
        yield from lines(tr("Nothing is logged yet that these charts show."), Style.BODY, width)
    for part in report.parts:
        yield from _part(part, width, tallest)


def _part(part: Part, width: float, tallest: float) -> Iterator[Block]:
    """Yield a part's heading, sentences and first plots as one block, then the others."""
    head = [
        Block(GAP_MM, (Rule(0, GAP_MM / 2, width, 0.2),)),
        paragraph(part.title, Style.SESSION, width),
    ]
    if part.sentences:
        head.append(paragraph(passage(part.sentences), Style.BODY, width))
    rows = [block for row in _rows(part.shown) for block in _row(row, width, tallest)]
    yield stacked([*head, *rows[:1]])
    yield from rows[1:]


def _rows(shown: Sequence[Shown]) -> Iterator[Sequence[Shown]]:
    """Yield the plots of each line: two side by side where they were so, all others alone."""
    place = 0
    while place < len(shown):
        pair = shown[place : place + 2]
        both = len(pair) == 2 and sum(each.share for each in pair) <= 1
        yield pair if both else pair[:1]
        place += 2 if both else 1


def _row(shown: Sequence[Shown], width: float, tallest: float) -> list[Block]:
    """Return a line of plots as a block, or a table as one for each of its rows."""
    if shown[0].rows:
        return list(_table(shown[0], width))
    wide = [each.share * width for each in shown]
    lefts = accumulate(wide, lambda left, own: left + own + GAP_MM, initial=0.0)
    blocks = [_drawn(each, own, tallest) for each, own in zip(shown, wide, strict=True)]
    marks = [
        mark
        for block, left in zip(blocks, lefts, strict=False)
        for mark in moved(block.marks, left, 0)
    ]
    return [Block(max(block.height for block in blocks), marks)]


def _table(shown: Shown, width: float) -> Iterator[Block]:
    """Yield a heading with the titles, then the rows; columns are as wide as their words."""
    sizes = [max(map(len, column)) + 2 for column in zip(*shown.rows, strict=True)]
    share = width / sum(sizes)
    ends = list(accumulate((size * share for size in sizes), initial=0.0))
    style = Style.SMALL if sum(sizes) > MOST_LETTERS else Style.BODY
    titles, *rows = (_cells(row, ends, style) for row in shown.rows)
    yield stacked([Block(GAP_MM / 2), paragraph(shown.title, Style.STRONG, width), titles])
    yield from rows


def _cells(row: Sequence[str], ends: Sequence[float], style: Style) -> Block:
    """Return a row as high as its longest cell."""
    cells = [
        paragraph(words or " ", style, right - left - 1.0)
        for words, (left, right) in zip(row, pairwise(ends), strict=True)
    ]
    marks = [
        mark for cell, left in zip(cells, ends, strict=False) for mark in moved(cell.marks, left, 0)
    ]
    return Block(max(cell.height for cell in cells) + 0.6, marks)


def _drawn(shown: Shown, width: float, tallest: float) -> Block:
    """Return title, words and picture of a plot; a tall picture is as narrow as it needs to be."""
    parts = [Block(GAP_MM / 2), paragraph(shown.title, Style.STRONG, width)]
    parts += [paragraph(shown.words, Style.SMALL, width)] if shown.words else []
    if shown.image is not None:
        shape = shown.image.height() / shown.image.width()
        height = min(width * shape, tallest)
        parts.append(Block(height, (Plot(0, 0, height / shape, height, shown.image),)))
    return stacked(parts)


def _days(report: Report) -> str:
    until = _long(report.days.until)
    if report.days.since is None:
        return tr("All days up to {0}").format(until)
    return tr("{0} to {1}").format(_long(report.days.since), until)


def _foot(report: Report, number: int, count: int, paper: Paper, on: date) -> list[Mark]:
    place = tr("{0} · printed {1} · page {2} of {3}").format(
        report.lifter, _long(on), number, count
    )
    width = paper.width - 2 * MARGIN_MM
    return [Text(MARGIN_MM, paper.height - MARGIN_MM - Style.SMALL.line_mm, width, place,
                 Style.SMALL)]  # fmt: skip


def _long(on: date) -> str:
    return QLocale().toString(QDate(on.year, on.month, on.day), QLocale.FormatType.LongFormat)
