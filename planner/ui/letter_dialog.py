"""A letter to a professional: what stands in it is ticked beside its preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.coach import letter
from planner.coach.letter import Letter, LetterPart
from planner.engine.terms import Referral
from planner.language import tr
from planner.ui import letter_layout, letter_print
from planner.ui.paper_dialog import PaperDialog
from planner.ui.sheet_marks import Page
from planner.ui.widgets import label, wrapped

TICKS_WIDTH = 260  # px


class LetterDialog(PaperDialog):
    """`made` tells that the letter was printed or saved."""

    made = Signal()

    def __init__(self, parent: QWidget, lifter_id: int, referral: Referral, today: date) -> None:
        super().__init__(parent)
        self._lifter_id, self._referral, self._today = lifter_id, referral, today
        self.setWindowTitle(tr("Letter"))
        self.ticks = {part: self._tick(part) for part in LetterPart}
        self.preview.setAccessibleName(tr("Preview of the letter"))
        self.build(self._aside())
        next(iter(self.ticks.values())).setFocus()
        self.show_pages()

    def letter(self) -> Letter:
        """Return the letter as it is ticked."""
        parts = {part for part, tick in self.ticks.items() if tick.isChecked()}
        return letter.letter(self._lifter_id, self._referral, self._today, parts)

    def pages(self) -> list[Page]:
        """Return the letter as pages."""
        return letter_print.laid_out(self.letter(), self.paper())

    def file_name(self) -> str:
        """Return whose letter it is, and of which day."""
        return f"{self.letter().lifter} {self._today.isoformat()}"

    def save_pdf(self, path: Path) -> None:
        """Write the letter to a file and say so, or say why it did not work."""
        said = tr("Saved as {name}").format(name=path.name)
        self._try(lambda: letter_print.write_pdf(path, self.letter(), self.paper()), said)

    def print_on(self, printer: QPrinter) -> None:
        """Print the letter and say so, or say why it did not work."""
        said = tr("Sent to {name}").format(name=printer.printerName())
        self._try(lambda: letter_print.draw(printer, self.pages()), said)

    def _try(self, work: Callable[[], None], said: str) -> None:
        try:
            work()
        except OSError as problem:
            self.tell(str(problem), "error")
        else:
            self.tell(said, "good")
            self.made.emit()

    def _tick(self, part: LetterPart) -> QCheckBox:
        made = QCheckBox(letter_layout.title(part), self)
        made.setChecked(part in letter.USUAL)
        made.setHidden(part is LetterPart.NOTE and not self._referral.note)
        made.toggled.connect(lambda _on: self.show_pages())
        return made

    def _aside(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addWidget(label(tr("What stands in the letter"), "heading", self))
        for tick in self.ticks.values():
            lines.addWidget(tick)
        told = tr("Answers and notes are private: they are printed only when ticked.")
        hint = wrapped(told, "muted", self)
        hint.setFixedWidth(TICKS_WIDTH)
        lines.addWidget(hint)
        lines.addWidget(self.papers)
        lines.addStretch(1)
        return lines
