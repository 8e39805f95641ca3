"""A body from the front and from the back, with the muscles that an exercise trains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.engine.terms import Muscle
from planner.ui import theme
from planner.ui.drawing import drawing
from planner.ui.theme import Theme

WIDTH, HEIGHT = 240, 260  # px, the view box of the drawing
PRIME = 1.0  # share of a hard set that counts for a prime mover; helpers have less
HELPER_TINT = 0.5  # of the accent on a muscle that does not work
MUSCLE_TINT, SKIN_TINT = 0.25, 0.35  # of muted and of line on the panel


class BodyMap(QWidget):
    """Colours the prime movers and, lighter, the helpers; says both in its accessible name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._primes: tuple[Muscle, ...] = ()
        self._helpers: tuple[Muscle, ...] = ()
        self.setMinimumSize(WIDTH // 2, HEIGHT // 2)
        self.show_muscles(())

    def show_muscles(self, shares: Sequence[tuple[Muscle, float]]) -> None:
        """Show muscles with their shares of a hard set: 1.0 prime movers, less helpers."""
        self._primes = tuple(muscle for muscle, share in shares if share >= PRIME)
        self._helpers = tuple(muscle for muscle, share in shares if 0 < share < PRIME)
        self.setAccessibleName(self._sentence())
        self.setToolTip(self._sentence())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which the drawing was made."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both figures in the middle, as large as there is room, in the theme's colours."""
        painter = QPainter(self)
        size = QSizeF(WIDTH, HEIGHT).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        drawing("body.svg", self._colours(theme.current())).render(painter, box)

    def _colours(self, tokens: Theme) -> dict[str, str]:
        neutral = theme.mixed(tokens.muted, tokens.panel, MUSCLE_TINT).name()
        helper = theme.mixed(tokens.accent, neutral, HELPER_TINT).name()
        skin = theme.mixed(tokens.line, tokens.panel, SKIN_TINT).name()
        colours = {f"muscle:{muscle}": neutral for muscle in Muscle}
        colours |= {f"muscle:{muscle}": helper for muscle in self._helpers}
        colours |= {f"muscle:{muscle}": tokens.accent for muscle in self._primes}
        return {**colours, "skin": skin, "outline": tokens.muted}

    def _sentence(self) -> str:
        if not (self._primes or self._helpers):
            return self.tr("No muscles are counted")
        primes = self.tr("Prime movers: {0}").format(_listed(self._primes))
        helpers = self.tr("helpers: {0}").format(_listed(self._helpers))
        both = [primes] * bool(self._primes) + [helpers] * bool(self._helpers)
        said = "; ".join(both)
        return said[0].upper() + said[1:]


def _listed(muscles: Sequence[Muscle]) -> str:
    return ", ".join(muscle.replace("_", " ") for muscle in muscles)
