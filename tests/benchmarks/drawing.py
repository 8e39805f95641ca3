"""The charts tab with ten years of training: from the click on a lift to its picture."""

from __future__ import annotations

from itertools import cycle
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from bars import Bar
from made_up import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from planner.ui.charts.charts_tab import ChartsTab

CLICKS = 12


def measure(lifter_id: int) -> list[Bar]:
    """Measure clicks on one lift after another, the whole history in view."""
    from planner.ui import theme  # late: what pyqtgraph loads would slow what is measured before
    from planner.ui.charts.charts_tab import ChartsTab

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    tab = ChartsTab()
    tab.resize(1440, 840)
    tab.show()
    tab.refresh(lifter_id, TODAY)
    while not tab.lifts.list.count():  # ten years are read part by part
        app.processEvents()
    tab.range.all_days.click()
    app.processEvents()
    rows = cycle(range(tab.lifts.list.count()))
    next(rows)
    first = [_click(app, tab, next(rows)) for _ in range(tab.lifts.list.count() - 1)]
    next(rows)
    again = [_click(app, tab, next(rows)) for _ in range(CLICKS)]
    tab.close()
    return [
        Bar("10-year chart, first click to paint", 1000 * median(first), "ms", 150.0),
        Bar("  a lift that was shown before", 1000 * median(again), "ms", 75.0),
    ]


def _click(app: QApplication, tab: ChartsTab, row: int) -> float:
    lifts = tab.lifts.list
    spot = lifts.visualItemRect(lifts.item(row)).center()
    start = perf_counter()
    QTest.mouseClick(lifts.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    app.processEvents()
    return perf_counter() - start
