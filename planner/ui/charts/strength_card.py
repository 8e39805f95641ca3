"""The card of a lift's strength: its plot with phases and legend, its table, what is missing."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import StrengthChart
from planner.engine.terms import Unit
from planner.language import passage, tr
from planner.ui import dates
from planner.ui.charts import chart_words, no_load_words, plot_table
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.measure_switch import MeasureSwitch
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.charts.plot_table import StrengthRow
from planner.ui.charts.strength_plot import StrengthPlot
from planner.ui.table_model import TableModel
from planner.ui.widgets import column


class StrengthCard(ChartCard):
    """Shows one StrengthChart; `switch` chooses another measure, or a goal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = TableModel[StrengthRow](())
        self.lines = StrengthPlot()
        self.phase_legend = Legend(())
        legends = QWidget()
        super().__init__(self.lines, legends, self._rows, parent)
        self._rows.setParent(self)
        entries = [
            (LegendSign.DOT, tr("session, larger with more sets")),
            (LegendSign.RIBBON, tr("strength, 90 % band")),
            (LegendSign.DASHES, tr("expected")),
            (LegendSign.RING, tr("held out")),
        ]
        both = column(legends, spacing=2)
        both.addWidget(Legend(entries, legends))
        both.addWidget(self.phase_legend)
        self.clearance = no_load_words.way_to_clearance(self)
        self.switch = MeasureSwitch(self)
        self.tools.addWidget(self.switch)

    def show_chart(self, chart: StrengthChart, unit: Unit) -> None:
        """Show another lift."""
        name = chart.exercise.name or chart.exercise.slug
        title = tr("{lift} – estimated 1RM, {unit}").format(lift=name, unit=unit)
        self.set_title(title, chart_words.chip(chart))
        self.lines.show_chart(chart, unit)
        self.phase_legend.show_entries(chart_words.phase_key(chart))
        self.set_rows(partial(self._fill_rows, chart, unit))
        self.switch.show_goal(chart_words.goal_words(chart.goal, unit, chart.reading.on))
        days = partial(dates.short, beside=chart.reading.on)
        said = passage(wording.render(phrase, unit, days) for phrase in chart.summary)
        self.lines.setAccessibleDescription(said)

    def say_what_is_missing(self, chart: StrengthChart, since: date) -> None:
        """Say why nothing to come is drawn, and that nothing was trained since then, with a way to
        all days, or what will appear."""
        nothing = chart_words.nothing_since(chart, since)
        missing = nothing or chart_words.still_missing(chart)
        self.show_hint(f"{no_load_words.why(chart.no_load, chart.reading.on)} {missing}".strip())
        self.clearance.setVisible(chart.no_load is not None and chart.no_load.waits)
        self.show_all.setVisible(bool(nothing))

    def _fill_rows(self, chart: StrengthChart, unit: Unit) -> None:
        self._rows.set_columns(plot_table.strength_columns(unit))
        self._rows.set_rows(plot_table.strength_rows(chart, unit))
