"""The frame around the squares of training days, with the legend and the table of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.ui.charts import day_legend, training_days_table as table
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.day_marks import DayMarks
from planner.ui.charts.plot_legend import Legend
from planner.ui.charts.training_days import TrainingDays
from planner.ui.table_model import TableModel


class TrainingDaysCard(ChartCard):
    """Shows a square a day, and on request a row for each."""

    def __init__(self, parent: QWidget, brief: bool = False) -> None:
        self._brief = brief  # a legend for little room
        self.days = TrainingDays(parent)
        self.signs = Legend((), parent)
        self._rows = TableModel[table.DayRow]((), parent)
        super().__init__(self.days, self.signs, self._rows, parent)
        self.set_title(self.tr("Training days"))

    def show_marks(self, marks: DayMarks) -> None:
        """Show other days."""
        self.days.show_marks(marks)
        self.signs.show_entries(day_legend.entries(marks, self._brief))
        self.set_rows(partial(self._fill_days, marks))

    def _fill_days(self, marks: DayMarks) -> None:
        self._rows.set_columns(table.day_columns(marks))
        self._rows.set_rows(table.day_rows(marks))
