"""A row of a session card: selected, opened, dragged, and with a menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import plan_drag, theme
from planner.ui.grid_hands import Hands
from planner.ui.plan_week import Spot

WIDE_PX = 1000  # everything fits on one line


class Row(QWidget):
    """A row that can be selected, opened with a double click, dragged, and has a menu."""

    spoken_as = QAccessible.Role.ListItem

    def __init__(self, spot: Spot, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self.spot = spot
        self.state = ""
        self._hands = hands
        self._measured: dict[int, list[str]] = {}  # lines of the name by width, px
        self._pressed_at: QPoint | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, state: str) -> None:
        """Show the row as '' plain, 'selected', or 'current' when the keyboard is here too."""
        if state != self.state:
            self.state = state
            self.update()

    def spoken_states(self) -> tuple[str, ...]:
        """Return whether the row is selected, and whether the keyboard is here."""
        chosen = ("selected",) if self.state else ()
        return ("selectable", *chosen, *(("focused",) if self.state == "current" else ()))

    def sizeHint(self) -> QSize:
        """Return the least height; of a column that is really there the width decides."""
        return QSize(100, self.heightForWidth(WIDE_PX))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.forget_sizes()

    def forget_sizes(self) -> None:
        """Forget what was measured."""
        self._measured.clear()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the selection below the row's content."""
        if not self.state:
            return
        tokens = theme.current()
        painter.setBrush(QColor(tokens.soft))
        current = self.state == "current"
        painter.setPen(QColor(tokens.accent) if current else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(2, 1, -3, -2), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row; with Shift or Ctrl, add it to what is selected."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._hands.pressed.emit(self.spot, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is selected once the mouse has moved away."""
        at = event.position().toPoint()
        if self._pressed_at is not None and plan_drag.far_enough(self._pressed_at, at):
            self._pressed_at = None
            self._hands.drag_wanted.emit(self.spot, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a press that became no drag."""
        if self._pressed_at is not None and not event.modifiers():
            self._hands.released.emit(self.spot)
        self._pressed_at = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the row for editing."""
        self._hands.opened.emit(self.spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected, or of the row when it is not."""
        self._hands.menu_wanted.emit(self.spot, event.globalPos())
