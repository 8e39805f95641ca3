"""A plot over days."""

from __future__ import annotations

from datetime import date

from planner.ui.charts import plot_style
from planner.ui.charts.reach_plot import ReachPlot


class TimePlot(ReachPlot):
    """Frame of a plot whose lower axis has days."""

    shortest = 7.0

    def show_days(self, since: date, until: date, first: date, last: date) -> None:
        """Show a span of days; zooming stays between first and last."""
        window = float(since.toordinal()), float(until.toordinal())
        self.show_range(window, (float(first.toordinal()), float(last.toordinal())))

    def days_shown(self) -> tuple[float, float]:
        """Return the day numbers at both ends."""
        return self.shown()

    def ticks(self, low: float, high: float) -> list[list[tuple[float, str]]]:
        """Return the dates on the axis."""
        return [plot_style.date_ticks(low, high, self.box.width())]
