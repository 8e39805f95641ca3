"""The page of forecasts: what was said before each session, and what came."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget

from planner.coach import library
from planner.coach.charts import forecast_page, forecast_reading
from planner.coach.charts.forecast_page import ForecastPage
from planner.language import tr
from planner.ui import counts, theme
from planner.ui.charts import forecast_words as words
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.forecast_cards import ChancesCard, LevelsCard, OverTimeCard, ResultsCard
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.slices import Job
from planner.ui.widgets import button, label, row

RESULTS_PX, BELOW_PX = 260, 230  # high at least; a lower window scrolls
LIFT, ALL = range(2)
REPS, MASS = range(2)


class ForecastsPage(ChartPage):
    """Tells of the chosen lift or of all; reads part by part, which `stop` ends or goes on with."""

    takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: ForecastPage | None = None
        self._slug: str | None = None  # what is told of; '' for all lifts
        self._days: DaysShown | None = None
        self.scope = self._choice(tr("Lifts"), tr("This lift"), tr("All lifts"))
        self.measure = self._choice(tr("Shown as"), tr("Reps"), tr("e1RM"))
        self.every = button(tr("Every session…"), "quiet", self)
        self.every.setToolTip(tr("What was forecast and said after every session"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Sessions read"))
        self.progress.setTextVisible(False)
        self.stopped = label("", "muted", self)
        self.stop = button(tr("Stop"), "quiet", self)
        self.results, self.over_time = ResultsCard(self), OverTimeCard(self)
        self.chances, self.levels = ChancesCard(self), LevelsCard(self)
        self._arrange()
        self._connect()

    # what the tab asks
    def draw(self, scene: Scene) -> None:
        """Read what was forecast; what is not remembered comes part by part."""
        pooled = self._pooled()
        slug = "" if pooled else scene.slug
        if slug != self._slug:
            self._slug, self.made = slug, None
        self.measure.setEnabled(not pooled)
        self.every.setEnabled(not pooled)
        count = forecast_reading.count(scene.lifter_id, scene.today, slug or None)
        if self.made is None:
            self._show_nothing()
        self.progress.setRange(0, count)  # which paints at once all that has changed
        self._show_reading(True)
        self._show_at_work(True)
        self.read()

    def clear(self) -> None:
        """Know nothing of the lifter shown before."""
        self._slug = None

    def show_days(self, days: DaysShown) -> None:
        """Move every plot over time to the days in view, also when they are read later."""
        self._days = days
        super().show_days(days)

    def first_day(self) -> date | None:
        """Return the day of the first forecast."""
        return self.made.results[0].on if self.made is not None and self.made.results else None

    def sentences(self) -> Sequence[str]:
        """Say how often the forecasts were right and what that means."""
        if self.made is None or self.scene is None:
            return ()
        scene = self.scene
        said = forecast_page.sentences(self.made)
        return [words.said(each, scene.unit, scene.today) for each in said]

    # reading
    def jobs(self) -> Mapping[str, Job]:
        """Return the reading of the lift, or of all."""
        if self.scene is None:
            return {}
        return {self._slug or "": partial(self._read, self.scene, self._pooled())}

    def _read(self, scene: Scene, pooled: bool) -> Generator[None, None, ForecastPage]:
        """Read a page, and show how far that is."""
        self.progress.setValue(0)
        reading = forecast_page.of_lift(scene.lifter_id, scene.slug, scene.today)
        if pooled:
            reading = forecast_page.of_all(scene.lifter_id, scene.today)
        while True:
            try:
                next(reading)
            except StopIteration as done:
                made: ForecastPage = done.value
                return made
            self.progress.setValue(self.progress.value() + 1)
            yield

    def take(self, _key: str, made: ForecastPage) -> None:
        """Tell of what was read."""
        self.made = made
        self._show_reading(False)
        self.stopped.hide()
        self._redraw()
        self.retold.emit()

    def _stop_or_go_on(self) -> None:
        """Read no more, or go on where that was; without all lifts the page goes back to one."""
        self.unread = not self.unread
        if self.unread:
            self.slices.go_on(self.jobs())
        elif self._pooled():
            self.scope.setCurrentIndex(LIFT)
            return
        else:
            self.slices.rest()
        self._show_at_work(self.unread)

    # drawing
    def _show_made(self) -> None:
        made, scene = self.made, self.scene
        if made is None or scene is None:
            return
        in_mass = self.measure.currentIndex() == MASS and not made.pooled
        self._show_title(scene, in_mass)
        self.results.show_page(made, scene, in_mass)
        for card in (self.over_time, self.chances, self.levels):
            card.show_page(made, scene)
        self.results.show_hint(self._missing(made))
        self._fill_height(bool(made.results))

    def _show_nothing(self) -> None:
        """Leave the cards out while nothing is known; the first keeps its title."""
        if self.scene is not None:
            self._show_title(self.scene, False)
        for card in (self.over_time, self.chances, self.levels):
            card.hide()
        self.results.show_nothing()
        self._fill_height(False)
        self.results.show_hint("")

    def _fill_height(self, drawn: bool) -> None:
        """Let the first card be as tall as its words where nothing is drawn yet."""
        self.results.offer_tools(drawn)
        self.results.setMinimumHeight(theme.grown(RESULTS_PX) if drawn else 0)
        self.layout_.setStretchFactor(self.results, 3 if drawn else 0)

    def _show_title(self, scene: Scene, in_mass: bool) -> None:
        lift = tr("All lifts") if self._pooled() else library.exercise(scene.slug).name
        what = tr("reps more or fewer than forecast")
        if in_mass:
            what = tr("forecast and result as e1RM, {unit}").format(unit=scene.unit)
        self.results.set_title(f"{lift} – {what}")

    def _missing(self, made: ForecastPage) -> str:
        """Return what is still to come, and when."""
        known = made.inside.results
        if not known:
            return tr(
                "Here each session will stand beside its forecast: from the second one on of a "
                "lift with load and repetitions."
            )
        if not made.inside.enough:
            words_ = tr("Can't judge yet: {sessions} more, then it shows how often.")
            return words_.format(sessions=counts.sessions(forecast_page.LEAST - known))
        if not made.over_time:
            days = len({each.on for each in made.results})
            words_ = tr("{sessions} more, then it shows how that changes over time.")
            return words_.format(sessions=counts.sessions(forecast_page.WINDOW - days))
        return ""

    def _show_reading(self, reading: bool) -> None:
        for part in (self.progress, self.stop):
            part.setVisible(reading)

    def _show_at_work(self, at_work: bool) -> None:
        """Say whether it is being read, and offer to stop that or to read on."""
        at, most = map(counts.count, (self.progress.value(), self.progress.maximum()))
        self.stopped.setText(tr("Stopped at session {at} of {most}").format(at=at, most=most))
        self.stopped.setVisible(not at_work)
        self.stop.setText(tr("Stop") if at_work else tr("Read on"))

    def _pooled(self) -> bool:
        return self.scope.currentIndex() == ALL

    # building
    def _choice(self, name: str, *texts: str) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        made.addItems(texts)
        return made

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self._again)
        self.measure.currentIndexChanged.connect(self._redraw)
        self.stop.clicked.connect(self._stop_or_go_on)
        self.every.clicked.connect(self._show_every)
        for card in (self.results, self.levels):
            card.forecasts.session_wanted.connect(self.session_wanted)

    def _again(self) -> None:
        if self.scene is not None and self._days is not None:
            self.show_scene(replace(self.scene, days=self._days))
            self.retold.emit()

    def _redraw(self) -> None:
        self._show_made()
        if self._days is not None:
            self.show_days(self._days)

    def _show_every(self) -> None:
        scene = self.scene
        if scene is not None:
            LookBackDialog(self, scene.lifter_id, scene.slug, scene.unit, scene.today).open()

    def _arrange(self) -> None:
        tools = row()
        for part in (self.scope, self.measure, self.every):
            tools.addWidget(part)
        tools.addStretch(1)
        reading = row()
        reading.addWidget(self.progress, 1)
        reading.addWidget(self.stopped)
        reading.addWidget(self.stop)
        self.layout_.addLayout(tools)
        self.layout_.addLayout(reading)
        self.add_card(self.results, 3, RESULTS_PX)
        for card in (self.over_time, self.chances, self.levels):
            self.add_card(card, 2, BELOW_PX)
        self.layout_.addStretch(1)
        self._show_reading(False)
        self._show_at_work(True)
