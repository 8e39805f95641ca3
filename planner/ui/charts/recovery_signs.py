"""How the days of recovery look: lines by their dash and mark, verdicts by their row and shape."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.engine.terms import DayVerdict
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.theme import Theme

FRESH_SHARE = 0.08  # of the ink on a day as fresh as ever
WHOLE, MUSCLES = 0, 3  # looks of lines_plot


class VerdictLook(NamedTuple):
    """A shape of pyqtgraph, the row from the top of the strip, and a colour of the theme."""

    shape: str
    row: int
    key: str


VERDICTS = {
    DayVerdict.PUSH: VerdictLook("t1", 0, "steady"),
    DayVerdict.HOLD: VerdictLook("s", 1, "unclear"),
    DayVerdict.EASE: VerdictLook("t", 2, "levelling"),
    DayVerdict.REST: VerdictLook("o", 3, "return"),
}


def verdict_colour(made: DayVerdict, tokens: Theme) -> QColor:
    """Return the colour of a verdict in a theme."""
    return QColor(tokens.phases[VERDICTS[made].key])


def tired_colour(level: float, tokens: Theme) -> QColor:
    """Return the colour of a muscle's day: the more of the ink, the less fresh."""
    share = FRESH_SHARE + (1.0 - FRESH_SHARE) * (1.0 - level)
    return theme.mixed(tokens.phases["fatigue"], tokens.panel, share)


def shades(painter: QPainter, area: QRectF) -> None:
    """Paint three days of a muscle, each more tired than the one before."""
    for step, level in enumerate((1.0, 0.6, 0.2)):
        spot = QRectF(area.left() + 6 * step, area.center().y() - 5, 5.5, 10)
        painter.fillRect(spot, tired_colour(level, theme.current()))


def chosen(painter: QPainter, area: QRectF) -> None:
    """Paint the ring around a verdict that was chosen instead."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().text), 1.4))
    painter.drawEllipse(area.center(), 5.5, 5.5)


def middle(painter: QPainter, area: QRectF) -> None:
    """Paint the line through the middle of answers."""
    painter.setPen(QPen(QColor(theme.current().accent), 2))
    ends = (QPointF(x, area.center().y()) for x in (area.left(), area.right()))
    painter.drawLine(*ends)


def answer(painter: QPainter, area: QRectF) -> None:
    """Paint an answer."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plot_style.faint(theme.current().text, 0.55))
    painter.drawEllipse(area.center(), 3.0, 3.0)
