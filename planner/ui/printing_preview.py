"""The pages of a week's sheets as they will be printed, and the ways to paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QWidget

from planner.coach import lifter_lock, print_choice, sheet_language, studio
from planner.coach.files import DatabaseProblem
from planner.coach.print_choice import PrintChoice
from planner.coach.printing import NothingPlanned
from planner.coach.sheet import Sheet
from planner.engine.terms import Stopped
from planner.language import tr
from planner.ui import file_dialog, folders, sheet, widgets
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.modal import answered
from planner.ui.printing_bar import Everybody, PrintingBar
from planner.ui.printing_returns import OpenReturns
from planner.ui.printing_studio import StudioDialog
from planner.ui.printing_view import Preview
from planner.ui.printing_week import PrintedWeek
from planner.ui.printing_whose import WhoseDialog
from planner.ui.printing_words import title, unprintable
from planner.ui.sheet import LaidOut, Printed
from planner.ui.usual_paper import usual_paper

Act: TypeAlias = Callable[[str, Callable[[], object]], object]
USUAL_SIZE = QSize(960, 760)


class SheetPreview(QDialog):
    """The pages as they will be printed: whose, which week, how, and where to."""

    def __init__(
        self,
        lifter_ids: list[int],
        week: PrintedWeek,
        act: Act,
        parent: QWidget,
        whose: Everybody = Everybody.ONE,
    ) -> None:
        super().__init__(parent)
        self._week, self._act = week, act
        self._ids, self._of, self._whose = lifter_ids, week.week_of, whose
        self._lifter = self._page = 0
        self._shown: tuple[Sheet, LaidOut]
        self._printer = _printer()
        self.setWindowTitle(tr("Print week"))
        open_at(self, USUAL_SIZE)
        self.bar = PrintingBar(week, print_choice.remembered(usual_paper()), whose, self)
        self.preview = Preview(self)
        self.stopped = widgets.wrapped("", "error", self)
        self.returns = OpenReturns(week.today, self)
        self._told = widgets.wrapped("", "muted", self)
        self._news = widgets.label("", "muted", self)
        layout = widgets.column(self, margin=12)
        layout.addWidget(self.bar)
        layout.addWidget(self.preview, 1)
        for part in (self.stopped, self.returns, self._told):
            layout.addWidget(part)
        layout.addLayout(self._bottom())
        self._connect()
        self._show_sheet(0)

    def _connect(self) -> None:
        bar = self.bar
        bar.choice_made.connect(self.choose)
        bar.whose_made.connect(self.choose_lifters)
        bar.day_made.connect(self.choose_week)
        bar.language_made.connect(self.choose_language)
        bar.turned.connect(self.turn)
        bar.wide.toggled.connect(self.preview.show_wide)
        bar.studio_wanted.connect(self._ask_studio)
        self.returns.accept_wanted.connect(self.accept_returns)
        self.returns.show_wanted.connect(self._show_sheet)
        for key, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(key), self, partial(self.turn, step))

    def choose(self, choice: PrintChoice) -> None:
        """Show the sheet laid out another way, and remember it."""
        try:
            print_choice.remember(choice)
        except DatabaseProblem as problem:
            self._tell(str(problem), "error")
        self.bar.show_choice(choice)
        self._show_sheet(self._lifter)

    def choose_lifters(self, whose: Everybody) -> None:
        """Show the sheets of the lifter, of all who have the week planned, or of a chosen few."""
        if whose is Everybody.FEW:
            self._ask_whose()
        else:
            planned = self._week.planned(self._of)
            self._take(planned if whose is Everybody.ALL else [self._week.lifter_id], whose)

    def choose_week(self, of: date) -> None:
        """Show another week, of the same lifters as far as they have it planned."""
        planned = self._week.planned(of)
        wanted = planned if self._whose is Everybody.ALL else self._ids
        found = [each for each in wanted if each in planned]
        if found:
            self._of = of
            self._take(found, self._whose)
        else:
            self._tell(tr("Nothing is planned in that week."), "muted")
            self.bar.show_day(self._of)

    def take_few(self, lifter_ids: list[int]) -> None:
        """Show the sheets of these lifters."""
        self._take(lifter_ids, Everybody.FEW)

    def _take(self, lifter_ids: list[int], whose: Everybody) -> None:
        before = self._ids, self._whose
        self._ids, self._whose = lifter_ids, whose
        try:
            self._show_sheet(0)
        except NothingPlanned as problem:
            self._ids, self._whose = before
            self._tell(str(problem), "muted")
        self.bar.show_whose(self._whose)

    def _ask_whose(self) -> None:
        planned = self._week.planned(self._of)
        lifters = [made for made in self._week.lifters() if made.id in planned]
        dialog = WhoseDialog(lifters, self._ids, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take_few(dialog.chosen()))
        dialog.rejected.connect(lambda: self.bar.show_whose(self._whose))
        dialog.open()

    def _ask_studio(self) -> None:
        dialog = StudioDialog(studio.studio(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.change_studio)
        dialog.open()

    def change_studio(self, made: studio.Studio) -> None:
        """Print a logo and a line on every sheet from now on; this can be undone."""
        self._act(tr("Change studio"), lambda: studio.change(made))
        self._show_sheet(self._lifter)

    def choose_language(self, code: str) -> None:
        """Print the sheets of the lifter shown in a language from now on; this can be undone."""
        lifter_id = self._ids[self._lifter]
        self._act(tr("Language of sheets"), lambda: sheet_language.choose(lifter_id, code))
        self._show_sheet(self._lifter)

    def accept_returns(self, write: Callable[[], object]) -> None:
        """Accept the lighter loads after time off, and show the sheet that has them."""
        self._act(tr("Accept loads"), write)
        self._show_sheet(self._lifter)

    # pages
    def turn(self, step: int) -> None:
        """Show the next page or the one before, of the next lifter after the last one."""
        page = self._page + step
        if 0 <= page < len(self._shown[1].pages):
            self._show_page(page)
        elif 0 <= self._lifter + step < len(self._ids):
            self._show_sheet(self._lifter + step, last=step < 0)

    def _show_sheet(self, number: int, last: bool = False) -> None:
        made = self._week.sheet(self._ids[number], self._of)
        self._lifter = number
        self._shown = made, sheet.laid_out(made, self.bar.choice)
        self.bar.show_language(made.language)
        self.returns.show_sheet(made, self._ids, number, self._of)
        self._tell_all()
        self._show_page(len(self._shown[1].pages) - 1 if last else 0)

    def _show_page(self, number: int) -> None:
        self._page = number
        made, laid = self._shown
        paper = sheet.paper_of(sheet.page_layout(self.bar.choice))
        self.preview.show_page(laid.pages[number], paper)
        first = self._lifter == number == 0
        final = self._lifter == len(self._ids) - 1 and number == len(laid.pages) - 1
        self.bar.show_place(self._place(made, number, len(laid.pages)), not first, not final)

    def _place(self, made: Sheet, number: int, count: int) -> str:
        page = tr("Page {number} of {count}").format(number=number + 1, count=count)
        if len(self._ids) == 1:
            return page
        whose = tr("{name} ({number} of {count})").format(
            name=made.lifter, number=self._lifter + 1, count=len(self._ids)
        )
        return f"{whose} · {page}"

    def _tell_all(self) -> None:
        self._tell("", "muted")
        if names := self._week.stopped(self._ids):
            self.stopped.setText(tr("Not to train until cleared: {names}.").format(names=names))
        self.stopped.setVisible(bool(names))
        lines = [unprintable(self._shown[1].missing)]
        if self._whose is Everybody.ALL:
            names = self._week.without_plan(self._of)
            told = tr("Nothing planned this week: {names}").format(names=names)
            lines += [told if names else "", lifter_lock.left_out()]
        self._told.setText("\n".join(filter(None, lines)))
        self._told.setVisible(bool(self._told.text()))

    # what becomes of them
    def file_name(self) -> str:
        """Return the name that a PDF gets unless another is typed."""
        names = {Everybody.ALL: tr("All lifters"), Everybody.FEW: tr("Lifters")}
        whose = names.get(self._whose, self._shown[0].lifter)
        return f"{whose} {self._of.isoformat()}.pdf".replace("/", "-")

    def save_pdf(self, path: Path) -> None:
        """Write the sheets to a file and say so, or say why it did not work."""
        try:
            name = title(len(self._ids), self._of)
            made = sheet.write_pdf(path, self._sheets(), self.bar.choice, name)
        except Stopped:
            self._tell(tr("Stopped; no file was written."), "muted")
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            self._tell_done(tr("Saved as {name}").format(name=path.name), made)

    def _sheets(self) -> Iterator[Sheet]:
        return self._week.sheets(self._ids, self._of, self)

    def _tell_done(self, words: str, made: Printed) -> None:
        self._tell(" · ".join(filter(None, (words, unprintable(made.missing)))), "good")

    def _bottom(self) -> QHBoxLayout:
        bar = widgets.row()
        bar.addWidget(self._news, 1)
        save = widgets.button(tr("&Save PDF…"), "", self)
        save.clicked.connect(self._ask_where)
        prints = widgets.button(tr("P&rint…"), "primary", self)
        prints.clicked.connect(self._ask_printer)
        prints.setDefault(True)
        bar.addWidget(leaving_button(self))
        bar.addWidget(save)
        if not QPrinterInfo.availablePrinterNames():
            prints.setEnabled(False)
            save.setDefault(True)
            bar.insertWidget(1, self._no_printer(), 2)
        bar.addWidget(prints)
        return bar

    def _no_printer(self) -> QLabel:
        words = tr("No printer was found; a PDF works everywhere.")
        made = widgets.wrapped(words, "muted", self)
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made

    def _ask_where(self) -> None:
        folder = str(folders.folder())
        dialog = file_dialog.dialog(self, tr("Save PDF"), folder, tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.file_name())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_pdf(folders.chosen(name)))
        dialog.open()

    def _ask_printer(self) -> None:
        self._printer.setPageLayout(sheet.page_layout(self.bar.choice))
        if answered(QPrintDialog(self._printer, self)):
            self._print()

    def _print(self) -> None:
        try:
            made = sheet.draw(self._printer, self._sheets(), self.bar.choice.layout)
        except Stopped:
            self._printer.abort()
            self._tell(tr("Stopped."), "muted")
        except OSError as problem:
            self._tell(str(problem), "error")
        else:
            name = self._printer.printerName()
            self._tell_done(tr("Sent to {name}").format(name=name), made)

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
