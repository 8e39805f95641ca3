"""Small widgets that every tab is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.ui import theme

if TYPE_CHECKING:
    from planner.ui.phases import PhaseLook

TAB_PADDING = 36  # px, left and right together, as planner.qss has it, and a little more
PLAIN_TEXT = 0  # Qt.TextFormat.PlainText: to name it would make all of Qt's enums
ROOM_AROUND = 80  # px above and below what has the keyboard


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label with the look of a role of the style sheet."""
    made = QLabel(text, parent)
    take_plain(made)
    made.setProperty("role", role)
    return made


def take_plain(made: QLabel) -> None:
    """Let a label show what it is given letter by letter, no markup in it."""
    made.setProperty("textFormat", PLAIN_TEXT)


def wrapped(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that breaks lines."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    return made


def button(text: str, kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button; kind is '', 'primary' or 'quiet'."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
    return made


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a frame: 'card', 'pane', 'bar', 'rest', 'banner'."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def title_tab(made: QToolButton, title: str) -> None:
    """Give a tab of a dialog its title, and the room that this takes in bold, when it is shown."""
    bold = QFont(made.font())
    bold.setBold(True)
    made.setText(title)
    made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(title) + TAB_PADDING)


def key_hint(key: str, meaning: str, role: str, parent: QWidget) -> QWidget:
    """Return a key and, close to it, what it does."""
    made = QWidget(parent)
    line = row(made, spacing=theme.GRID // 2)
    line.addWidget(label(key, "key", made), 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(label(meaning, role, made))
    return made


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a horizontal line of one pixel."""
    return frame("hairline", parent)


def column(widget: QWidget, margin: int = 0, spacing: int = theme.GRID) -> QVBoxLayout:
    """Give a widget a vertical layout."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def row(widget: QWidget | None = None, spacing: int = theme.GRID) -> QHBoxLayout:
    """Return a horizontal layout without margins, on a widget when one is given."""
    layout = QHBoxLayout() if widget is None else QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a scroll area that grows with its content and never scrolls sideways."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def scrolled_by(widget: QWidget) -> QScrollArea | None:
    """Return what scrolls a widget, None when nothing does."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def keep_in_sight(area: QScrollArea, reached: QWidget) -> None:
    """Scroll up or down to what has the keyboard and what is said below it, never sideways."""
    content = area.widget()
    if content is not None:
        middle = reached.mapTo(content, reached.rect().center())
        area.ensureVisible(0, middle.y(), 0, ROOM_AROUND)


def restate(widget: QWidget, state: str) -> None:
    """Change a widget's `state` property and its look with it."""
    _give(widget, "state", state)


def give_role(widget: QWidget, role: str) -> None:
    """Change a widget's `role` property and its look with it."""
    _give(widget, "role", role)


def give_density(widget: QWidget, density: str) -> None:
    """Change a widget's `density` property and its look with it."""
    _give(widget, "density", density)


def _give(widget: QWidget, name: str, value: str) -> None:
    before = widget.property(name) or ""
    widget.setProperty(name, value)
    polished = QtCore.Qt.WidgetAttribute.WA_WState_Polished  # else Qt does it in time
    shown = widget.testAttribute(polished)
    if shown and before != value:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ElidedLabel(QLabel):
    """A label that shortens a long text with … and shows the whole in its tooltip."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = text
        take_plain(self)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)
        self._elide()

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._full:
            self._full = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Prefer the width of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._full) + 2
        return QSize(width, super().sizeHint().height())

    def _elide(self) -> None:
        room = max(self.width(), 8)
        shown = self.fontMetrics().elidedText(self._full, QtCore.Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class PhaseMark(QWidget):
    """The sign of a phase: shape and colour, with its word as tooltip and accessible name."""

    def __init__(self, look: PhaseLook, parent: QWidget | None = None, size: int = 12) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(size, size)
        self.setToolTip(look.word)
        self.setAccessibleName(look.word)

    def show_look(self, look: PhaseLook) -> None:
        """Show another phase."""
        if look != self._look:
            self._look = look
            self.setToolTip(look.word)
            self.setAccessibleName(look.word)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._look, float(self.width()))


def paint_mark(painter: QPainter, look: PhaseLook, size: float) -> None:
    """Draw the mark of a phase or an event into the square (0, 0, size, size)."""
    if not look.mark:
        return
    tokens = theme.current()
    colour = QColor(tokens.phases.get(look.key, tokens.accent))
    box = QRectF(0, 0, size, size).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour)
    if look.key in ("steady", "fatigue"):
        tip, base = (box.top(), box.bottom()) if look.key == "steady" else (box.bottom(), box.top())
        corners = (QPointF(box.left(), base), QPointF(box.right(), base))
        painter.drawPolygon(QPolygonF([*corners, QPointF(box.center().x(), tip)]))
    elif look.key == "plateau":
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif look.key == "early":
        painter.drawEllipse(box)
    elif look.key == "levelling":
        painter.drawPie(box, 90 * 16, 180 * 16)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
    else:
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        _paint_open_mark(painter, look.key, box)


def _paint_open_mark(painter: QPainter, key: str, box: QRectF) -> None:
    middle = box.center()
    if key == "return":
        painter.drawArc(box, 120 * 16, 300 * 16)
    elif key == "accepted":
        low = QPointF(box.left() + box.width() / 3, box.bottom() - 1)
        ends = QPointF(box.left(), middle.y()), QPointF(box.right(), box.top() + 1)
        painter.drawPolyline([ends[0], low, ends[1]])
    elif key == "changed":
        corners = [(middle.x(), box.top()), (box.right(), middle.y())]
        corners += [(middle.x(), box.bottom()), (box.left(), middle.y())]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    else:
        painter.drawEllipse(box)
