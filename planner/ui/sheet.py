"""Draw week sheets: one function for the preview, the printer and the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, QSaveFile
from PySide6.QtGui import (
    QColor,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from planner.coach.printing import Sheet
from planner.ui import theme
from planner.ui.sheet_layout import Paper, pages
from planner.ui.sheet_marks import DOTS_PER_MM, Box, Mark, Page, Rule, Text, ascent, font

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
INK, GREY, PALE = QColor("#000000"), QColor("#444444"), QColor("#999999")
MM_PER_INCH = 25.4
HAIRLINE_MM = 0.1


def draw(device: QPagedPaintDevice, sheets: Sequence[Sheet]) -> int:
    """Draw the sheets in the size of the device's pages, each lifter on a new one; return how many.

    Raises OSError when the device cannot be drawn on.
    """
    _load_fonts()
    made = [page for sheet in sheets for page in pages(sheet, _paper(device))]
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("The sheet could not be written.")
    scale = painter.device().logicalDpiX() / MM_PER_INCH / DOTS_PER_MM
    for number, page in enumerate(made):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        _draw_page(painter, page)
        painter.restore()
    painter.end()
    return len(made)


def write_pdf(path: Path, sheets: Sequence[Sheet], paper: str) -> int:
    """Write the sheets as vector text on 'a4' or 'letter'; return the number of pages.

    Needs a QGuiApplication, no screen. Raises OSError when the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path} could not be written: {file.errorString()}")
    writer = QPdfWriter(file)
    writer.setResolution(1200)
    writer.setPageLayout(landscape(paper))
    writer.setTitle(", ".join(sheet.lifter for sheet in sheets[:3]))
    count = draw(writer, sheets)
    if not file.commit():
        raise OSError(f"{path} could not be written: {file.errorString()}")
    return count


def landscape(paper: str) -> QPageLayout:
    """Return the layout of a page: landscape, without margins; the sheet keeps its own."""
    size = QPageSize(PAPERS[paper])
    layout = QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


@lru_cache
def _load_fonts() -> None:
    theme.load_fonts()


def _paper(device: QPagedPaintDevice) -> Paper:
    size = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    return Paper(size.width(), size.height())


def _draw_page(painter: QPainter, page: Page) -> None:
    painter.setPen(PALE)  # a preview does not note a pen that is black from the start
    for mark in page:
        _draw_mark(painter, mark)


def _draw_mark(painter: QPainter, mark: Mark) -> None:
    x, y = mark.x * DOTS_PER_MM, mark.y * DOTS_PER_MM
    if isinstance(mark, Text):
        painter.setFont(font(mark.style))
        painter.setPen(GREY if mark.style.grey else INK)
        painter.drawText(QPointF(x, y + ascent(mark.style) * DOTS_PER_MM), mark.words)
    elif isinstance(mark, Box):
        painter.setPen(QPen(INK, 0.15 * DOTS_PER_MM))
        box = QRectF(x, y, mark.width * DOTS_PER_MM, mark.height * DOTS_PER_MM)
        painter.drawRoundedRect(box, 0.4 * DOTS_PER_MM, 0.4 * DOTS_PER_MM)
    elif isinstance(mark, Rule):
        painter.setPen(QPen(INK if mark.weight > HAIRLINE_MM else PALE, mark.weight * DOTS_PER_MM))
        painter.drawLine(QPointF(x, y), QPointF(x + mark.width * DOTS_PER_MM, y))
