"""The page of one exercise: its strength, its weekly sets, and the days of training."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coach import charts, wording
from planner.coach.charts import StrengthChart, WeeklySets, lift_measures
from planner.coach.charts.lift_measures import LiftMeasure, MeasureChart
from planner.coach.charts.training_days_page import TrainingDays, days_trained, training_days
from planner.coach.scores import Score, ScoreChart
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import group_words, region, theme
from planner.ui.charts import day_marks, plot_table, score_words
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import GAP_PX, MARGIN, ChartPage
from planner.ui.charts.day_marks import DayMarks
from planner.ui.charts.measure_card import MeasureCard
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.charts.plot_table import Week
from planner.ui.charts.reach_plot import ReachPlot
from planner.ui.charts.scene import DaysShown, LiftChart, Scene
from planner.ui.charts.score_plot import ScorePlot
from planner.ui.charts.strength_card import StrengthCard
from planner.ui.charts.training_days_card import TrainingDaysCard
from planner.ui.charts.weekly_sets_plot import WeeklySetsPlot
from planner.ui.fitting import tab_through
from planner.ui.table_model import TableModel
from planner.ui.widgets import row

AHEAD = timedelta(weeks=6)  # as far as the forecast reaches
FORECAST_SHARE = 5  # the forecast takes up to a fifth of the span in view
STRENGTH_PX, BELOW_PX = 320, 230  # high at least; a lower window scrolls


class StrengthPage(ChartPage):
    """Strength above, or another measure of it; weekly sets and training days below.

    An exercise without a load has its own measure above. `goal_wanted` carries the slug of the lift
    whose goal is to be set.
    """

    goal_wanted = Signal(str)
    about_lift = takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = LiftMeasure.STRENGTH
        self._at_kg: dict[str, float] = {}  # the load at which reps are counted, by lift
        self._measured: MeasureChart | None = None
        self.strength_card = StrengthCard(self)
        self.strength = self.strength_card.lines
        self.scores = ScorePlot(self)
        self.weekly = WeeklySetsPlot(self)
        self._week_rows = TableModel[Week]((), self)
        self._score_rows = TableModel[Score]((), self)
        self._score_legend = Legend((), self)
        self._range_legend = Legend((), self)
        self.measure_card = MeasureCard(self)
        self.score_card = ChartCard(self.scores, self._score_legend, self._score_rows, self)
        self.weekly_card = ChartCard(self.weekly, self._range_legend, self._week_rows, self)
        self.days_card = TrainingDaysCard(self, brief=True)
        self._trained: tuple[TrainingDays, tuple[date, Unit]] | None = None  # as drawn
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Draw the chosen exercise, its muscle group's weeks and the days of training."""
        assert scene.chart is not None, "a page about a lift has its chart"
        if isinstance(scene.chart, StrengthChart):
            self._draw_lift(scene, scene.chart)
        else:
            self.show_scores(scene.chart)
        group = charts.main_group(scene.chart.exercise)
        first = region.first_weekday()
        who, today = scene.lifter_id, scene.today
        self.show_weeks(charts.weekly_sets(who, group, today, first) if group else None)
        self._draw_training(training_days(who, today, first), scene)

    def show_scene(self, scene: Scene) -> None:
        """Show what is true of a lifter; who has zoomed in stays there."""
        before, days = self.whose, self._zoom()
        super().show_scene(scene)
        self._zoom_to(days if self.whose == before else None)

    def _draw_lift(self, scene: Scene, lift: StrengthChart) -> None:
        """Draw a lift's strength, or what was chosen in place of it."""
        if self.measure is LiftMeasure.STRENGTH:
            self.show_lift(lift, scene.unit)
            return
        at_kg = self._at_kg.get(scene.slug)
        slug, today = lift.exercise.slug, scene.today
        made = lift_measures.measured(scene.lifter_id, slug, self.measure, today, at_kg)
        self._measured = made
        self.measure_card.show_chart(made, lift, scene.unit)
        self._show_above(self.measure_card)

    def choose_measure(self, measure: str) -> None:
        """Draw another measure over the same days; the keyboard stays on the switch."""
        switches = self.strength_card.switch, self.measure_card.switch
        by_key = any(each.measures.hasFocus() for each in switches)
        self.measure = LiftMeasure(measure)
        self._redraw()
        switches[0].show_measure(LiftMeasure.STRENGTH)
        if by_key:
            switches[self.measure is not LiftMeasure.STRENGTH].take_focus()

    def _choose_load(self, kg: float) -> None:
        if self.scene is not None:
            self._at_kg[self.scene.slug] = kg
            self._redraw()

    def _redraw(self) -> None:
        """Draw the lift alone anew, over the same days."""
        if self.scene is not None and isinstance(self.scene.chart, StrengthChart):
            days = self._zoom()
            self._draw_lift(self.scene, self.scene.chart)
            self.show_days(self.scene.days)
            self._zoom_to(days)

    def _want_goal(self) -> None:
        if self.scene is not None:
            self.goal_wanted.emit(self.scene.slug)

    def _zoom(self) -> tuple[float, float] | None:
        """Return the days that were zoomed to by hand, None where nobody did."""
        plot = self.card_above.plot
        assert isinstance(plot, ReachPlot), "above is a plot"
        return plot.shown() if plot.is_zoomed else None

    def _zoom_to(self, days: tuple[float, float] | None) -> None:
        plot = self.card_above.plot
        if days is not None and isinstance(plot, ReachPlot):
            plot.zoom_to(*days)

    def first_day(self) -> date | None:
        """Return the day of the first session of the exercise."""
        if self.scene is None or self.scene.chart is None:
            return None
        return first_day(self.scene.chart)

    def show_days(self, days: DaysShown) -> None:
        """Show the days, and behind them as much of the forecast as they leave room for."""
        super().show_days(days)
        chart = self.scene.chart if self.scene else None
        if isinstance(chart, StrengthChart):
            self._show_forecast(chart, days)
        elif chart is not None:
            self._say_what_scores_miss(chart, days)

    def show_lift(self, chart: StrengthChart, unit: Unit) -> None:
        """Draw a lift's strength."""
        self.strength_card.show_chart(chart, unit)
        self._show_above(self.strength_card)

    def show_scores(self, chart: ScoreChart) -> None:
        """Draw an exercise's own measure."""
        self._show_above(self.score_card)
        measured = score_words.measure_word(chart.exercise.measure)
        self.score_card.set_title(f"{chart.exercise.name} – {measured}")
        self._score_legend.show_entries(score_words.legend(chart))
        self.scores.show_chart(chart)
        self.score_card.set_rows(partial(self._fill_scores, chart))
        said = score_words.said((*chart.standing, *chart.sides), chart.on)
        self.scores.setAccessibleDescription(said)

    @property
    def card_above(self) -> ChartCard:
        """The card of the plot above: strength, or another measure."""
        return next((each for each in self.above() if not each.isHidden()), self.strength_card)

    def _show_above(self, card: ChartCard) -> None:
        for each in self.above():
            each.setVisible(each is card)

    def above(self) -> tuple[ChartCard, ...]:
        """Return the cards of which one is shown above."""
        return self.strength_card, self.measure_card, self.score_card

    def show_weeks(self, weekly: WeeklySets | None) -> None:
        """Draw the weekly hard sets; None when the lift trains no muscle group that is counted."""
        self.weekly_card.setVisible(weekly is not None)
        if weekly is None:
            return
        group = group_words.within(weekly.group)
        self.weekly_card.set_title(tr("Weekly sets – {group}").format(group=group))
        low, high = wording.number(weekly.low), wording.number(weekly.high)
        words = tr("range {low}–{high}").format(low=low, high=high)
        self._range_legend.show_entries([(LegendSign.RANGE, words)])
        self.weekly.show_weeks(weekly)
        self.weekly_card.set_rows(partial(self._fill_weeks, weekly))

    def _draw_training(self, made: TrainingDays, scene: Scene) -> None:
        """Draw the days of training, unless they are there: most often only the lift is new."""
        known, as_shown = self._trained, (scene.today, scene.unit)
        if known is None or known[0] is not made or known[1] != as_shown:
            self._trained = made, as_shown
            self.show_training(day_marks.marks(made, scene.today, scene.unit))

    def show_training(self, marks: DayMarks) -> None:
        """Draw the days of training."""
        self.days_card.show_marks(marks)

    def _show_forecast(self, chart: StrengthChart, days: DaysShown) -> None:
        first = first_day(chart)
        since, ahead = days.begin(first), MARGIN
        if chart.forecast and days.until == chart.reading.on:
            ahead = max(MARGIN, min(AHEAD, (days.until - since) / FORECAST_SHARE))
        limits = first - MARGIN, chart.reading.on + AHEAD + MARGIN
        for plot in (self.strength, self.measure_card.lines):
            plot.show_days(since - MARGIN, days.until + ahead, *limits)
        self.weekly.show_days(since - MARGIN, days.until + MARGIN, *limits)
        self.strength_card.say_what_is_missing(chart, since)
        if self._measured is not None and self.measure is not LiftMeasure.STRENGTH:
            self.measure_card.say_what_is_missing(self._measured, since)

    def _say_what_scores_miss(self, chart: ScoreChart, days: DaysShown) -> None:
        missing = score_words.hint(chart, days.begin(first_day(chart)))
        self.score_card.show_hint(missing)
        known = any(each.middle is not None for each in chart.scores)
        self.score_card.show_all.setVisible(bool(missing) and known)

    def _fill_weeks(self, weekly: WeeklySets) -> None:
        self._week_rows.set_columns(plot_table.week_columns(weekly))
        self._week_rows.set_rows(plot_table.week_rows(weekly))

    def _fill_scores(self, chart: ScoreChart) -> None:
        self._score_rows.set_columns(score_words.columns(chart.exercise))
        self._score_rows.set_rows(score_words.newest_first(chart.scores))

    def _arrange(self) -> None:
        below = row(spacing=GAP_PX)
        for above in self.above():
            self.add_card(above, 8, STRENGTH_PX)
        for card in (self.weekly_card, self.days_card):
            card.setMinimumHeight(theme.grown(BELOW_PX))
            below.addWidget(self.register(card), 1)
        self.of_lifter.append(self.days_card)
        self._show_above(self.strength_card)
        self.layout_.addLayout(below, 5)
        for plot in (self.strength, self.measure_card.lines, self.scores, self.days_card.days):
            plot.session_wanted.connect(self.session_wanted)
        for switch in (self.strength_card.switch, self.measure_card.switch):
            switch.chosen.connect(self.choose_measure)
            switch.load_chosen.connect(self._choose_load)
            switch.goal_wanted.connect(self._want_goal)
        self.strength_card.clearance.clicked.connect(self.referrals_wanted)
        self._order_focus()

    def _order_focus(self) -> None:
        """Let Tab go from above to below, in each card from its head to its plot."""
        order: list[QWidget] = []
        for card in (*self.above(), self.weekly_card, self.days_card):
            order += [card.reset, card.table_button, card.copy_button, card.save_button]
            if isinstance(card, StrengthCard | MeasureCard):
                order += [card.switch.measures, card.switch.loads, card.switch.goal]
            order.append(card.show_all)
            order += [card.clearance] if isinstance(card, StrengthCard) else []
            order.append(card.plot)
        tab_through(order)


def ahead(lifter_id: int, today: date) -> list[Callable[[], object]]:
    """Return what may be read, and is remembered, before the page is drawn, in short parts."""
    days = partial(training_days, lifter_id, today, region.first_weekday())
    return [partial(days_trained, lifter_id, today), days]


def first_day(chart: LiftChart) -> date:
    """Return the day of an exercise's first session, the day of the chart without any."""
    if isinstance(chart, StrengthChart):
        return min([point.on for point in chart.points[:1]], default=chart.reading.on)
    return min((each.on for each in chart.scores), default=chart.on)
