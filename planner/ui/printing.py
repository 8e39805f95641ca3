"""Look at a week's sheet, then print it or save it as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QWidget

from planner.coach.printing import NothingPlanned, Sheet
from planner.ui import folders, sheet, widgets
from planner.ui.printing_week import PrintedWeek
from planner.ui.window_state import room_on_screen

USUAL_SIZE = QSize(960, 720)
LETTER_COUNTRIES = (
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
)


def print_week(parent: QWidget, lifter_id: int, week_of: date, today: date) -> QDialog:
    """Show the sheet of the week that holds a day, ready to print; return the dialog shown."""
    week = PrintedWeek(lifter_id, week_of, today)
    try:
        made = week.own()
    except NothingPlanned as problem:
        return _opened(EmptyPreview(str(problem), week, parent))
    return _opened(SheetPreview(made, week, parent))


def _opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def usual_paper() -> str:
    """Return the paper that is usual in the reader's country: 'letter' or 'a4'."""
    return "letter" if QLocale().territory() in LETTER_COUNTRIES else "a4"


class EmptyPreview(QDialog):
    """Says that there is nothing to print, and what to do; others may have something."""

    def __init__(self, reason: str, week: PrintedWeek, parent: QWidget) -> None:
        super().__init__(parent)
        self._week = week
        self.setWindowTitle(self.tr("Print week"))
        layout = widgets.column(self, margin=24, spacing=16)
        self._reason = widgets.wrapped(reason, "heading", self)
        layout.addWidget(self._reason)
        advice = self.tr("Add a session to the week, then print it.")
        layout.addWidget(widgets.wrapped(advice, "muted", self))
        close = widgets.button(self.tr("&Close"), "primary", self)
        close.clicked.connect(self.close)
        self.others = widgets.button(self.tr("Print &all lifters…"), "", self)
        self.others.clicked.connect(self._print_others)
        self.others.setVisible(week.has_others())
        foot = widgets.row()
        foot.addStretch(1)
        foot.addWidget(self.others)
        foot.addWidget(close)
        layout.addLayout(foot)
        self.setMinimumWidth(380)

    def _print_others(self) -> None:
        made, window = self._week.everybody(self), self.parentWidget()
        if made and window is not None:
            self.close()
            _opened(SheetPreview(made, self._week, window, everybody=True))
        else:
            self._reason.setText(self.tr("No lifter has anything planned in this week."))


