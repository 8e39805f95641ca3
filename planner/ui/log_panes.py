"""The three panes of the log: days, the session or what can be started, what is at its side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from planner.ui import theme
from planner.ui.widgets import column

LEFT_WIDTH, CENTRE_WIDTH, RIGHT_WIDTH = 236, 900, 292  # px
LEAST_CENTRE = 480  # px


def lay_out(
    tab: QWidget, days: QWidget, above: Sequence[QWidget], pages: QStackedWidget, side: QWidget
) -> None:
    """Put a tab's panes side by side; `above` stands over the pages in the middle."""
    panes = QSplitter(Qt.Orientation.Horizontal, tab)
    panes.setHandleWidth(1)
    centre = QWidget(tab)
    box = column(centre, spacing=0)
    for part in (*above, pages):
        box.addWidget(part)
    for pane in (days, centre, side):
        panes.addWidget(pane)
    panes.setStretchFactor(1, 1)
    panes.setCollapsible(1, False)
    panes.setSizes([theme.spread(LEFT_WIDTH), CENTRE_WIDTH, theme.spread(RIGHT_WIDTH)])
    pages.setMinimumWidth(LEAST_CENTRE)
    column(tab).addWidget(panes)
