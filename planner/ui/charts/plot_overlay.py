"""What is drawn over or under the curves of a plot, in pixels, not in its numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class Overlay(QGraphicsItem):
    """Covers a ViewBox and is drawn anew when that shows another part; subclasses `draw`.

    `height` says how far above the curves it lies; below 0 it is under them.
    """

    def __init__(self, box: Any, height: float) -> None:
        super().__init__(box)
        self._box = box
        self.setZValue(height)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigResized.connect(self._resized)
        box.sigRangeChanged.connect(self._moved)

    def draw(self, painter: QPainter) -> None:
        """Draw in the pixels of the ViewBox."""
        raise NotImplementedError

    def boundingRect(self) -> QRectF:
        """Cover the whole plot."""
        rect: QRectF = self._box.rect()
        return rect

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw smoothly."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def _resized(self) -> None:
        self.prepareGeometryChange()

    def _moved(self) -> None:
        self.update()
