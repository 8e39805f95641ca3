"""The page of a lift's skill: how its sets look, how it was practised, what breaks left of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from planner.coach.charts import skill_page
from planner.coach.charts.skill_page import Practice, SkillChart
from planner.language import tr
from planner.ui import chips, theme
from planner.ui.charts import (
    skill_bars,
    skill_lines,
    skill_page_words as words,
    skill_practice_words,
    skill_tables,
)
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import GAP_PX, MARGIN, ChartPage
from planner.ui.charts.lines_plot import LinesPlot
from planner.ui.charts.plot_legend import Entry, Legend
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.skill_bars import SeenBar, SkillBars
from planner.ui.charts.skill_lines import Drawn, PracticeRow
from planner.ui.table_model import TableModel
from planner.ui.widgets import button, row

PLOT_PX = 250  # high at least; a lower window scrolls
BESIDE_PX = 1000  # wide enough for practice and what was kept beside each other
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SkillPage(ChartPage):
    """Ratings above, practice and what was kept of it below."""

    about_lift = takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: SkillChart | None = None
        self._drawn: dict[LinesPlot, Sequence[Drawn]] = {}
        self._legends: dict[ChartCard, Legend] = {}
        self._by_reserve = False
        self.ratings, self.practice = SkillBars(self), LinesPlot(self)
        self._bar_rows = TableModel[SeenBar]((), self)
        self._practice_rows = TableModel[PracticeRow]((), self)
        self._kept_rows = TableModel[Practice]((), self)
        self.ratings_card = self._card(self.ratings, self._bar_rows)
        self.practice_card = self._card(self.practice, self._practice_rows)
        self.kept_card: ChartCard | None = None  # made when a lift was first left for long
        self.choice = QButtonGroup(self)
        self.skills = button(tr("Skills…"), "quiet", self)
        self.skills.setProperty("edge", "start")
        self._arrange()

    def draw(self, scene: Scene) -> None:
        """Draw the chosen exercise."""
        self._chart = skill_page.skill(scene.lifter_id, scene.slug, scene.today)
        self._draw_ratings(self._chart)
        self._draw_practice(self._chart)
        self._draw_kept(self._chart)

    def first_day(self) -> date | None:
        """Return the day of the first session."""
        return min(self._chart.sessions, default=None) if self._chart else None

    def show_days(self, days: DaysShown) -> None:
        """Show the days; a plot that has nothing in them shows its whole history."""
        super().show_days(days)
        first = self.first_day()
        if self.scene is None or first is None:
            return
        whole = first - MARGIN, self.scene.today + MARGIN
        for plot, drawn in self._drawn.items():
            if not skill_lines.any_within(drawn, days.begin(first), days.until):
                plot.show_days(*whole, *whole)

    def _draw_ratings(self, chart: SkillChart) -> None:
        card, rated = self.ratings_card, chart.rated
        for chip in self.choice.buttons():
            chip.setVisible(bool(rated.by_reserve))
        reserve = self._by_reserve and bool(rated.by_reserve)
        places = rated.by_reserve if reserve else rated.by_number
        self.choice.button(int(reserve)).setChecked(True)
        card.set_title(words.ratings_title(chart, reserve))
        card.show_hint(words.technique(chart, reserve))
        _show_plot(card, bool(places))
        named = words.reserve if reserve else words.set_number
        self.ratings.show_places(places, rated.sessions, named, words.axis(reserve))
        self.ratings.setAccessibleDescription(card.hint.text())
        self._show_legend(card, skill_bars.legend(places, rated.sessions))
        self._bar_rows.set_columns(skill_tables.bars(named))
        card.set_rows(partial(self._bar_rows.set_rows, skill_bars.bars(places)))

    def _draw_practice(self, chart: SkillChart) -> None:
        card = self.practice_card
        card.set_title(skill_practice_words.practice_title(chart))
        card.show_hint(skill_practice_words.practice(chart))
        lines = skill_lines.practice(chart)
        _show_plot(card, bool(lines))
        self._show_lines(card, self.practice, lines, None)
        self.practice.view.getAxis("left").setTicks(skill_lines.whole_ticks(lines))
        self.practice.setAccessibleDescription(card.hint.text())
        self._practice_rows.set_columns(skill_lines.columns(chart.on))
        found = skill_lines.rows(chart.practice) if chart.practice else []
        card.set_rows(partial(self._practice_rows.set_rows, found))

    def _draw_kept(self, chart: SkillChart) -> None:
        lines = skill_lines.kept(chart)
        if not lines:
            if self.kept_card is not None:
                self.kept_card.hide()
            return
        card = self._made_kept()
        card.show()
        assert isinstance(card.plot, LinesPlot), "it is made with one"
        self._show_lines(card, card.plot, lines, 100.0)
        every = chart.practice.practices if chart.practice else ()
        breaks = [each for each in every[::-1] if each.before_on]
        self._kept_rows.set_columns(skill_tables.kept(chart.on))
        card.set_rows(partial(self._kept_rows.set_rows, breaks))

    def _made_kept(self) -> ChartCard:
        """Return the card of what was kept, made when it is first needed: a plot takes time."""
        if self.kept_card is None:
            plot = LinesPlot(self)
            plot.picked.connect(partial(self._open, plot))
            self.kept_card = self.register(self._card(plot, self._kept_rows))
            self.kept_card.set_title(tr("Skill kept through time off, %"))
            self.kept_card.setMinimumHeight(theme.grown(PLOT_PX))
            self._below.addWidget(self.kept_card, 2)
        return self.kept_card

    def _show_lines(
        self, card: ChartCard, plot: LinesPlot, drawn: Sequence[Drawn], level: float | None
    ) -> None:
        self._drawn[plot] = drawn
        self._show_legend(card, [each.entry for each in drawn])
        plot.show_lines([each.line for each in drawn], skill_lines.said(drawn), 0.0, level)

    def _show_legend(self, card: ChartCard, entries: Sequence[Entry]) -> None:
        self._legends[card].show_entries(entries)
        self._legends[card].setVisible(bool(entries))

    def _open(self, plot: LinesPlot, index: int) -> None:
        """Open the session of a point, where it is one."""
        line, place = plot.owner(index)
        point = self._drawn[plot][line].points[place]
        if point is not None and point.session_id is not None:
            self.session_wanted.emit(point.session_id)

    def _choose(self, number: int) -> None:
        self._by_reserve = bool(number)
        if self._chart is not None:
            self._draw_ratings(self._chart)

    # building
    def _card(self, plot: QWidget, rows: TableModel[Any]) -> ChartCard:
        legend = Legend((), self)
        made = ChartCard(plot, legend, rows, self)
        self._legends[made] = legend
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards beside each other where there is room for two."""
        super().resizeEvent(event)
        self._below.setDirection(_ACROSS if self.width() >= BESIDE_PX else _DOWN)

    def _arrange(self) -> None:
        for number, text in enumerate((tr("By set"), tr("By reserve"))):
            chip = chips.made(text, self.ratings_card)
            self.choice.addButton(chip, number)
            self.ratings_card.tools.addWidget(chip)
        self.ratings_card.tools.addStretch(1)
        self.choice.idClicked.connect(self._choose)
        self.add_card(self.ratings_card)
        self._below = QBoxLayout(_DOWN)
        self._below.setSpacing(GAP_PX)
        self._below.addWidget(self.register(self.practice_card), 3)
        self.layout_.addLayout(self._below, 1)
        self.layout_.addLayout(self._foot())
        self.layout_.addStretch(0)
        self.practice.picked.connect(partial(self._open, self.practice))

    def _foot(self) -> QHBoxLayout:
        self.skills.setToolTip(tr("All movements: practice, ratings, what is left"))
        self.skills.clicked.connect(self.skills_wanted)
        foot = row()
        foot.addWidget(self.skills)
        foot.addStretch(1)
        return foot


def _show_plot(card: ChartCard, shown: bool) -> None:
    """Leave the words alone where there is nothing to draw."""
    for part in (card.stack, card.table_button, card.copy_button, card.save_button):
        part.setVisible(shown)
    card.setMinimumHeight(theme.grown(PLOT_PX) if shown else 0)
    tall = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Maximum
    card.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
