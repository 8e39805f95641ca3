"""What is said beside the charts: of a lift in numbers, of the open page in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from planner.coach.charts import StrengthChart
from planner.engine.terms import Unit
from planner.ui.charts.lift_panel import LiftPanel
from planner.ui.charts.one_shown import OneShown
from planner.ui.charts.scene import LiftChart
from planner.ui.charts.score_panel import ScorePanel
from planner.ui.charts.words_panel import WordsPanel
from planner.ui.widgets import column, scrolling

MARGIN_PX = 12


class Beside(QFrame):
    """Shows the numbers of the lift that the open page is about, or what the page says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.panel, self.score_panel = LiftPanel(self), ScorePanel(self)
        self.words = WordsPanel(self)
        self._shown = OneShown(self)
        for panel in (self.panel, self.score_panel, self.words):
            self._shown.add(panel)
        column(self, margin=MARGIN_PX).addWidget(scrolling(self._shown, self))

    def show_chart(self, chart: LiftChart, unit: Unit, since: date) -> None:
        """Show a lift; `since` is the first day in view, from which change is counted."""
        if isinstance(chart, StrengthChart):
            self.panel.show_chart(chart, unit, since)
            self._shown.show_only(self.panel)
        else:
            self.score_panel.show_chart(chart)
            self._shown.show_only(self.score_panel)

    def say(self, sentences: Sequence[str]) -> None:
        """Show what a page says."""
        self.words.show_sentences(sentences)
        self._shown.show_only(self.words)

    def clear(self) -> None:
        """Say nothing: what is known of the next client is still to be read, or there is none."""
        self.panel.clear()
        self.say(())
