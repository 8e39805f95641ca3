"""Every training day as a square, darker for more hard sets, beside the names of the weekdays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.ui import dates, theme
from planner.ui.charts.day_grid import CELL_PX, MONTHS_PX, PITCH_PX, DayGrid, small
from planner.ui.widgets import row

NAMES_PX = 34
SCROLL_PX = 14


class TrainingDays(QWidget):
    """The whole history, scrolled to today; the names of the weekdays stand still."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = DayGrid(self)
        self.grid.setAccessibleName(self.tr("Training days"))
        self._area = self._scrolling()
        layout = row(self, spacing=0)
        names = _WeekdayNames(self)  # above the days: vector pictures do not clip those behind
        layout.addWidget(names)
        layout.addWidget(self._area, 1, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.grid)
        self._area.horizontalScrollBar().rangeChanged.connect(self._to_today)
        self.grid.reached.connect(self._reveal)

    def show_days(self, days: Mapping[date, float], today: date) -> None:
        """Show hard sets by day up to today."""
        self.grid.show_days(days, today)

    def _scrolling(self) -> QScrollArea:
        made = QScrollArea(self)
        made.setWidget(self.grid)
        made.setWidgetResizable(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFixedHeight(self.grid.sizeHint().height() + SCROLL_PX)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _to_today(self, _low: int, high: int) -> None:
        self._area.horizontalScrollBar().setValue(high)

    def _reveal(self, square: QRect) -> None:
        middle = square.center()
        self._area.ensureVisible(middle.x(), middle.y(), PITCH_PX, 0)


class _WeekdayNames(QWidget):
    """Names every second day, beside the rows of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(NAMES_PX)
        self.setFont(small(self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        painter.setPen(QColor(theme.current().muted))
        for row_number in range(0, 7, 2):
            number = (dates.first_weekday() - 1 + row_number) % 7 + 1
            spot = QRect(0, MONTHS_PX + row_number * PITCH_PX, NAMES_PX, CELL_PX)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter), dates.weekday(number))
