"""One page of a sheet on the screen, drawn by what draws it on paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.language import tr
from planner.ui.sheet_draw import draw_page
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_marks import DOTS_PER_MM, Page

EDGE_PX = 8  # around the page
PAGE, LINE = QColor("#ffffff"), QColor("#8a919c")


class PageView(QWidget):
    """Paints a page as large as it is told to be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: Page = ()
        self._paper = Paper(297, 210)

    @property
    def shape(self) -> float:
        """Height of the page as a share of its width."""
        return self._paper.height / self._paper.width

    def show_page(self, page: Page, paper: Paper) -> None:
        """Show another page."""
        self._page, self._paper = page, paper
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, and on it the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), PAGE)
        scale = self.width() / self._paper.width / DOTS_PER_MM
        painter.scale(scale, scale)
        draw_page(painter, self._page)
        painter.resetTransform()
        painter.setPen(LINE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QScrollArea):
    """A page, whole or as wide as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Preview of the sheet"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = PageView(self)
        self.setWidget(self.view)
        self._wide = False

    def show_page(self, page: Page, paper: Paper) -> None:
        """Show another page."""
        self.view.show_page(page, paper)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_wide(self, wide: bool) -> None:
        """Show the page as wide as there is room, or the whole of it."""
        self._wide = wide
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the room there is now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the page when its frame changes with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize() - QSize(2 * EDGE_PX, 2 * EDGE_PX)
        width = room.width()
        if self._wide:
            width -= self.verticalScrollBar().sizeHint().width()
        else:
            width = min(width, int(room.height() / self.view.shape))
        self.view.resize(max(width, 1), max(int(width * self.view.shape), 1))
