"""The page of recovery: gauges and verdicts by day, muscle groups, answers, sleep and strength."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.coach.charts import (
    check_in_answers,
    recovery_days,
    recovery_page as reading,
    sleep_and_strength,
)
from planner.coach.charts.check_in_answers import Answers
from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.recovery_page import Wanted
from planner.coach.charts.sleep_and_strength import SleepAndStrength
from planner.language import tr
from planner.ui.charts import plot_style, recovery_cards as cards, recovery_words
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.time_plot import TimePlot
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Job

PART = timedelta(weeks=6)  # of days, drawn when it is read
BAR_PX = 4
ANSWERS, SLEEP = "answers", "sleep"
REDRAW_S = 0.3  # between two pictures of days that are being read
REST = 10  # times as long as a picture takes, for the reading


class RecoveryPage(ChartPage):
    """Reads the days in view part by part, the newest first, and draws as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Wanted(gauges=True, verdicts=True, answers=True)
        self._span: tuple[date, date] | None = None
        self._first: date | None = None
        self._trained: date | None = None
        self._days: Sequence[RecoveryDay] = ()
        self._answers: Sequence[Answers] | None = None
        self._draw_at_s = 0.0
        self._sleep: SleepAndStrength | None = None
        self._sessions: dict[date, int] = {}
        self.gauges, self.groups = cards.GaugesCard(self), cards.GroupsCard(self)
        self.answers, self.sleep = cards.AnswersCard(self), cards.SleepCard(self)
        self.bar = reading_bar(tr("Days being read"), self)
        self._arrange()
        self._connect()

    def draw(self, scene: Scene) -> None:
        """Read what is wanted and the answers; the days follow when those in view are known."""
        lifter = scene.lifter_id
        self._wanted = reading.wanted(lifter)
        self._first = reading.first_day(lifter, scene.today)
        self._trained = recovery_days.first_trained(lifter)
        self._sessions = reading.sessions(lifter)
        self._days, self._span = (), None
        self._answers, self._sleep = None, None
        off = recovery_days.time_off(lifter, scene.today)
        gaps = cards.gaps(reading.away(lifter, scene.today), off, scene.today)
        self.gauges.set_scene(gaps, scene.unit)
        self.answers.show_answers(None, self._wanted)
        self.sleep.show_sleep(None, self._wanted)
        self._draw_days()

    def first_day(self) -> date | None:
        """Return the first day with a set or an answer."""
        return self._first

    def sentences(self) -> Sequence[str]:
        """Say what was told of the days in view, and how sleep and strength went together."""
        if self.scene is None:
            return ()
        if not self.bar.isHidden():
            return [recovery_words.being_read()]
        made = list(reading.sentences(self._days, self._wanted))
        if self._sleep is not None and self._wanted.answers:
            made += sleep_and_strength.words(self._sleep)
        unit, today = self.scene.unit, self.scene.today
        return [recovery_words.said(each, unit, today) for each in made]

    def show_days(self, days: DaysShown) -> None:
        """Move the plots to the days in view and read those that are not at hand."""
        super().show_days(days)
        first = self._trained
        self._span = None if first is None else (max(first, days.begin(first)), days.until)
        self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar above the cards, where it moves none of them."""
        super().resizeEvent(event)
        self.bar.setGeometry(0, 0, self.width(), BAR_PX)

    # reading
    def jobs(self) -> Mapping[object, Job]:
        """Return what is to be read: answers, days in parts, the newest first, and sleep."""
        if self.scene is None:
            return {}
        lifter, wanted = self.scene.lifter_id, self._wanted
        jobs: dict[object, Job] = {}
        if wanted.answers and self._answers is None:
            jobs[ANSWERS] = partial(check_in_answers.reading, lifter, self.scene.today)
        if self._span is not None and (wanted.gauges or wanted.verdicts):
            for part in _parts(*self._span):
                jobs[part] = partial(recovery_days.reading, lifter, *part, self.scene.today)
        if wanted.answers and self._sleep is None:
            jobs[SLEEP] = partial(sleep_and_strength.reading, lifter, self.scene.today)
        self.bar.setRange(0, len(jobs))
        self.bar.setValue(0)
        self.bar.setVisible(bool(jobs))
        return jobs

    def take(self, key: object, made: Any) -> None:
        """Draw what a part of the reading made; days as often as an eye follows."""
        self.bar.setValue(self.bar.value() + 1)
        if key == SLEEP:
            self._sleep = made
            self.sleep.show_sleep(made, self._wanted)
        elif key == ANSWERS:
            self._answers = made
            self.answers.show_answers(made, self._wanted)
            self._align()
        elif monotonic() > self._draw_at_s:
            self._draw_days()

    def finish(self) -> None:
        """Draw all days and say what they tell."""
        if self.scene is None:
            return
        self.bar.hide()
        self._draw_days()
        self.retold.emit()

    def _draw_days(self) -> None:
        lifter, span = self._lifter(), self._span
        began_s = monotonic()
        self._days = () if span is None else recovery_days.at_hand(lifter, *span)
        self.gauges.show_days(self._days, self._wanted, self._trained is None)
        self.groups.show_days(self._days, self._wanted, self._trained is None)
        self._align()
        self._draw_at_s = monotonic() + REDRAW_S + REST * (monotonic() - began_s)

    def _lifter(self) -> int:
        assert self.scene is not None, "a page is drawn of a scene"
        return self.scene.lifter_id

    # building
    def _align(self) -> None:
        """Let days stand below each other in all plots."""
        lanes = (self.groups.drawn, self.answers.drawn)
        width = max(each.needs_px() for each in (self.gauges.drawn, *lanes))
        for plot in (self.gauges.drawn, *lanes):
            plot.view.getAxis("left").setWidth(width)

    def _connect(self) -> None:
        for card in (self.gauges, self.groups, self.answers):
            card.day_picked.connect(self._open_day)
            card.drawn.zoomed.connect(self._reach_back)
        self.sleep.session_picked.connect(self.session_wanted)

    def _reach_back(self, zoomed: bool) -> None:
        """Read the days that somebody zoomed out to."""
        plot = self.sender()
        if not zoomed or self._span is None or not isinstance(plot, TimePlot):
            return
        since = max(self._trained or date.min, plot_style.day(plot.shown()[0]))
        if since < self._span[0]:
            self._span = since, self._span[1]
            self.read()

    def _open_day(self, on: date) -> None:
        if on in self._sessions:
            self.session_wanted.emit(self._sessions[on])

    def _arrange(self) -> None:
        self.bar.hide()
        for card in (self.gauges, self.groups, self.answers, self.sleep):
            self.add_card(card, 1, card.least_px)
        self.layout_.addStretch(0)


def _parts(since: date, until: date) -> Iterator[tuple[date, date]]:
    """Yield a span in parts, the newest first."""
    while until >= since:
        begin = max(since, until - PART)
        yield begin, until
        until = begin - timedelta(days=1)
