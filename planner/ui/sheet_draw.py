"""Draw the marks of a page in few strokes: ready glyphs, and all lines of a kind as one.

Places are whole hundredths of a millimetre: a file of many pages is a third smaller so.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from planner.ui.sheet_code import runs
from planner.ui.sheet_logo import logo
from planner.ui.sheet_marks import (
    DOTS_PER_MM,
    Box,
    Code,
    Mark,
    Page,
    Picture,
    Plot,
    Rule,
    Stem,
    Style,
    Text,
    Tick,
    ascent,
    font,
)

INK, GREY, PALE = QColor("#000000"), QColor("#444444"), QColor("#999999")
HAIRLINE_MM = 0.1
BOX_PEN_MM = 0.15


def draw_page(painter: QPainter, page: Page) -> None:
    """Draw a page from the origin; the painter is scaled so that 1 is 1/100 mm."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _draw_texts(painter, [mark for mark in page if isinstance(mark, Text)])
    _draw_rules(painter, [mark for mark in page if isinstance(mark, Rule)])
    painter.setPen(QPen(INK, BOX_PEN_MM * DOTS_PER_MM))
    painter.drawRects([_place(mark) for mark in page if isinstance(mark, Box | Tick)])
    for mark in page:
        if isinstance(mark, Stem):
            painter.fillRect(_place(mark), INK)
        elif isinstance(mark, Code):
            _draw_code(painter, mark)
        elif isinstance(mark, Picture):
            painter.drawImage(_place(mark), logo(mark.file))
        elif isinstance(mark, Plot):
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_place(mark), mark.image)


def _draw_texts(painter: QPainter, texts: Iterable[Text]) -> None:
    grey = None
    for x, y, _, words, style in texts:
        if style.grey is not grey:
            grey = style.grey
            painter.setPen(GREY if grey else INK)
        base = QPointF(_dots(x), _dots(y + ascent(style)))
        for run in _glyphs(words, style):
            painter.drawGlyphRun(base, run)


@lru_cache(maxsize=4096)
def _glyphs(words: str, style: Style) -> tuple[QGlyphRun, ...]:
    """Return a line of text as glyphs, counted from where its base line begins."""
    layout = QTextLayout(words, font(style))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    made = layout.glyphRuns()
    for run in made:
        places = [QPointF(round(p.x()), round(p.y() - line.ascent())) for p in run.positions()]
        run.setPositions(places)
    return tuple(made)


def _draw_rules(painter: QPainter, rules: list[Rule]) -> None:
    for weight in dict.fromkeys(rule.weight for rule in rules):
        path = QPainterPath()
        for rule in rules:
            if rule.weight == weight:
                path.moveTo(_dots(rule.x), _dots(rule.y))
                path.lineTo(_dots(rule.x + rule.width), _dots(rule.y))
        painter.setPen(QPen(INK if weight > HAIRLINE_MM else PALE, weight * DOTS_PER_MM))
        painter.drawPath(path)


def _draw_code(painter: QPainter, mark: Code) -> None:
    side, place = _dots(mark.width), _place(mark).topLeft()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawRects(
        [
            QRectF(place.x() + x * side, place.y() + y * side, width * side, height * side)
            for x, y, width, height in runs(mark.words)
        ]
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _place(mark: Mark) -> QRectF:
    return QRectF(_dots(mark.x), _dots(mark.y), _dots(mark.width), _dots(mark.height))


def _dots(mm: float) -> int:
    return round(mm * DOTS_PER_MM)
