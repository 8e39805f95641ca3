"""The frame around the squares of training days, with the legend and the table of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui.charts import day_legend, training_days_table as table
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.day_marks import DayMarks
from planner.ui.charts.plot_legend import Legend
from planner.ui.charts.training_days import TrainingDays
from planner.ui.table_model import TableModel
from planner.ui.widgets import column


class TrainingDaysCard(ChartCard):
    """Shows a square a day, and on request a row for each."""

    def __init__(self, parent: QWidget, brief: bool = False) -> None:
        self._brief = brief  # a legend for little room
        self.days = TrainingDays(parent)
        self.signs, self.reasons = Legend((), parent), Legend((), parent)
        both = QWidget(parent)
        lines = column(both, spacing=2)
        lines.addWidget(self.signs)
        lines.addWidget(self.reasons)
        self._rows = TableModel[table.DayRow]((), parent)
        super().__init__(self.days, both, self._rows, parent)
        self.set_title(tr("Training days"))

    def show_marks(self, marks: DayMarks) -> None:
        """Show other days."""
        self.days.show_marks(marks)
        self._show_legend(marks)
        self.set_rows(partial(self._fill_days, marks))

    def _show_legend(self, marks: DayMarks) -> None:
        """Say what the squares are; reasons have a line of their own where there is room."""
        signs, reasons = day_legend.entries(marks, self._brief), day_legend.reasons(marks)
        self.signs.show_entries([*signs, *reasons] if self._brief else signs)
        self.reasons.show_entries([] if self._brief else reasons)
        self.reasons.setVisible(bool(reasons) and not self._brief)

    def _fill_days(self, marks: DayMarks) -> None:
        self._rows.set_columns(table.day_columns(marks))
        self._rows.set_rows(table.day_rows(marks))
