"""A plot of strength on its own, as tests of what it draws need it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from planner.engine.terms import Unit
from planner.ui.charts.strength_plot import StrengthPlot

FIRST, TODAY = date(2026, 8, 17), date(2026, 11, 5)


@pytest.fixture
def plot(chart, qtbot):
    """The plot of the chart made by hand, with some days around it."""
    made = StrengthPlot()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    show(made, chart)
    return made


def show(plot, chart, unit=Unit.KG):
    """Draw a chart, and paint it."""
    plot.show_chart(chart, unit)
    since, until = FIRST - timedelta(days=5), TODAY + timedelta(days=42)
    plot.show_days(since, until, since, until)
    QApplication.processEvents()
    plot.grab()
