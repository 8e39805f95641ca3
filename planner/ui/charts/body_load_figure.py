"""The body from the front and from the back, each muscle shaded on its own side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.engine.terms import Muscle, Side
from planner.language import tr
from planner.ui import body_shapes, theme
from planner.ui.body_figure import HEIGHT, SKIN_TINT, WIDTH
from planner.ui.charts import body_marks
from planner.ui.charts.body_marks import Shade

Spot = tuple[Muscle, Side]
LETTER_PX = 16.0
_HANDS, _BELOW_HANDS = (11.0, 109.0, 131.0, 229.0), 165.0  # px in the view box
NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BodyLoadFigure(QWidget):
    """`reached` carries the muscle and side under pointer or keyboard, `chosen` one clicked.

    Arrow keys go from muscle to muscle, Enter chooses one. `left` says that none is reached.
    """

    reached = Signal(object, object)
    chosen = Signal(object)
    left = Signal()
    spoken_as = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shades: Mapping[Spot, Shade] = {}
        self._said: Callable[[Muscle, Side], str] = lambda _muscle, _side: ""
        self._framed: frozenset[Muscle] = frozenset()
        self._at: Spot | None = None
        self._order = _order()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(WIDTH * 2 // 3, HEIGHT * 2 // 3)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_shades(
        self, shades: Mapping[Spot, Shade], said: Callable[[Muscle, Side], str]
    ) -> None:
        """Shade muscles by side; `said` returns the words about one."""
        self._shades, self._said = dict(shades), said
        self._tell()
        self.update()

    def frame(self, muscles: frozenset[Muscle]) -> None:
        """Draw a line around muscles: those that the plots are about."""
        self._framed = muscles
        self.update()

    def shades(self) -> Mapping[Spot, Shade]:
        """Return how muscles are shaded by side."""
        return self._shades

    def at(self) -> Spot | None:
        """Return what pointer or keyboard has reached."""
        return self._at

    def spot(self, where: QPointF) -> Spot | None:
        """Return the muscle at a place of the widget, and its side."""
        inverse, _ = self._placing().inverted()
        point = inverse.map(where)
        under = [each for each in body_shapes.muscles() if each.outline.contains(point)]
        return (under[-1].muscle, under[-1].side) if under else None

    def sizeHint(self) -> QSize:
        """Return the size in which the drawing was made."""
        return QSize(WIDTH, HEIGHT)

    # pointer and keyboard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which muscle is under the pointer."""
        self._reach(self.spot(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a muscle."""
        found = self.spot(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._reach(found)
            self.chosen.emit(found[0])

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the muscle that the pointer had reached."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._reach(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first muscle when the keyboard comes here."""
        super().focusInEvent(event)
        tabbed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if tabbed and self._at is None:
            self._reach(self._order[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the muscle that the keyboard had reached."""
        super().focusOutEvent(event)
        self._reach(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next muscle or the one before, or choose one."""
        key = Qt.Key(event.key())
        if key in NEXT:
            self._step(NEXT[key])
        elif key in CHOOSE and self._at is not None:
            self.chosen.emit(self._at[0])
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        place = self._order.index(self._at) if self._at else -1 if step > 0 else 0
        self._reach(self._order[(place + step) % len(self._order)])

    def _reach(self, spot: Spot | None) -> None:
        if spot == self._at:
            return
        self._at = spot
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self._tell()
        if spot is None:
            self.left.emit()
        else:
            self.reached.emit(*spot)
        self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._said(*self._at) if self._at else "")

    def spoken(self) -> str:
        """Return the words about all that is shaded, from top to bottom."""
        shaded = (self._said(*spot) for spot in self._order if self._shades.get(spot))
        return ". ".join(dict.fromkeys(shaded)) or tr("Nothing known")

    # drawing
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures as large as there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._placing())
        tokens = theme.current()
        skin = theme.mixed(tokens.line, tokens.panel, SKIN_TINT)
        for outline in body_shapes.body():
            painter.fillPath(outline, skin)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.muted), 1.2))
            painter.drawPath(outline)
        for shape in sorted(body_shapes.muscles(), key=self._last):
            painter.setPen(self._edge(shape, tokens, skin))
            shade = self._shades.get((shape.muscle, shape.side), Shade.NOTHING)
            body_marks.paint(painter, shape.outline, shade)
        painter.resetTransform()
        self._letters(painter, tokens)

    def _last(self, shape: body_shapes.MuscleShape) -> int:
        """Draw what has a line around it over its neighbours."""
        return (shape.muscle in self._framed) + 2 * ((shape.muscle, shape.side) == self._at)

    def _edge(self, shape: body_shapes.MuscleShape, tokens: theme.Theme, skin: QColor) -> QPen:
        if (shape.muscle, shape.side) == self._at:
            return QPen(QColor(tokens.text), 2.0)
        if shape.muscle in self._framed:
            return QPen(QColor(tokens.text), 1.1)
        empty = not self._shades.get((shape.muscle, shape.side), Shade.NOTHING)
        return QPen(QColor(tokens.line), 0.7) if empty else QPen(skin, 0.7)

    def _letters(self, painter: QPainter, tokens: theme.Theme) -> None:
        """Write at the hands which side is which: the front looks at us."""
        painter.setPen(QColor(tokens.muted))
        left, right = tr("L", "left side"), tr("R", "right side")
        for x, letter in zip(_HANDS, (right, left, left, right), strict=True):
            box = QRectF(0, 0, LETTER_PX, LETTER_PX)
            box.moveCenter(self._placing().map(QPointF(x, _BELOW_HANDS)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _placing(self) -> QTransform:
        """Return how the drawing is put in the middle, as large as there is room."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        x, y = (self.width() - scale * WIDTH) / 2, (self.height() - scale * HEIGHT) / 2
        return QTransform.fromTranslate(x, y).scale(scale, scale)


def _order() -> list[Spot]:
    """Return the muscles with their sides from top to bottom, front before back."""
    shapes = sorted(body_shapes.muscles(), key=_height)
    return list(dict.fromkeys((each.muscle, each.side) for each in shapes))


def _height(shape: body_shapes.MuscleShape) -> tuple[bool, float, float]:
    middle = shape.outline.boundingRect().center()
    return middle.x() > WIDTH / 2, round(middle.y()), middle.x()
