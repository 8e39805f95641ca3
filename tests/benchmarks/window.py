"""The process that is measured: `window.py bare` or `window.py app`.

It prints seconds from its start to the first paint and to the week on the screen, then the pages
of resident memory at both moments, and leaves. A paint counts when it is over: a timer set in it
says so. What this file imports itself counts for both windows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STATM = Path("/proc/self/statm")  # the peak of getrusage is inherited from the parent


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    stamps: list[float] = []

    def painted() -> None:
        if not stamps:
            stamps.extend(_stamp())
            _report(stamps, app.quit)

    class Canvas(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    window = Canvas()
    window.resize(1440, 900)
    window.show()
    app.exec()


def _app() -> None:
    """Start the program as a user does, with a window that looks at the clock.

    Garbage is put off as `main` does it, which would be before these imports.
    """
    from planner import __main__ as program
    from planner.coach import garbage

    with garbage.uncollected():
        from planner.ui import app, main_window

    stamps: list[float] = []

    class Watched(main_window.MainWindow):
        def __init__(self, database: Path) -> None:
            super().__init__(database)
            self.painted.connect(lambda: stamps.extend(_stamp()))

        def refresh(self) -> None:
            super().refresh()
            _after_paint(self.tabs.planner(), lambda: _report(stamps, self.close))

    vars(app)["MainWindow"] = Watched
    sys.exit(program.main([]))


def _after_paint(widget: QWidget, then: Callable[[], None]) -> None:
    """Call a function after the next paint of a widget."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    widget.installEventFilter(Watcher(widget))


def _stamp() -> tuple[float, float]:
    elapsed = time() - float(os.environ["BENCHMARK_STARTED"])
    return elapsed, float(STATM.read_text().split()[1])


def _report(first: list[float], leave: Callable[[], object]) -> None:
    elapsed, memory = _stamp()
    print(first[0], elapsed, first[1], memory)
    leave()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _app()
