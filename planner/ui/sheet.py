"""Draw week sheets: one function for the preview, the printer and the PDF."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from planner.coach.print_choice import Layout, PaperName, PrintChoice, Turn
from planner.coach.sheet import Sheet
from planner.ui import theme
from planner.ui.sheet_code import runs
from planner.ui.sheet_fonts import printable
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_layout import pages
from planner.ui.sheet_logo import logo
from planner.ui.sheet_marks import (
    DOTS_PER_MM,
    Box,
    Code,
    Mark,
    Page,
    Picture,
    Rule,
    Stem,
    Text,
    Tick,
    ascent,
    font,
)

PAPERS = {
    PaperName.A4: QPageSize.PageSizeId.A4,
    PaperName.LETTER: QPageSize.PageSizeId.Letter,
}
TURNS = {
    Turn.PORTRAIT: QPageLayout.Orientation.Portrait,
    Turn.LANDSCAPE: QPageLayout.Orientation.Landscape,
}
INK, GREY, PALE = QColor("#000000"), QColor("#444444"), QColor("#999999")
MM_PER_INCH = 25.4
HAIRLINE_MM = 0.1
PDF_DPI = 1200


class Printed(NamedTuple):
    """How many sheets and pages were drawn, and which signs no font of this computer has."""

    sheets: int
    pages: int
    missing: str


class LaidOut(NamedTuple):
    """The pages of a sheet, and which of its signs no font of this computer has."""

    pages: list[Page]
    missing: str


def laid_out(sheet: Sheet, choice: PrintChoice) -> LaidOut:
    """Lay a sheet out as it will be printed."""
    load_fonts()
    return _laid_out(sheet, paper_of(page_layout(choice)), choice.layout)


def draw(device: QPagedPaintDevice, sheets: Iterable[Sheet], layout: Layout) -> Printed:
    """Draw sheets, one after the other, in the size of the device's pages, each on a new one.

    Raises OSError when the device cannot be drawn on.
    """
    load_fonts()
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("The sheet could not be written.")
    paper = paper_of(device.pageLayout())
    scale = painter.device().logicalDpiX() / MM_PER_INCH / DOTS_PER_MM
    count = drawn = 0
    missing: dict[str, None] = {}
    try:
        for sheet in sheets:
            made = _laid_out(sheet, paper, layout)
            missing |= dict.fromkeys(made.missing)
            for page in made.pages:
                if drawn:
                    device.newPage()
                painter.save()
                painter.scale(scale, scale)
                draw_page(painter, page)
                painter.restore()
                drawn += 1
            count += 1
    finally:
        painter.end()
    return Printed(count, drawn, "".join(missing))


def draw_page(painter: QPainter, page: Page) -> None:
    """Draw a page from the origin; the painter is scaled so that 1 is 1/100 mm."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for mark in page:
        _draw_mark(painter, mark)


def write_pdf(path: Path, sheets: Iterable[Sheet], choice: PrintChoice) -> Printed:
    """Write the sheets as vector text, as they come.

    Whatever is raised, by `sheets` too, leaves the file as it was. Needs a QGuiApplication, no
    screen. Raises OSError when the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path} could not be written: {file.errorString()}")
    try:
        made = _write(file, sheets, choice)
    except BaseException:
        file.cancelWriting()
        file.commit()
        raise
    if not file.commit():
        raise OSError(f"{path} could not be written: {file.errorString()}")
    return made


def _write(file: QSaveFile, sheets: Iterable[Sheet], choice: PrintChoice) -> Printed:
    coming = iter(sheets)
    first = next(coming)
    writer = QPdfWriter(file)
    writer.setResolution(PDF_DPI)
    writer.setPageLayout(page_layout(choice))
    writer.setTitle(f"{first.lifter} · {first.heading}")
    return draw(writer, chain([first], coming), choice.layout)


def page_layout(choice: PrintChoice) -> QPageLayout:
    """Return the layout of a page without margins; the sheet keeps its own."""
    size = QPageSize(PAPERS[choice.paper])
    layout = QPageLayout(size, TURNS[choice.turn], QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def paper_of(layout: QPageLayout) -> Paper:
    """Return the size of a page in millimetres."""
    size = layout.fullRect(QPageLayout.Unit.Millimeter)
    return Paper(size.width(), size.height())


@lru_cache
def load_fonts() -> None:
    """Make the shipped font known, once."""
    theme.load_fonts()


def _laid_out(sheet: Sheet, paper: Paper, layout: Layout) -> LaidOut:
    clean, missing = printable(sheet)
    return LaidOut(pages(clean, paper, layout), missing)


def _draw_mark(painter: QPainter, mark: Mark) -> None:
    x, y = mark.x * DOTS_PER_MM, mark.y * DOTS_PER_MM
    if isinstance(mark, Text):
        painter.setFont(font(mark.style))
        painter.setPen(GREY if mark.style.grey else INK)
        painter.drawText(QPointF(x, y + ascent(mark.style) * DOTS_PER_MM), mark.words)
    elif isinstance(mark, Box | Tick):
        painter.setPen(QPen(INK, 0.15 * DOTS_PER_MM))
        painter.drawRoundedRect(_place(mark), 0.4 * DOTS_PER_MM, 0.4 * DOTS_PER_MM)
    elif isinstance(mark, Rule):
        painter.setPen(QPen(INK if mark.weight > HAIRLINE_MM else PALE, mark.weight * DOTS_PER_MM))
        painter.drawLine(QPointF(x, y), QPointF(x + mark.width * DOTS_PER_MM, y))
    elif isinstance(mark, Stem):
        painter.fillRect(_place(mark), INK)
    elif isinstance(mark, Code):
        _draw_code(painter, mark)
    elif isinstance(mark, Picture):
        painter.drawImage(_place(mark), logo(mark.file))


def _draw_code(painter: QPainter, mark: Code) -> None:
    side, place = mark.width * DOTS_PER_MM, _place(mark).topLeft()
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
    x, y = mark.x * DOTS_PER_MM, mark.y * DOTS_PER_MM
    return QRectF(x, y, mark.width * DOTS_PER_MM, mark.height * DOTS_PER_MM)
