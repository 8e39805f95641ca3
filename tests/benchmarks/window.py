"""The process that is measured: `window.py bare` or `window.py app FILE`.

It prints seconds from its start to the first paint and to the data on the screen, then the pages
of resident memory at both moments, and leaves. What it imports itself counts for both windows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import time

STATM = Path("/proc/self/statm")  # the peak of getrusage is inherited from the parent


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    first: list[float] = []

    class Canvas(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not first:
                first.extend(_stamp())
                QTimer.singleShot(0, lambda: _report(first, app.quit))

    window = Canvas()
    window.resize(1440, 900)
    window.show()
    app.exec()


def _app(database: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from planner.ui import app, main_window

    first: list[float] = []
    left: list[bool] = []

    class Watched(main_window.MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not first:
                first.extend(_stamp())

        def refresh(self) -> None:
            super().refresh()
            if not left:
                left.append(True)
                QTimer.singleShot(0, lambda: _report(first, self.close))

    vars(app)["MainWindow"] = Watched
    app.run(database)


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
        _app(Path(sys.argv[2]))
