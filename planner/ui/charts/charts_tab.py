"""The charts tab: choose a lift, see its strength, its weekly sets and the days of training."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from planner.coach import charts, clients, garbage, library, lift_past, readings, scores
from planner.coach.charts import StrengthChart
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import theme
from planner.ui.charts import chart_words, pages, read_ahead
from planner.ui.charts.beside import Beside
from planner.ui.charts.chart_page import GAP_PX, ChartPage
from planner.ui.charts.empty_charts import EmptyCharts
from planner.ui.charts.lift_list import Heading, LiftList, Listed, listed
from planner.ui.charts.page_bar import PageBar
from planner.ui.charts.page_stack import PageStack
from planner.ui.charts.pages import PageName
from planner.ui.charts.range_choice import RangeChoice
from planner.ui.charts.scene import DaysShown, LiftChart, Scene, nothing_compared
from planner.ui.charts.strength_page import StrengthPage, ahead, first_day
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.reading_first import ReadingFirst, ReadingPage
from planner.ui.slices import Slices
from planner.ui.widgets import button, column, frame, label, row

LOW_PX = 480  # with the usual letters
LEFT_PX, CENTRE_PX, RIGHT_PX = 264, 900, 284
LEAST_CENTRE_PX = 420
PANE_MARGIN_PX = 12
IMPORTS_MS = 500  # after the tab is made: its own painting goes first


class ChartsTab(QWidget):
    """Emits `session_wanted(session_id)` when the user opens a session from the plot.

    `wanted(label, work, after)` asks to store something, `compared(uid, lifts)` to remember which
    lifts a lifter compares; `recall` says which those were by the uid.
    """

    referrals_wanted = Signal()
    session_wanted = Signal(int)
    wanted = Signal(str, object, object)
    goal_wanted = Signal(str)
    skills_wanted = Signal()
    compared = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recall: Callable[[str], str] = nothing_compared
        self._lifter_id: int | None = None
        self._slug = ""
        self._today = date.min
        self._unit = Unit.KG
        self._chart: LiftChart | None = None
        self._name = PageName.STRENGTH
        self.lifts = LiftList(self)
        self.bar = PageBar(self)
        self.beside = Beside(self)
        self.panel, self.words = self.beside.panel, self.beside.words
        self._totals = label("", "small", self)
        self.empty = EmptyCharts(self)
        self._body, self._stack = QStackedWidget(self), PageStack(self)
        self.range = RangeChoice(self)
        self.export = button(tr("E&xport picture…"), parent=self)
        self._importer, self._first = Slices(self), ReadingFirst(self)
        self._importer.finished.connect(garbage.keep_all)
        self._arrange()
        self._connect()
        QTimer.singleShot(IMPORTS_MS, self, self._import_pages)

    def actions_bar(self) -> list[QWidget]:
        """Return the widgets for the window's bar: how much to show, and export."""
        return [*self.range.widgets(), self.export]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the plots their room in a low window."""
        super().resizeEvent(event)
        for card in self.strength_page.above():
            card.show_low(self.height() < theme.grown(LOW_PX))

    def shorten_bar(self, short: bool) -> None:
        """Leave the export to the plot's own button where the bar has no room for it."""
        self.export.setVisible(not short)
        self.range.show_narrow(short)

    def refresh(self, lifter_id: int, today: date) -> None:
        """Show what is true; the chosen lift, page, search and tables stay."""
        self._stack.wait_no_more()
        if lifter_id != self._lifter_id:
            self.beside.clear()
        self._lifter_id, self._today = lifter_id, today
        self._unit = clients.lifter(lifter_id).unit
        then = partial(self.refresh, lifter_id, today)
        before = [*ahead(lifter_id, today), lambda: self._read_past(lifter_id, today)]
        unread = self._first.reads(lifter_id, today, then, before)
        rows = [] if unread else listed(lifter_id, today)
        self._slug = self._slug if unread else self._still_there(rows)
        self.lifts.show_rows(rows, self._unit, self._slug)
        for widget in self.actions_bar():
            widget.setEnabled(bool(rows))
        self._body.setCurrentIndex(0 if rows else 2 if unread else 1)
        sessions, sets = charts.totals(lifter_id)
        self._totals.setText(chart_words.totals(sessions, sets))
        if rows:
            self._show()
        else:
            self._chart = None
            self.beside.clear()

    def _read_past(self, lifter_id: int, today: date) -> None:
        """Read what the lift that will be shown was in the past; that is remembered."""
        slug = self._still_there(listed(lifter_id, today))
        replay = readings.replays(lifter_id, today).get(slug)
        if replay is not None:
            lift_past.past(replay)

    def lift(self) -> str:
        """Return the slug of the lift that the open page is about, '' on a page about all."""
        return self._slug if self.page.about_lift else ""

    def take_lift(self, slug: str) -> None:
        """Let the next refresh show a lift, if it has a strength to show."""
        self._slug = slug

    def forget(self) -> None:
        """Let pages read no more of a file that another took the place of."""
        self._first.stop()
        self._importer.stop()
        self._stack.forget()
        self._lifter_id = None

    def show_page(self, name: str) -> None:
        """Turn to a page at once."""
        self._name = PageName(name)
        self._show()

    def turn_to(self, name: str) -> None:
        """Turn to a page; one that is new is made first, while the one before stays in sight."""
        self._name = PageName(name)
        self._stack.make_first(self._name, self._show)

    @property
    def page(self) -> ChartPage:
        """The page that is open, or is turned to."""
        return self._stack.page(self._name)

    @property
    def strength_page(self) -> StrengthPage:
        """The page about the strength of one lift."""
        made = self._stack.page(PageName.STRENGTH)
        assert isinstance(made, StrengthPage), "it is made as one"
        return made

    def _import_pages(self) -> None:
        self._importer.begin(read_ahead.jobs(self._lifter_id, self._slug, self._today))

    def _still_there(self, rows: list[Listed]) -> str:
        slugs = [each.exercise.slug for each in rows if not isinstance(each, Heading)]
        return self._slug if self._slug in slugs else next(iter(slugs), "")

    def _choose(self, slug: str) -> None:
        if slug != self._slug and self._lifter_id is not None:
            self._slug = slug
            if not self.page.takes_lift:
                self._name = PageName.STRENGTH
            self._show()

    def _show(self) -> None:
        """Show the open page, and beside it what is known of its lift or what it says itself."""
        if self._lifter_id is None or not self._slug:
            return
        offered = pages.shown(self._lifter_id)
        self._name = self._name if self._name in offered else PageName.STRENGTH
        self.bar.show_pages(offered, self._name)
        page = self._stack.turn(self._name)
        self._chart = self._read_chart(self._lifter_id) if page.about_lift else None
        page.show_scene(self._scene(self._lifter_id))
        self._show_beside(page)

    def _scene(self, lifter_id: int) -> Scene:
        kept = self.recall(clients.lifter(lifter_id).uid)
        return Scene(
            lifter_id, self._slug, self._unit, self._today, self._days(), self._chart, kept
        )

    def _days(self) -> DaysShown:
        return self.range.days(self._today)

    def _read_chart(self, lifter_id: int) -> LiftChart:
        if scores.scored(library.exercise(self._slug)):
            return scores.chart(lifter_id, self._slug, self._today)
        return charts.strength(lifter_id, self._slug, self._today)

    def _show_beside(self, page: ChartPage) -> None:
        if self._chart is None:
            self.beside.say(page.sentences())
            return
        since = self._days().begin(date.min)
        if isinstance(self._chart, StrengthChart):
            since = max(since, first_day(self._chart))
        self.beside.show_chart(self._chart, self._unit, since)

    def _show_strength(self, days: DaysShown) -> None:
        """Show the strength of the chosen exercise in some days."""
        self.show_page(PageName.STRENGTH)
        self.range.take_own(days)

    def _export(self) -> None:
        self._stack.finish()
        self.page.cards()[0].ask_where_to_save()

    def _show_range(self) -> None:
        self._stack.finish()
        if self._lifter_id is not None and self._slug:
            self.page.show_days(self._days())
            self._show_beside(self.page)

    def report(self) -> None:
        """Show the report of what the tab shows, ready to print."""
        from planner.ui.charts.report_dialog import ReportDialog  # late: it loads the printing

        if self._lifter_id is not None and self._slug:
            made = ReportDialog(self, self._lifter_id, self._days(), self._today, self.recall)
            made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            made.open()

    def _show_replay(self) -> None:
        if self._lifter_id is not None and self._chart is not None:
            LookBackDialog(self, self._lifter_id, self._slug, self._unit, self._today).open()

    # building
    def _connect(self) -> None:
        self._stack.added.connect(self._connect_page)
        self.lifts.chosen.connect(self._choose)
        self.range.changed.connect(self._show_range)
        self.export.clicked.connect(self._export)
        for card in self.strength_page.above():
            card.show_all.clicked.connect(self.range.all_days.click)
        self.strength_page.goal_wanted.connect(self.goal_wanted)
        self.panel.replay.clicked.connect(self._show_replay)
        self.bar.chosen.connect(self.turn_to)

    def _connect_page(self, made: ChartPage) -> None:
        made.referrals_wanted.connect(self.referrals_wanted)
        made.session_wanted.connect(self.session_wanted)
        made.wanted.connect(self.wanted)
        made.days_wanted.connect(self._show_strength)
        made.skills_wanted.connect(self.skills_wanted)
        made.compared.connect(self.compared)
        made.retold.connect(lambda: self._show_beside(self.page))

    def _arrange(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setHandleWidth(1)
        for part in (self._centre(), self.empty, ReadingPage(self)):
            self._body.addWidget(part)
        self._body.setMinimumWidth(LEAST_CENTRE_PX)
        for pane in (self._left(), self._body, self.beside):
            panes.addWidget(pane)
        panes.setStretchFactor(1, 1)
        panes.setCollapsible(1, False)
        panes.setSizes([theme.spread(LEFT_PX), CENTRE_PX, theme.spread(RIGHT_PX)])
        column(self).addWidget(panes)

    def _left(self) -> QFrame:
        pane = frame("pane", self)
        layout = column(pane, margin=PANE_MARGIN_PX)
        layout.addWidget(self.lifts, 1)
        layout.addWidget(self._totals)
        return pane

    def _centre(self) -> QWidget:
        made = QWidget(self._body)
        layout = column(made, spacing=0)
        above = row()
        above.setContentsMargins(GAP_PX, theme.GRID, GAP_PX, 0)
        above.addWidget(self.bar, 1)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
        return made
