"""A letter to a professional: what stands in it is ticked beside its preview."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.coach import letter, print_choice
from planner.coach.letter import Letter, LetterPart
from planner.coach.print_choice import PaperName
from planner.engine.terms import Referral
from planner.ui import file_dialog, folders, letter_layout, letter_print, sheet
from planner.ui.printing_preview import usual_paper
from planner.ui.printing_view import Preview
from planner.ui.widgets import button, column, give_role, label, row, wrapped
from planner.ui.window_state import room_on_screen

USUAL_SIZE = QSize(980, 760)
TICKS_WIDTH = 260  # px


class LetterDialog(QDialog):
    """`made` tells that the letter was printed or saved."""

    made = Signal()

    def __init__(self, parent: QWidget, lifter_id: int, referral: Referral, today: date) -> None:
        super().__init__(parent)
        self._lifter_id, self._referral, self._today = lifter_id, referral, today
        self._page = 0
        self.setWindowTitle(self.tr("Letter"))
        self.ticks = {part: self._tick(part) for part in LetterPart}
        self.papers = QComboBox(self)
        for text, paper in (("A4", PaperName.A4), ("Letter", PaperName.LETTER)):
            self.papers.addItem(text, paper)
        chosen = print_choice.remembered(usual_paper()).paper
        self.papers.setCurrentIndex(self.papers.findData(chosen))
        self.papers.setAccessibleName(self.tr("Paper"))
        self.preview = Preview(self)
        self.preview.setAccessibleName(self.tr("Preview of the letter"))
        self.news = label("", "muted", self)
        self.place = label("", "muted", self)
        self.onward = button(self.tr("&Next page"), "quiet", self)
        self._build()
        self.papers.currentIndexChanged.connect(lambda _at: self._show())
        self.onward.clicked.connect(self._turn)
        self.resize(USUAL_SIZE.boundedTo(room_on_screen(self)))
        self._show()

    def letter(self) -> Letter:
        """Return the letter as it is ticked."""
        parts = {part for part, tick in self.ticks.items() if tick.isChecked()}
        return letter.letter(self._lifter_id, self._referral, self._today, parts)

    def save_pdf(self, path: Path) -> None:
        """Write the letter to a file and say so, or say why it did not work."""
        try:
            letter_print.write_pdf(path, self.letter(), self._paper())
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            self._tell(self.tr("Saved as {name}").format(name=path.name), "good")
            self.made.emit()

    def _paper(self) -> PaperName:
        return PaperName(self.papers.currentData())

    def _show(self) -> None:
        pages, paper = letter_print.laid_out(self.letter(), self._paper())
        self._page = min(self._page, len(pages) - 1)
        self.preview.show_page(pages[self._page], paper)
        place = self.tr("Page {number} of {count}")
        self.place.setText(place.format(number=self._page + 1, count=len(pages)))
        self.onward.setVisible(len(pages) > 1)

    def _turn(self) -> None:
        pages, _ = letter_print.laid_out(self.letter(), self._paper())
        self._page = (self._page + 1) % len(pages)
        self._show()

    def _tick(self, part: LetterPart) -> QCheckBox:
        made = QCheckBox(letter_layout.title(part), self)
        made.setChecked(part in letter.USUAL)
        made.setHidden(part is LetterPart.NOTE and not self._referral.note)
        made.toggled.connect(lambda _on: self._show())
        return made

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
        lines.addWidget(label(self.tr("What stands in the letter"), "heading", self))
        for tick in self.ticks.values():
            lines.addWidget(tick)
        told = self.tr("Answers and notes are private: they are printed only when ticked.")
        hint = wrapped(told, "muted", self)
        hint.setFixedWidth(TICKS_WIDTH)
        lines.addWidget(hint)
        lines.addWidget(self.papers)
        lines.addStretch(1)
        return lines

    def _bottom(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self.news, 1)
        line.addWidget(self.place)
        line.addWidget(self.onward)
        save = button(self.tr("&Save PDF…"), "", self)
        save.clicked.connect(self._ask_where)
        prints = button(self.tr("P&rint…"), "primary", self)
        prints.clicked.connect(self._ask_printer)
        there = bool(QPrinterInfo.availablePrinterNames())
        prints.setEnabled(there)
        (prints if there else save).setDefault(True)
        line.addWidget(save)
        line.addWidget(prints)
        return line

    def _ask_where(self) -> None:
        name = f"{self.letter().lifter} {self._today.isoformat()}.pdf".replace("/", "-")
        dialog = file_dialog.dialog(
            self, self.tr("Save PDF"), str(folders.folder()), self.tr("PDF (*.pdf)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(folders.chosen(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(sheet.page_layout(letter_print.choice(self._paper())))
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._print(printer)
        dialog.deleteLater()

    def _print(self, printer: QPrinter) -> None:
        try:
            letter_print.draw(printer, letter_print.laid_out(self.letter(), self._paper())[0])
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            self._tell(self.tr("Sent to {name}").format(name=printer.printerName()), "good")
            self.made.emit()

    def _tell(self, news: str, role: str) -> None:
        give_role(self.news, role)
        self.news.setText(news)
