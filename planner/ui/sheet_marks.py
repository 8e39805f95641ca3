"""The marks a sheet is made of, in millimetres from a corner: text, boxes to write in, lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

FAMILY = "Noto Sans"
DOTS_PER_MM = 100  # type is measured at this size, so that every device breaks lines alike
MM_PER_POINT = 25.4 / 72
BOX_WIDTH_MM, BOX_HEIGHT_MM, BOX_GAP_MM = 10.2, 7.2, 0.7  # 10 × 7 mm is the least for a number


class Style(Enum):
    """How a text looks: size in points, height of a line in millimetres, bold, grey."""

    TITLE = (15.0, 7.0, True, False)
    SESSION = (10.5, 5.2, True, False)
    BODY = (9.0, 4.2, False, False)
    STRONG = (9.0, 4.2, True, False)
    SMALL = (8.0, 3.8, False, True)
    CAPTION = (7.5, 3.8, True, True)

    @property
    def points(self) -> float:
        """Size of the type in points."""
        return self.value[0]

    @property
    def line_mm(self) -> float:
        """Height of one line in millimetres."""
        return self.value[1]

    @property
    def bold(self) -> bool:
        """Whether the type is bold."""
        return self.value[2]

    @property
    def grey(self) -> bool:
        """Whether the type is dark grey; nothing depends on it."""
        return self.value[3]


@dataclass(frozen=True, slots=True)
class Text:
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


@dataclass(frozen=True, slots=True)
class Box:
    """An empty box to write in."""

    x: float
    y: float
    width: float = BOX_WIDTH_MM
    height: float = BOX_HEIGHT_MM


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `weight` is its thickness in millimetres."""

    x: float
    y: float
    width: float
    weight: float = 0.1

    @property
    def height(self) -> float:
        """A line takes no height of its own."""
        return 0.0


Mark: TypeAlias = Text | Box | Rule
Page: TypeAlias = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that stay together, measured from the block's own top left corner."""

    height: float
    marks: tuple[Mark, ...] = ()


def moved(marks: Iterable[Mark], right: float, down: float) -> list[Mark]:
    """Return the marks at another place."""
    return [replace(mark, x=mark.x + right, y=mark.y + down) for mark in marks]


def stacked(blocks: Iterable[Block]) -> Block:
    """Return the blocks below each other as one."""
    marks: list[Mark] = []
    height = 0.0
    for block in blocks:
        marks += moved(block.marks, 0, height)
        height += block.height
    return Block(height, tuple(marks))


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
    return stacked(lines(words, style, width, x))
