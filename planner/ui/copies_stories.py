"""Tell, once, of the copies that a sync program left beside the file, and offer to merge them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from planner.coach import copies
from planner.language import tr
from planner.ui import dates
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.unasked import ready
from planner.ui.widgets import column, wrapped

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

WIDTH = 520  # px


def tell(window: MainWindow) -> None:
    """Tell of the copies that nobody was told of yet."""
    found = {_mark(each): each for each in copies.beside(window.database)}
    told = window.state.told_copies()
    new = [path for mark, path in found.items() if mark not in told]
    if not new:
        return
    window.state.keep_told_copies(list(found))
    dialog = CopiesDialog(window, new, window.database)
    dialog.accepted.connect(partial(_merge, window, new))
    dialog.finished.connect(dialog.deleteLater)
    ready(dialog)
    dialog.open()


def _merge(window: MainWindow, paths: Sequence[Path]) -> None:
    window.file_stories.take(paths)


def _mark(path: Path) -> str:
    """Return what tells a copy from a later one of the same name."""
    return f"{path.name} {path.stat().st_mtime_ns}"


class CopiesDialog(QDialog):
    """Lists the copies; accepted when they are to be merged."""

    def __init__(self, parent: QWidget, found: Sequence[Path], database: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Workout Planner"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(tr("There is another copy of your data"), "title", self))
        about = tr(
            "A sync program left it beside {name}, usually because two computers wrote at the "
            "same time. What is only in the copy is not in your data yet. Merging shows first "
            "what would come in; the copy stays where it is."
        )
        layout.addWidget(wrapped(about.format(name=database.name), parent=self))
        for path in found:
            layout.addWidget(wrapped(_said(path), "muted", self))
        layout.addLayout(foot(self, tr("&Merge…")))
        fit_screen(layout)


def _said(path: Path) -> str:
    written = datetime.fromtimestamp(path.stat().st_mtime)
    day = dates.short(written.date(), datetime.now().date())
    return tr("{name} · written {day}, {time}").format(
        name=path.name, day=day, time=dates.clock(written)
    )
