"""Draw week sheets: one function for the preview, the printer and the PDF."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize

from planner import language
from planner.coach.print_choice import Layout, PaperName, PrintChoice, Turn
from planner.coach.sheet import Sheet
from planner.ui import painting, pdf_file, theme
from planner.ui.sheet_draw import draw_page
from planner.ui.sheet_fonts import printable
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import DOTS_PER_MM, Mark, Page, Text

PAPERS = {
    PaperName.A4: QPageSize.PageSizeId.A4,
    PaperName.LETTER: QPageSize.PageSizeId.Letter,
}
TURNS = {
    Turn.PORTRAIT: QPageLayout.Orientation.Portrait,
    Turn.LANDSCAPE: QPageLayout.Orientation.Landscape,
}
MM_PER_INCH = 25.4
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
    painter = painting.begun(device)
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


def write_pdf(path: Path, sheets: Iterable[Sheet], choice: PrintChoice, title: str = "") -> Printed:
    """Write the sheets as vector text, as they come; without a title under that of the first.

    Whatever is raised, by `sheets` too, leaves the file as it was. Needs a QGuiApplication, no
    screen. Raises OSError when the file cannot be written.
    """
    coming = iter(sheets)
    with pdf_file.writing(path) as writer:
        first = next(coming)
        writer.setResolution(PDF_DPI)
        writer.setPageLayout(page_layout(choice))
        writer.setTitle(title or f"{first.lifter} · {first.heading}")
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
    if sheet.language == "ja":
        theme.load_japanese()
    clean, missing = printable(sheet)
    with language.saying(sheet.language):
        made = pages(clean, paper, layout)
        return LaidOut(_plain(made) if language.in_use() == "ja" else made, missing)


def _plain(made: Iterable[Page]) -> list[Page]:
    """Return pages without bold letters: there are none of Japanese to stand beside others."""
    return [tuple(map(_plain_mark, page)) for page in made]


def _plain_mark(mark: Mark) -> Mark:
    return mark._replace(style=mark.style.plain) if isinstance(mark, Text) else mark
