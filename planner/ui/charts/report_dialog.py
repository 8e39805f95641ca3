"""A report of charts: which pages, of how many lifts, over which days, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QProgressBar, QVBoxLayout, QWidget

from planner.coach import clients, lifter_lock
from planner.language import tr
from planner.ui import letter_print
from planner.ui.charts import pages, report, report_layout, report_print
from planner.ui.charts.pages import PageName
from planner.ui.charts.report import MOST_LIFTS, Report, Wish
from planner.ui.charts.scene import DaysShown, nothing_compared
from planner.ui.paper_dialog import PaperDialog
from planner.ui.sheet_marks import Page
from planner.ui.slices import Slices
from planner.ui.widgets import button, label, wrapped

USUAL = frozenset({PageName.STRENGTH})
USUAL_LIFTS = 3
ASIDE_PX = 260


class ReportDialog(PaperDialog):
    """Draws the report of the lifter shown to look at; it is printed or saved for one or for all.

    Drawing goes on while the window answers; whatever is chosen anew begins it again.
    """

    def __init__(
        self,
        parent: QWidget,
        lifter_id: int,
        days: DaysShown,
        today: date,
        compared: Callable[[str], str] = nothing_compared,
    ) -> None:
        super().__init__(parent)
        self._compared = compared
        self._lifter_id, self._days, self._today = lifter_id, days, today
        self.report: Report | None = None
        self._stopped = ""  # what to say when writing is stopped
        self.setWindowTitle(tr("Report of charts"))
        self.ticks = {name: self._tick(name) for name in pages.shown(lifter_id)}
        self.lifts = self._lift_counts()
        self.whose = self._whose()
        self.preview.setAccessibleName(tr("Preview of the report"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Reports drawn"))
        self.progress.setTextVisible(False)
        self.stops = button(tr("S&top"), "quiet", self)
        self.stops.clicked.connect(self.reject)
        self._drawing, self._writing = Slices(self), Slices(self)
        self._drawing.made.connect(self._drawn)
        self._writing.made.connect(self._written)
        self.build(self._aside(), self.progress, self.stops)
        next(iter(self.ticks.values())).setFocus()
        self.progress.hide()
        self.stops.hide()
        self._draw()

    def wish(self) -> Wish:
        """Return what is chosen."""
        names = tuple(name for name, tick in self.ticks.items() if tick.isChecked())
        return Wish(names, self.lifts.currentIndex() + 1, self._days, self._compared)

    def pages(self) -> list[Page]:
        """Return the report of the lifter shown as pages; none while it is being drawn."""
        if self.report is None:
            return []
        return report_layout.pages(self.report, letter_print.paper(self.paper()), self._today)

    def file_name(self) -> str:
        """Return whose report it is, and of which day."""
        alone = len(self._ids()) == 1
        whose = clients.lifter(self._lifter_id).name if alone else tr("Charts")
        return f"{whose} {self._today.isoformat()}"

    def save_pdf(self, path: Path) -> None:
        """Write the report to a file and say so, or say why it did not work."""
        ids = self._ids()
        work = report_print.pdf(path, self.paper(), ids, self._today, self.wish())
        self._stopped = tr("Stopped: nothing was written")
        self._write(work, len(ids), tr("Saved as {name}").format(name=path.name))

    def print_on(self, printer: QPrinter) -> None:
        """Print the report and say so, or say why it did not work."""
        ids = self._ids()
        work = report_print.onto(printer, ids, self._today, self.wish())
        said = tr("Sent to {name}").format(name=printer.printerName())
        self._stopped = tr("Stopped: what was drawn so far may be printed")
        self._write(work, len(ids), said)

    def reject(self) -> None:
        """Stop what is being written, else close."""
        if self._writing.tell():  # it was all written before
            return
        if self.progress.isVisible():
            self._stop()
            self.tell(self._stopped, "muted")
        else:
            self._drawing.stop()
            super().reject()

    # looking
    def _draw(self) -> None:
        """Draw anew what is chosen, for the lifter shown."""
        self.report = None
        self.tell(tr("Drawing…"), "muted")
        job = partial(report.drawn, self._lifter_id, self._today, self.wish())
        self._drawing.begin({None: job})

    def _drawn(self, _key: object, made: Report) -> None:
        self.report = made
        if self.news.text() == tr("Drawing…"):  # what was written meanwhile stays said
            self.tell("", "muted")
        self.show_pages()

    # writing
    def _ids(self) -> list[int]:
        if self.whose.currentIndex() == 0:
            return [self._lifter_id]
        return [each.id or 0 for each in lifter_lock.lifters()]

    def _write(self, work: Generator[int, None, None], count: int, said: str) -> None:
        """Draw and write one report after the other, while the window answers."""
        self.progress.setRange(0, count)
        self.progress.setValue(0)
        self.progress.show()
        self.stops.show()
        self._enable(False)
        self.tell(tr("Writing…"), "muted")
        self._writing.begin({said: partial(self._counted, work)})

    def _counted(self, work: Generator[int, None, None]) -> Generator[None, None, str]:
        """Go on with what is written, and return what went wrong, '' when nothing did."""
        words = tr("Writing {done} of {count}…")
        try:
            for done in work:
                self.progress.setValue(done)
                self.tell(words.format(done=done + 1, count=self.progress.maximum()), "muted")
                yield
        except OSError as problem:
            return str(problem)
        finally:
            work.close()
        return ""

    def _written(self, said: str, problem: str) -> None:
        self._stop()
        locked = lifter_lock.left_out() if self.whose.currentIndex() else ""
        self.tell(problem or f"{said} {locked}".rstrip(), "error" if problem else "good")

    def _stop(self) -> None:
        self._writing.stop()
        self.progress.hide()
        self.stops.hide()
        self._enable(True)

    def _enable(self, free: bool) -> None:
        parts = (*self.ticks.values(), self.lifts, self.whose, self.papers, self.saves)
        for part in parts:
            part.setEnabled(free)
        self.prints.setEnabled(free and bool(QPrinterInfo.availablePrinterNames()))

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
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.addItem(clients.lifter(self._lifter_id).name)
        made.addItem(tr("All lifters, each on pages of their own"))
        made.setVisible(len(lifter_lock.lifters()) > 1)
        return made

    def _aside(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addWidget(label(tr("What stands in the report"), "heading", self))
        for tick in self.ticks.values():
            lines.addWidget(tick)
        form = QFormLayout()
        form.addRow(tr("&Lifts, from the top of the list"), self.lifts)
        form.addRow(tr("Pap&er"), self.papers)
        lines.addLayout(form)
        self.whose.setAccessibleName(tr("Whose report"))
        lines.addWidget(self.whose)
        hint = wrapped(tr("The days are those that the charts show now."), "muted", self)
        hint.setFixedWidth(ASIDE_PX)
        lines.addWidget(hint)
        lines.addStretch(1)
        return lines
