"""The page of training days: a heat map, weeks in a row, and what was planned against done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from planner.coach.charts import training_days_page as reading
from planner.coach.charts.training_days_page import TrainingDays as Made
from planner.language import tr
from planner.ui import region, theme
from planner.ui.charts import (
    day_legend,
    day_marks,
    day_shades,
    plot_bars,
    training_days_table as table,
    training_days_words as words,
)
from planner.ui.charts.bars_plot import BarsPlot
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import GAP_PX, MARGIN, ChartPage
from planner.ui.charts.day_shades import Measure
from planner.ui.charts.plot_bars import Part
from planner.ui.charts.plot_legend import Entry, Legend
from planner.ui.charts.regular_figures import RegularFigures
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.training_days_card import TrainingDaysCard
from planner.ui.table_model import TableModel
from planner.ui.widgets import row

LARGE_PX = 26  # from one square to the next where a page has room
LEAST_WEEKS = 6  # of a plan in view
WEEK = timedelta(weeks=1)
DAYS_PX, BELOW_PX = 230, 260  # high at least; a lower window scrolls


class TrainingDaysPage(ChartPage):
    """Shows the days a lifter trained, was to train and was away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = Made()
        self.figures = RegularFigures(self)
        self.kept = BarsPlot(self)
        self.shade_by, self.count_by = QComboBox(self), QComboBox(self)
        self._week_rows = TableModel(table.week_columns(), self)
        self._figure_rows = TableModel(table.figure_columns(), self)
        self.days_card = TrainingDaysCard(self)
        self.days_card.days.grid.most_px = LARGE_PX
        self.figures_card = ChartCard(self.figures, QWidget(self), self._figure_rows, self)
        self._kept_signs = self._kept_legend()
        self.kept_card = ChartCard(self.kept, self._kept_signs, self._week_rows, self)
        self._nothing = QWidget(self)  # in place of a plot that has nothing to show
        self.kept_card.stack.addWidget(self._nothing)
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Read how regular training was and draw it."""
        first = region.first_weekday()
        self._made = reading.training_days(scene.lifter_id, scene.today, first)
        self._offer_measures()
        self.figures.show_regular(self._made.regular)
        self.figures_card.set_rows(self._fill_figures)
        self._draw_weeks()

    def first_day(self) -> date | None:
        """Return the first day of training, or of a plan."""
        days = [each.on for each in self._made.days[:1]]
        return min([*days, *(week.starts_on for week in self._made.weeks[:1])], default=None)

    def sentences(self) -> Sequence[str]:
        """Say how many weeks in a row, what is usual, and what became of plans."""
        return words.sentences(self._made, self.scene.today) if self.scene else ()

    def show_days(self, days: DaysShown) -> None:
        """Show the days in view, all of them as years above each other."""
        super().show_days(days)
        if self.scene is not None:
            self.days_card.days.grid.stacked = days.since is None
            measure = self.shade_by.currentData() or Measure.HARD_SETS
            today, unit = self.scene.today, self.scene.unit
            marks = day_marks.marks(self._made, today, unit, days.since, days.until, measure)
            self.days_card.show_marks(marks)
            self._show_weeks(days)

    def _show_weeks(self, days: DaysShown) -> None:
        """Begin with the first week that has a plan, where the days in view begin before it."""
        if self._made.weeks:
            first = self._made.weeks[0].starts_on
            last = max(days.until, self._made.weeks[-1].starts_on + WEEK)
            since = min(max(days.begin(first), first), last - LEAST_WEEKS * WEEK)
            self.kept.show_days(since - MARGIN, last, min(first, since) - MARGIN, last + MARGIN)

    def _draw_weeks(self) -> None:
        weeks = self._made.weeks
        self._show_kept(bool(weeks))
        self.kept_card.set_rows(self._fill_weeks)
        by_sets = self.count_by.currentIndex() == 1
        done = [week.kept.sets_done if by_sets else week.kept.done for week in weeks]
        planned = [week.sets if by_sets else week.sessions for week in weeks]
        self.kept.show_bars(
            [week.starts_on for week in weeks],
            [Part(tr("done"), done)],
            self._week_words,
            outlines=planned,
            running=self._runs(),
        )

    def _show_kept(self, known: bool) -> None:
        """Show the weeks with a plan, or say when there will be any."""
        card = self.kept_card
        missing = tr("From the first week with a plan on, what was done of it stands here.")
        card.show_hint("" if known else missing)
        for widget in (
            self.count_by,
            card.table_button,
            card.copy_button,
            card.save_button,
            self._kept_signs,
        ):
            widget.setVisible(known)
        if not known:
            card.table_button.setChecked(False)
            card.stack.setCurrentWidget(self._nothing)
        elif card.stack.currentWidget() is self._nothing:
            card.stack.setCurrentWidget(card.plot)

    def _week_words(self, index: int) -> Sequence[str]:
        by_sets = self.count_by.currentIndex() == 1
        today = self.scene.today if self.scene else date.max
        return words.week_words(self._made.weeks[index], by_sets, today)

    def _runs(self) -> bool:
        """Tell whether the last week with a plan is not over."""
        last = self._made.weeks[-1:]
        return bool(last) and self.scene is not None and last[0].runs(self.scene.today)

    def _count_otherwise(self) -> None:
        self._draw_weeks()
        self.kept.reset()

    def _shade_otherwise(self) -> None:
        if self.scene is not None:
            self.show_days(self.scene.days)

    def _offer_measures(self) -> None:
        """Offer to shade by what the days have."""
        days = self._made.days
        known = [Measure.HARD_SETS]
        known += [Measure.TONNAGE] * any(day.tonnage_kg for day in days)
        known += [Measure.MINUTES] * any(day.minutes is not None for day in days)
        offered = [self.shade_by.itemData(place) for place in range(self.shade_by.count())]
        if known != offered:
            chosen = self.shade_by.currentData()
            self.shade_by.blockSignals(True)
            self.shade_by.clear()
            for measure in known:
                self.shade_by.addItem(day_shades.title(measure), measure)
            self.shade_by.setCurrentIndex(known.index(chosen) if chosen in known else 0)
            self.shade_by.blockSignals(False)

    def _fill_figures(self) -> None:
        self._figure_rows.set_rows(table.figure_rows(self._made.regular))

    def _fill_weeks(self) -> None:
        self._week_rows.set_rows(table.week_rows(self._made.weeks))

    def _kept_legend(self) -> Legend:
        entries: list[Entry] = [
            (plot_bars.sign(0), tr("done")),
            (day_legend.planned, tr("planned")),
        ]
        return Legend(entries, self)

    def _arrange(self) -> None:
        self.figures_card.set_title(tr("Week by week"))
        self.kept_card.set_title(tr("Planned and done"))
        self._add_switches()
        self.add_card(self.days_card, 0, DAYS_PX)
        below = row(spacing=GAP_PX)
        for card in (self.figures_card, self.kept_card):
            card.setMinimumHeight(theme.grown(BELOW_PX))
            below.addWidget(self.register(card), 1)
        self.layout_.addLayout(below, 1)
        self.days_card.days.session_wanted.connect(self.session_wanted)

    def _add_switches(self) -> None:
        self.shade_by.setAccessibleName(tr("Darker for more"))
        self.shade_by.setToolTip(tr("Darker for more"))
        self.shade_by.currentIndexChanged.connect(self._shade_otherwise)
        self.days_card.tools.addWidget(self.shade_by)
        self.days_card.tools.addStretch(1)
        self.count_by.addItems([tr("Sessions"), tr("Hard sets")])
        self.count_by.setAccessibleName(tr("Count"))
        self.count_by.currentIndexChanged.connect(self._count_otherwise)
        self.kept_card.tools.addWidget(self.count_by)
        self.kept_card.tools.addStretch(1)
