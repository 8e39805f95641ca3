"""A page of the charts tab: cards in a column, and what is to be said of them beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from planner.coach import clients
from planner.ui import theme
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.reach_plot import ReachPlot
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.time_plot import TimePlot
from planner.ui.slices import Job, Slices
from planner.ui.widgets import column

GAP_PX = 12
MARGIN = timedelta(days=5)  # beside the first and the last day in view


class ChartPage(QWidget):
    """Emits `session_wanted(session_id)` to open a session in the log, `wanted(label, work, after)`
    to store something, `compared(uid, lifts)` to remember which lifts a lifter compares.

    What takes long is told by `jobs` and read part by part while the page is seen.
    `retold` tells that its sentences have changed, as when a choice on the page was made.
    `about_lift` says that the page tells of the chosen exercise, whose numbers stand beside it;
    `takes_lift` that a click on an exercise stays on the page; `lifted` pages need a load.
    """

    referrals_wanted = Signal()
    session_wanted = Signal(int)
    wanted = Signal(str, object, object)
    days_wanted = Signal(object)  # DaysShown of the exercise's strength
    skills_wanted = Signal()
    compared = Signal(str, str)
    retold = Signal()
    about_lift = False
    takes_lift = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.whose = ""  # the uid of the lifter shown, which no other has in any file
        self.unread = False  # whether something is left to read
        self.slices = Slices(self)
        self.slices.made.connect(self.take)
        self.slices.finished.connect(self._end)
        self._cards: list[ChartCard] = []
        self.of_lifter: list[ChartCard] = []  # the same for every exercise of the lifter
        self.layout_ = column(self, margin=GAP_PX, spacing=GAP_PX)

    # what subclasses say
    def draw(self, scene: Scene) -> None:
        """Read what the page is about and draw it; the days in view follow by `show_days`."""
        raise NotImplementedError

    def first_day(self) -> date | None:
        """Return the first day that the page has anything of, None without any."""
        raise NotImplementedError

    def sentences(self) -> Sequence[str]:
        """Return what to say beside the plots; nothing where the exercise has its own pane."""
        return ()

    def clear(self) -> None:
        """Show nothing any more of the lifter shown before; the scene is that of the next."""

    def jobs(self) -> Mapping[Any, Job]:
        """Return what is to be read part by part, by key; most pages read all at once."""
        return {}

    def take(self, key: Any, made: Any) -> None:
        """Draw what a job made."""

    def finish(self) -> None:
        """Draw what is to be drawn once all is read."""

    # what the tab asks
    def show_scene(self, scene: Scene) -> None:
        """Show what is true of a lifter; nothing of another's stays meanwhile."""
        self.scene = scene
        uid = clients.lifter(scene.lifter_id).uid
        if uid != self.whose:
            self.whose = uid
            self.clear()
        self.draw(scene)
        self.show_days(scene.days)

    def forget(self) -> None:
        """Read no more and take whoever is shown next for another: so is the file."""
        self.slices.stop()
        self.whose, self.unread = "", False

    def show_days(self, days: DaysShown) -> None:
        """Move every plot over time to the days in view."""
        if self.scene is None:
            return
        first = self.first_day() or days.until
        window = days.begin(first) - MARGIN, days.until + MARGIN
        limits = first - MARGIN, self.scene.today + MARGIN
        for card in self._cards:
            if isinstance(card.plot, TimePlot):
                card.plot.show_days(*window, *limits)

    def cards(self) -> list[ChartCard]:
        """Return the cards that are shown, from the top."""
        return [card for card in self._cards if not card.isHidden()]

    # reading
    def read(self) -> None:
        """Read anew what `jobs` tells, once the page is seen; what is short is there at once."""
        self.unread = True
        if self.isVisible():
            self.slices.begin_at_once(self.jobs())

    def reading(self) -> Iterator[None]:
        """Finish, part by part, what the page reads little by little."""
        self.slices.stop()
        for key, job in self.jobs().items():
            self.take(key, (yield from job()))
        self._end()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is left, once the page is painted."""
        super().showEvent(event)
        if self.unread:
            self.slices.begin(self.jobs())

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page that nobody sees."""
        super().hideEvent(event)
        self.slices.stop()

    def _end(self) -> None:
        self.unread = False
        self.finish()

    # building
    def register(self, card: ChartCard) -> ChartCard:
        """Let the page know of a card that a subclass places itself."""
        self._cards.append(card)
        if isinstance(card.plot, ReachPlot):
            card.plot.zoomed.connect(card.show_zoomed)
            card.reset.clicked.connect(card.plot.reset)
        return card

    def add_card(self, card: ChartCard, stretch: int = 1, least_px: int = 0) -> ChartCard:
        """Put a card below the others; a lower window scrolls instead of going below `least_px`."""
        card.setMinimumHeight(theme.grown(least_px))
        self.layout_.addWidget(card, stretch)
        return self.register(card)
