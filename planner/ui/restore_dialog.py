"""Choose a backup, and see what it holds beside what is there now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
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
from planner.coach.files import Backup, DatabaseProblem, Reason
from planner.ui import dates, file_dialog, folders
from planner.ui.counts import count
from planner.ui.widgets import button, column, frame, label, row, wrapped

_PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(QDialog):
    """The backups, newest first; `restore_wanted` carries the path of the one chosen."""

    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget, backups: Sequence[Backup], today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(self.tr("Restore"))
        self.resize(760, 440)
        self._now = files.check().counts
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.tr("Restore a backup"), "title", self))
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
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.currentItemChanged.connect(self._show)
        return self.list

    def _add(self, backup: Backup, seconds: bool = False) -> QListWidgetItem:
        at = f"{backup.made_at:%H:%M:%S}" if seconds else f"{backup.made_at:%H:%M}"
        when = f"{dates.short(backup.made_at.date(), self._today)}, {at}"
        size = QLocale().formattedDataSize(backup.size_bytes, 1)
        item = QListWidgetItem(f"{when} · {size}\n{self._why(backup)}", self.list)
        item.setData(_PATH, str(backup.path))
        item.setToolTip(str(backup.path))
        return item

    def _why(self, backup: Backup) -> str:
        """Say why a backup was made; a file from elsewhere by its name."""
        if backup.reason is Reason.IMPORT:
            return self.tr("before the import of {file}").format(file=backup.of or "–")
        return {
            Reason.BY_HAND: self.tr("by hand"),
            Reason.DAILY: self.tr("daily"),
            Reason.REPLACED: self.tr("when another program replaced the file"),
            Reason.RESTORE: self.tr("before restoring"),
            Reason.UPDATE: self.tr("before a new version"),
            None: backup.path.name,
        }[backup.reason]

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
            ("lifter", self.tr("Lifters")),
            ("session", self.tr("Sessions")),
            ("logged_set", self.tr("Sets")),
            ("mesocycle", self.tr("Mesocycles")),
            ("check_in", self.tr("Check-ins")),
        ]

    def _bottom(self) -> QHBoxLayout:
        line = row()
        other = button(self.tr("&Another file…"), parent=self)
        other.clicked.connect(self.choose)
        cancel = button(self.tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.restore = button(self.tr("&Restore this backup"), "primary", self)
        self.restore.clicked.connect(self._take)
        line.addWidget(other)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.restore)
        return line

    def choose(self) -> None:
        """Add a file from elsewhere to the list and mark it."""
        name = file_dialog.to_open(
            self, self.tr("Choose a backup"), str(folders.folder()),
            self.tr("Databases (*.db);;All files (*)"),
        )  # fmt: skip
        if name:
            self.list.setCurrentItem(self._add(files.backup(folders.chosen(name))))

    def _marked(self) -> Path | None:
        item = self.list.currentItem()
        return None if item is None else Path(item.data(_PATH))

    def _show(self) -> None:
        path = self._marked()
        then: Mapping[str, int] = {}
        problem = self.tr("There is no backup yet.") if path is None else ""
        if path is not None:
            try:
                then = files.contents(path)
            except (DatabaseProblem, OSError) as error:
                problem = str(error)
        self._show_counts(then)
        self.restore.setEnabled(bool(then))
        kept = self.tr("What is there now is backed up first.")
        self._note.setText(problem or kept)

    def _show_counts(self, then: Mapping[str, int]) -> None:
        rows = [(self.tr("now"), self.tr("after"))]
        for table, _title in self._kinds():
            after = count(then[table]) if table in then else "–"
            rows.append((count(self._now.get(table, 0)), after))
        for (now, after_label), texts in zip(self._cells, rows, strict=True):
            now.setText(texts[0])
            after_label.setText(texts[1])

    def _take(self) -> None:
        path = self._marked()
        if path is not None:
            self.accept()
            self.restore_wanted.emit(path)


def _minute(backup: Backup) -> datetime:
    return backup.made_at.replace(second=0, microsecond=0)
