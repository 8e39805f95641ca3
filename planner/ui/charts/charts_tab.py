"""The charts tab: choose a lift, see its strength, its weekly sets and the days of training."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from planner.coach import charts, clients, library, scores
from planner.coach.charts import StrengthChart
from planner.coach.scores import ScoreChart
from planner.engine.terms import Unit
from planner.ui.charts import chart_words
from planner.ui.charts.charts_centre import ChartsCentre
from planner.ui.charts.lift_list import Heading, LiftList, Listed
from planner.ui.charts.lift_panel import LiftPanel
from planner.ui.charts.score_panel import ScorePanel
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.widgets import button, column, frame, label, scrolling, wrapped

SIX_WEEKS, SIX_MONTHS = timedelta(weeks=6), timedelta(days=183)
LEFT_PX, CENTRE_PX, RIGHT_PX = 264, 900, 284
LEAST_CENTRE_PX = 420
ROOM_FOR_EXPORT_PX = 860
EMPTY_PX = 460
PANE_MARGIN_PX = 12


class ChartsTab(QWidget):
    """Emits `session_wanted(session_id)` when the user opens a session from the plot."""

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lifter_id: int | None = None
        self._slug = ""
        self._today = date.min
        self._unit = Unit.KG
        self._chart: StrengthChart | ScoreChart | None = None
        self.lifts = LiftList(self)
        self.centre = ChartsCentre(self)
        self.panel = LiftPanel(self)
        self.score_panel = ScorePanel(self)
        self._totals = label("", "small", self)
        self._pages = QStackedWidget(self)
        self._ranges = QButtonGroup(self)
        self._spans: dict[int, timedelta | None] = {}
        self.six_weeks = self._range_button(self.tr("6 &weeks"), SIX_WEEKS)
        self.six_months = self._range_button(self.tr("6 &months"), SIX_MONTHS)
        self.all_days = self._range_button(self.tr("&All"), None)
        self.export = button(self.tr("E&xport picture…"), parent=self)
        self._arrange()
        self._connect()

    def actions_bar(self) -> list[QWidget]:
        """Return the widgets for the window's bar: how much to show, and export."""
        return [self.six_weeks, self.six_months, self.all_days, self.export]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the export to the plot's own button where the bar has no room for it."""
        super().resizeEvent(event)
        self.export.setVisible(self.width() >= ROOM_FOR_EXPORT_PX)

    def refresh(self, lifter_id: int, today: date) -> None:
        """Show what is true; the chosen lift, search and tables stay."""
        self._lifter_id, self._today = lifter_id, today
        self._unit = clients.lifter(lifter_id).unit
        rows = _listed(lifter_id, today)
        self._slug = self._still_there(rows)
        self.lifts.show_rows(rows, self._unit, self._slug)
        for widget in self.actions_bar():
            widget.setEnabled(bool(rows))
        self._pages.setCurrentIndex(0 if rows else 1)
        sessions, sets = charts.totals(lifter_id)
        self._totals.setText(chart_words.totals(sessions, sets))
        if rows:
            self._show_lift(lifter_id)
            self.centre.show_days(charts.training_days(lifter_id, today), today)
        else:
            self._chart = None
            self.panel.clear()

    def take_lift(self, slug: str) -> None:
        """Let the next refresh show a lift, if it has a strength to show."""
        self._slug = slug

    def _still_there(self, rows: list[Listed]) -> str:
        slugs = [each.exercise.slug for each in rows if not isinstance(each, Heading)]
        return self._slug if self._slug in slugs else next(iter(slugs), "")

    def _choose(self, slug: str) -> None:
        if slug != self._slug and self._lifter_id is not None:
            self._slug = slug
            self._show_lift(self._lifter_id)

    def _show_lift(self, lifter_id: int) -> None:
        if scores.scored(library.exercise(self._slug)):
            self._draw_scores(scores.chart(lifter_id, self._slug, self._today))
        else:
            self._draw(charts.strength(lifter_id, self._slug, self._today))
        group = charts.main_group(library.exercise(self._slug))
        weekly = charts.weekly_sets(lifter_id, group, self._today) if group else None
        self.centre.show_weeks(weekly)
        self._show_span()

    def _draw(self, chart: StrengthChart) -> None:
        self._chart = chart
        self.centre.show_lift(chart, self._unit, self._today)
        since = self.centre.first_day(chart, self._today)
        self.panel.show_chart(chart, self._unit, since)
        self._panels.setCurrentWidget(self.panel)

    def _draw_scores(self, chart: ScoreChart) -> None:
        self._chart = chart
        self.centre.show_scores(chart)
        self.score_panel.show_chart(chart)
        self._panels.setCurrentWidget(self.score_panel)

    def _show_range(self, number: int) -> None:
        self.centre.span = self._spans[number]
        self._show_span()

    def _show_span(self) -> None:
        if isinstance(self._chart, StrengthChart):
            self.centre.show_span(self._chart, self._today)
            self.panel.show_change(self._chart, self.centre.first_day(self._chart, self._today))
        elif self._chart is not None:
            self.centre.show_score_span(self._chart)

    def _show_replay(self) -> None:
        if self._lifter_id is not None and self._chart is not None:
            LookBackDialog(self, self._lifter_id, self._slug, self._unit, self._today).open()

    # building
    def _range_button(self, text: str, span: timedelta | None) -> QPushButton:
        made = button(text, parent=self)
        made.setCheckable(True)
        self._ranges.addButton(made, len(self._spans))
        self._spans[len(self._spans)] = span
        return made

    def _connect(self) -> None:
        self.lifts.chosen.connect(self._choose)
        self._ranges.idClicked.connect(self._show_range)
        self.export.clicked.connect(lambda: self.centre.card_above.ask_where_to_save())
        for card in (self.centre.strength_card, self.centre.score_card):
            card.show_all.clicked.connect(self.all_days.click)
        self.panel.replay.clicked.connect(self._show_replay)
        for plot in (self.centre.strength, self.centre.scores):
            plot.session_wanted.connect(self.session_wanted)
        self.six_months.setChecked(True)
        self.centre.span = SIX_MONTHS

    def _arrange(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setHandleWidth(1)
        self._pages.addWidget(scrolling(self.centre, self._pages))
        self._pages.addWidget(self._empty())
        self._pages.setMinimumWidth(LEAST_CENTRE_PX)
        for pane in (self._left(), self._pages, self._right()):
            panes.addWidget(pane)
        panes.setStretchFactor(1, 1)
        panes.setCollapsible(1, False)
        panes.setSizes([LEFT_PX, CENTRE_PX, RIGHT_PX])
        column(self).addWidget(panes)

    def _left(self) -> QFrame:
        pane = frame("pane", self, "left")
        layout = column(pane, margin=PANE_MARGIN_PX)
        layout.addWidget(self.lifts, 1)
        layout.addWidget(self._totals)
        return pane

    def _right(self) -> QFrame:
        pane = frame("pane", self, "right")
        self._panels = QStackedWidget(pane)
        for panel in (self.panel, self.score_panel):
            self._panels.addWidget(panel)
        self._panel_area = scrolling(self._panels, pane)
        column(pane, margin=PANE_MARGIN_PX).addWidget(self._panel_area)
        return pane

    def _empty(self) -> QWidget:
        page = QWidget(self)
        layout = column(page)
        title = label(self.tr("Your charts will grow here"), "page", page)
        words = wrapped(chart_words.nothing_yet(), "muted", page)
        words.setMaximumWidth(EMPTY_PX)
        layout.addStretch(1)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page


def _listed(lifter_id: int, today: date) -> list[Listed]:
    """Return the lifts, then what has no load, a heading above each kind."""
    made: list[Listed] = [*charts.lifts(lifter_id, today)]
    for category, found in scores.rows(lifter_id, today):
        made += [Heading(chart_words.category(category)), *found]
    return made
