"""A report of charts: which pages, of how many lifts, over which days, and for whom."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from planner.coach import clients, print_choice
from planner.coach.print_choice import PaperName
from planner.ui import file_dialog, folders, letter_print, sheet
from planner.ui.charts import pages, report, report_layout, report_print
from planner.ui.charts.pages import PageName
from planner.ui.charts.report import MOST_LIFTS, Report, Wish
from planner.ui.charts.scene import DaysShown
from planner.ui.printing_preview import usual_paper
from planner.ui.printing_view import Preview
from planner.ui.sheet_marks import Page
from planner.ui.slices import Slices
from planner.ui.widgets import button, column, give_role, label, row, wrapped
from planner.ui.window_state import room_on_screen

USUAL_SIZE = QSize(980, 760)
USUAL = frozenset({PageName.STRENGTH})
USUAL_LIFTS = 3
ASIDE_PX = 260


class ReportDialog(QDialog):
    """Draws the report of the lifter shown to look at; it is printed or saved for one or for all.

    Drawing goes on while the window answers; whatever is chosen anew begins it again.
    """

    def __init__(self, parent: QWidget, lifter_id: int, days: DaysShown, today: date) -> None:
        super().__init__(parent)
        self._lifter_id, self._days, self._today = lifter_id, days, today
        self._report: Report | None = None
        self._place = 0
        self.setWindowTitle(self.tr("Report of charts"))
        self.ticks = {name: self._tick(name) for name in pages.shown(lifter_id)}
        self.lifts = self._lift_counts()
        self.whose = self._whose()
        self.papers = self._papers()
        self.preview = Preview(self)
        self.preview.setAccessibleName(self.tr("Preview of the report"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Reports drawn"))
        self.progress.hide()
        self.news, self.place = label("", "muted", self), label("", "muted", self)
        self.onward = button(self.tr("&Next page"), "quiet", self)
        self.saves = button(self.tr("&Save PDF…"), "", self)
        self.prints = button(self.tr("P&rint…"), "primary", self)
        self._drawing, self._writing = Slices(self), Slices(self)
        self._build()
        self._connect()
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))
        self._draw()

    def wish(self) -> Wish:
        """Return what is chosen."""
        names = tuple(name for name, tick in self.ticks.items() if tick.isChecked())
        return Wish(names, self.lifts.currentIndex() + 1, self._days)

    def save_pdf(self, path: Path) -> None:
        """Write the report to a file and say so, or say why it did not work."""
        ids = self._ids()
        work = report_print.pdf(path, self._paper(), ids, self._today, self.wish())
        self._write(work, len(ids), self.tr("Saved as {name}").format(name=path.name))

    def print_on(self, printer: QPrinter) -> None:
        """Print the report and say so, or say why it did not work."""
        ids = self._ids()
        work = report_print.onto(printer, ids, self._today, self.wish())
        said = self.tr("Sent to {name}").format(name=printer.printerName())
        self._write(work, len(ids), said)

    def reject(self) -> None:
        """Stop what is being written, else close."""
        if self.progress.isVisible():
            self._stop()
            self._tell(self.tr("Stopped: nothing was written"), "muted")
        else:
            self._drawing.stop()
            super().reject()

    # looking
    def _draw(self) -> None:
        """Draw anew what is chosen, for the lifter shown."""
        self._report = None
        self._tell(self.tr("Drawing…"), "muted")
        job = partial(report.drawn, self._lifter_id, self._today, self.wish())
        self._drawing.begin({None: job})

    def _drawn(self, _key: object, made: Report) -> None:
        self._report = made
        self._tell("", "muted")
        self._show()

    def _pages(self) -> list[Page]:
        if self._report is None:
            return []
        return report_layout.pages(self._report, report_print.paper(self._paper()), self._today)

    def _show(self) -> None:
        laid_out = self._pages()
        if not laid_out:
            return
        self._place = min(self._place, len(laid_out) - 1)
        self.preview.show_page(laid_out[self._place], report_print.paper(self._paper()))
        words = self.tr("Page {number} of {count}")
        self.place.setText(words.format(number=self._place + 1, count=len(laid_out)))
        self.onward.setVisible(len(laid_out) > 1)

    def _turn(self) -> None:
        self._place = (self._place + 1) % max(1, len(self._pages()))
        self._show()

    def _paper(self) -> PaperName:
        return PaperName(self.papers.currentData())

    # writing
    def _ids(self) -> list[int]:
        if self.whose.currentIndex() == 0:
            return [self._lifter_id]
        return [each.id or 0 for each in clients.lifters()]

    def _write(self, work: Generator[int, None, None], count: int, said: str) -> None:
        """Draw and write one report after the other, while the window answers."""
        self.progress.setRange(0, count)
        self.progress.setValue(0)
        self.progress.show()
        self._enable(False)
        self._tell(self.tr("Writing…"), "muted")
        self._writing.begin({said: partial(self._counted, work)})

    def _counted(self, work: Generator[int, None, None]) -> Generator[None, None, str]:
        """Go on with what is written, and return what went wrong, '' when nothing did."""
        try:
            for done in work:
                self.progress.setValue(done)
                yield
        except OSError as problem:
            return str(problem)
        finally:
            work.close()
        return ""

    def _written(self, said: str, problem: str) -> None:
        self._stop()
        self._tell(problem or said, "error" if problem else "good")

    def _stop(self) -> None:
        self._writing.stop()
        self.progress.hide()
        self._enable(True)

    def _enable(self, free: bool) -> None:
        parts = (*self.ticks.values(), self.lifts, self.whose, self.papers, self.saves)
        for part in parts:
            part.setEnabled(free)
        self.prints.setEnabled(free and bool(QPrinterInfo.availablePrinterNames()))

    def _ask_where(self) -> None:
        whose = clients.lifter(self._lifter_id).name if len(self._ids()) == 1 else self.tr("Charts")
        dialog = file_dialog.dialog(
            self, self.tr("Save PDF"), str(folders.folder()), self.tr("PDF (*.pdf)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{whose} {self._today.isoformat()}.pdf".replace("/", "-"))
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(folders.chosen(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(sheet.page_layout(letter_print.choice(self._paper())))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)
        dialog.deleteLater()

    def _tell(self, news: str, role: str) -> None:
        give_role(self.news, role)
        self.news.setText(news)

    # building
    def _tick(self, name: PageName) -> QCheckBox:
        made = QCheckBox(pages.title(name), self)
        made.setChecked(name in USUAL)
        made.toggled.connect(self._draw)
        return made

    def _lift_counts(self) -> QComboBox:
        made = QComboBox(self)
        made.addItems([str(count) for count in range(1, MOST_LIFTS + 1)])
        made.setCurrentIndex(USUAL_LIFTS - 1)
        made.currentIndexChanged.connect(self._draw)
        return made

    def _whose(self) -> QComboBox:
        made = QComboBox(self)
        made.addItem(clients.lifter(self._lifter_id).name)
        made.addItem(self.tr("All lifters, a page of their own each"))
        made.setVisible(len(clients.lifters()) > 1)
        return made

    def _papers(self) -> QComboBox:
        made = QComboBox(self)
        for text, paper in (("A4", PaperName.A4), ("Letter", PaperName.LETTER)):
            made.addItem(text, paper)
        chosen = print_choice.remembered(usual_paper()).paper
        made.setCurrentIndex(made.findData(chosen))
        return made

    def _connect(self) -> None:
        self._drawing.made.connect(self._drawn)
        self._writing.made.connect(self._written)
        self.papers.currentIndexChanged.connect(lambda _at: self._show())
        self.onward.clicked.connect(self._turn)
        self.saves.clicked.connect(self._ask_where)
        self.prints.clicked.connect(self._ask_printer)
        there = bool(QPrinterInfo.availablePrinterNames())
        self.prints.setEnabled(there)
        (self.prints if there else self.saves).setDefault(True)

    def _build(self) -> None:
        layout = column(self, margin=16, spacing=12)
        middle = row(spacing=16)
        middle.addLayout(self._aside())
        middle.addWidget(self.preview, 1)
        layout.addLayout(middle, 1)
        layout.addLayout(self._bottom())

    def _aside(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addWidget(label(self.tr("What stands in the report"), "heading", self))
        for tick in self.ticks.values():
            lines.addWidget(tick)
        form = QFormLayout()
        form.addRow(self.tr("&Lifts, most trained"), self.lifts)
        form.addRow(self.tr("Pap&er"), self.papers)
        lines.addLayout(form)
        self.whose.setAccessibleName(self.tr("Whose report"))
        lines.addWidget(self.whose)
        hint = wrapped(self.tr("The days are those that the charts show now."), "muted", self)
        hint.setFixedWidth(ASIDE_PX)
        lines.addWidget(hint)
        lines.addStretch(1)
        return lines

    def _bottom(self) -> QHBoxLayout:
        line = row()
        for part, share in ((self.news, 1), (self.progress, 1), (self.place, 0), (self.onward, 0)):
            line.addWidget(part, share)
        line.addWidget(self.saves)
        line.addWidget(self.prints)
        return line
