"""What is said of a set that is done: technique, pain, a note, whether its tempo was kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from planner.coach import climbing, logging, pain_referral, pain_stop
from planner.engine.terms import LoggedSet, Technique, Unit
from planner.language import tr
from planner.ui import at_hand
from planner.ui.entry_cell import NOTE, PAIN
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.pain_bar import PainBar
from planner.ui.set_row import SetRowView
from planner.ui.suggestion_words import said
from planner.ui.technique_chip import technique_word


class SetRemarks(QObject):
    """Remarks are about the row in focus; while that is empty, about the set logged last.

    `told` names the set with what was said of it; `reached` carries a row to bring into view.
    `referred` tells that pain asked for a professional; `consulted` carries the slug of a lift
    that hurt, for whoever asks who should look at it.
    """

    told = Signal(str)
    reached = Signal(object)
    referred = Signal()
    consulted = Signal(str)

    def __init__(self, cards: Callable[[], Sequence[ExerciseEntry]], parent: QObject) -> None:
        super().__init__(parent)
        self._cards = cards
        self._bar: PainBar | None = None  # that asks, or asked last
        self._away = False  # the keyboard is at another row than the one that work goes on in

    def listen(self, card: ExerciseEntry) -> None:
        """Answer the letters of a card's rows."""
        card.asked.connect(self.ask)
        card.looked.connect(self._come_back)
        card.shown.connect(partial(self._follow, card))
        card.told.connect(self.told)
        card.hurt.connect(partial(self._tell_typed, card))
        card.next_set.consult_wanted.connect(lambda: self.consulted.emit(card.card.exercise.slug))

    def ask(self, letter: str) -> None:
        """Open the line for a note, or ask how much the set hurt."""
        place = at_hand.meant(self._cards())
        if place is None:
            return
        self._away = not at_hand.has_focus(place[1])
        if letter == NOTE:
            place[1].edit_note()
        else:
            self._ask_pain(place[1])
        self.reached.emit(place[1])

    def take(self, event: QKeyEvent) -> bool:
        """Let a letter that was pressed beside the cells act; say whether it does."""
        letter, plain = event.text().upper(), Qt.KeyboardModifier.NoModifier
        acts = letter in (NOTE, PAIN) and event.modifiers() == plain
        if acts:
            self.ask(letter)
        return acts

    def rate(self, technique: Technique) -> None:
        """Store how the set looked."""
        place = at_hand.meant(self._cards())
        if place is not None and place[1].stored is None:
            place[1].say(tr("Log the set first; then Alt+1, 2, 3 rate it."))
        elif place is not None:
            word = technique_word(technique, climbing.balances(place[0].card.exercise))
            said = self._said(place[1], word)
            place[0].rate(place[1], technique, partial(self._tell, place[1], said))

    def tell_tempo(self, set_id: int, kept: bool | None) -> None:
        """Tell whose tempo was answered for."""
        word = {True: tr("tempo kept"), False: tr("tempo lost")}
        place = self._place_of(set_id)
        if place is not None:
            unsaid = tr("tempo not rated")
            self._tell(place[1], self._said(place[1], unsaid if kept is None else word[kept]))

    def _ask_pain(self, line: SetRowView) -> None:
        if line.stored is None:
            line.say(tr("Log the set first; then P asks for pain in it."))
            return
        if self._bar is not None and isValid(self._bar):
            self._bar.leave()
        self._bar = PainBar(line.stored, line.name(), line)
        self._bar.answered.connect(partial(self._store_pain, self._bar))
        self._bar.setFocus()

    def _follow(self, card: ExerciseEntry) -> None:
        """Let the question about pain go with its set, whose row may be another one now."""
        bar = self._bar
        if bar is None or not isValid(bar) or bar.isHidden():
            return
        line = card.row_of(bar.asked.id)
        if line is not None:
            bar.stand_below(line, line.name())
        elif card.isAncestorOf(bar):
            bar.leave()

    def _store_pain(self, bar: PainBar, pain: int) -> None:
        place = self._place_of(bar.asked.id)
        if place is not None and bar.asked.id is not None:
            card, line = place
            work = partial(logging.hurt, bar.asked.id, pain)
            told = partial(self._tell_pain, line, replace(bar.asked, pain=pain))
            card.wanted.emit(tr("Pain in a set"), work, told)
            if logging.stopping_pain(card.card.rows):
                self._leave_for_pain(card, line)

    def _place_of(self, set_id: int | None) -> at_hand.Place | None:
        places = ((card, card.row_of(set_id)) for card in self._cards())
        return next(((card, line) for card, line in places if line is not None), None)

    def _tell_pain(self, line: SetRowView, made: LoggedSet, referral: object) -> None:
        """Tell it of another row than the one in focus; what strong pain asks for, of any."""
        stop = pain_stop.stop_words(made)
        if stop is None:
            self._tell(line, self._said(line, tr("pain {0}").format(made.pain)))
        else:
            self.told.emit(self._said(line, said(stop, Unit.KG)))
        if referral is not None:
            self.referred.emit()

    def _tell_typed(
        self, card: ExerciseEntry, made: Sequence[LoggedSet], before: frozenset[int | None]
    ) -> None:
        """Tell what strong pain asks for that was typed with its sets, and of a referral of the
        lift that was not there `before`."""
        stop = pain_stop.stop_words(max(made, key=lambda each: each.pain or 0))
        exercise = card.card.exercise
        if stop is not None:
            self.told.emit(tr("{0}: {1}").format(exercise.name, said(stop, Unit.KG)))
        if pain_referral.known(card.lifter_id, exercise.slug) - before:
            self.referred.emit()

    def _leave_for_pain(self, card: ExerciseEntry, line: SetRowView) -> None:
        """Go on with a later exercise where this one should end; else stay in sight of its words.

        A partner in a superset counts as later.
        """
        following, held = at_hand.following(self._cards()), at_hand.card_in_focus(self._cards())
        later = [each for each in self._cards() if self._is_later(each, card)]
        if held is card and any(following in each.rows for each in later) and following:
            following.first_cell().setFocus()
            self.reached.emit(following)
        elif held is not None and held not in (card, *later):
            self._away = False
            line.first_cell().setFocus()
            self.reached.emit(line)

    def _is_later(self, other: ExerciseEntry, card: ExerciseEntry) -> bool:
        cards, group = list(self._cards()), card.card.superset
        partner = group is not None and other.card.superset == group and other is not card
        return partner or cards.index(other) > cards.index(card)

    def _said(self, line: SetRowView, what: str) -> str:
        return tr("{0}: {1}").format(line.name(), what)

    def _tell(self, line: SetRowView, said: str, _result: object = None) -> None:
        """Tell it of another row than the one in focus, which shows it itself."""
        if not at_hand.has_focus(line):
            self.told.emit(said)

    def _come_back(self, line: SetRowView) -> None:
        if self._away:
            self._away = False
            self.reached.emit(line)
