"""What is shown of a session once it is finished, and again whenever it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from planner.coach import next_time, session_result, typing_back
from planner.coach.logging import SessionView
from planner.engine.terms import Unit
from planner.ui import plan_questions
from planner.ui.ask_line import AskLine
from planner.ui.session_pane import SessionPane


class _Shown(NamedTuple):
    """A session on the screen, and for whom."""

    lifter_id: int
    view: SessionView
    today: date
    unit: Unit


class AfterSession(QObject):
    """Fills a pane's line with one session's result; the advice follows once that is painted.

    `changed` asks for a refresh.
    """

    changed = Signal()

    def __init__(self, pane: SessionPane, ask: AskLine, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._ask = pane, ask
        self._wanted: int | None = None  # the session whose result is shown
        self._shown: _Shown | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_ahead)
        pane.header.summary_wanted.connect(self._sum_again)
        pane.result.left.connect(self._close)

    def ask_empty(self, finish: Callable[[], object]) -> None:
        """Ask whether a session without a set is to be finished."""
        question = self.tr("Nothing is logged yet. Finish all the same?")
        back = self._pane.focusWidget() or self._pane
        self._ask.ask(question, [(self.tr("Finish"), finish)], back)

    def finished(self, start: Callable[[int, date], object]) -> None:
        """Sum up the session just finished; after one of the past offer the next one waiting."""
        if self._shown is None:
            return
        lifter_id, view, today, _ = self._shown
        self._wanted, on = view.session.id, view.session.on
        waiting = typing_back.next_unlogged(lifter_id, on, today) if on < today else None
        if waiting is not None:
            begin = partial(start, waiting.id, waiting.on)
            plan_questions.ask_next(self._ask, waiting, today, begin, self._pane.result)

    def show(self, lifter_id: int, view: SessionView, today: date, unit: Unit) -> None:
        """Sum a session up when that is wanted and it is finished."""
        self._soon.stop()
        self._shown = _Shown(lifter_id, view, today, unit)
        if not view.session.finished or view.session.id != self._wanted:
            self._pane.result.show_result(None, unit)
            return
        made = session_result.session_result(lifter_id, view, today)
        self._pane.result.show_result(made, unit)
        self._soon.start()

    def _look_ahead(self) -> None:
        if self._shown is not None and self._pane.result.isVisible():
            lifter_id, view, today, unit = self._shown
            self._pane.result.show_next(next_time.next_time(lifter_id, view, today), unit)

    def _sum_again(self) -> None:
        self._wanted = self._shown.view.session.id if self._shown is not None else None
        self.changed.emit()
        self._pane.result.setFocus()

    def _close(self) -> None:
        self._wanted = None
        self.changed.emit()
        self._pane.focus_back()
