"""What the charts tab says before anything is logged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui.charts import chart_words
from planner.ui.charts.chart_page import GAP_PX
from planner.ui.widgets import column, label, row, wrapped

MOST_PX = 460


class EmptyCharts(QWidget):
    """Says when there will be charts, a little above the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = QWidget(self)
        text.setMaximumWidth(MOST_PX)
        lines = column(text)
        title = label(tr("Your charts will grow here"), "page", text)
        self.words = wrapped(chart_words.nothing_yet(), "muted", text)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(1)
        lines.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addWidget(self.words)
        lines.addStretch(2)
        middle = row(self)
        middle.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        middle.addStretch(1)
        middle.addWidget(text, MOST_PX)
        middle.addStretch(1)
