"""The card of a measure of a lift: its plot, its table, and what is still missing."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.coach.charts import StrengthChart
from planner.coach.charts.lift_measures import MeasureChart, SessionValue
from planner.engine.terms import Unit
from planner.ui.charts import chart_words, measure_words
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.lift_measure_plot import LiftMeasurePlot
from planner.ui.charts.measure_switch import MeasureSwitch
from planner.ui.charts.plot_legend import Legend
from planner.ui.table_model import TableModel
from planner.ui.widgets import column


class MeasureCard(ChartCard):
    """Shows one MeasureChart; `switch` chooses another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = TableModel[SessionValue](())
        self._legend = Legend(())
        self.lines = LiftMeasurePlot()
        self._legends = QWidget()
        super().__init__(self.lines, self._legends, self._rows, parent)
        lines = column(self._legends, spacing=2)
        lines.addWidget(self._legend)
        lines.addWidget(Legend(measure_words.legend_of_events(), self._legends))
        self._rows.setParent(self)
        self.switch = MeasureSwitch(self)
        self.tools.addWidget(self.switch)

    def show_chart(self, chart: MeasureChart, lift: StrengthChart, unit: Unit) -> None:
        """Show another measure."""
        self.set_title(measure_words.title(chart, unit))
        self._legend.show_entries(measure_words.legend(chart, unit))
        self.lines.show_measure(chart, lift, unit)
        self.set_rows(partial(self._fill_rows, chart, unit))
        self.switch.show_measure(chart.measure)
        self.switch.show_goal(chart_words.goal_words(lift.goal, unit, chart.on))
        self.switch.show_loads(chart.loads, chart.at_kg, unit)
        self.lines.view.setVisible(bool(chart.values))  # an empty axis would say nothing

    def say_what_is_missing(self, chart: MeasureChart, since: date) -> None:
        """Say what has still to be trained, or that nothing was in the days shown."""
        nothing = measure_words.nothing_since(chart, since)
        self.show_hint(measure_words.hint(chart) or nothing)
        self.show_all.setVisible(bool(nothing))

    def _fill_rows(self, chart: MeasureChart, unit: Unit) -> None:
        self._rows.set_columns(measure_words.columns(chart, unit))
        self._rows.set_rows(chart.values[::-1])
