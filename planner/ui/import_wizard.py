"""Import another app's log: choose files, look at what would come in, let it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from planner.coach import adopting, importing
from planner.coach.adopting import Document
from planner.coach.importing import ImportPreview, ImportProblem, ReadLog
from planner.coach.refused import Refused
from planner.engine.terms import Lifter, Progress, Unit
from planner.language import tr
from planner.ui import counts, import_target
from planner.ui.dialog_sizes import open_at
from planner.ui.doing_page import DoingPage
from planner.ui.import_choose import ChoosePage
from planner.ui.import_document import DocumentPage
from planner.ui.import_heading import ImportHeading
from planner.ui.import_preview import PreviewPage
from planner.ui.parts import Parts
from planner.ui.widgets import button, column, row
from planner.ui.worker import Work

USUAL_SIZE = QSize(880, 640)
Read = TypeVar("Read")
SEEN_MS = 60  # until the bar was painted; storing then keeps this thread busy


class ImportWizard(QDialog):
    """One file after the other: `commit_wanted` carries the preview to store.

    Duplicates are looked for anew before each file, so that two exports that overlap come in
    once. `adopt_wanted` carries a document of our own, whose lifters come in whole, and its name.
    `nothing_imported` says that the user left without any. When nobody chose the lifter's unit
    (`unit_is_open`), the first log brings its own. A log comes in for the lifter shown, unless it
    is our own and says whose it is.
    """

    commit_wanted = Signal(object)
    adopt_wanted = Signal(object, str)
    nothing_imported = Signal()

    def __init__(self, parent: QWidget, lifter: Lifter, unit_is_open: bool = False) -> None:
        super().__init__(parent)
        self._owner, self._unit_is_open = parent, unit_is_open
        self._shown = self._lifter = lifter
        self._waiting: list[Path] = []
        self._work: Work | None = None
        self.storing = Parts(self)  # what stores a log; leaving stops it
        self.comparing = Parts(self)
        self.comparing.broke.connect(self._refuse)
        self._read: ReadLog | None = None
        self.left = False  # whether the user left; it may be gone then
        self.preview: ImportPreview | None = None
        self._document: Document | None = None
        self._document_name = ""
        self._files, self._sets = 0, list[int]()  # chosen; what came in of each
        open_at(self, USUAL_SIZE)
        self._build()

    def _build(self) -> None:
        layout = column(self, margin=24, spacing=16)
        self.heading = ImportHeading(self)
        self.heading.show_lifter(self._lifter.name)
        self.heading.chosen.connect(self._choose_lifter)
        layout.addWidget(self.heading)
        self.choose_page = ChoosePage(self)
        self.choose_page.chosen.connect(self.read)
        self.reading_page = DoingPage(self)
        self.preview_page = PreviewPage(self)
        self.preview_page.unit_wanted.connect(self._read_again)
        self.preview_page.matches.changed.connect(self._show_button)
        self.preview_page.deleted_too.clicked.connect(self._compare_anew)
        self.document_page = DocumentPage(self)
        self._pages = QStackedWidget(self)
        for page in (self.choose_page, self.reading_page, self.preview_page, self.document_page):
            self._pages.addWidget(page)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._bottom())

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.cancel_button = button(tr("Cancel"), parent=self)
        self.cancel_button.clicked.connect(self.reject)
        self.skip_button = button(tr("&Skip this file"), parent=self)
        self.skip_button.clicked.connect(self._next)
        self.import_button = button(tr("&Import"), "primary", self)
        self.import_button.clicked.connect(self._import)
        line.addStretch(1)
        for made in (self.skip_button, self.cancel_button, self.import_button):
            made.setAutoDefault(False)
            line.addWidget(made)
        self._show_button()
        return line

    def waiting(self) -> list[Path]:
        """Return the files that are still to come."""
        return list(self._waiting)

    def lifter_id(self) -> int:
        """Return whom the log that is shown comes in for."""
        assert self._lifter.id is not None
        return self._lifter.id

    def takes_unit(self) -> bool:
        """Say whether the lifter is to read in the unit of the log."""
        return self._unit_is_open and not self.preview_page.keep_unit.isChecked()

    def any_imported(self) -> bool:
        """Say whether a log came in."""
        return bool(self._sets)

    def came_in(self) -> tuple[int, int, int]:
        """Return how many files came in, of how many that were chosen, and their sets."""
        return len(self._sets), self._files, sum(self._sets)

    def read(self, paths: Sequence[Path]) -> None:
        """Take files to import, the first of them now."""
        self._waiting, self._files = list(paths), len(self._sets) + len(paths)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.accept()
            return
        self.preview_page.forget_choices()
        path = self._waiting.pop(0)
        self._lifter, self._document = self._shown, None
        if path.suffix.lower() == ".json" and path.is_file():
            self.choose_page.show_problem("")
            self._read_apart(partial(adopting.read, path), partial(self._look_for_lifters, path))
        else:
            self._start(path, None)

    def _look_for_lifters(self, path: Path, document: Document | None) -> None:
        """Look for lifters in a document of our own; anything else is read as a log."""
        if document is None:
            self._start(path, None)
            return
        self._show_doing(tr("Comparing…"))
        work = import_target.placing(document, path.name)
        self.comparing.begin(work, partial(self._place, path))
        self.comparing.hurry()

    def _place(self, path: Path, found: Document | Lifter | None) -> None:
        """Offer newcomers whole; the log of a lifter who is here comes in for them."""
        if not isinstance(found, Document):
            self._lifter = found or self._shown
            self._start(path, None)
            return
        self._document, self._document_name = found, path.name
        self.heading.show_document(path.name)
        self.document_page.show_document(found)
        self._show(self.document_page)

    def _read_again(self, unit: Unit) -> None:
        if self.preview is not None:
            self._start(self.preview.path, unit)

    def _choose_lifter(self, lifter: Lifter) -> None:
        """Let this file and those after it come in for a lifter."""
        self._shown = self._lifter = lifter
        self.heading.show_lifter(lifter.name, self.heading.file.text())
        self._compare_anew()

    def _compare_anew(self) -> None:
        if self._read is not None and self._pages.currentWidget() is self.preview_page:
            self._compare(self._read, self._show_preview)

    def _start(self, path: Path, unit: Unit | None) -> None:
        self.choose_page.show_problem("")
        other = self._shown.name if self._lifter.id != self._shown.id else ""
        self.heading.show_lifter(self._lifter.name, self._told(path), instead_of=other)
        self.preview = self._read = None
        self._read_apart(partial(importing.read, path, unit), self._understand)

    def _read_apart(self, work: Callable[[Progress], Read], then: Callable[[Read], None]) -> None:
        """Read on a thread of its own."""
        self._drop_work()
        self._show_doing(tr("Reading…"))
        self._work = Work(work, self._owner)
        self._work.progressed.connect(self.reading_page.show_percent)
        self._work.succeeded.connect(then)
        self._work.broke.connect(self._refuse)
        self._work.start()

    def _told(self, path: Path) -> str:
        """Return the file's name, and which one it is of several."""
        if self._files < 2:
            return path.name
        text = tr("File {number} of {files}: {name}")
        number = self._files - len(self._waiting)
        return text.format(number=number, files=self._files, name=path.name)

    def _understand(self, read: ReadLog) -> None:
        self._read = read
        self._compare(read, self._show_preview)

    def _compare(self, read: ReadLog, then: Callable[[ImportPreview], None]) -> None:
        """Compare what was read with what is stored; the database belongs to this thread."""
        self._show_doing(tr("Comparing…"))
        self.comparing.begin(self.preview_page.understanding(self.lifter_id(), read), then)
        self.comparing.hurry()

    def _show_preview(self, preview: ImportPreview) -> None:
        self.preview = preview
        self.preview_page.show_preview(preview)
        unit = preview.unit if self._unit_is_open else self._lifter.unit
        self.preview_page.show_lifter(self._lifter, unit)
        self._show(self.preview_page)
        self.preview_page.matches.table.setFocus()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.heading.show_lifter(self._shown.name)
        elif not isinstance(error, ImportProblem):
            self.reject()
            raise error
        self.choose_page.show_problem(str(error))
        self._show(self.choose_page)

    def _import(self) -> None:
        if self._document is not None:
            self.adopt_wanted.emit(self._document, self._document_name)
            return
        if self._read is None or self.preview is None:
            return
        if self.preview_page.matches.choices:
            self._compare(self._read, self._store)
        else:
            self._store(self.preview)

    def _store(self, preview: ImportPreview) -> None:
        self.preview = preview
        self.show_storing()
        QTimer.singleShot(SEEN_MS, self, partial(self._commit, preview))

    def _commit(self, preview: ImportPreview) -> None:
        """Ask for the storing, unless the user left or skipped the file at the last moment."""
        if self.isVisible() and self.preview is preview:
            self.commit_wanted.emit(preview)

    def show_storing(self) -> None:
        """Say that something is being stored; leaving stops it."""
        self._show_doing(tr("Storing…"))

    def go_on(self, stored: bool) -> None:
        """Go on to the next file after one came in; stay on it when it could not be stored."""
        if stored and self.preview is not None:
            self._sets.append(self.preview.new_sets)
            self.cancel_button.setText(tr("Stop here"))  # what came in stays
            self._unit_is_open = False
            self._next()
        else:
            self._show(self.preview_page if self._document is None else self.document_page)

    def reject(self) -> None:
        """Leave; what is being read is forgotten, and nothing of it was stored."""
        self._drop_work()
        self.left = True
        if not self._sets:
            self.nothing_imported.emit()
        super().reject()

    def _drop_work(self) -> None:
        self.storing.stop()
        self.comparing.stop()
        if self._work is not None:
            self._work.abandon()
        self._work = None

    def _show_doing(self, what: str) -> None:
        self.reading_page.begin(what)
        self._show(self.reading_page)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.heading.whose.setEnabled(page is not self.reading_page)
        self._show_button()

    def _show_button(self) -> None:
        page = self._pages.currentWidget()
        shown = self.preview if page is self.preview_page else None
        self.skip_button.setVisible(bool(self._waiting))
        self.import_button.setVisible(shown is not None or page is self.document_page)
        if shown is None:
            self.import_button.setEnabled(True)
            self.import_button.setText(tr("&Take in"))
            return
        self.import_button.setEnabled(shown.new_sets > 0)
        text = tr("&Import {sets}").format(sets=counts.sets(shown.new_sets))
        self.import_button.setText(text if shown.new_sets else tr("Nothing new to import"))
        self.import_button.setDefault(True)
