"""Let the engine read lifter after lifter in short slices, those in sight first."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.coach import client_list
from planner.coach.client_list import ClientState
from planner.engine.terms import Lifter

SLICE_S, PAUSE_MS = 0.02, 5  # the window answers between slices


class ClientsReader(QObject):
    """`read` carries a lifter's id and ClientState; `finished` comes after the last one.

    It rests while another dialog is in front: that one may be writing.
    """

    read = Signal(int, object)
    finished = Signal()

    def __init__(self, parent: QObject, in_sight: Callable[[], Sequence[int]]) -> None:
        super().__init__(parent)
        self._in_sight = in_sight
        self._waiting: dict[int, Lifter] = {}
        self._today = date.min
        self._work: tuple[int, Generator[None, None, ClientState]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._slice)

    def begin(self, lifters: Iterable[Lifter], today: date) -> None:
        """Read these lifters, as far as what is known of them may have changed."""
        self.stop()
        self._today = today
        unsure = (each for each in lifters if not client_list.is_sure(each, today))
        self._waiting = {each.id or 0: each for each in unsure}
        if self._waiting:
            self._timer.start()
        else:
            self.finished.emit()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        if self._work is not None:
            self._work[1].close()
        self._work = None

    def _slice(self) -> None:
        if QApplication.activeModalWidget() not in (None, self.parent()):
            return
        until = perf_counter() + SLICE_S
        while perf_counter() < until:
            if self._work is None and not self._waiting:
                self._timer.stop()
                self.finished.emit()
                return
            self._step(self._work or self._next())

    def _step(self, work: tuple[int, Generator[None, None, ClientState]]) -> None:
        self._work = work
        try:
            next(work[1])
        except StopIteration as done:
            self._work = None
            self.read.emit(work[0], done.value)

    def _next(self) -> tuple[int, Generator[None, None, ClientState]]:
        first = (key for key in self._in_sight() if key in self._waiting)
        key = next(first, None) or next(iter(self._waiting))
        return key, client_list.reading_state(self._waiting.pop(key), self._today)
