"""A plot over days with what happened behind its curves, in reach of pointer and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import Event, StrengthChart
from planner.engine.terms import Unit
from planner.ui import dates, happenings, theme
from planner.ui.charts import chart_words
from planner.ui.charts.plot_events import EVENT_ROWS, GAP_PX, ROW_PX, Happening
from planner.ui.charts.plot_goal import GoalLine
from planner.ui.charts.plot_marks import Gap, Marks
from planner.ui.charts.reach_plot import HIT_PX, REACH_PX
from planner.ui.charts.time_plot import TimePlot
from planner.ui.phases import PhaseLook

DOT_PX = 5.0  # radius kept free around a session
NEAR_PX = 3.0  # sessions nearer to each other are kept free as one
NOTES_PX = 24.0  # and those of notes below
SEEN_ANYWAY = ("start", "away", "rest")  # the first dot and the hatched days need no line


class EventfulPlot(TimePlot):
    """A click or Enter on a session, or on an event of one, emits `session_wanted(session_id)`."""

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: dict[int, list[str]] = {}  # what happened, by day number
        self.marks = Marks(self.view, self._small_font())
        self.goal = GoalLine(self.view, self._small_font())
        self.marks.events.kept_free = self._taken

    def show_events(self, chart: StrengthChart, unit: Unit, today: date) -> list[Happening]:
        """Return what to mark, and keep it for the words of each day."""
        made, self._told = [], {}
        looks = {event.kind: happenings.look(event.kind) for event in chart.events}
        for event in chart.events:
            said = wording.render(event.text, unit, lambda day: dates.short(day, today))
            at = event.on.toordinal()
            if event.kind != "start":
                self._told.setdefault(at, []).append(said)
            if event.kind not in SEEN_ANYWAY:
                note, look = event.kind == "note", looks[event.kind]
                word = chart_words.first_words(said) if note else _word(event, look)
                told = wording.told_of(dates.short(event.on, today), said)
                made.append(Happening(float(at), word, told, event.session_id, note, look))
        return made

    def _taken(self) -> list[QRectF]:
        """Return the pixels of the goal and of the sessions in view: no word is written there."""
        (low, high), (bottom, top) = self.box.viewRange()
        area = self.marks.boundingRect()
        seen = slice(*np.searchsorted(self._xs, (low, high)))
        lefts = area.left() + (self._xs[seen] - low) / max(high - low, 1e-9) * area.width()
        tops = area.bottom() - (self._ys[seen] - bottom) / max(top - bottom, 1e-9) * area.height()
        words = area.top() + theme.grown(ROW_PX) * (EVENT_ROWS + 1) + GAP_PX + DOT_PX
        edges = (tops < words) | (tops > area.bottom() - NOTES_PX)
        around = np.stack([lefts[edges], tops[edges]], axis=1) - DOT_PX
        spots = np.unique(np.round(around / NEAR_PX), axis=0) * NEAR_PX
        return [*self.goal.taken(), *(QRectF(x, y, 2 * DOT_PX, 2 * DOT_PX) for x, y in spots)]

    def happened(self, on: date) -> list[str]:
        """Return the lines about what happened on a day."""
        return chart_words.listed(self._told.get(on.toordinal(), ()))

    # pointer
    def _hover(self, spot: QPointF) -> None:
        found = self._events_at(spot, REACH_PX)
        if not found:
            super()._hover(spot)
            return
        lines = chart_words.listed(each.told for each in found)
        at = self.box.mapSceneToView(spot)
        self.cursor_item.show_at(found[0].at, float(at.y()), lines, ring=False)
        opens = any(each.session_id is not None for each in found)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _click(self, event: Any) -> None:
        found = [] if event.double() else self._events_at(event.scenePos(), HIT_PX)
        opened = [each.session_id for each in found if each.session_id is not None]
        if opened and event.button() is Qt.MouseButton.LeftButton:
            self.session_wanted.emit(opened[0])
        else:
            super()._click(event)

    def _events_at(self, spot: QPointF, reach_px: float) -> Sequence[Happening]:
        """Return the events at a place where no session is nearer."""
        if not self.box.sceneBoundingRect().contains(spot):
            return ()
        if self._nearest(spot, reach_px) is not None:
            return ()
        return self.marks.events.at(self.box.mapFromScene(spot))


def _word(event: Event, look: PhaseLook) -> str:
    """Return the short word of an event, with the lift that it names."""
    lift = dict(event.text.values).get("lift")
    return (
        wording.told_of(look.word, chart_words.first_words(lift))
        if isinstance(lift, str)
        else look.word
    )


def gaps(chart: StrengthChart) -> list[Gap]:
    """Return the days without the lift; of them the last ones, in which its muscles rested too."""
    made = []
    for off in chart.time_off:
        cuts = [off.since, *([off.rests_since] if off.rests_since else []), off.until]
        for since, until in pairwise(cuts):
            word = happenings.time_off_word(off, until)
            made.append(Gap(float(since.toordinal()), float(until.toordinal()), word))
    return made
