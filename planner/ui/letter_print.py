"""Bring a letter to paper: onto a printer, or into a PDF of vector text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from planner.coach.letter import Letter
from planner.coach.print_choice import PaperName, PrintChoice, Turn
from planner.ui import letter_layout, painting, pdf_file, sheet
from planner.ui.sheet_draw import draw_page
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_marks import DOTS_PER_MM, Page


def choice(name: PaperName) -> PrintChoice:
    """Return how a page lies that is held upright."""
    return PrintChoice(name, turn=Turn.PORTRAIT)


def paper(name: PaperName) -> Paper:
    """Return the size of a page that is held upright, in millimetres."""
    return sheet.paper_of(sheet.page_layout(choice(name)))


def laid_out(letter: Letter, name: PaperName) -> list[Page]:
    """Return the pages of a letter."""
    sheet.load_fonts()
    return letter_layout.pages(letter, paper(name))


def draw(device: QPagedPaintDevice, pages: Sequence[Page]) -> None:
    """Draw the pages of a letter; raises OSError when the device cannot be drawn on."""
    painter = painting.begun(device)
    scale = painter.device().logicalDpiX() / sheet.MM_PER_INCH / DOTS_PER_MM
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        draw_page(painter, page)
        painter.restore()
    painter.end()


def write_pdf(path: Path, letter: Letter, name: PaperName) -> None:
    """Write a letter as a PDF; raises OSError when the file cannot be written."""
    with pdf_file.writing(path) as writer:
        writer.setResolution(sheet.PDF_DPI)
        writer.setPageLayout(sheet.page_layout(choice(name)))
        writer.setTitle(letter.lifter)
        draw(writer, laid_out(letter, name))
