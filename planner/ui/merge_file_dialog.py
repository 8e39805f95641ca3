"""Merge another computer's file: it is read, then shown what would change, then merged."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from planner.coach import clients, merging
from planner.coach.files import DatabaseProblem
from planner.coach.merging import MergePreview, Other
from planner.coach.passphrase import PassphraseNeeded
from planner.language import tr
from planner.ui.counts import count
from planner.ui.dialog_sizes import open_at
from planner.ui.doing_page import DoingPage
from planner.ui.merge_changes import MergeChanges
from planner.ui.merge_differences import MergeDifferences
from planner.ui.parts import Parts
from planner.ui.passphrase_question import PassphraseQuestion
from planner.ui.widgets import ElidedLabel, button, column, row, title_tab, wrapped
from planner.ui.worker import Work

USUAL_SIZE = QSize(880, 600)


class MergeFileDialog(QDialog):
    """`begun` says that merging begins; `merged` carries what was done, once it is stored.

    Leaving before that changes nothing.
    """

    begun = Signal()
    merged = Signal(object)

    def __init__(self, parent: QWidget, path: Path, today: date) -> None:
        super().__init__(parent)
        self._owner, self._path = parent, path
        self._other: Other | None = None
        self._preview: MergePreview | None = None
        self._work: Work | None = None
        self._parts = Parts(self)
        self.setWindowTitle(tr("Merge {file}").format(file=path.name))
        open_at(self, USUAL_SIZE)
        self.doing = DoingPage(self)
        self.changes = MergeChanges(self)
        self.changes.namesakes.changed.connect(self._look_again)
        self.differences = MergeDifferences(self, today)
        self.differences.changed.connect(self._show_button)
        self.refusal = wrapped("", "error", self)
        self._pages = QStackedWidget(self)
        self._build()
        self._parts.broke.connect(self._refuse)

    def _build(self) -> None:
        layout = column(self, margin=24, spacing=12)
        title = tr("Merge {file}").format(file=self._path.name)
        layout.addWidget(ElidedLabel(title, "title", self))
        self._remarks = wrapped("", "warn", self)
        self._remarks.hide()
        layout.addWidget(self._remarks)
        self.preview_page = self._preview_page()
        self._refused_page = QWidget(self)
        refused = column(self._refused_page)
        refused.addWidget(self.refusal)
        refused.addStretch(1)
        for page in (self.doing, self.preview_page, self._refused_page):
            self._pages.addWidget(page)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._bottom())

    def _preview_page(self) -> QWidget:
        page = QWidget(self)
        layout = column(page)
        group, self._sections = QButtonGroup(page), QStackedWidget(page)
        self.what_comes, self.on_both_sides = self._tabs = QToolButton(page), QToolButton(page)
        line = row(spacing=0)
        for number, made in enumerate(self._tabs):
            made.setProperty("kind", "tab")
            made.setCheckable(True)
            group.addButton(made, number)
            self._sections.addWidget((self.changes, self.differences)[number])
            line.addWidget(made)
        line.addStretch(1)
        group.idClicked.connect(self._sections.setCurrentIndex)
        self._sections.currentChanged.connect(self._show_button)
        title_tab(self.what_comes, tr("What comes"))
        self.what_comes.setChecked(True)
        layout.addLayout(line)
        layout.addWidget(self._sections, 1)
        return page

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.cancel_button = button(tr("&Cancel"), parent=self)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button = button(tr("&Merge"), "primary", self)
        self.merge_button.clicked.connect(self._merge)
        self._note = wrapped(tr("A backup is made first."), "small", self)
        room = self._note.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the button beside it takes the whole line
        self._note.setSizePolicy(room)
        line.addWidget(self._note, 1)
        for made in (self.cancel_button, self.merge_button):
            made.setAutoDefault(False)
            line.addWidget(made)
        return line

    # reading
    def begin(self) -> None:
        """Open, and read the file."""
        self.open()
        self._fetch()

    def _fetch(self) -> None:
        self._do(self.doing, tr("Reading…"))
        self._work = Work(partial(merging.fetch, self._path), self._owner)
        self._work.progressed.connect(self.doing.show_percent)
        self._work.succeeded.connect(self._look)
        self._work.broke.connect(self._refuse)
        self._work.dropped.connect(_close)
        self._work.start()

    def _look(self, other: Other) -> None:
        self._work, self._other = None, other
        self._look_again()

    def _look_again(self) -> None:
        if self._other is not None:
            self._do(self.doing, tr("Comparing…"))
            answers = self.changes.namesakes.answers
            looking = merging.look(self._other, self.doing.show_rows, answers)
            self._parts.begin(looking, self.show_preview)

    def show_preview(self, preview: MergePreview) -> None:
        """Show what merging would do."""
        self._preview = preview
        self._remarks.setText("\n".join(preview.remarks))
        self._remarks.setVisible(bool(preview.remarks))
        self.changes.show_preview(preview)
        self.differences.show_differences(preview.differences, named=len(clients.lifters()) > 1)
        self.on_both_sides.setVisible(bool(preview.differences))
        text = tr("Changed on both sides {count}")
        title_tab(self.on_both_sides, text.format(count=count(len(preview.differences))))
        first = self._has_differences() and not preview.namesakes  # who is who is asked before
        self._come_first(self.on_both_sides if first else self.what_comes)
        self._do(self.preview_page)

    def _has_differences(self) -> bool:
        return self._preview is not None and bool(self._preview.differences)

    def _come_first(self, tab: QToolButton) -> None:
        tab.setChecked(True)
        self._sections.setCurrentIndex(self._tabs.index(tab))

    def _refuse(self, error: Exception) -> None:
        self._work = None
        if not isinstance(error, DatabaseProblem | OSError):
            self.reject()
            raise error
        self.refusal.setText(str(error))
        self._do(self._refused_page)
        if isinstance(error, PassphraseNeeded):
            self._ask_passphrase()

    def _ask_passphrase(self) -> None:
        """Ask for the file's passphrase and read it then; without one, leave."""
        asked = PassphraseQuestion(self._path, self, read=True)
        asked.accepted.connect(self._fetch)
        asked.rejected.connect(self.reject)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    # merging
    def _merge(self) -> None:
        if self._preview is None:
            return
        self.begun.emit()
        self._do(self.doing, tr("Merging…"))
        work = merging.apply(self._preview, self.differences.choices, self.doing.show_rows)
        self._parts.begin(work, self._done, self._closing)

    def _closing(self) -> Generator[None, None, None]:
        """Remove the copy in a part of its own: it may be as large as the file."""
        self._close_other()
        yield

    def _done(self, merged: object) -> None:
        self._close_other()
        self.accept()
        self.merged.emit(merged)

    # leaving
    def reject(self) -> None:
        """Leave; nothing was changed, unless all of it is stored by now."""
        self._parts.stop()
        if self.result() == self.DialogCode.Accepted:
            return
        if self._work is not None:
            self._work.abandon()
        self._close_other()
        super().reject()

    def _close_other(self) -> None:
        if self._other is not None:
            self._other.close()
        self._other = None

    def _do(self, page: QWidget, what: str = "") -> None:
        if what:
            self.doing.begin(what)
        self._pages.setCurrentWidget(page)
        self._show_button()

    def _show_button(self) -> None:
        """Offer to merge where that would change anything."""
        page, preview = self._pages.currentWidget(), self._preview
        self.merge_button.setVisible(page is self.preview_page)
        self._note.setVisible(page is self.preview_page)
        worth_it = preview is not None and (preview.differences or not preview.is_empty())
        self.merge_button.setEnabled(bool(worth_it))  # what is decided is not asked again
        unseen = self._has_differences() and self._sections.currentWidget() is self.changes
        self.merge_button.setDefault(not unseen)
        if self.cancel_button.hasFocus() and not unseen:
            self.merge_button.setFocus()
        left = page is not self.doing and not self.merge_button.isEnabled()
        self.cancel_button.setText(tr("&Close") if left else tr("&Cancel"))


def _close(dropped: Other) -> None:
    dropped.close()
