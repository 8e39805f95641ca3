"""The three plots of the charts tab with their frames."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import StrengthChart, WeeklySets
from planner.coach.scores import Score, ScoreChart
from planner.engine.terms import Unit
from planner.ui.charts import chart_words, plot_table, score_words
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.charts.plot_table import StrengthRow, Week
from planner.ui.charts.score_plot import ScorePlot
from planner.ui.charts.strength_plot import StrengthPlot
from planner.ui.charts.training_days import TrainingDays
from planner.ui.charts.weekly_sets_plot import WeeklySetsPlot
from planner.ui.table_model import TableModel
from planner.ui.widgets import column, row

AHEAD = timedelta(weeks=6)  # as far as the forecast reaches
FORECAST_SHARE = 5  # the forecast takes up to a fifth of the span in view
MARGIN = timedelta(days=5)
GAP_PX = 12
STRENGTH_PX, BELOW_PX = 320, 230  # high at least; a lower window scrolls


class ChartsCentre(QWidget):
    """Strength above, weekly sets and training days below; it is given values and reads none.

    An exercise without a load has its own measure above.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span: timedelta | None = None
        self.strength = StrengthPlot(self)
        self.scores = ScorePlot(self)
        self.weekly = WeeklySetsPlot(self)
        self.days = TrainingDays(self)
        self._strength_rows = TableModel[StrengthRow]((), self)
        self._week_rows = TableModel[Week]((), self)
        self._day_rows = TableModel[Week](plot_table.day_columns(), self)
        self._score_rows = TableModel[Score]((), self)
        self._score_legend = Legend((), self)
        self._range_legend = Legend((), self)
        self.phase_legend = Legend((), self)
        self.strength_card = self._strength_card()
        self.score_card = ChartCard(self.scores, self._score_legend, self._score_rows, self)
        self.weekly_card = ChartCard(self.weekly, self._range_legend, self._week_rows, self)
        self.days_card = self._days_card()
        self._arrange()

    def show_lift(self, chart: StrengthChart, unit: Unit, today: date) -> None:
        """Draw a lift's strength over the span in view."""
        name = chart.exercise.name or chart.exercise.slug
        title = self.tr("{lift} – estimated 1RM, {unit}").format(lift=name, unit=unit)
        self._show_above(self.strength_card)
        self.strength_card.set_title(title, chart_words.chip(chart))
        self.strength.show_chart(chart, unit)
        self.phase_legend.show_entries(chart_words.phase_key(chart))
        self.strength_card.set_rows(partial(self._fill_strength, chart, unit))
        said = " ".join(wording.render(phrase, unit) for phrase in chart.summary)
        self.strength.setAccessibleDescription(said)
        self.show_span(chart, today)

    def show_scores(self, chart: ScoreChart) -> None:
        """Draw an exercise's own measure over the span in view."""
        self._show_above(self.score_card)
        measured = score_words.measure_word(chart.exercise.measure)
        self.score_card.set_title(f"{chart.exercise.name} – {measured}")
        self._score_legend.show_entries(score_words.legend(chart))
        self.scores.show_chart(chart)
        self.score_card.set_rows(partial(self._fill_scores, chart))
        said = score_words.said((*chart.standing, *chart.sides))
        self.scores.setAccessibleDescription(said)
        self.show_score_span(chart)

    def show_score_span(self, chart: ScoreChart) -> None:
        """Show the days up to today that `span` asks for, the whole history when it is None."""
        first = min(each.on for each in chart.scores)
        since = first if self.span is None else max(first, chart.on - self.span)
        days = since - MARGIN, chart.on + MARGIN, first - MARGIN, chart.on + MARGIN
        for plot in (self.scores, self.weekly):
            plot.show_days(*days)
        missing = score_words.hint(chart, since)
        self.score_card.show_hint(missing)
        known = any(each.middle is not None for each in chart.scores)
        self.score_card.show_all.setVisible(bool(missing) and known)

    @property
    def card_above(self) -> ChartCard:
        """The card of the plot above: strength, or another measure."""
        return self.score_card if self.strength_card.isHidden() else self.strength_card

    def _show_above(self, card: ChartCard) -> None:
        for each in (self.strength_card, self.score_card):
            each.setVisible(each is card)

    def show_weeks(self, weekly: WeeklySets | None) -> None:
        """Draw the weekly hard sets; None when the lift trains no muscle group that is counted."""
        self.weekly_card.setVisible(weekly is not None)
        if weekly is None:
            return
        self.weekly_card.set_title(
            self.tr("Weekly sets – {group}").format(group=weekly.group.lower())
        )
        low, high = wording.number(weekly.low), wording.number(weekly.high)
        words = self.tr("range {low}–{high}").format(low=low, high=high)
        self._range_legend.show_entries([(LegendSign.RANGE, words)])
        self.weekly.show_weeks(weekly)
        self.weekly_card.set_rows(partial(self._fill_weeks, weekly))

    def show_days(self, days: Mapping[date, float], today: date) -> None:
        """Draw the days of training."""
        self.days.show_days(days, today)
        self.days_card.set_rows(partial(self._day_rows.set_rows, plot_table.day_rows(days)))

    def first_day(self, chart: StrengthChart, today: date) -> date:
        """Return the first day in view before any zoom."""
        first = _first(chart, today)
        return first if self.span is None else max(first, today - self.span)

    def show_span(self, chart: StrengthChart, today: date) -> None:
        """Show the days up to today that `span` asks for, the whole history when it is None."""
        first = _first(chart, today)
        since = first if self.span is None else today - self.span
        ahead = min(AHEAD, (today - since) / FORECAST_SHARE) if chart.forecast else timedelta(0)
        until = today + max(ahead, MARGIN)
        limits = first - MARGIN, today + AHEAD + MARGIN
        self.strength.show_days(since - MARGIN, until, *limits)
        self.weekly.show_days(since - MARGIN, today + MARGIN, *limits)
        self._say_what_is_missing(chart, since)

    def _say_what_is_missing(self, chart: StrengthChart, since: date) -> None:
        """Say that nothing was trained since then, with a way to all days; else what is to come."""
        nothing = chart_words.nothing_since(chart, since)
        self.strength_card.show_hint(nothing or chart_words.still_missing(chart))
        self.strength_card.show_all.setVisible(bool(nothing))

    def _fill_strength(self, chart: StrengthChart, unit: Unit) -> None:
        self._strength_rows.set_columns(plot_table.strength_columns(unit))
        self._strength_rows.set_rows(plot_table.strength_rows(chart, unit))

    def _fill_weeks(self, weekly: WeeklySets) -> None:
        self._week_rows.set_columns(plot_table.week_columns(weekly))
        self._week_rows.set_rows(plot_table.week_rows(weekly))

    def _fill_scores(self, chart: ScoreChart) -> None:
        self._score_rows.set_columns(score_words.columns(chart.exercise))
        self._score_rows.set_rows(score_words.newest_first(chart.scores))

    def _strength_card(self) -> ChartCard:
        legend = [
            (LegendSign.DOT, self.tr("session, larger with more sets")),
            (LegendSign.RIBBON, self.tr("strength, 90 % band")),
            (LegendSign.DASHES, self.tr("expected")),
            (LegendSign.RING, self.tr("held out")),
        ]
        both = QWidget(self)
        lines = column(both, spacing=2)
        lines.addWidget(Legend(legend, both))
        lines.addWidget(self.phase_legend)
        return ChartCard(self.strength, both, self._strength_rows, self)

    def _days_card(self) -> ChartCard:
        legend = Legend([(LegendSign.SHADES, self.tr("more hard sets"))], self)
        made = ChartCard(self.days, legend, self._day_rows, self)
        made.set_title(self.tr("Training days"))
        return made

    def _arrange(self) -> None:
        layout = column(self, margin=GAP_PX, spacing=GAP_PX)
        below = row(spacing=GAP_PX)
        below.addWidget(self.weekly_card, 1)
        below.addWidget(self.days_card, 1)
        for card in (self.strength_card, self.score_card):
            card.setMinimumHeight(STRENGTH_PX)
            layout.addWidget(card, 8)
        self.score_card.hide()
        for card in (self.weekly_card, self.days_card):
            card.setMinimumHeight(BELOW_PX)
        layout.addLayout(below, 5)
        for card, plot in (
            (self.strength_card, self.strength),
            (self.score_card, self.scores),
            (self.weekly_card, self.weekly),
        ):
            plot.zoomed.connect(card.show_zoomed)
            card.reset.clicked.connect(plot.reset)


def _first(chart: StrengthChart, today: date) -> date:
    return min([point.on for point in chart.points[:1]], default=today)
