"""The pages of the charts tab with ten years: first show, switching, panning, memory.

    .venv/bin/python tests/benchmarks/charting.py

One lifter has 30,000 sets, another one exercise with 3,000 sessions. The exit code is 1 when a
bar is missed.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep, thread_time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does it

import made_up
from bars import Bar, compiled, told
from made_up import TODAY
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import files, switches
from planner.coach.switches import Switch

if TYPE_CHECKING:
    from planner.ui.charts.charts_tab import ChartsTab
    from planner.ui.charts.pages import PageName
    from planner.ui.charts.strength_plot import StrengthPlot
    from planner.ui.main_window import MainWindow

FRAMES = 60
SWITCHES = 1000
PAN_STEPS = (0.02, -0.02)  # of the range in view, to and fro
CHILD = "--first"
LOOKED_MS = 3000  # at the first page, before another is opened or another span of days
MEASURED = 100.0  # ms without an answer that nobody notices


def main() -> int:
    """Measure everything; return 1 when a bar is missed."""
    bars: list[Bar] = []
    with TemporaryDirectory() as folder:
        database = Path(folder) / "planner.db"
        switches.set_on(made_up.ten_years(database), Switch.STANDARDS, True)  # every page there is
        files.close_file()
        bars.append(_first_show(database))
        bars += _in_window(database)
        single = Path(folder) / "single.db"
        made_up.one_lift(single)
        files.close_file()
        bars += _single(single)
    return told(bars)


def _first_show(database: Path) -> Bar:
    """Measure, in new processes, the click on the tab until it is painted, imports and all."""
    command = [sys.executable, __file__, CHILD, str(database)]
    times = []
    for _ in range(4):
        done = subprocess.run(
            command, env=compiled(database.parent), check=True, capture_output=True, text=True,
            timeout=120,
        )  # fmt: skip
        times.append(float(done.stdout.split()[-1]))
    return Bar("first show of the tab, imports included", 1000 * median(times[1:]), "ms", 600.0)


def _child(database: str) -> None:
    """Open the window on the log, as at start, then time the charts tab."""
    app, window = _window(Path(database))
    from planner.ui.top_bar import TabName

    start = perf_counter()
    window.show_tab(TabName.CHARTS)
    app.processEvents()
    print(perf_counter() - start)
    os._exit(0)


def _window(database: Path) -> tuple[QApplication, MainWindow]:
    from planner.ui import theme
    from planner.ui.app import collect_between_events
    from planner.ui.main_window import MainWindow
    from planner.ui.top_bar import TabName

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    files.open_file(database)
    window = MainWindow(database, lambda: TODAY)
    window.resize(1440, 900)
    window.show()
    window.start()
    for _ in window.tabs.preparing(TabName.LOG):  # as after the start of the program
        app.processEvents()
    collect_between_events()
    QTest.qWait(3000)  # what is prepared after the start is ready, as when somebody has looked
    return app, window


def _in_window(database: Path) -> list[Bar]:
    from planner.ui.charts.pages import PageName
    from planner.ui.top_bar import TabName

    app, window = _window(database)
    window.show_tab(TabName.CHARTS)
    tab = window.tabs.charts()
    tab.range.all_days.click()
    app.processEvents()
    QTest.qWait(LOOKED_MS)
    bars = []
    for name in PageName:
        bars.append(_page(app, tab, name))
        app.processEvents()
    tab.show_page(PageName.STRENGTH)
    bars += [_switching(app, tab), *_panning(app, tab), _memory(app, tab)]
    window.close()
    files.close_file()
    return bars


def _page(app: QApplication, tab: ChartsTab, name: PageName) -> Bar:
    """Measure the longest wait from the click until a page is whole: it may be read in parts.

    The window's own work counts: what else the machine does only adds to it.
    """
    start = thread_time()
    tab.bar.chip(name).click()
    app.processEvents()
    longest = thread_time() - start
    begun = perf_counter()
    while perf_counter() - begun < 3.0:
        start = thread_time()
        app.processEvents()
        longest = max(longest, thread_time() - start)
        sleep(0.001)
    return Bar(f"  {name}: longest wait, ten years", 1000 * longest, "ms", MEASURED)


def _switching(app: QApplication, tab: ChartsTab) -> Bar:
    lifts = tab.lifts.list
    rows = cycle(range(lifts.count()))
    times = []
    for _ in range(4 * lifts.count()):
        start = perf_counter()
        lifts.setCurrentRow(next(rows))
        app.processEvents()
        times.append(perf_counter() - start)
    return Bar("switching the exercise", 1000 * median(times[lifts.count() :]), "ms", 60.0)


def _panning(app: QApplication, tab: ChartsTab) -> list[Bar]:
    plot = tab.strength_page.strength
    return [
        Bar("  frame of panning, ten years", 1000 * _pan(app, plot), "ms", 20.0),
        Bar("  frame of zooming, ten years", 1000 * _zoom(app, plot), "ms", 20.0),
    ]


def _pan(app: QApplication, plot: StrengthPlot) -> float:
    plot.box.scaleBy(x=0.5)
    times, steps = [], cycle(PAN_STEPS)
    for _ in range(FRAMES):
        low, high = plot.box.viewRange()[0]
        start = perf_counter()
        plot.box.translateBy(x=(high - low) * next(steps))
        app.processEvents()
        times.append(perf_counter() - start)
    return median(times)


def _zoom(app: QApplication, plot: StrengthPlot) -> float:
    port = plot.view.viewport()
    spot = QPointF(port.rect().center())
    times, angles = [], cycle((120, -120))
    for _ in range(FRAMES):
        start = perf_counter()
        app.sendEvent(port, _wheel(spot, QPointF(port.mapToGlobal(spot)), next(angles)))
        app.processEvents()
        times.append(perf_counter() - start)
    return median(times)


def _wheel(spot: QPointF, on_screen: QPointF, angle: int) -> QWheelEvent:
    return QWheelEvent(
        spot, on_screen, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def _memory(app: QApplication, tab: ChartsTab) -> Bar:
    """Measure what a thousand switches leave behind, once all lifts were shown."""
    lifts = tab.lifts.list
    rows = cycle(range(lifts.count()))

    def switch(times: int) -> None:
        for _ in range(times):
            lifts.setCurrentRow(next(rows))
            app.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    switch(100)
    gc.collect()
    before = _resident_mb()
    switch(SWITCHES)
    gc.collect()
    return Bar("memory left by 1,000 switches", _resident_mb() - before, "MB", 2.0)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _single(database: Path) -> list[Bar]:
    from planner.ui.top_bar import TabName

    app, window = _window(database)
    window.show_tab(TabName.CHARTS)
    tab = window.tabs.charts()
    QTest.qWait(LOOKED_MS)
    start = perf_counter()
    tab.range.all_days.click()
    app.processEvents()
    shown = perf_counter() - start
    plot = tab.strength_page.strength
    bars = [
        Bar("3,000 sessions of one lift: all days", 1000 * shown, "ms", MEASURED),
        Bar("  frame of panning", 1000 * _pan(app, plot), "ms", 20.0),
        Bar("  frame of zooming", 1000 * _zoom(app, plot), "ms", 20.0),
    ]
    window.close()
    files.close_file()
    return bars


if __name__ == "__main__":
    if sys.argv[1:2] == [CHILD]:
        _child(sys.argv[2])
    sys.exit(main())
