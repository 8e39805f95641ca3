"""The columns of a week, side by side: a day with training is wider than one of rest."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from planner.ui import widgets
from planner.ui.day_column import DayColumn
from planner.ui.grid_hands import Hands
from planner.ui.plan_week import Spot, Week
from planner.ui.selection import Selection

TRAINING_SHARE, REST_SHARE = 2, 1  # of the width


class WeekColumns(QWidget):
    """Holds a column a day, from the first day of the week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: list[DayColumn] = []
        self._days = widgets.row(self, spacing=6)

    def show_week(self, week: Week, hands: Hands) -> None:
        """Show the days of a week; columns that are there already stay."""
        self._make(len(week.days), hands)
        for number, (column, day) in enumerate(zip(self.columns, week.days, strict=True)):
            column.show_day(day)
            self._days.setStretch(number, TRAINING_SHARE if day.cards else REST_SHARE)

    def show_selection(self, chosen: Selection, focused: bool) -> None:
        """Show what is selected, more quietly without the focus."""
        for column in self.columns:
            column.show_selection(chosen, focused)

    def spot_widget(self, spot: Spot) -> QWidget:
        """Return what shows a spot."""
        return self.columns[spot.day].spot_widget(spot)

    def spot_rect(self, spot: Spot) -> QRect:
        """Return the place of a spot in px."""
        column = self.columns[spot.day]
        self._days.activate()
        return column.spot_rect(spot).translated(column.mapTo(self, QPoint(0, 0)))

    def _make(self, count: int, hands: Hands) -> None:
        while len(self.columns) > count:
            column = self.columns.pop()
            column.hide()
            column.deleteLater()
        while len(self.columns) < count:
            column = DayColumn(len(self.columns), hands, self)
            self.columns.append(column)
            self._days.addWidget(column)
