"""A planned session as a card: title, lines, length, and the way to start it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.language import tr
from planner.ui import plan_turns, widgets
from planner.ui.grid_hands import Hands
from planner.ui.plan_row import Row
from planner.ui.plan_rows import LineRow, TitleRow
from planner.ui.plan_week import Spot
from planner.ui.plan_words import Card


class SessionCard(QFrame):
    """Shows one planned session."""

    def __init__(self, card: Card, day: int, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self._hands = hands
        self.setProperty("role", "card")
        self.setProperty("state", "today" if card.today else "")
        layout = widgets.column(self, margin=1, spacing=0)
        self.rows: list[Row] = [TitleRow(card, Spot(day, card.id), hands, self)]
        for line, turn in zip(card.lines, plan_turns.turns(card.lines), strict=True):
            self.rows.append(LineRow(line, Spot(day, card.id, line.id), turn, hands, self))
        for row in self.rows:
            layout.addWidget(row)
        layout.addLayout(self._foot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Start the prescriptions of all lines at the same place."""
        super().resizeEvent(event)
        lines = [row for row in self.rows if isinstance(row, LineRow)]
        width = self.contentsRect().width()
        roomy = all(row.has_room(width) for row in lines)
        for row in lines:
            row.indent(roomy)

    def row_rect(self, line: int | None) -> QRect:
        """Return where a line, or the title, stands on the card."""
        row = next((made for made in self.rows if made.spot.line == line), self.rows[0])
        return row.geometry()

    def index_at(self, y: int) -> int:
        """Return the place among the lines that a drop at this height means."""
        return sum(row.geometry().center().y() < y for row in self.rows[1:])

    def _foot(self) -> QHBoxLayout:
        foot = widgets.row(spacing=2)
        foot.setContentsMargins(8, 2, 4, 4)
        foot.addWidget(widgets.ElidedLabel(self._said(), "small", self), 1)
        if self.card.under_way:
            what, name = tr("Go on"), tr("Go on with {name}")
            foot.addWidget(self._open_button(what, name, tr("Open in the log (Ctrl+Enter)")))
        elif self.card.today and self.card.lines and not self.card.done:
            what, name = tr("Start"), tr("Start {name}")
            foot.addWidget(self._open_button(what, name, tr("Start this session (Ctrl+Enter)")))
        return foot

    def _said(self) -> str:
        if self.card.under_way:
            return tr("under way")
        minutes = tr("≈ {minutes} min").format(minutes=self.card.minutes)
        return minutes if self.card.minutes else tr("empty")

    def _open_button(self, text: str, name: str, tip: str) -> QWidget:
        made = widgets.button(text, "quiet", self)
        made.setProperty("density", "small")
        made.setAccessibleName(name.format(name=self.card.name))
        made.setToolTip(tip)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Return does the same
        made.clicked.connect(lambda: self._hands.start_wanted.emit(self.card.id))
        return made
