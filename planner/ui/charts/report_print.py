"""Bring reports of charts to paper, one lifter after the other, part by part."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice, QPainter

from planner.coach import clients, readings
from planner.coach.print_choice import PaperName
from planner.ui import letter_print, painting, pdf_file, sheet
from planner.ui.charts import report, report_layout
from planner.ui.charts.report import Wish
from planner.ui.sheet_draw import draw_page
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_marks import DOTS_PER_MM


def pdf(
    path: Path, name: PaperName, ids: Sequence[int], today: date, wish: Wish
) -> Generator[int, None, None]:
    """Write reports into a file; yield how many lifters are done.

    Closed before its end, as by an error, it leaves the file as it was. Raises OSError when the
    file cannot be written.
    """
    with pdf_file.writing(path) as writer:
        writer.setResolution(sheet.PDF_DPI)
        writer.setPageLayout(sheet.page_layout(letter_print.choice(name)))
        writer.setTitle(clients.lifter(ids[0]).name if len(ids) == 1 else path.stem)
        yield from onto(writer, ids, today, wish)


def onto(
    device: QPagedPaintDevice, ids: Sequence[int], today: date, wish: Wish
) -> Generator[int, None, None]:
    """Draw reports on paper, each from a page of its own; yield how many lifters are done.

    Closed before its end, a printer prints what it was given so far. Raises OSError when the
    device cannot be drawn on.
    """
    sheet.load_fonts()
    painter = painting.begun(device)
    size = sheet.paper_of(device.pageLayout())
    try:
        for done, lifter_id in enumerate(ids):
            steps = report.drawn(lifter_id, today, wish)
            made = yield from _counting(steps, done)
            _draw(painter, device, made, size, today, begun=done > 0)
            if len(ids) > 1:
                readings.forget(clients.lifter(lifter_id).uid)
    finally:
        painter.end()


def _counting(
    steps: Generator[None, None, report.Report], done: int
) -> Generator[int, None, report.Report]:
    while True:
        try:
            next(steps)
        except StopIteration as last:
            made: report.Report = last.value
            return made
        yield done


def _draw(
    painter: QPainter,
    device: QPagedPaintDevice,
    made: report.Report,
    size: Paper,
    today: date,
    begun: bool,
) -> None:
    scale = painter.device().logicalDpiX() / sheet.MM_PER_INCH / DOTS_PER_MM
    for number, page in enumerate(report_layout.pages(made, size, today)):
        if begun or number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        draw_page(painter, page)
        painter.restore()
