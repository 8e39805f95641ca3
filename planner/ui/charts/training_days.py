"""Every training day as a square, darker for more, beside the names of the weekdays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from planner.language import tr
from planner.ui import theme
from planner.ui.charts import day_paint
from planner.ui.charts.day_grid import DayGrid, small
from planner.ui.charts.day_layout import NAMES_PX, PITCH_PX
from planner.ui.charts.day_marks import DayMarks
from planner.ui.widgets import row, scrolled_by

LEAST_STRIPS, USUAL_STRIPS = 1, 3  # in sight of years that stand above each other
_OFF, _NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


class TrainingDays(QWidget):
    """Days scrolled to today; the names of the weekdays stand still beside a single strip.

    `session_wanted(session_id)` asks for the session of a day.
    """

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = DayGrid(self)
        self.grid.setAccessibleName(tr("Training days"))
        self._area = self._scrolling()
        self._row = layout = row(self, spacing=0)
        self._names = _WeekdayNames(self)  # above the days: pictures do not clip those behind
        layout.addWidget(self._names)
        layout.addWidget(self._area, 1, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.grid)
        self._area.horizontalScrollBar().rangeChanged.connect(self._to_today)
        self.grid.reached.connect(self._reveal)
        self.grid.session_wanted.connect(self.session_wanted)

    def show_marks(self, marks: DayMarks) -> None:
        """Show other days."""
        self.grid.show_marks(marks)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the grid use the width there is."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for all strips."""
        layout = self.grid.arranged()
        if layout is None:
            return super().sizeHint()
        tall = min(layout.size.height(), USUAL_STRIPS * layout.height)
        return QSize(theme.grown(NAMES_PX) + theme.spread(PITCH_PX), self._height(tall))

    def minimumSizeHint(self) -> QSize:
        """Leave what has no room to scrolling."""
        layout = self.grid.arranged()
        if layout is None:
            return super().minimumSizeHint()
        tall = min(layout.size.height(), LEAST_STRIPS * layout.height)
        return QSize(theme.grown(NAMES_PX) + theme.spread(PITCH_PX), self._height(tall))

    def _fit(self) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.grid.fit(self._room(bar) - (bar if self.grid.stacked else theme.grown(NAMES_PX)))
        layout = self.grid.arranged()
        if layout is None:
            return
        titled = bool(layout.left)
        self._names.setVisible(not titled)
        self._names.show_pitch(layout.pitch)
        seen = self.width() - theme.grown(NAMES_PX)
        cut = seen % layout.pitch if layout.size.width() > seen and not titled else 0
        self._row.setSpacing(cut)  # the first week in sight is whole
        self._area.setVerticalScrollBarPolicy(_NEEDED if titled else _OFF)
        self._area.setHorizontalScrollBarPolicy(_OFF if titled else _NEEDED)
        tall = min(self.height(), self._height(layout.size.height()))
        self._area.setFixedHeight(max(tall, self.minimumSizeHint().height()))
        QCoreApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))  # unseen, too
        self.updateGeometry()

    def _room(self, bar: int) -> int:
        """Return the width that is left where the page has a scroll bar, whether it has one or not.

        Squares that grew into its place would be too tall for the page and bring it back, for ever.
        """
        page = scrolled_by(self)
        content = page.widget() if page is not None else None
        if page is None or content is None:
            return self.width()
        beside = content.width() - self.width()
        return min(self.width(), page.maximumViewportSize().width() - bar - beside)

    def _height(self, content: int) -> int:
        return content + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

    def _scrolling(self) -> QScrollArea:
        made = QScrollArea(self)
        made.setWidget(self.grid)
        made.setWidgetResizable(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setVerticalScrollBarPolicy(_OFF)
        return made

    def _to_today(self, _low: int, high: int) -> None:
        self._area.horizontalScrollBar().setValue(high)

    def _reveal(self, square: QRect) -> None:
        middle = square.center()
        self._area.ensureVisible(
            middle.x(), middle.y(), theme.spread(PITCH_PX), 2 * theme.spread(PITCH_PX)
        )


class _WeekdayNames(QWidget):
    """Names every second day, beside the rows of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pitch = theme.spread(PITCH_PX)
        self.setFixedWidth(theme.grown(NAMES_PX))
        self.setFont(small(self.font()))

    def show_pitch(self, pitch_px: int) -> None:
        """Stand beside rows so far apart."""
        self._pitch = pitch_px
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        day_paint.paint_weekdays(painter, 0, self._pitch)
