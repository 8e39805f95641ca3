"""What stands on every page: whose week it is, the studio, the code, the number of the page."""

from __future__ import annotations

from dataclasses import dataclass

from planner.coach.sheet import Sheet
from planner.language import tr
from planner.ui.sheet_logo import logo_size
from planner.ui.sheet_marks import (
    CODE_MM,
    QUIET_MM,
    Block,
    Code,
    Group,
    Mark,
    Marks,
    Page,
    Picture,
    Rule,
    Style,
    Text,
    advance,
    flat,
    moved,
    paragraph,
    stacked,
)

MARGIN_MM = 10.0
BESIDE_MM = 4.0  # between what stands side by side in the header
RULE_MM = 4.5  # from the header's text, over its line, to the content
FOOTER_GAP_MM = 2.2
STOP_GAP_MM = 2.0  # below what stops training
COACH_SHARE, STUDIO_SHARE = 0.25, 0.44  # of a page's width


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page in millimetres."""

    width: float
    height: float

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN_MM


@dataclass(frozen=True, slots=True)
class Frame:
    """A page around its content, which stands between `top` and `bottom`."""

    sheet: Sheet
    paper: Paper
    header: Block
    bottom: float

    @property
    def top(self) -> float:
        """Where the content begins."""
        return self.header.height

    @property
    def width(self) -> float:
        """How wide the content may be."""
        return self.paper.inner_width

    @property
    def room(self) -> float:
        """How high the content may be."""
        return self.bottom - self.top

    def page(self, body: Marks, number: int, count: int) -> Page:
        """Return a whole page."""
        foot = _footer(self.sheet, self.paper, number, count)
        y = self.paper.height - MARGIN_MM - foot.height
        return tuple(flat((*self.header.marks, *body, *moved(foot.marks, MARGIN_MM, y))))


def frame(sheet: Sheet, paper: Paper) -> Frame:
    """Return what all pages of a sheet share."""
    foot = _footer(sheet, paper, 99, 99).height + FOOTER_GAP_MM
    return Frame(sheet, paper, _header(sheet, paper), paper.height - MARGIN_MM - foot)


def _header(sheet: Sheet, paper: Paper) -> Block:
    """Return logo, name, block and week, coach and code over a thick line, and what stops training
    below it.

    The height counts from the edge of the page.
    """
    width = paper.inner_width
    stop = paragraph(sheet.stop, Style.SESSION, width)
    logo, logo_width = _logo(sheet)
    right, right_width = _coach_and_code(sheet, width)
    left = _name_and_heading(sheet, width - logo_width - right_width)
    height = max(logo.height, left.height, right.height)
    marks: list[Mark | Group] = [
        *logo.marks,
        *moved(left.marks, logo_width, 0),
        *moved(right.marks, width - right_width, 0),
        Rule(0, height + QUIET_MM, width, 0.5),
        *moved(stop.marks, 0, height + RULE_MM),
    ]
    height += RULE_MM + (stop.height + STOP_GAP_MM if sheet.stop else 0.0)
    return Block(MARGIN_MM + height, tuple(moved(marks, MARGIN_MM, MARGIN_MM)))


def _logo(sheet: Sheet) -> tuple[Block, float]:
    """Return the logo and the width it takes."""
    width, height = logo_size(sheet.studio.logo)
    if not width:
        return Block(0.0), 0.0
    picture = Picture(0, 0, width, height, sheet.studio.logo)
    return Block(height, (picture,)), width + BESIDE_MM


def _coach_and_code(sheet: Sheet, width: float) -> tuple[Block, float]:
    """Return coach and code, flush with the right of what they take, and that width."""
    words = tr("Coach: {name}").format(name=sheet.coach) if sheet.coach else ""
    coach = paragraph(words, Style.BODY, width * COACH_SHARE)
    text = stacked((coach, paragraph(sheet.code, Style.STRONG, width * COACH_SHARE)))
    height = max(text.height, CODE_MM if sheet.code else 0.0)
    flush = list(flat(text.marks, 0, (height - text.height) / 2))
    widest = max((_text_width(mark) for mark in flush), default=0.0)
    square = CODE_MM + QUIET_MM if sheet.code else 0.0
    taken = widest + square + BESIDE_MM
    marks: list[Mark] = []
    for mark in flush:
        if isinstance(mark, Text):
            own = _text_width(mark)
            x = BESIDE_MM + widest - own
            marks.append(Text(x, mark.y, own, mark.words, mark.style))
    if sheet.code:
        marks.append(Code(taken - CODE_MM, 0, sheet.code))
    return Block(height, tuple(marks)), taken


def _text_width(mark: Mark) -> float:
    return advance(mark.words, mark.style) + 0.1 if isinstance(mark, Text) else 0.0


def _name_and_heading(sheet: Sheet, width: float) -> Block:
    x = advance(sheet.lifter, Style.TITLE) + 4.0
    name = paragraph(sheet.lifter, Style.TITLE, width)
    if name.marks and x + advance(sheet.heading, Style.BODY) <= width:
        beside = paragraph(sheet.heading, Style.BODY, width - x + 0.1, x)
        return Block(name.height, (*name.marks, *moved(beside.marks, 0, 2.2)))
    return stacked((name, paragraph(sheet.heading, Style.BODY, width)))


def _footer(sheet: Sheet, paper: Paper, number: int, count: int) -> Block:
    """Return the studio's line on the left, and on the right what a reader of the page needs."""
    page = tr("page {number} of {count}").format(number=number, count=count)
    named = tr("code {code} opens this week in the planner (Ctrl+G)")
    code = named.format(code=sheet.code) if sheet.code else ""
    words = " · ".join(filter(None, (sheet.unit_note, sheet.printed, code, page)))
    width = paper.inner_width
    studio = paragraph(sheet.studio.footer, Style.SMALL, width * STUDIO_SHARE)
    right_width = width * (1 - STUDIO_SHARE) - BESIDE_MM if studio.marks else width
    right = paragraph(words, Style.SMALL, right_width)
    flush = [
        Text(width - _text_width(mark), mark.y, _text_width(mark), mark.words, mark.style)
        for mark in flat(right.marks)
        if isinstance(mark, Text)
    ]
    return Block(max(studio.height, right.height), (*studio.marks, *flush))
