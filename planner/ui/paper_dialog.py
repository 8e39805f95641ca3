"""Pages beside what is chosen for them, to be printed or saved as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QWidget,
)

from planner.coach import print_choice
from planner.coach.print_choice import PaperName
from planner.language import tr
from planner.ui import file_dialog, folders, letter_print, sheet
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import tab_in_order
from planner.ui.modal import answered
from planner.ui.printing_view import Preview
from planner.ui.sheet_marks import Page
from planner.ui.usual_paper import usual_paper
from planner.ui.widgets import button, column, give_role, label, row, scrolling

USUAL_SIZE = QSize(980, 760)


class PaperDialog(QDialog):
    """Subclasses give the `pages` and bring them to a file or a printer."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._page = 0
        self.papers = self._papers()
        self.preview = Preview(self)
        self.news, self.place = label("", "muted", self), label("", "muted", self)
        self.onward = button(tr("&Next page"), "quiet", self)
        self.onward.clicked.connect(self._turn)
        self.saves = button(tr("&Save PDF…"), "", self)
        self.saves.clicked.connect(self._ask_where)
        self.prints = button(tr("P&rint…"), "primary", self)
        self.prints.clicked.connect(self._ask_printer)

    # what subclasses say
    def pages(self) -> list[Page]:
        """Return the pages as they are chosen; none while they are still being made."""
        raise NotImplementedError

    def file_name(self) -> str:
        """Return what a file with the pages is called, without its ending."""
        raise NotImplementedError

    def save_pdf(self, path: Path) -> None:
        """Write the pages to a file and say so, or say why it did not work."""
        raise NotImplementedError

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages and say so, or say why it did not work."""
        raise NotImplementedError

    # what they use
    def paper(self) -> PaperName:
        """Return the paper that is chosen."""
        return PaperName(self.papers.currentData())

    def tell(self, news: str, role: str) -> None:
        """Say how it went, below the pages."""
        give_role(self.news, role)
        self.news.setText(news)

    def show_pages(self) -> None:
        """Show the pages as they are chosen now."""
        made = self.pages()
        if made:
            self._page = min(self._page, len(made) - 1)
            self.preview.show_page(made[self._page], letter_print.paper(self.paper()))
            place = tr("Page {number} of {count}")
            self.place.setText(place.format(number=self._page + 1, count=len(made)))
            self.onward.setVisible(len(made) > 1)

    def build(self, aside: QLayout, *beside_news: QWidget) -> None:
        """Put what is chosen to the left of the pages, news and buttons below them."""
        layout = column(self, margin=16, spacing=12)
        middle = row(spacing=16)
        middle.addWidget(self._scrolling(aside))
        middle.addWidget(self.preview, 1)
        layout.addLayout(middle, 1)
        layout.addLayout(self._bottom(*beside_news))
        tab_in_order(layout)
        self.papers.currentIndexChanged.connect(lambda _at: self.show_pages())
        open_at(self, USUAL_SIZE)

    def _scrolling(self, aside: QLayout) -> QScrollArea:
        """Let what is chosen scroll on a small screen."""
        content = QWidget(self)
        content.setLayout(aside)
        aside.setContentsMargins(0, 0, 0, 0)
        made = scrolling(content, self)
        bar = made.verticalScrollBar().sizeHint().width()
        made.setFixedWidth(content.sizeHint().width() + bar)
        return made

    def _turn(self) -> None:
        self._page = (self._page + 1) % max(1, len(self.pages()))
        self.show_pages()

    def _papers(self) -> QComboBox:
        made = QComboBox(self)
        for text, paper in ((tr("A4"), PaperName.A4), (tr("Letter", "paper"), PaperName.LETTER)):
            made.addItem(text, paper)
        chosen = print_choice.remembered(usual_paper()).paper
        made.setCurrentIndex(made.findData(chosen))
        made.setAccessibleName(tr("Paper"))
        return made

    def _bottom(self, *beside_news: QWidget) -> QHBoxLayout:
        line = row()
        line.addWidget(self.news, 1)
        for part in beside_news:
            line.addWidget(part, 1)
        for each in (self.place, self.onward, leaving_button(self), self.saves, self.prints):
            line.addWidget(each)
        there = bool(QPrinterInfo.availablePrinterNames())
        self.prints.setEnabled(there)
        (self.prints if there else self.saves).setDefault(True)
        return line

    def _ask_where(self) -> None:
        dialog = file_dialog.dialog(self, tr("Save PDF"), str(folders.folder()), tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self.file_name()}.pdf".replace("/", "-"))
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(folders.chosen(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(sheet.page_layout(letter_print.choice(self.paper())))
        if answered(QPrintDialog(printer, self)):
            self.print_on(printer)
