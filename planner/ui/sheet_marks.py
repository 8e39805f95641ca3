"""The marks a sheet is made of, in millimetres from a corner: text, boxes to write in, lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QTextLayout, QTextOption

FAMILY = "Noto Sans"
DOTS_PER_MM = 100  # type is measured at this size, so that every device breaks lines alike
MM_PER_POINT = 25.4 / 72
BOX_WIDTH_MM, BOX_HEIGHT_MM, BOX_GAP_MM = 10.2, 7.2, 0.7  # 10 × 7 mm is the least for a number

TICK_MM = 2.6
CODE_MM = 8.4  # 21 modules of 0.4 mm; 12.4 mm with the white that belongs to it
QUIET_MM = 2.0  # white on every side of a code, five modules


class Style(Enum):
    """How a text looks: size in points, height of a line in millimetres, bold, grey.

    Grey is dark, and nothing depends on it.
    """

    TITLE = (15.0, 7.0, True, False)
    SESSION = (10.5, 5.2, True, False)
    BODY = (9.0, 4.2, False, False)
    STRONG = (9.0, 4.2, True, False)
    SMALL = (8.0, 3.8, False, True)
    CAPTION = (7.5, 3.8, True, True)

    PLAIN_TITLE = (15.0, 7.0, False, False)
    PLAIN_SESSION = (10.5, 5.2, False, False)
    PLAIN_CAPTION = (7.5, 3.8, False, True)

    def __init__(self, points: float, line_mm: float, bold: bool, grey: bool) -> None:
        self.points, self.line_mm, self.bold, self.grey = points, line_mm, bold, grey

    @property
    def plain(self) -> Style:
        """The same without bold letters."""
        wanted = self.points, self.line_mm, False, self.grey
        return next(each for each in Style if each.value == wanted)

    __hash__ = object.__hash__  # what is measured is looked up by it a hundred times a page


class Text(NamedTuple):
    """One line of text; (x, y) is the top left corner of its `width`."""

    x: float
    y: float
    width: float
    words: str
    style: Style

    @property
    def height(self) -> float:
        """Height of the line in millimetres."""
        return self.style.line_mm


class Box(NamedTuple):
    """An empty box to write in."""

    x: float
    y: float
    width: float = BOX_WIDTH_MM
    height: float = BOX_HEIGHT_MM


class Rule(NamedTuple):
    """A horizontal line; `weight` is its thickness in millimetres."""

    x: float
    y: float
    width: float
    weight: float = 0.1

    @property
    def height(self) -> float:
        """A line takes no height of its own."""
        return 0.0


class Tick(NamedTuple):
    """A small square to tick off; nothing is written in it."""

    x: float
    y: float
    width: float = TICK_MM
    height: float = TICK_MM


class Stem(NamedTuple):
    """A vertical line that binds rows together."""

    x: float
    y: float
    height: float
    width: float = 0.6


class Code(NamedTuple):
    """The square code of a short text; the white around it is not part of it."""

    x: float
    y: float
    words: str
    width: float = CODE_MM
    height: float = CODE_MM


class Picture(NamedTuple):
    """A picture file, scaled into its place."""

    x: float
    y: float
    width: float
    height: float
    file: bytes


class Plot(NamedTuple):
    """A picture in its own colours, scaled into its place."""

    x: float
    y: float
    width: float
    height: float
    image: QImage


Mark: TypeAlias = Text | Box | Rule | Tick | Stem | Code | Picture | Plot
Page: TypeAlias = tuple[Mark, ...]


class Group(NamedTuple):
    """Marks whose places count from (x, y): moving a group moves one thing, not hundreds."""

    x: float
    y: float
    marks: Sequence[Mark | Group]


Marks: TypeAlias = Sequence[Mark | Group]


class Block(NamedTuple):
    """Marks that stay together, measured from the block's own top left corner."""

    height: float
    marks: Marks = ()


def moved(marks: Marks, right: float, down: float) -> list[Mark | Group]:
    """Return the marks at another place."""
    return [Group(right, down, marks)] if marks else []


def flat(marks: Marks, right: float = 0.0, down: float = 0.0) -> Iterator[Mark]:
    """Yield every mark with its place counted from where the outermost group's is."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from flat(mark.marks, right + mark.x, down + mark.y)
        else:
            yield mark._replace(x=mark.x + right, y=mark.y + down)


def stacked(blocks: Iterable[Block]) -> Block:
    """Return the blocks below each other as one."""
    marks: list[Mark | Group] = []
    height = 0.0
    for block in blocks:
        marks += moved(block.marks, 0, height)
        height += block.height
    return Block(height, marks)


@lru_cache
def font(style: Style) -> QFont:
    """Return the font of a style; its pixel is 1/100 mm."""
    made = QFont(FAMILY)
    made.setPixelSize(round(style.points * MM_PER_POINT * DOTS_PER_MM))
    made.setBold(style.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("liga"), 0)  # else a search in the PDF finds no 'flexor'
    return made


@lru_cache
def ascent(style: Style) -> float:
    """Return the distance from the top of a line to its base line in millimetres."""
    metrics = QFontMetricsF(font(style))
    leading = style.line_mm - metrics.height() / DOTS_PER_MM
    return leading / 2 + metrics.ascent() / DOTS_PER_MM


@lru_cache(maxsize=8192)
def advance(words: str, style: Style) -> float:
    """Return the width of a line of text in millimetres."""
    return QFontMetricsF(font(style)).horizontalAdvance(words) / DOTS_PER_MM


@lru_cache(maxsize=4096)
def wrapped(words: str, style: Style, width: float) -> tuple[str, ...]:
    """Break a text into lines no wider than `width` millimetres, inside words when it must."""
    words = words.strip()
    if not words:
        return ()
    if advance(words, style) <= width and "\n" not in words:
        return (words,)
    layout = QTextLayout(words.replace("\n", "\u2028"), font(style))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    cuts = [0]
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * DOTS_PER_MM)
        cuts.append(line.textStart() + line.textLength())
    layout.endLayout()
    return tuple(_pieces(words, cuts))


def _pieces(words: str, cuts: list[int]) -> list[str]:
    # Qt counts in UTF-16 units, Python in characters
    raw = words.encode("utf-16-le")
    pieces = [raw[2 * a : 2 * b].decode("utf-16-le") for a, b in pairwise(cuts)]
    return [piece.strip() for piece in pieces]


def lines(words: str, style: Style, width: float, x: float = 0.0) -> list[Block]:
    """Return a text as one block a line."""
    return [
        Block(style.line_mm, (Text(x, 0, width, line, style),))
        for line in wrapped(words, style, width)
    ]


def paragraph(words: str, style: Style, width: float, x: float = 0.0) -> Block:
    """Return a text as one block as high as its lines."""
    made = lines(words, style, width, x)
    return made[0] if len(made) == 1 else stacked(made)
