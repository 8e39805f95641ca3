"""A page of the charts tab: cards in a column, and what is to be said of them beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.reach_plot import ReachPlot
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.time_plot import TimePlot
from planner.ui.widgets import column

GAP_PX = 12
MARGIN = timedelta(days=5)  # beside the first and the last day in view


class ChartPage(QWidget):
    """Emits `session_wanted(session_id)` to open a session in the log, `wanted(label, work, after)`
    to store something.

    `retold` tells that its sentences have changed, as when a choice on the page was made.
    `about_lift` says that the page tells of the chosen exercise, whose numbers stand beside it;
    `takes_lift` that a click on an exercise stays on the page; `lifted` pages need a load.
    """

    referrals_wanted = Signal()
    session_wanted = Signal(int)
    wanted = Signal(str, object, object)
    days_wanted = Signal(object)  # DaysShown of the exercise's strength
    retold = Signal()
    about_lift = False
    takes_lift = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
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

    def reading(self) -> Iterator[None]:
        """Finish, part by part, what the page reads little by little; most read all at once."""
        yield from ()

    # what the tab asks
    def show_scene(self, scene: Scene) -> None:
        """Show what is true of a lifter."""
        self.scene = scene
        self.draw(scene)
        self.show_days(scene.days)

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
        card.setMinimumHeight(least_px)
        self.layout_.addWidget(card, stretch)
        return self.register(card)
