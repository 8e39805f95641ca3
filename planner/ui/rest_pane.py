"""Rest and tempo, in one place beside the log: one set is paced, then the rest runs there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.coach import clients, pacing, rest_lengths, resting, turned_lifts, wording
from planner.coach.logging import ExerciseCard
from planner.language import tr
from planner.ui.notices import notify
from planner.ui.pacer import Pacer
from planner.ui.rest_timer import RestTimer, clock
from planner.ui.sound import Speaker
from planner.ui.tempo_pane import TempoPane
from planner.ui.widgets import column
from planner.ui.writing import writes

SETTING_SOUND, SETTING_NOTICE = "rest_sound", "rest_notice"  # "off" silences


class RestPane(QWidget):
    """`wanted` asks for a write; `paced` carries the key of the card whose next set is moved to
    a tempo, and the tempo; `away` the rests that are not in sight, in words."""

    wanted = Signal(str, object, object)
    paced = Signal(object, str)
    away = Signal(str)

    def __init__(self, parent: QWidget, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        writes(self)
        self._lifter_id = 0
        self._names: dict[int, str] = {}  # of the lifters whose rest was asked for
        self._pacing: tuple[tuple[str, str], str] | None = None  # key of a card, tempo
        self._told = ""
        self._places = QStackedWidget(self)
        self.rest = RestTimer(self._places)
        self.pacer = Pacer(self._places, now)
        self.tempo = TempoPane(self)
        self.speaker = Speaker()
        self._build()
        self._connect()

    def show_day(self, lifter_id: int) -> None:
        """Show a lifter's rest, also one that ran when the program was left, and the switches."""
        if lifter_id != self._lifter_id:
            self.pacer.stop()
            self._lifter_id = lifter_id
            self.rest.show_lifter(lifter_id)
        new = lifter_id not in self._names
        self._learn_names(lifter_id)
        if new:
            found = resting.running(lifter_id, datetime.now())
            if found is not None:
                self.rest.go_on(found)
        kept = (clients.setting(key) != "off" for key in (SETTING_SOUND, SETTING_NOTICE))
        self.rest.show_switches(*kept)

    def show_cards(self, cards: Sequence[ExerciseCard]) -> None:
        """Know the exercises of the session shown; the rest after a set that is gone ends."""
        runs = self.rest.left_s() is not None
        if runs and not resting.stands(self._lifter_id, self.rest.rested()):
            self.rest.stop()
        self.rest.show_cards(cards)
        self.tempo.show_cards(cards)

    def show_card(self, card: ExerciseCard | None) -> None:
        """Show rest and tempo of the set in focus."""
        self.rest.offer(card.rest_s if card is not None else 0, card)
        self.tempo.show_card(card)

    def set_logged(self, cards: Sequence[ExerciseCard], card: ExerciseCard) -> None:
        """Begin the rest after a set; between the partners of a superset there is none."""
        self.pacer.stop()
        seconds = resting.after_set(cards, card.logged_exercise_id)
        if seconds is None:
            self.rest.stop()
        else:
            self.rest.start(seconds, card)

    def finish(self) -> None:
        """End rest and tempo: the session is over."""
        self.pacer.stop()
        self.rest.stop()

    def forget(self) -> None:
        """Know of nobody's rest any more: the data are others now."""
        self.pacer.stop()
        self.rest.forget()
        self._names.clear()

    def shortcuts(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what keys do wherever the log has the keyboard."""
        return [
            ("Ctrl+.", partial(self.rest.lengthen, rest_lengths.STEP_S)),
            ("Ctrl+,", partial(self.rest.lengthen, -rest_lengths.STEP_S)),
            ("Ctrl+K", self.rest.stop),
            ("Ctrl+Shift+T", self.pace),
            ("Alt+4", partial(self.tempo.answer, True)),
            ("Alt+5", partial(self.tempo.answer, False)),
        ]

    def pace(self) -> None:
        """Start the pacer for the set in focus, or stop it."""
        card = self.tempo.card()
        if self.pacer.running():
            self.pacer.stop()
        elif card is not None:
            tempo = self.tempo.tempo()
            if tempo:
                self._start(card, tempo)
            else:
                self.tempo.ask()

    def _start(self, card: ExerciseCard, tempo: str) -> None:
        try:
            made = pacing.pace(tempo, pacing.next_target(card.rows), card.from_below)
        except ValueError as problem:
            self.tempo.complain(tr(str(problem)))
            return
        self.tempo.leave()
        self._pacing = (card.key, tempo)
        self._places.setCurrentWidget(self.pacer)
        self.tempo.start.hide()  # the pacer has a button to stop it
        self.pacer.start(made, tempo)
        if self.rest.sound.isChecked():
            self.speaker.ticks(made, self.pacer.started_s)

    def _learn_names(self, lifter_id: int) -> None:
        """Names may be changed, and whoever was added may be gone again."""
        for each in {*self._names, lifter_id}:
            try:
                self._names[each] = clients.lifter(each).name
            except LookupError:
                del self._names[each]
                self.rest.forget(each)

    def _build(self) -> None:
        box = column(self, spacing=12)
        for place in (self.rest, self.pacer):
            self._places.addWidget(place)
        box.addWidget(self._places)
        box.addWidget(self.tempo)
        self.tempo.hide()

    def _connect(self) -> None:
        self.rest.sound_wanted.connect(partial(self._keep, SETTING_SOUND, tr("Sound")))
        self.rest.notice_wanted.connect(partial(self._keep, SETTING_NOTICE, tr("Notice")))
        self.rest.keep_wanted.connect(self._keep_rest)
        self.rest.ended.connect(self._tell)
        self.rest.went.connect(self._tell_away)
        self.pacer.began.connect(self._begin)
        self.pacer.ended.connect(self._back_to_rest)
        self.tempo.start_wanted.connect(self.pace)
        self.tempo.answered.connect(self._keep_answer)
        self.tempo.turned.connect(self._turn)

    def _begin(self) -> None:
        if self._pacing is not None:
            self.paced.emit(*self._pacing)

    def _back_to_rest(self) -> None:
        at = self.pacer.shown
        if at is None or not at.over:  # else the last tick says that it is over
            self.speaker.stop()
        self._places.setCurrentWidget(self.rest)
        self.tempo.start.show()

    def _keep(self, setting: str, label: str, on: bool) -> None:
        work = partial(clients.change_setting, setting, "on" if on else "off")
        self.wanted.emit(label, work, None)

    def _keep_rest(self, card: ExerciseCard, seconds: int) -> None:
        label = tr("Rest after {0}").format(card.exercise.name)
        work = partial(rest_lengths.keep, self._lifter_id, card.logged_exercise_id, seconds)
        self.wanted.emit(label, work, None)

    def _keep_answer(self, set_id: int, was_kept: bool | None) -> None:
        self.wanted.emit(tr("Rate tempo"), partial(pacing.answer, set_id, was_kept), None)

    def _turn(self) -> None:
        card = self.tempo.card()
        if card is not None:
            work = partial(turned_lifts.turn, self._lifter_id, card.exercise)
            self.wanted.emit(tr("Turn tempo round"), work, None)

    def _tell(self, lifter_id: int, card: ExerciseCard | None) -> None:
        if self.rest.sound.isChecked() and not self.pacer.running():
            self.speaker.chime()
        if self.rest.notice.isChecked():
            names = [self._names[lifter_id] if len(self._names) > 1 else ""]
            names.append(card.exercise.name if card is not None else "")
            notify(self.window(), tr("Rest is over"), " · ".join(filter(None, names)))

    def _tell_away(self) -> None:
        """Say how the rests stand that cannot be seen here."""
        seen = self._lifter_id if self.rest.isVisible() else None
        said = " · ".join(
            self._words(lifter_id, left)
            for lifter_id, left in self.rest.under_way().items()
            if lifter_id != seen
        )
        if said != self._told:
            self._told = said
            self.away.emit(said)

    def _words(self, lifter_id: int, left_s: float) -> str:
        text = tr("Rest {0}") if left_s > 0 else tr("Rest {0} over")
        said = text.format(clock(left_s if left_s > 0 else int(-left_s)))
        return (
            said if lifter_id == self._lifter_id else wording.told_of(self._names[lifter_id], said)
        )
