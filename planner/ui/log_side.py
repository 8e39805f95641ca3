"""The right side of the log tab: rest, plates, check-in and technique cue."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from planner.coach import bodyweight, fuel, logging, switches
from planner.coach.logging import ExerciseCard
from planner.coach.switches import Switch
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import fuel_words
from planner.ui.check_in_pane import CheckInPane
from planner.ui.mood_line import MoodLine
from planner.ui.plates_view import PlatesView
from planner.ui.rest_pane import RestPane
from planner.ui.widgets import column, frame, keep_in_sight, label, scrolling, wrapped


class LogSide(QWidget):
    """`wanted` asks for a write: an answer of the check-in, a rest that is kept.

    `left` tells that check-in and tempo want the keyboard no more.
    """

    wanted = Signal(str, object, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        pane = frame("pane", self)
        self.rest_pane = RestPane(pane)
        self.plates = PlatesView(pane)
        self.check_in = CheckInPane(pane)
        self.mood = MoodLine(pane)
        self.fuel = wrapped("", "small", pane)
        self._cue = QWidget(pane)
        self.cue = wrapped("", "muted", self._cue)
        self._build(pane)

    def show_day(self, lifter_id: int, on: date, today: date, unit: Unit) -> None:
        """Show the day's check-in and bodyweight, and the lifter's rest."""
        self.check_in.setVisible(on <= today)  # nobody knows how a day to come will be
        self.check_in.show_check_in(lifter_id, logging.check_in(lifter_id, on), today)
        self.check_in.bodyweight.show_weight(lifter_id, bodyweight.of_day(lifter_id, on), unit)
        self.mood.show_day(lifter_id, on, today)
        self._show_fuel(lifter_id, on)
        self.rest_pane.show_day(lifter_id)

    def _show_fuel(self, lifter_id: int, on: date) -> None:
        """Say what to eat and drink to who wants to be told, below the bodyweight it goes by."""
        wanted = switches.is_on(lifter_id, Switch.FUEL)
        self.fuel.setText(fuel_words.line(fuel.targets(lifter_id, on), on) if wanted else "")
        self.fuel.setVisible(bool(self.fuel.text()))

    def show_set(
        self, lifter_id: int, card: ExerciseCard | None, load_kg: float | None, unit: Unit
    ) -> None:
        """Show plates and cue of the set in focus; no card hides both."""
        self.rest_pane.show_card(card)
        self.cue.setText(card.cue if card is not None else "")
        self._cue.setVisible(bool(self.cue.text()))
        self.plates.show_set(lifter_id, card, load_kg, unit)

    def forget(self) -> None:
        """Know of nobody's rest or answers any more: the data are others now."""
        self.rest_pane.forget()
        self.check_in.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be wide enough for all that is in the pane: it never scrolls sideways."""
        pane = self._area.widget()
        if event.type() is QEvent.Type.LayoutRequest and watched is pane and pane is not None:
            bar = self._area.verticalScrollBar().sizeHint().width()
            self._area.setMinimumWidth(pane.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)

    def _build(self, pane: QFrame) -> None:
        box = column(pane, margin=12, spacing=16)
        for widget in (self.rest_pane, self.plates, self.check_in, self.mood, self.fuel, self._cue):
            box.addWidget(widget)
        box.addStretch(1)
        cue = column(self._cue)
        cue.addWidget(label(tr("TECHNIQUE CUE"), "section", self._cue))
        cue.addWidget(self.cue)
        outer = column(self, spacing=0)
        area = self._area = scrolling(pane, self)
        outer.addWidget(area)
        pane.installEventFilter(self)
        self.check_in.reached.connect(partial(keep_in_sight, area))
        self.check_in.left.connect(self.left)
        self.rest_pane.tempo.left.connect(self.left)
        self.plates.wanted.connect(self.wanted)
        self.check_in.wanted.connect(self.wanted)
        self.mood.wanted.connect(self.wanted)
        self.rest_pane.wanted.connect(self.wanted)
