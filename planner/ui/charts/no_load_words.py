"""What a card says where no load is told, and the way to the clearance that is waited for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from planner.coach import wording
from planner.coach.charts.no_load_ahead import NoLoadAhead
from planner.language import tr
from planner.ui import dates
from planner.ui.charts.chart_card import ChartCard
from planner.ui.widgets import button
from planner.ui.writing import writes


def why(made: NoLoadAhead | None, today: date) -> str:
    """Say why no load is told, as the planner and the log do; '' where one may be."""
    return "" if made is None else wording.render(made.why, dates=lambda on: dates.short(on, today))


def way_to_clearance(card: ChartCard) -> QPushButton:
    """Put a button beside a card's hint; it shows where a clearance is waited for."""
    made = button(tr("Clearance…"), "quiet", card)
    writes(made)
    made.setToolTip(tr("Whom to see, and what was said"))
    made.hide()
    card.beside.addWidget(made)
    return made
