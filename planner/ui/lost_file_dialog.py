"""Ask what to go on with after another program replaced the open file, or took it away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from planner.coach import files
from planner.coach.files import DatabaseProblem
from planner.coach.lost_file import FileLost, Loss
from planner.language import passage, tr
from planner.ui import counts, dates
from planner.ui.fitting import fit_screen, stack_where_too_wide
from planner.ui.widgets import button, column, label, row, wrapped

WIDTH, MARGIN = 600, 24  # px


class LostFileDialog(QDialog):
    """`keep_wanted` puts `kept` in the place of the file, `there_wanted` opens what is there now,
    `merge_wanted` brings both together.

    `kept` is what the window had, or the newest backup when that could not be read, or None.
    """

    keep_wanted = Signal()
    there_wanted = Signal()
    merge_wanted = Signal()

    def __init__(
        self, parent: QWidget, lost: FileLost, kept: Path | None, rescued: bool = True
    ) -> None:
        super().__init__(parent)
        self._lost, self._kept, self._rescued = lost, kept, rescued
        self._there = lost.path if lost.path.exists() else None
        self._opens = self._there is not None and (kept is None or _is_readable(self._there))
        self.setWindowTitle(tr("Workout Planner"))
        self.setMinimumWidth(WIDTH)
        layout = column(self, margin=MARGIN, spacing=16)
        layout.addWidget(wrapped(self._title(), "title", self))
        layout.addWidget(wrapped(self._about(), parent=self))
        layout.addLayout(self._beside())
        layout.addWidget(wrapped(str(lost.path), "muted", self))
        ways = self._ways()
        layout.addLayout(ways)
        stack_where_too_wide(ways, 2 * MARGIN, self)
        fit_screen(layout)

    def _title(self) -> str:
        return {
            Loss.REPLACED: tr("Another program replaced your training data"),
            Loss.OVERWRITTEN: tr("Another program wrote over your training data"),
            Loss.GONE: tr("Your training data were moved or deleted"),
        }[self._lost.loss]

    def _about(self) -> str:
        if self._rescued and self._lost.loss is Loss.OVERWRITTEN:
            kept = tr(
                "What this window could still read is kept in a backup. It holds together, but "
                "may mix rows of both files: look at it before you keep it."
            )
        elif self._rescued:
            kept = tr("What this window had is safe in a backup.")
        elif self._kept is not None:
            kept = tr("What this window had cannot be read any more; there is a backup.")
        else:
            kept = tr("What this window had cannot be read any more.")
        why = {
            Loss.REPLACED: tr("A sync program may have brought it from another computer."),
            Loss.OVERWRITTEN: tr("A sync program may have brought it from another computer."),
            Loss.GONE: tr("Or the drive that they are on is not there."),
        }[self._lost.loss]
        nothing = tr("Whatever you choose, the other one is kept, too.")
        return passage([why, kept, nothing] if self._there and self._kept else [why, kept])

    def _beside(self) -> QGridLayout:
        """Set what this window had beside what is there now."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        had = tr("This window") if self._rescued else tr("Newest backup")
        sides = ((had, self._kept), (tr("There now"), self._there))
        for line, (name, path) in enumerate(sides):
            if path is not None:
                grid.addWidget(label(name, "heading", self), line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._says(path), line, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        return grid

    def _says(self, path: Path) -> QLabel:
        try:
            found = counts.of_file(files.contents(path))
            written = datetime.fromtimestamp(path.stat().st_mtime)
        except (DatabaseProblem, OSError) as problem:
            return wrapped(str(problem), "muted", self)
        day = dates.short(written.date(), datetime.now().date())
        text = tr("{what} · written {day}, {time}")
        return wrapped(text.format(what=found, day=day, time=dates.clock(written)), parent=self)

    def _keep(self) -> str:
        if not self._rescued:
            return tr("&Use the backup")
        return tr("&Keep this window's") if self._there else tr("&Put them back")

    def _ways(self) -> QHBoxLayout:
        line = row()
        later = button(tr("&Decide later"), parent=self)
        later.clicked.connect(self.reject)
        later.setVisible(self._rescued)
        line.addWidget(later)
        line.addStretch(1)
        ways = []
        if self._opens:
            ways.append((tr("&Open what is there"), self.there_wanted))
        if self._kept is not None:
            ways.append((self._keep(), self.keep_wanted))
        if self._opens and self._rescued:
            ways.append((tr("&Merge both…"), self.merge_wanted))
        for number, (text, wanted) in enumerate(ways, start=1):
            best = number == len(ways)
            made = button(text, "primary" if best else "", self)
            made.clicked.connect(self.accept)
            made.clicked.connect(wanted)
            line.addWidget(made)
        return line


def _is_readable(path: Path) -> bool:
    """Say whether a file is a training database that can be opened."""
    try:
        return bool(files.contents(path))
    except (DatabaseProblem, OSError):
        return False