class SheetPreview(QDialog):
    """The pages as they will be printed, with paper, printer and PDF to choose."""

    def __init__(
        self, sheets: Sequence[Sheet], week: PrintedWeek, parent: QWidget, everybody: bool = False
    ) -> None:
        super().__init__(parent)
        self._sheets, self._week, self._everybody = sheets, week, everybody
        self._printer = _printer()
        self.setWindowTitle(self.tr("Print week"))
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))
        self._preview = QPrintPreviewWidget(self._printer, self)
        self._preview.setAccessibleName(self.tr("Preview of the sheet"))
        self._preview.paintRequested.connect(self._draw)
        self._news = widgets.label("", "muted", self)
        layout = widgets.column(self, margin=12)
        layout.addLayout(self._top())
        layout.addWidget(self._preview, 1)
        layout.addLayout(self._bottom())
        self.choose_paper(usual_paper())
        if everybody:
            self._tell_who_is_left_out()

    def choose_paper(self, paper: str) -> None:
        """Show the sheet on 'a4' or 'letter'."""
        self._paper.setCurrentIndex(self._paper.findData(paper))
        self._printer.setPageLayout(sheet.landscape(paper))
        self._preview.updatePreview()
        self._show_page(1)

    def choose_lifters(self, everybody: bool) -> None:
        """Show the sheets of all who have the week planned, or of the lifter shown alone."""
        made: list[Sheet] = []
        try:
            made = self._week.everybody(self) if everybody else self._week.own()
        except NothingPlanned as problem:
            self._tell(str(problem), "muted")
        if made:
            self._sheets, self._everybody = made, everybody
            self._tell_who_is_left_out()
            self._preview.updatePreview()
            self._show_page(1)
        self.whose.setCurrentIndex(int(self._everybody))

    def _tell_who_is_left_out(self) -> None:
        names = self._week.without_plan() if self._everybody else ""
        told = self.tr("Nothing planned this week: {names}").format(names=names)
        self._tell(told if names else "", "muted")

    def file_name(self) -> str:
        """Return the name that a PDF gets unless another is typed."""
        whose = self.tr("All lifters") if self._everybody else self._sheets[0].lifter
        return f"{whose} {self._week.week_of.isoformat()}.pdf"

    def save_pdf(self, path: Path) -> None:
        """Write the sheet to a file and say so, or say why it did not work."""
        try:
            sheet.write_pdf(path, self._sheets, self._paper.currentData())
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            self._tell(self.tr("Saved as {name}").format(name=path.name), "good")

    def _top(self) -> QHBoxLayout:
        bar = widgets.row()
        name = widgets.label(self.tr("&Paper"), "", self)
        self._paper = QComboBox(self)
        self._paper.addItem(self.tr("A4"), "a4")
        self._paper.addItem(self.tr("Letter"), "letter")
        self._paper.activated.connect(lambda: self.choose_paper(self._paper.currentData()))
        name.setBuddy(self._paper)
        self.whose = self._whose()
        self._pages = widgets.label("", "muted", self)
        self._back = self._turning(self.tr("‹"), self.tr("Previous page"), -1)
        self._next = self._turning(self.tr("›"), self.tr("Next page"), 1)
        bar.addWidget(name)
        bar.addWidget(self._paper)
        bar.addWidget(self.whose)
        bar.addStretch(1)
        bar.addWidget(self._back)
        bar.addWidget(self._pages)
        bar.addWidget(self._next)
        return bar

    def _whose(self) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(self.tr("Whose week"))
        made.addItem(self.tr("This lifter"))
        made.addItem(self.tr("All lifters with a plan this week"))
        made.setCurrentIndex(int(self._everybody))
        made.setVisible(self._week.has_others())
        made.activated.connect(lambda index: self.choose_lifters(bool(index)))
        return made

    def _turning(self, sign: str, name: str, step: int) -> QWidget:
        made = widgets.button(sign, "", self)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(partial(self._turn, step))
        return made

    def _bottom(self) -> QHBoxLayout:
        bar = widgets.row()
        bar.addWidget(self._news, 1)
        save = widgets.button(self.tr("&Save PDF…"), "", self)
        save.clicked.connect(self._ask_where)
        prints = widgets.button(self.tr("P&rint…"), "primary", self)
        prints.clicked.connect(self._ask_printer)
        if not QPrinterInfo.availablePrinterNames():
            prints.setEnabled(False)
            self._tell(self.tr("No printer was found; a PDF works everywhere."), "muted")
        bar.addWidget(save)
        bar.addWidget(prints)
        return bar

    def _draw(self, printer: QPrinter) -> None:
        sheet.draw(printer, self._sheets)

    def _turn(self, step: int) -> None:
        self._show_page(self._preview.currentPage() + step)

    def _show_page(self, number: int) -> None:
        count = self._preview.pageCount()
        self._preview.setCurrentPage(number)
        shown = self.tr("Page {number} of {count}").format(number=number, count=count)
        self._pages.setText(shown)
        self._back.setEnabled(number > 1)
        self._next.setEnabled(number < count)

    def _ask_where(self) -> None:
        folder = str(folders.folder())
        dialog = QFileDialog(self, self.tr("Save PDF"), folder, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_pdf(folders.chosen(name)))
        dialog.open()

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._print()
        dialog.deleteLater()

    def _print(self) -> None:
        try:
            self._draw(self._printer)
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            self._tell(self.tr("Sent to {name}").format(name=self._printer.printerName()), "good")

    def _tell(self, news: str, role: str) -> None:
        self._news.setProperty("role", role)
        self._news.setText(news)
        self._news.style().unpolish(self._news)
        self._news.style().polish(self._news)


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not QPrinterInfo.availablePrinterNames():
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return printer
