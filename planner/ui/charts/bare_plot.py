"""A plot without the menus, buttons and spare axes that pg.PlotWidget builds for each of its own.

Making one takes a fifth of the time, and none of its parts is a widget of Qt's.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem, QSizePolicy, QWidget

from planner.coach.wording import MINUS
from planner.language import decimal_sign

PLACES = {"left": (0, 0), "bottom": (1, 1), "right": (0, 2)}  # row, column around the curves
RIM_PX = 1
ABOVE_PICTURES = 0.5  # of the height order; what stands above the axes begins at 1


class LocalAxis(pg.AxisItem):  # type: ignore[misc]
    """Writes its numbers with the reader's decimal sign, and a minus as wide as they are."""

    def tickStrings(self, *place: Any) -> list[str]:
        """Return the numbers of ticks."""
        said = (text.replace("-", MINUS) for text in super().tickStrings(*place))
        return [text.replace(".", decimal_sign()) for text in said]


class BarePlot(pg.GraphicsView):  # type: ignore[misc]
    """A box for curves with an axis on the left and one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.enableMouse(False)
        self._frame: Any = pg.GraphicsWidget()
        self._box: Any = pg.ViewBox(parent=self._frame, enableMenu=False)
        self._axes: dict[str, Any] = {}
        self._grid = QGraphicsGridLayout()
        self._arrange()

    def getViewBox(self) -> Any:
        """Return the box of the curves."""
        return self._box

    def getAxis(self, side: str) -> Any:
        """Return the axis `left` or `bottom`, or another that was added."""
        return self._axes[side]

    def getFrame(self) -> Any:
        """Return what holds the box and the axes."""
        return self._frame

    def addItem(self, item: Any, ignoreBounds: bool = False) -> None:  # noqa: N803 - its word
        """Put an item among the curves."""
        self._box.addItem(item, ignoreBounds=ignoreBounds)

    def removeItem(self, item: Any) -> None:
        """Take an item away from the curves."""
        self._box.removeItem(item)

    def add_axis(self, side: str) -> Any:
        """Return a new axis beside the curves."""
        made: Any = LocalAxis(side, parent=self._frame)
        made.linkToView(self._box)
        made.setZValue(ABOVE_PICTURES)
        made.setFlag(QGraphicsItem.GraphicsItemFlag.ItemNegativeZStacksBehindParent)
        self._grid.addItem(made, *PLACES[side])
        self._axes[side] = made
        return made

    def _arrange(self) -> None:
        self._grid.setContentsMargins(RIM_PX, RIM_PX, RIM_PX, RIM_PX)
        self._grid.setSpacing(0)
        self._grid.addItem(self._box, 0, 1)
        self._frame.setLayout(self._grid)
        for side in ("left", "bottom"):
            self.add_axis(side)
        self.setCentralItem(self._frame)
