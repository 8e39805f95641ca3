"""The page of a lift's response: whether it rose faster in weeks with more sets."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from planner.coach.charts import response_page
from planner.coach.charts.response_page import (
    Kind,
    ResponseChart,
    ResponseWindow,
    SetsOf,
)
from planner.ui import chips
from planner.ui.charts import response_plot, response_words
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.plot_legend import Entry, Legend, LegendSign
from planner.ui.charts.response_plot import ResponsePlot
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.table_model import TableModel

LEAST_PX = 320


class ResponsePage(ChartPage):
    """Gain against weekly sets, of the whole history whatever days are in view."""

    about_lift = takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: ResponseChart | None = None
        self._sets_of = SetsOf.GROUP
        self.plot = ResponsePlot(self)
        self._legend = Legend((), self)
        self._rows = TableModel[ResponseWindow]((), self)
        self.card = ChartCard(self.plot, self._legend, self._rows, self)
        self.choice = QButtonGroup(self)
        for number, kind in enumerate(SetsOf):
            chip = chips.made(response_words.sets_of(kind, None), self.card)
            self.choice.addButton(chip, number)
            self.card.tools.addWidget(chip)
        self.card.tools.addStretch(1)
        self.choice.button(0).setChecked(True)
        self.choice.idClicked.connect(self._choose)
        self.plot.picked.connect(self._show_days_of)
        self.add_card(self.card, 1, LEAST_PX)

    def draw(self, scene: Scene) -> None:
        """Draw the chosen lift."""
        read = response_page.response
        chart = read(scene.lifter_id, scene.slug, scene.today, self._sets_of)
        self._chart = chart
        self.card.set_title(response_words.title(chart))
        self._name_choice(chart)
        self._legend.show_entries(_legend(chart))
        said = response_words.answer(chart)
        self.card.show_hint(said)
        self.plot.setVisible(bool(chart.windows))
        self.plot.show_chart(chart, scene.today)
        self.plot.setAccessibleDescription(said)
        self.card.set_rows(partial(self._fill, chart))

    def first_day(self) -> date | None:
        """Return the first day of the first window."""
        windows = self._chart.windows if self._chart else ()
        return windows[0].since if windows else None

    def _name_choice(self, chart: ResponseChart) -> None:
        """Offer the muscle group's sets only where the lift has one, and there is what to see."""
        self.choice.button(list(SetsOf).index(SetsOf.LIFT)).setVisible(bool(chart.windows))
        group = self.choice.button(list(SetsOf).index(SetsOf.GROUP))
        group.setText(response_words.sets_of(SetsOf.GROUP, chart.group))
        group.setVisible(chart.group is not None and bool(chart.windows))
        self.choice.button(list(SetsOf).index(chart.sets_of)).setChecked(True)

    def _choose(self, number: int) -> None:
        self._sets_of = list(SetsOf)[number]
        if self.scene is not None:
            self.draw(self.scene)

    def _show_days_of(self, index: int) -> None:
        """Show the strength in the days of a window."""
        window = self.plot.windows[index]
        self.days_wanted.emit(DaysShown(window.until, window.since))

    def _fill(self, chart: ResponseChart) -> None:
        self._rows.set_columns(response_words.columns(chart))
        self._rows.set_rows(chart.windows[::-1])


def _legend(chart: ResponseChart) -> list[Entry]:
    """Return the signs of what is drawn."""
    known = {each.kind for each in chart.windows}
    entries: list[Entry] = []
    if Kind.USUAL in known:
        words = response_words.usual(chart)
        entries.append((response_plot.sign(Kind.USUAL), words))
    entries += [
        (response_plot.sign(kind), response_words.kind(kind))
        for kind in (Kind.EARLY, Kind.BACK)
        if kind in known
    ]
    if chart.line:
        entries.append((LegendSign.RIBBON, response_words.line()))
    return entries
