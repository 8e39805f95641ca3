"""What is shown of a session once it is finished, and again whenever it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal

from planner.coach import next_time, session_result, typing_back
from planner.coach.logging import SessionView
from planner.coach.next_time import NextTime
from planner.coach.typing_back import Unlogged
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import plan_questions
from planner.ui.ask_line import AskLine
from planner.ui.session_pane import SessionPane
from planner.ui.slices import Slices


class _Shown(NamedTuple):
    """A session on the screen, and for whom."""

    lifter_id: int
    view: SessionView
    today: date
    unit: Unit


class AfterSession(QObject):
    """Fills a pane's line with one session's result; the advice follows part by part.

    Nothing is advised on while that line is not to be seen. `changed` asks for a refresh.
    """

    changed = Signal()

    def __init__(self, pane: SessionPane, ask: AskLine, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._ask = pane, ask
        self._wanted = ""  # the uid of the session whose result is shown
        self._shown: _Shown | None = None
        self._waiting: Unlogged | None = None  # what is offered to go on with
        self.ahead = Slices(self)
        self.ahead.made.connect(self._tell_ahead)
        pane.result.installEventFilter(self)
        pane.header.summary_wanted.connect(self._sum_again)
        pane.result.left.connect(self._close)

    def ask_empty(self, finish: Callable[[], object]) -> None:
        """Ask whether a session without a set is to be finished."""
        question = tr("Nothing is logged yet. Finish all the same?")
        back = self._pane.focusWidget() or self._pane
        self._ask.ask(question, [(tr("Finish"), finish)], back)

    def finished(self, start: Callable[[int, date], object]) -> None:
        """Sum up the session just finished; after one of the past offer the next one waiting."""
        if self._shown is None:
            return
        lifter_id, view, today, _ = self._shown
        self._wanted, on = view.session.uid, view.session.on
        waiting = typing_back.next_unlogged(lifter_id, on, today) if on < today else None
        self._waiting = waiting
        if waiting is not None:
            begin = partial(start, waiting.id, waiting.on)
            plan_questions.ask_next(self._ask, waiting, today, begin, self._pane.result)

    def show(self, lifter_id: int, view: SessionView, today: date, unit: Unit) -> None:
        """Sum a session up when that is wanted and it is finished."""
        self.ahead.stop()
        self._shown = _Shown(lifter_id, view, today, unit)
        self._look_again(self._shown)
        if not view.session.finished or view.session.uid != self._wanted:
            self._pane.result.show_result(None, unit)
            return
        made = session_result.session_result(lifter_id, view, today)
        self._pane.result.show_result(made, unit)
        job = partial(next_time.looking_ahead, lifter_id, view, today)
        self.ahead.begin({view.session.id: job})

    def _look_again(self, shown: _Shown) -> None:
        """Take the offer back that is not true any more: its session was done, or is gone."""
        if self._waiting is None:
            return
        since = shown.view.session.on
        if typing_back.next_unlogged(shown.lifter_id, since, shown.today) != self._waiting:
            self._waiting = None
            self._ask.close_question()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop looking ahead when the session or the tab is left, but not for a small window."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.ahead.stop()
        return super().eventFilter(watched, event)

    def _tell_ahead(self, _session_id: int, made: NextTime) -> None:
        if self._shown is not None:
            self._pane.result.show_next(made, self._shown.unit)

    def _sum_again(self) -> None:
        self._wanted = self._shown.view.session.uid if self._shown is not None else ""
        self.changed.emit()
        self._pane.result.setFocus()

    def _close(self) -> None:
        self._wanted = ""
        self.changed.emit()
        self._pane.focus_back()
