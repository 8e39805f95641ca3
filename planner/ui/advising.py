"""What is advised beside the week: the day's cards, and what the lifter decides on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.coach import (
    clients,
    deciding,
    doubts,
    files,
    going_on,
    jump_answers,
    jump_words,
    load_changes,
    load_jumps,
    suggesting,
    trail,
    untyped,
)
from planner.coach.load_jumps import LoadJump
from planner.coach.planning import PlanView
from planner.coach.typing_back import Unlogged
from planner.engine.terms import Change, JumpCause, Lifter, Phrase, Suggestion, SuggestionKind
from planner.language import tr
from planner.ui import suggestion_advice, suggestion_words
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.reading_first import ReadingFirst
from planner.ui.suggestion_card import Advice
from planner.ui.suggestion_pane import SuggestionPane
from planner.ui.trail_dialog import TrailDialog
from planner.ui.why_dialog import WhyDialog


class Advising(QObject):
    """Fills `pane`; decisions go out through `wanted`, and the next refresh tells what they did."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result
    check_in_wanted = Signal()
    session_wanted = Signal(int, object)  # planned session id, date
    week_wanted = Signal(object)  # id of the week to go to

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter, self._today = Lifter(), date.min
        self._view: PlanView | None = None
        self._asked: Collection[Suggestion] = ()
        self._jump: LoadJump | None = None
        self._news = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._advise_anew)
        parent.installEventFilter(self)
        self.pane = SuggestionPane(parent)
        self._first = ReadingFirst(self.pane)
        self.pane.accepted.connect(self._accept)
        self.pane.put_off.connect(lambda made: self._put_off([made]))
        self.pane.dismissed.connect(self._dismiss)
        self.pane.loads.accepted.connect(self._accept_all)
        self.pane.loads.put_off.connect(self._put_off)
        self.pane.trail_wanted.connect(self.show_trail)
        self.pane.why_wanted.connect(self._show_why)
        self.pane.question.answered.connect(self._answer)
        self.pane.going_on.wanted.connect(self.wanted)
        self.pane.going_on.week_wanted.connect(self.week_wanted)
        self.pane.untyped.log_wanted.connect(self.session_wanted)
        self.pane.untyped.missed.connect(self._leave_out)
        self.pane.doubts.check_in_wanted.connect(self.check_in_wanted)

    def refresh(self, lifter: Lifter, view: PlanView | None, today: date) -> None:
        """Show what is advised to a lifter today, beside the week that is shown.

        After an edit the week is painted first, and the advice follows; so it does on a long log.
        """
        edited = (lifter.uid, today) == (self._lifter.uid, self._today)
        self._lifter, self._view, self._today = lifter, view, today
        if edited:
            self._soon.start()
        elif self._first.reads(lifter.id or 0, today, self._advise):
            self.pane.show_reading()
        else:
            self._advise()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Advise nobody on a tab that is left: the lifter may be gone, by undo perhaps."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._soon.stop()
        return super().eventFilter(watched, event)

    def _advise_anew(self) -> None:
        """Advise after an edit; what was advised stays in sight while much is read that is new."""
        if not files.is_open() or self._lifter.uid not in {e.uid for e in clients.lifters()}:
            return
        if not self._first.reads(self._lifter.id or 0, self._today, self._advise):
            self._advise()

    def _advise(self) -> None:
        self._soon.stop()
        self._first.stop()
        if not files.is_open():  # it is being written anew; the refresh after that comes here
            return
        lifter, view, today = self._lifter, self._view, self._today
        lifter_id = lifter.id or 0
        made = suggesting.advised(lifter_id, today)
        offer = going_on.offer(lifter_id, today)
        self._asked = made.asked if offer is None else _without_returns(made.asked)
        self._jump = load_jumps.question(lifter_id, today)
        advice = suggestion_advice.advice(self._asked, lifter, view, today)
        said = advice or made.untyped or offer is not None
        nothing = "" if said else suggestion_advice.nothing(made.staying, lifter, today)
        self.pane.loads.show_loads(load_changes.load_changes(lifter_id, self._asked, today), lifter)
        self.pane.going_on.show_offer(offer, lifter_id, today)
        self.pane.going_on.show_effect(returns=len(self._asked) < len(made.asked))
        self.pane.untyped.show_sessions(made.untyped)
        self.pane.question.show_jump(self._jump, lifter.unit)
        self.pane.show_advice(advice, nothing, self._news)
        self.pane.doubts.show_doubts(doubts.doubts(lifter_id, today, made.every))
        self._news = ""

    def show_trail(self) -> None:
        """Show what was decided so far."""
        dialog = TrailDialog(self._lifter.id or 0, self._today, self.pane)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accept(self, made: Suggestion, instead: Change | None) -> None:
        write = partial(deciding.accept, suggestion=made, instead=instead)
        tell = partial(self._tell_accepted, made)
        self._decide([made], tr("Accept suggestion"), write, tell)

    def _accept_all(self, made: Sequence[Suggestion]) -> None:
        tell = partial(self._tell_all_accepted, len(made))
        write = partial(deciding.accept_all, made=made)
        self._decide(made, tr("Accept loads"), write, tell)

    def _tell_all_accepted(self, lifts: int, done: object) -> None:
        if isinstance(done, deciding.Accepted):
            self._news = suggestion_words.all_accepted(lifts, done)

    def _put_off(self, made: Sequence[Suggestion]) -> None:
        write = partial(deciding.put_off, made=made)
        self._decide(made, tr("Later"), write, self._tell_put_off)

    def _tell_put_off(self, _done: object) -> None:
        self._news = tr("Put off until tomorrow.")

    def _tell_accepted(self, made: Suggestion, changed: object) -> None:
        if isinstance(changed, int):
            self._news = suggestion_words.accepted(made, changed)

    def _dismiss(self, made: Suggestion, reason: str) -> None:
        write = partial(deciding.dismiss, suggestion=made, reason=reason)
        self._decide([made], tr("Dismiss suggestion"), write)

    def _answer(self, made: LoadJump, cause: JumpCause | None) -> None:
        write = partial(jump_answers.answer, made=made, cause=cause)
        self._decide([made], tr("Answer on loads"), write, partial(self._tell_answered, made))

    def _leave_out(self, sessions: Sequence[Unlogged]) -> None:
        write = partial(untyped.not_done, self._lifter.id or 0, sessions, self._today)
        self.wanted.emit(tr("Not done"), write, None)

    def _tell_answered(self, made: LoadJump, done: object) -> None:
        if isinstance(done, Phrase):
            self._news = suggestion_words.said(jump_words.news(made, done), self._lifter.unit)

    def _decide(
        self,
        made: Sequence[Suggestion | LoadJump],
        label: str,
        write: Callable[..., object],
        then: object = None,
    ) -> None:
        """Do what a card asks for; after an edit only when it is still advised."""
        if self._soon.isActive() or self._first.is_reading():
            self._advise()
            if not all(each in self._asked or each == self._jump for each in made):
                self._news = tr("The plan was changed: this is what is suggested now.")
                self._advise()
                return
        self.wanted.emit(label, partial(write, self._lifter.id or 0, today=self._today), then)

    def _show_why(self, advice: Advice) -> None:
        slug, lifter_id = advice.suggestion.exercise, self._lifter.id or 0
        dialog = WhyDialog(advice, trail.decided(lifter_id, slug) if slug else [], self.pane)
        dialog.before_wanted.connect(partial(self._show_before, advice, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_before(self, advice: Advice, over: QWidget) -> None:
        slug, unit = advice.suggestion.exercise, advice.unit
        LookBackDialog(over, self._lifter.id or 0, slug, unit, self._today).open()


def _without_returns(made: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Leave out how to come back: what is accepted before its sessions are ahead changes none."""
    return tuple(each for each in made if each.kind is not SuggestionKind.RETURN_RAMP)
