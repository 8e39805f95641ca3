"""Choose a backup, and see what it holds beside what is there now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from planner.coach import files
from planner.coach.files import Backup, DatabaseProblem
from planner.coach.passphrase import PassphraseNeeded
from planner.language import passage, tr
from planner.ui import backup_words, file_dialog, folders
from planner.ui.counts import count
from planner.ui.dialog_sizes import open_at
from planner.ui.passphrase_question import PassphraseQuestion
from planner.ui.waiting import MOMENT_S
from planner.ui.widgets import button, column, frame, label, row, wrapped
from planner.ui.worker import Work

USUAL_SIZE = QSize(760, 440)
_PATH, _BROUGHT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class RestoreDialog(QDialog):
    """The backups, newest first; `restore_wanted` carries the path of the one chosen.

    What is there now is the file that is open, or the one that `cannot_be_opened` or is not there.
    """

    restore_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        backups: Sequence[Backup],
        today: date,
        cannot_be_opened: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._unopened = today, cannot_be_opened
        self._job: Work | None = None
        self.setWindowTitle(tr("Restore"))
        open_at(self, USUAL_SIZE)
        self._now = files.counts() if self._unopened is None else files.countable(self._unopened)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(tr("Restore a backup"), "title", self))
        body = row(spacing=16)
        body.addWidget(self._list(), 1)
        body.addWidget(self._card(), 1)
        layout.addLayout(body, 1)
        layout.addLayout(self._bottom())
        minutes = Counter(_minute(backup) for backup in backups)
        for backup in backups:
            self._add(backup, seconds=minutes[_minute(backup)] > 1)
        self._show()
        self.list.setCurrentRow(0)

    def _list(self) -> QListWidget:
        self.list = QListWidget(self)
        self.list.setProperty("role", "card")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Backups"))
        self.list.currentItemChanged.connect(self._show)
        return self.list

    def _add(self, backup: Backup, seconds: bool = False) -> QListWidgetItem:
        when = backup_words.when(backup.made_at, self._today, seconds)
        size, why = backup_words.size(backup.size_bytes), backup_words.why(backup)
        why = " · ".join(filter(None, (files.of_another(backup.path), why)))
        item = QListWidgetItem(f"{when} · {size}\n{why}", self.list)
        item.setData(_PATH, str(backup.path))
        item.setToolTip(str(backup.path))
        return item

    def _card(self) -> QFrame:
        card = frame("card", self)
        layout = column(card, margin=16)
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(24)
        self._note = wrapped("", "muted", card)
        layout.addLayout(self._counts)
        layout.addStretch(1)
        layout.addWidget(self._note)
        self._cells = [self._line(number, title) for number, title in enumerate(self._titles())]
        return card

    def _line(self, number: int, title: str) -> tuple[QLabel, QLabel]:
        now, then = label("", "number", self), label("", "number", self)
        for place, made in enumerate((label(title, parent=self), now, then)):
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            self._counts.addWidget(made, number, place, side)
        return now, then

    def _titles(self) -> list[str]:
        return ["", *(title for _table, title in self._kinds())]

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("lifter", tr("Lifters")),
            ("session", tr("Sessions")),
            ("logged_set", tr("Sets")),
            ("mesocycle", tr("Mesocycles")),
            ("check_in", tr("Check-ins")),
        ]

    def _bottom(self) -> QHBoxLayout:
        line = row()
        other = button(tr("&Another file…"), parent=self)
        other.clicked.connect(self.choose)
        cancel = button(tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.restore = button(tr("&Restore this backup"), "primary", self)
        self.restore.clicked.connect(self._take)
        self.unlock = button(tr("&Passphrase…"), parent=self)
        self.unlock.clicked.connect(self._ask_passphrase)
        self.unlock.hide()
        line.addWidget(other)
        line.addWidget(self.unlock)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.restore)
        return line

    def choose(self) -> None:
        """Mark a file from elsewhere in the list, which keeps it if it can be restored."""
        name = file_dialog.to_open(
            self, tr("Choose a backup"), str(folders.folder()),
            tr("Databases (*.db);;All files (*)"),
        )  # fmt: skip
        if name:
            path = folders.chosen(name)
            self.list.setCurrentItem(self._listed(path) or self._bring(path))

    def _listed(self, path: Path) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((each for each in items if Path(each.data(_PATH)) == path), None)

    def _bring(self, path: Path) -> QListWidgetItem:
        item = self._add(files.backup(path))
        item.setData(_BROUGHT, True)
        return item

    def _leave(self) -> None:
        """Take the marked file out of the list, if it is from elsewhere; mark no other one."""
        item = self.list.currentItem()
        if item is not None and item.data(_BROUGHT):
            with QSignalBlocker(self.list):  # what is said of it stays
                self.list.takeItem(self.list.row(item))
                self.list.setCurrentRow(-1)

    def _marked(self) -> Path | None:
        item = self.list.currentItem()
        return None if item is None else Path(item.data(_PATH))

    def _show(self) -> None:
        """Count what the marked backup holds, off the UI thread when that takes long."""
        self._forget_job()
        path = self._marked()
        if path is None:
            self._show_found({}, tr("There is no backup yet."))
            return
        self._show_found({}, tr("Looking at it…"))
        job = self._job = Work(partial(files.contents, path), self.parent())
        job.succeeded.connect(self._show_found)
        job.broke.connect(self._show_problem)
        job.start()
        if job.wait(MOMENT_S):
            self._take_found(job)

    def _take_found(self, job: Work) -> None:
        try:
            found = job.take()
        except Exception as error:  # noqa: BLE001 - raised again unless it is about the file
            self._show_problem(error)
        else:
            self._show_found(found)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def done(self, result: int) -> None:
        """Look at nothing any more."""
        self._forget_job()
        super().done(result)

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, DatabaseProblem | OSError):
            raise error
        self._show_found({}, str(error))
        if isinstance(error, PassphraseNeeded):
            self.unlock.show()
            self.unlock.setDefault(True)
        else:
            self._leave()

    def _ask_passphrase(self) -> None:
        path = self._marked()
        if path is not None:
            asked = PassphraseQuestion(path, self, backup=True)
            asked.accepted.connect(self._show)
            asked.finished.connect(asked.deleteLater)
            asked.open()

    def _show_found(self, then: object, problem: str = "") -> None:
        counts = then if isinstance(then, dict) else {}
        self.unlock.hide()
        self.restore.setDefault(True)
        self._show_counts(counts)
        self.restore.setEnabled(bool(counts))
        of = "" if problem else self._of_another()
        self._note.setText(problem or passage(filter(None, (of, self._what_is_kept()))))
        self._note.setProperty("role", "warn" if of else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)

    def _of_another(self) -> str:
        path = self._marked()
        return backup_words.of_another(path) if path is not None else ""

    def _what_is_kept(self) -> str:
        if self._unopened is None:
            return tr("What is there now is backed up first.")
        return tr("The damaged file is kept beside it.") if self._unopened.exists() else ""

    def _show_counts(self, then: Mapping[str, int]) -> None:
        counted = [(_count(self._now, table), _count(then, table)) for table, _ in self._kinds()]
        rows = [(tr("now"), tr("after")), *counted]
        for (now, after_label), texts in zip(self._cells, rows, strict=True):
            now.setText(texts[0])
            after_label.setText(texts[1])

    def _take(self) -> None:
        path = self._marked()
        if path is not None:
            self.accept()
            self.restore_wanted.emit(path)


def _count(held: Mapping[str, int], table: str) -> str:
    return count(held[table]) if table in held else "–"


def _minute(backup: Backup) -> datetime:
    return backup.made_at.replace(second=0, microsecond=0)
