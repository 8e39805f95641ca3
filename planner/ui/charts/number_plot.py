"""A plot over numbers, such as sets a week or repetitions."""

from __future__ import annotations

from PySide6.QtGui import QColor

from planner.ui import theme
from planner.ui.charts.reach_plot import ReachPlot


class NumberPlot(ReachPlot):
    """Frame of a plot whose lower axis has numbers, named by `name_axis`."""

    def name_axis(self, words: str) -> None:
        """Write below the plot what its numbers count."""
        self._named = words
        self._show_name()

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        self._show_name()

    _named = ""

    def _show_name(self) -> None:
        if self._named:
            axis = self.view.getAxis("bottom")
            axis.setLabel(self._named, color=QColor(theme.current().muted).name())
            axis.label.setFont(self._small_font())
