"""Do long reading in short slices, so that the window answers between them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from time import perf_counter
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.coach import files

SLICE_S, PAUSE_MS = 0.02, 5

Job: TypeAlias = Callable[[], Generator[None, None, Any]]


class Slices(QObject):
    """`made` carries the key of a job and what it made; `finished` comes after the last one.

    Jobs whose keys are `wanted` first go before the others. It rests while another dialog than
    its own is in front: that one may be writing. Nor is anything read while no file is open.
    """

    made = Signal(object, object)
    finished = Signal()

    def __init__(
        self, parent: QObject, wanted: Callable[[], Sequence[object]] = lambda: ()
    ) -> None:
        super().__init__(parent)
        self._wanted = wanted
        self._waiting: dict[object, Job] = {}
        self._work: tuple[object, Generator[None, None, Any]] | None = None
        self._made: tuple[object, Any] | None = None  # and not told yet
        self._last = closed_with(self)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._slice)

    def begin(self, jobs: Mapping[Any, Job]) -> None:
        """Do these jobs, and no others any more."""
        self.stop()
        self._waiting = dict(jobs)
        self._timer.start()

    def begin_at_once(self, jobs: Mapping[Any, Job]) -> None:
        """Do the same, and the first slice before returning: what is short is done then."""
        self.begin(jobs)
        self._slice(at_once=True)

    def rest(self) -> None:
        """Do no more until `go_on`."""
        self._timer.stop()

    def go_on(self, jobs: Mapping[Any, Job]) -> None:
        """Go on with what rests; begin these jobs where nothing does."""
        if self._is_left():
            self._timer.start()
        else:
            self.begin(jobs)

    def is_busy(self) -> bool:
        """Say whether anything is left to do, or to be told by `finished`."""
        return self._timer.isActive() or self._is_left()

    def _is_left(self) -> bool:
        return not (self._work is None and self._made is None and not self._waiting)

    def stop(self) -> None:
        """Do no more, and forget what was to be done."""
        self._timer.stop()
        self._waiting, self._made = {}, None
        if self._work is not None:
            self._work[1].close()
        self._work = None

    def drop(self, key: object) -> None:
        """Leave out a job that has not begun."""
        self._waiting.pop(key, None)

    def _slice(self, at_once: bool = False) -> None:
        """Work for a moment; what is made at its end is told in the next, as drawing takes long."""
        in_front = QApplication.activeModalWidget() not in (None, self.parent())
        if in_front or not files.is_open():  # a backup may be taking its place
            return
        if self.tell():
            return
        until = perf_counter() + SLICE_S
        while perf_counter() < until:
            if not self._is_left():
                self._timer.stop()
                self.finished.emit()
                return
            self._step(self._work or self._next())
            if at_once or perf_counter() < until:
                self.tell()

    def tell(self) -> bool:
        """Tell what was made and is not told yet; say whether anything was."""
        told, self._made = self._made, None
        if told is not None:
            self.made.emit(*told)
        return told is not None

    def _step(self, work: tuple[object, Generator[None, None, Any]]) -> None:
        self._work = None  # what fails is not gone on with
        try:
            next(work[1])
        except StopIteration as done:
            self._made = work[0], done.value
        else:
            self._work = work

    def _next(self) -> tuple[object, Generator[None, None, Any]]:
        first = (key for key in self._wanted() if key in self._waiting)
        key = next(first, next(iter(self._waiting)))
        self._last[:] = [self._waiting.pop(key)()]
        return key, self._last[0]


def closed_with(owner: QObject) -> list[Generator[None, None, Any]]:
    """Return a list whose generators are closed when their owner is destroyed.

    Left to the collector they might never be: one that has it wait would wait for itself.
    """
    held: list[Generator[None, None, Any]] = []
    owner.destroyed.connect(lambda: _close(held))
    return held


def _close(held: Sequence[Generator[None, None, Any]]) -> None:
    for work in held:
        work.close()
