"""Start a session: of the plan, empty, or like one that is logged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.coach import logging
from planner.language import tr


class SessionStarter(QObject):
    """`wanted` asks for a write whose result is the session's id."""

    wanted = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lifter_id: int | None = None
        self._on = self._today = date.min

    def show_for(self, lifter_id: int, on: date, today: date) -> None:
        """Start sessions of a lifter, on a day when no other one is wanted."""
        self._lifter_id, self._on, self._today = lifter_id, on, today

    def free(self) -> None:
        """Start an empty session."""
        self._start(partial(logging.start_free, self._lifter(), self._on))

    def planned(self, planned_session_id: int, on: date | None = None) -> None:
        """Start a session from the plan; what is planned for a day to come is done today."""
        day = on or min(self._on, self._today)
        self._start(partial(logging.start_planned, self._lifter(), planned_session_id, day))

    def repeat(self, session_id: int, on: date | None = None) -> None:
        """Start a session like a logged one."""
        self._start(partial(logging.repeat, self._lifter(), session_id, on or self._on))

    def _start(self, work: Callable[[], int]) -> None:
        self.wanted.emit(tr("Start session"), work)

    def _lifter(self) -> int:
        assert self._lifter_id is not None, "the log tab shows no lifter yet"
        return self._lifter_id
