"""A planned session as a card: title, lines, length, and the way to start it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui import widgets
from planner.ui.plan_rows import LineRow, Row, TitleRow
from planner.ui.plan_week import Spot
from planner.ui.plan_words import Card


class SessionCard(QFrame):
    """Shows one planned session; what happens on its rows is passed on."""

    pressed = Signal(object)  # Spot
    opened = Signal(object)  # Spot
    menu_wanted = Signal(object, QPoint)
    start_wanted = Signal(int)  # planned session id

    def __init__(self, card: Card, day: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self.setProperty("role", "card")
        self.setProperty("state", "today" if card.today else "")
        layout = widgets.column(self, margin=1, spacing=0)
        self.rows: list[Row] = [TitleRow(card, Spot(day, card.id), self)]
        self.rows += [LineRow(line, Spot(day, card.id, line.id), self) for line in card.lines]
        for row in self.rows:
            layout.addWidget(row)
            self._pass_on(row)
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

    def _pass_on(self, row: Row) -> None:
        row.pressed.connect(self.pressed)
        row.opened.connect(self.opened)
        row.menu_wanted.connect(self.menu_wanted)

    def _foot(self) -> QHBoxLayout:
        foot = widgets.row(spacing=2)
        foot.setContentsMargins(8, 2, 4, 4)
        minutes = self.tr("≈ {minutes} min").format(minutes=self.card.minutes)
        length = minutes if self.card.minutes else self.tr("empty")
        foot.addWidget(widgets.ElidedLabel(length, "small", self), 1)
        if self.card.today and self.card.lines and not self.card.done:
            foot.addWidget(self._start_button())
        return foot

    def _start_button(self) -> QWidget:
        made = widgets.button(self.tr("Start"), "quiet", self)
        made.setProperty("density", "small")
        made.setAccessibleName(self.tr("Start {name}").format(name=self.card.name))
        made.setToolTip(self.tr("Start this session (Ctrl+Enter)"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Return does the same
        made.clicked.connect(lambda: self.start_wanted.emit(self.card.id))
        return made
