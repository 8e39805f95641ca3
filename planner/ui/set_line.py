"""The places of what stands in a row of a set: shared by the rows of a card and their headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from planner.ui import theme
from planner.ui.done_mark import MARK_WIDTH
from planner.ui.technique_chip import CHIP_WIDTH

NUMBER_WIDTH, NARROW_NUMBER_WIDTH = 40, 24  # px
WORDS_SHARES = (6, 5)  # of target and last time: a target has its load, too
SIDE_WIDTH = 64  # px
NARROW_CHIP_WIDTH = 64  # px
NARROW_CELL = 0.66  # of the usual width of a cell
SIDE_MARGIN, NARROW_MARGIN = 12, 8  # px
NARROW_SPACING = 4  # px


class SetLine(QHBoxLayout):
    """Number, target, last time, side, cells, rating, mark; `cells` are widgets and widths in px.

    There is a side where each is trained alone. A narrow line has smaller cells; a stacked one has
    last time below the target.
    """

    def __init__(
        self,
        number: QWidget,
        words: tuple[QWidget, QWidget],
        side: QWidget | None,
        cells: Sequence[tuple[QWidget, int]],
        chip: QWidget,
        mark: QWidget,
    ) -> None:
        super().__init__()
        self._number, self._cells, self._chip = number, tuple(cells), chip
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for each, share in zip(words, WORDS_SHARES, strict=True):
            self._words.addWidget(each, share)
        self.addWidget(number)
        self.addLayout(self._words, 1)
        sides = [side] if side is not None else []
        for each in (*sides, *(cell for cell, _ in cells), chip, mark):
            policy = each.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)  # else a short text has no room
            each.setSizePolicy(policy)
            self.addWidget(each)
        mark.setFixedWidth(MARK_WIDTH)
        for each in sides:
            each.setFixedWidth(theme.grown(SIDE_WIDTH))
        self.narrow(False, False)

    def narrow(self, on: bool, stacked: bool) -> None:
        """Take less room than usual, or as much."""
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._words.setSpacing(0 if stacked else theme.GRID)
        margin = NARROW_MARGIN if on else SIDE_MARGIN
        self.setContentsMargins(margin, 3, margin, 3)
        self.setSpacing(NARROW_SPACING if on else theme.GRID)
        self._number.setFixedWidth(theme.grown(NARROW_NUMBER_WIDTH if on else NUMBER_WIDTH))
        self._chip.setFixedWidth(theme.grown(NARROW_CHIP_WIDTH if on else CHIP_WIDTH))
        for cell, width in self._cells:
            cell.setFixedWidth(theme.grown(width * NARROW_CELL if on else width))
