"""How sets looked, as bars in shares: sound below, minor above, breakdown on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from planner.coach.charts.skill_page import Place, Seen
from planner.ui import theme
from planner.ui.charts import plot_bars, skill_page_words
from planner.ui.charts.number_plot import NumberPlot
from planner.ui.charts.plot_bars import Bars, Part
from planner.ui.charts.plot_legend import Entry

BESIDE = 0.21  # from the middle of a place to that of either bar
WIDE = 0.36
SHARES = (0.0, 25.0, 50.0, 75.0, 100.0)
TOP = 118.0  # per cent: room for the count above a bar
SIDE = 0.6
SIGNS = (0, 3, 5)  # places in the palette of bars: colour and pattern of sound, minor, breakdown


@dataclass(frozen=True, slots=True)
class SeenBar:
    """A bar: the sets of a place lately, or before that."""

    place: Place
    lately: bool

    @property
    def seen(self) -> Seen:
        """How its sets looked."""
        return self.place.lately if self.lately else self.place.before

    @property
    def x(self) -> float:
        """Where it stands; alone in the middle, else what was before on the left."""
        if not (self.place.lately.rated and self.place.before.rated):
            return float(self.place.number)
        return self.place.number + (BESIDE if self.lately else -BESIDE)


class SkillBars(NumberPlot):
    """Shows a bar for each place lately, and one beside it for before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_name: Callable[[int], str] = str
        self.shown_bars: Sequence[SeenBar] = ()
        self._texts: list[Any] = []
        self._bars = Bars(self.view, WIDE)
        self.view.getAxis("left").setTicks([[(share, f"{share:.0f}") for share in SHARES]])
        self._sessions = (0, 0)
        self.complete()

    def show_places(
        self,
        places: Sequence[Place],
        sessions: tuple[int, int],
        named: Callable[[int], str],
        axis: str,
    ) -> None:
        """Draw other places with their names; `sessions` are how many are lately and before."""
        self._place_name = named
        self._sessions = sessions
        self.shown_bars = bars(places)
        self.name_axis(axis)
        xs = np.array([bar.x for bar in self.shown_bars])
        enough = [bar.seen.enough for bar in self.shown_bars]
        self._bars.show_bars(
            xs, _parts(self.shown_bars), [0.0 if told else 100.0 for told in enough]
        )
        self._write()
        self.set_points(xs, np.full(len(xs), 100.0))
        low, high = (float(xs.min()), float(xs.max())) if len(xs) else (0.0, 1.0)
        window = low - SIDE, high + SIDE
        self.show_range(window, window)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        self._write()

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the whole of the bars with room above."""
        del low, high
        return 0.0, TOP

    def words(self, index: int) -> Sequence[str]:
        """Return what is known of a bar."""
        bar = self.shown_bars[index]
        named = self._place_name(bar.place.number)
        return skill_page_words.bar(named, bar.seen, bar.lately, self._sessions)

    def ticks(self, low: float, high: float) -> list[list[tuple[float, str]]]:
        """Return the names of the places."""
        del low, high
        places = dict.fromkeys(bar.place.number for bar in self.shown_bars)
        return [[(float(place), self._place_name(place)) for place in places]]

    def _write(self) -> None:
        """Write how many sets a bar is of above it, and '?' into one of too few."""
        for item in self._texts:
            self.view.removeItem(item)
        self._texts = []
        for bar in self.shown_bars:
            self._put(str(bar.seen.rated), bar.x, 100.0, 1.0)
            if not bar.seen.enough:
                self._put("?", bar.x, 50.0, 0.5)

    def _put(self, text: str, x: float, y: float, anchor: float) -> None:
        item = pg.TextItem(text, color=QColor(theme.current().muted), anchor=(0.5, anchor))
        item.setFont(self._small_font())
        item.setPos(x, y)
        self.view.addItem(item, ignoreBounds=True)
        self._texts.append(item)


def bars(places: Sequence[Place]) -> list[SeenBar]:
    """Return the bars of what was rated, from the left."""
    every = [SeenBar(place, lately) for place in places for lately in (False, True)]
    return [bar for bar in every if bar.seen.rated]


def legend(places: Sequence[Place], sessions: tuple[int, int]) -> list[Entry]:
    """Return the signs of the ratings, and which bar is which; nothing without bars."""
    if not places:
        return []
    words = (skill_page_words.look(place) for place in range(len(SIGNS)))
    entries: list[Entry] = [
        (plot_bars.sign(sign), word) for sign, word in zip(SIGNS, words, strict=True)
    ]
    return [*entries, (_paint_pair, skill_page_words.pair(sessions))]


def _paint_pair(painter: QPainter, area: QRectF) -> None:
    """Paint two bars beside each other."""
    painter.setPen(QPen(QColor(theme.current().muted), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = area.center()
    painter.drawRect(QRectF(middle.x() - 7, middle.y() - 5, 5, 10))
    painter.drawRect(QRectF(middle.x() + 2, middle.y() - 5, 5, 10))


def _parts(shown: Sequence[SeenBar]) -> list[Part]:
    """Return the parts by their sign; what has too few sets has none."""
    nothing = [0.0] * len(shown)
    found = [Part("", nothing) for _ in range(max(SIGNS) + 1)]
    for place, sign in enumerate(SIGNS):
        heights = [100 * bar.seen.share(place).value * bar.seen.enough for bar in shown]
        found[sign] = Part(skill_page_words.look(place), heights)
    return found
