"""A letter to a professional as pages: what it says, and room for the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QDate, QLocale

from planner.coach.letter import Letter, LetterPart, LetterSection
from planner.language import tr
from planner.ui import referral_words
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_marks import (
    Block,
    Mark,
    Page,
    Rule,
    Style,
    Text,
    Tick,
    flat,
    lines,
    moved,
    paragraph,
    stacked,
)

MARGIN_MM = 20.0
GAP_MM = 3.5
TICK_GAP_MM = 6.0  # from a tick's left edge to its words
WRITE_MM = 9.0  # between lines to write on
LABEL_MM = 34.0  # of what stands before such a line


def pages(letter: Letter, paper: Paper) -> list[Page]:
    """Lay a letter out; the professional's part stays together."""
    width = paper.width - 2 * MARGIN_MM
    room = paper.height - 2 * MARGIN_MM
    made: list[Page] = []
    marks: list[Mark] = []
    top = 0.0
    for block in _blocks(letter, width):
        if marks and top + block.height > room:
            made.append(tuple(marks))
            marks, top = [], 0.0
        marks += flat(block.marks, MARGIN_MM, MARGIN_MM + top)
        top += block.height
    return [*made, tuple(marks)]


def title(part: LetterPart) -> str:
    """Return the heading of a part."""
    return {
        LetterPart.SESSIONS: tr("Last sessions"),
        LetterPart.STRENGTH: tr("Estimated strength"),
        LetterPart.PAIN: tr("Pain entered in the log"),
        LetterPart.ANSWERS: tr("Health questions answered with yes"),
        LetterPart.NOTE: tr("Note"),
    }[part]


def _blocks(letter: Letter, width: float) -> Iterator[Block]:
    to = tr("To: {0}").format(referral_words.professions(letter.to))
    yield from lines(to, Style.BODY, width)
    yield from lines(tr("Date: {0}").format(_long(letter.on)), Style.BODY, width)
    yield Block(GAP_MM)
    whose = letter.lifter
    if letter.born is not None:
        whose = tr("{0}, born {1}").format(whose, letter.born)
    yield from lines(tr("About {0}").format(whose), Style.TITLE, width)
    if letter.coach:
        yield from lines(tr("Coach: {0}").format(letter.coach), Style.BODY, width)
    yield Block(GAP_MM)
    asked = tr("{0} trains with weights and asks for your judgement before going on.")
    yield from lines(asked.format(letter.lifter), Style.BODY, width)
    yield from lines(tr("Subject: {0}").format(letter.topic), Style.STRONG, width)
    yield from lines(letter.reason, Style.BODY, width)
    for section in letter.sections:
        yield from _section(section, width)
    yield _answer(width)


def _section(section: LetterSection, width: float) -> Iterator[Block]:
    """Yield a heading with the first line, so that no heading ends a page, then the others."""
    first, *others = (paragraph(line, Style.BODY, width) for line in section.lines)
    heading = paragraph(title(section.part), Style.SESSION, width)
    yield stacked([Block(GAP_MM), heading, first])
    yield from others


def _answer(width: float) -> Block:
    """Return what the professional fills in."""
    wanted = (
        tr("May train without limits"),
        tr("May train with these limits, until:"),
    )
    parts = [
        Block(2 * GAP_MM),
        Block(2.0, (Rule(0, 0, width, 0.2),)),
        paragraph(tr("Your answer"), Style.SESSION, width),
        Block(GAP_MM / 2),
        _tick(wanted[0], width),
        _tick(wanted[1], width),
        _to_write_on(width),
        _to_write_on(width),
        Block(GAP_MM),
        _tick(tr("Not yet; to be seen again on:"), width),
        Block(GAP_MM),
        *_labelled((tr("Name, profession"), tr("Date"), tr("Signature")), width),
    ]
    return stacked(parts)


def _tick(words: str, width: float) -> Block:
    said = paragraph(words, Style.BODY, width - TICK_GAP_MM)
    return Block(said.height + 2.0, (Tick(0, 0.8), *moved(said.marks, TICK_GAP_MM, 0)))


def _to_write_on(width: float) -> Block:
    return Block(WRITE_MM, (Rule(TICK_GAP_MM, WRITE_MM - 1, width - TICK_GAP_MM, 0.1),))


def _labelled(words: Iterable[str], width: float) -> Iterator[Block]:
    for each in words:
        line = Rule(LABEL_MM, WRITE_MM - 1, width - LABEL_MM, 0.1)
        at = WRITE_MM - Style.BODY.line_mm - 0.5
        yield Block(WRITE_MM, (Text(0, at, LABEL_MM, each, Style.BODY), line))


def _long(on: date) -> str:
    return QLocale().toString(QDate(on.year, on.month, on.day), QLocale.FormatType.LongFormat)
