"""Do one long piece of work part by part, so that the window answers between them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ui.slices import SLICE_S, closed_with


class Parts(QObject):
    """What the work returned is handed on; `broke` carries why it failed.

    Unlike `Slices` it never rests: it is for what a dialog in front waits for.
    """

    broke = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Generator[None, None, Any] | None = None
        self._last = closed_with(self)
        self._then: Callable[[Any], object] = _nothing
        self._made: list[Any] = []  # until it is handed on
        self._ahead: Callable[[], Generator[None, None, object]] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def begin(
        self,
        work: Generator[None, None, Any],
        then: Callable[[Any], object],
        ahead: Callable[[], Generator[None, None, object]] | None = None,
    ) -> None:
        """Begin, and hand what is made to `then`; what was under way is stopped.

        What `then` would wait for is done `ahead` once the work has ended; to stop that stops
        nothing else.
        """
        self.stop()
        self._work, self._then, self._ahead = work, then, ahead
        self._last[:] = [work]
        self._timer.start()

    def hurry(self) -> None:
        """Do the first slice now: what is short is done, and handed on, then."""
        self._slice()
        self._hand_on()

    def is_busy(self) -> bool:
        """Say whether something is under way."""
        return self._work is not None or bool(self._made)

    def stop(self) -> None:
        """Do no more; the work cleans up after itself, but what is made is handed on."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()
        self._hand_on()

    def _hand_on(self) -> None:
        if self._made and self._work is None:
            self._timer.stop()
            self._then(self._made.pop())

    def _turn(self) -> None:
        """Do a slice, or hand on what was made: to end the work and to show it may be long each."""
        if self._work is None:
            self._hand_on()
        else:
            self._slice()

    def _slice(self) -> None:
        until = perf_counter() + SLICE_S
        while self._work is not None and perf_counter() < until:
            self._step(self._work)

    def _step(self, work: Generator[None, None, Any]) -> None:
        try:
            next(work)
        except StopIteration as done:
            self._end(done.value)
        except Exception as error:  # noqa: BLE001 - handed to who waits, who shows or raises it
            if self._made:  # by the work: `then` meets this again where it matters
                self._work = None
                return
            self.stop()
            self.broke.emit(error)

    def _end(self, made: Any) -> None:
        ahead, self._ahead, self._work = self._ahead, None, None
        self._made = self._made or [made]
        if ahead is not None:
            self._work = ahead()
            self._last[:] = [self._work]


def _nothing(_made: object) -> None:
    """Hand on nothing."""
