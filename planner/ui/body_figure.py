"""The body from the front and from the back, with some muscles coloured."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.engine.terms import Muscle
from planner.ui import theme
from planner.ui.drawing import drawing
from planner.ui.theme import Theme

WIDTH, HEIGHT = 240, 260  # px, the view box of the drawing
MUSCLE_TINT, SKIN_TINT = 0.25, 0.35  # of muted and of line on the panel


class BodyFigure(QWidget):
    """Colours muscles with shares of the accent from 0 to 1, in the colours of the theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tints: Mapping[Muscle, float] = {}
        self.setMinimumSize(WIDTH // 2, HEIGHT // 2)

    def tint(self, tints: Mapping[Muscle, float]) -> None:
        """Colour muscles; those that are not named stay as they are drawn."""
        self._tints = dict(tints)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which the drawing was made."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both sides in the middle, as large as there is room."""
        painter = QPainter(self)
        size = QSizeF(WIDTH, HEIGHT).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        drawing("body.svg", self._colours(theme.current())).render(painter, box)

    def _colours(self, tokens: Theme) -> dict[str, str]:
        neutral = theme.mixed(tokens.muted, tokens.panel, MUSCLE_TINT).name()
        skin = theme.mixed(tokens.line, tokens.panel, SKIN_TINT).name()
        colours = {
            f"muscle:{muscle}": theme.mixed(
                tokens.accent, neutral, self._tints.get(muscle, 0.0)
            ).name()
            for muscle in Muscle
        }
        return {**colours, "skin": skin, "outline": tokens.muted}
