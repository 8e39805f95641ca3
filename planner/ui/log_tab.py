"""The log tab: sessions of any day, written down set by set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.coach import clients, logging, switches
from planner.coach.logging import ExerciseCard, SessionView
from planner.coach.switches import Switch
from planner.engine.terms import Session, Unit
from planner.language import tr
from planner.ui import session_copy
from planner.ui.after_session import AfterSession
from planner.ui.ask_line import AskLine
from planner.ui.exercise_picker import ExercisePicker
from planner.ui.log_actions import LogActions
from planner.ui.log_days import LogDays
from planner.ui.log_panes import lay_out
from planner.ui.log_place import LogPlace
from planner.ui.log_side import LogSide
from planner.ui.log_start import LogStart
from planner.ui.session_pane import SessionPane
from planner.ui.session_starter import SessionStarter
from planner.ui.widgets import scrolling
from planner.ui.writing import writes


class LogTab(QWidget):
    """`wanted` carries (label for Undo, write, callback for its result or None).

    Made part by part, it is used once `making` has come to its end.
    """

    wanted = Signal(str, object, object)
    about_wanted = Signal(str)  # slug of an exercise
    planner_wanted = Signal()
    week_wanted = Signal(object)  # id of the week that the planner is to show
    told = Signal(str)
    search_wanted = Signal()  # the pane of the sessions is to be seen
    make_wanted = Signal(str, object)  # name of an exercise, what to do with its slug
    check_in_wanted = Signal()  # the pane of the check-in is to be seen

    def __init__(self, parent: QWidget | None = None, at_once: bool = True) -> None:
        super().__init__(parent)
        self.making = self._make()  # what is on the tab, part by part
        self._lifter_id: int | None = None
        self._unit = Unit.KG
        self._today = self._on = date.today()
        self.place = LogPlace()
        self._view: SessionView | None = None
        self._focus_wanted = False
        for _ in self.making if at_once else ():
            pass

    def _make(self) -> Iterator[None]:
        self.days = LogDays(self)
        yield
        self.session = SessionPane(self)
        yield
        self.side = LogSide(self)
        yield
        self.start = LogStart(self)
        self._to_start = scrolling(self.start, self)  # in a low window
        self.starter = SessionStarter(self)
        self.ask = AskLine(self)
        self.after = AfterSession(self.session, self.ask, self)
        self.pick = ExercisePicker(self)
        self._middle = QStackedWidget(self)
        self.work = LogActions(self, self._choose_exercise, self._finish)
        self._build()
        self._connect()

    # what the window calls
    def actions_bar(self) -> list[QWidget]:
        """Return the widgets for the window's bar, the primary action last."""
        return [self.work.add, self.work.finish]

    def refresh(self, lifter_id: int, today: date) -> None:
        """Show what is true; the open session, half-typed text and the focus stay."""
        if lifter_id != self._lifter_id:
            self._turn_to(lifter_id, today)
        elif self._on == self._today:
            self._on = today
        self._lifter_id, self._today = lifter_id, today
        self._unit = clients.lifter(lifter_id).unit
        focus, self._focus_wanted = self._focus_wanted, False
        self._show_middle(lifter_id)
        self.starter.show_for(lifter_id, self._on, today)
        self.days.show_log(lifter_id, self._on, today, self.place.session_id, self._unit)
        self.side.show_day(lifter_id, self._on, today, self._unit)
        asked = switches.is_on(lifter_id, Switch.CHECK_IN)
        self.start.show_check_in(self.side.check_in.answered(), self._on, today, asked)
        if focus:
            self._focus_back()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the next refresh put the focus where work goes on."""
        super().showEvent(event)
        self._focus_wanted = self._focus_wanted or not event.spontaneous()

    def show_session(self, session_id: int, slug: str = "") -> None:
        """Open a session and put the focus into its next empty cell, or to an exercise's sets."""
        self._look_at(session_id)
        if slug:
            self.session.focus_lift(slug)
        else:
            self.session.focus_next()

    def search(self, text: str = "") -> None:
        """Search the sessions for a text, or put the keyboard where it is typed."""
        self.search_wanted.emit()
        self.days.look_for(text)

    def show_day(self, on: date) -> None:
        """Open the first session of a day, or offer to start one on it."""
        known = logging.sessions_on(self._lifter(), on)
        if known:
            self.show_session(known[0].id)
        else:
            self.offer_day(on)

    def offer_day(self, on: date) -> None:
        """Offer what can be started on a day."""
        self.place.open(None)
        self._on = on
        self._again()
        self.start.focus_first()

    def forget(self) -> None:
        """Know nobody's session any more: the data are others now."""
        self.place = LogPlace()
        self.side.forget()
        self._lifter_id = None

    def begin_check_in(self) -> None:
        """Put the focus into the check-in of the day shown."""
        self.check_in_wanted.emit()
        self.side.check_in.begin()

    def _build(self) -> None:
        self._middle.addWidget(self._to_start)
        self._middle.addWidget(self.session)
        lay_out(self, self.days, [self.ask], self._middle, self.side)

    def _connect(self) -> None:
        self._connect_start()
        self._connect_session()
        for part in (self.days, self.side):
            part.wanted.connect(self.wanted)
            part.left.connect(self._focus_back)
        self.days.new_button.clicked.connect(lambda: self.offer_day(self._on))
        self.days.calendar.chosen.connect(self.show_day)
        self.days.sessions.chosen.connect(self.show_session)
        self.days.sessions.delete_wanted.connect(self._delete)
        self.days.sessions.menu_wanted.connect(self._open_menu)
        self.days.found.connect(self._look_at)
        self.work.key("Ctrl+H", self.begin_check_in)
        self.work.key("Ctrl+F", self.search)
        self.work.work_with(self.session)
        for keys, do in self.side.rest_pane.shortcuts():
            writes(self.work.key(keys, do))

    def _connect_start(self) -> None:
        for offers in (self.start, self.start.more):
            offers.planned_wanted.connect(self.starter.planned)
        self.start.session_wanted.connect(self.show_session)
        self.start.more.repeat_wanted.connect(self.starter.repeat)
        self.start.go_on.wanted.connect(self.wanted)
        self.start.go_on.week_wanted.connect(self.week_wanted)
        self.start.today_wanted.connect(lambda: self.show_day(self._today))
        self.start.free_wanted.connect(self.starter.free)
        self.start.check_in_wanted.connect(self.begin_check_in)
        self.starter.wanted.connect(lambda *asked: self.wanted.emit(*asked, self.show_session))

    def _connect_session(self) -> None:
        pane = self.session
        pane.wanted.connect(self.wanted)
        pane.about_wanted.connect(self.about_wanted)
        pane.result.planner_wanted.connect(self.planner_wanted)
        pane.header.session_wanted.connect(self.show_session)
        pane.header.repeat_wanted.connect(self.starter.repeat)
        pane.header.copy_wanted.connect(self._copy)
        for teller in (pane.header, pane.remarks):
            teller.told.connect(self.told)
        pane.add_wanted.connect(self._choose_exercise)
        pane.swap_wanted.connect(self._swap)
        pane.looked.connect(self._show_set)
        pane.logged.connect(self._rest)
        self.after.changed.connect(self._again)
        self.pick.wanted.connect(lambda *asked: self.wanted.emit(*asked, self.session.follow))
        self.pick.make_wanted.connect(self.make_wanted)
        self.side.rest_pane.tempo.answered.connect(pane.remarks.tell_tempo)
        self.side.rest_pane.paced.connect(pane.pace)

    # showing
    def _again(self) -> None:
        if self._lifter_id is not None:
            self.refresh(self._lifter_id, self._today)

    def _turn_to(self, lifter_id: int, today: date) -> None:
        """Leave a lifter; of the other one, what was in sight today is shown again."""
        self.session.leave()
        self.place.turn(self._lifter_id, lifter_id, today)
        self._on = today
        self.ask.close_question()
        self._focus_wanted = self.isVisible()

    def _show_middle(self, lifter_id: int) -> None:
        view = self._view = self.place.read(lifter_id, self._today)
        self.work.show_for(view)
        if view is None:
            self.start.show_for(lifter_id, self._on, self._today, self._unit)
            self.side.rest_pane.show_cards(())
            self.side.show_set(lifter_id, None, None, self._unit)
            if self.place.deleted:
                self.session.put_away()  # before it is hidden, which keeps notes
            self._middle.setCurrentWidget(self._to_start)
            self.ask.close_question()
            return
        self._on = view.session.on
        self.after.show(lifter_id, view, self._today, self._unit)
        self._middle.setCurrentWidget(self.session)
        self.side.rest_pane.show_cards(view.cards)
        self.session.show_view(view, lifter_id, self._unit, self._today)

    def _focus_back(self) -> None:
        if self.place.session_id is None:
            self.start.focus_back()
        else:
            self.session.focus_back()

    def _show_set(self, card: ExerciseCard | None, load_kg: float | None) -> None:
        if self._lifter_id is not None and not self._focus_wanted:  # else it may be gone
            self.side.show_set(self._lifter_id, card, load_kg, self._unit)

    def _look_at(self, session_id: int) -> None:
        """Show a session that was searched for; the keyboard stays in the search."""
        self.place.open(session_id)
        self.ask.close_question()
        self._again()

    # wishes
    def _lifter(self) -> int:
        assert self._lifter_id is not None, "the log tab shows no lifter yet"
        return self._lifter_id

    def _choose_exercise(self, typed: str = "") -> None:
        if self.place.session_id is not None:
            self.pick.add(self._lifter(), self._today, self._add_exercise, typed)

    def _add_exercise(self, slug: str) -> None:
        if self.place.session_id is not None:
            work = partial(logging.add_exercise, self.place.session_id, slug)
            self.wanted.emit(tr("Add exercise"), work, self.session.follow)

    def _swap(self, card: ExerciseCard) -> None:
        self.pick.swap(card, self._lifter(), self._today)

    def _finish(self) -> None:
        if self._view is None or not self.work.finish.isEnabled():
            return
        if any(slot.sets for slot in self._view.session.exercises):
            self._finish_now()
        else:
            self.after.ask_empty(self._finish_now)

    def _finish_now(self) -> None:
        if self.place.session_id is not None:
            work = partial(logging.finish, self.place.session_id)
            self.wanted.emit(tr("Finish session"), work, self._sum_up)

    def _delete(self, session_id: int) -> None:
        """Delete a session of the list; the keyboard goes on with the one beside it."""
        listed = self.days.sessions
        beside = listed.beside(session_id)
        self.session.header.delete(session_id)
        if session_id not in listed.sessions.ids():
            listed.mark(beside)

    def _open_menu(self, session_id: int, at: QPoint) -> None:
        self._look_at(session_id)
        self.session.header.menu_button.menu().popup(at)

    def _copy(self, made: Session) -> None:
        self.told.emit(session_copy.copy(self._lifter(), made))

    def _rest(self, card: ExerciseCard) -> None:
        if self._view is not None and self._view.session.on == self._today:
            self.side.rest_pane.set_logged(self._view.cards, card)

    def _sum_up(self, _result: object) -> None:
        self.side.rest_pane.finish()
        self.after.finished(self.starter.planned)
