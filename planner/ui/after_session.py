"""What is shown of a session once it is finished, and again whenever it is wanted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from planner.coach import next_time, session_result
from planner.coach.logging import SessionView
from planner.engine.terms import Unit
from planner.ui.result_line import ResultLine


class _Shown(NamedTuple):
    """The session summed up, and for whom."""

    lifter_id: int
    view: SessionView
    today: date
    unit: Unit


class AfterSession(QObject):
    """Fills a line with one session's result; the advice follows once that is painted."""

    def __init__(self, line: ResultLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._wanted: int | None = None  # the session whose result is shown
        self._shown: _Shown | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_ahead)

    def sum_up(self, session_id: int | None) -> None:
        """Let the next refresh show the result of a session; None for none any more."""
        self._wanted = session_id

    def show(self, lifter_id: int, view: SessionView, today: date, unit: Unit) -> None:
        """Sum a session up when that is wanted and it is finished."""
        self._soon.stop()
        if not view.session.finished or view.session.id != self._wanted:
            self._line.show_result(None, unit)
            return
        self._shown = _Shown(lifter_id, view, today, unit)
        self._line.show_result(session_result.session_result(lifter_id, view, today), unit)
        self._soon.start()

    def _look_ahead(self) -> None:
        if self._shown is not None and self._line.isVisible():
            lifter_id, view, today, unit = self._shown
            self._line.show_next(next_time.next_time(lifter_id, view, today), unit)
