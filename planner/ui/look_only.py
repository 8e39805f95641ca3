"""The window on a file that it only looks at: a line that says so, and what keeps it up to date."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame

from planner.coach import files, steps
from planner.language import tr
from planner.ui.held import Held
from planner.ui.widgets import button, frame, row, wrapped

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

LOOK_MS = 2000  # between looks at what another window wrote


class LookOnly(QObject):
    """Says above the pages why nothing can be changed, and offers the way out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        self.line: QFrame | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._held = Held(window)

    def begin(self, why: str, way_out: str, leave: Callable[[], object]) -> None:
        """Say why nothing can be changed; the button `way_out` calls `leave`."""
        self._hide_line()
        self._window.setWindowTitle(tr("Read-only – {title}").format(title=self._title))
        self.line = self._line(why, way_out, leave)
        self._window.show_above(self.line)
        self._window.setAcceptDrops(False)
        if not self.is_on():
            self._held.begin(tr("Read-only: nothing can be changed"))
        self._timer.start()

    def is_on(self) -> bool:
        """Say whether the window only looks."""
        return self._timer.isActive()

    def end(self) -> None:
        """Say nothing any more: the file may be changed."""
        if self.is_on():
            self._held.end()
        self._timer.stop()
        self._window.setAcceptDrops(True)
        self._window.setWindowTitle(self._title)
        self._hide_line()

    def _line(self, why: str, way_out: str, leave: Callable[[], object]) -> QFrame:
        made = frame("banner", self._window)
        made.setProperty("edge", "window")
        line = row(made)
        line.setContentsMargins(12, 6, 12, 6)
        line.addWidget(wrapped(why, parent=made), 1)
        way = button(way_out, parent=made)
        way.setProperty("density", "small")
        way.clicked.connect(partial(self._window.soon, leave))
        line.addWidget(way)
        return made

    def _hide_line(self) -> None:
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
            self.line = None

    def _look(self) -> None:
        if files.is_read_only() and steps.changed_elsewhere():
            self._window.refresh()
