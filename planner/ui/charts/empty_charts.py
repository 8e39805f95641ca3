"""What the charts tab says before anything is logged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.language import tr
from planner.ui.charts import chart_words
from planner.ui.charts.chart_page import GAP_PX
from planner.ui.widgets import button, column, label, row, wrapped
from planner.ui.writing import writes

MOST_PX = 460


class EmptyCharts(QWidget):
    """Says when there will be charts, and leads to where they come from."""

    log_wanted = Signal()
    import_wanted = Signal()

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
        lines.addSpacing(GAP_PX)
        lines.addLayout(self._doors())
        lines.addStretch(2)
        middle = row(self)
        middle.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        middle.addStretch(1)
        middle.addWidget(text, MOST_PX)
        middle.addStretch(1)

    def _doors(self) -> QHBoxLayout:
        doors = row()
        doors.addStretch(1)
        for text, kind, wanted in (
            (tr("Log a &session"), "primary", self.log_wanted),
            (tr("Import &your log…"), "", self.import_wanted),
        ):
            door = button(text, kind, self)
            door.setAutoDefault(True)  # Enter presses it outside of dialogs, too
            door.clicked.connect(wanted)
            writes(door)
            doors.addWidget(door)
        doors.addStretch(1)
        return doors
