"""Do slow, pure work off the UI thread: values in, a value or an exception out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.engine.terms import Progress as Progress, Stopped as Stopped

# How long a thread may keep Python to itself. To paint a window Qt asks for it dozens of times,
# and each time would wait for Python's usual 5 ms.
GIVE_WAY_S = 0.001


class Work(QObject):
    """One piece of work on a thread of its own.

    Either `succeeded` or `broke` is emitted on the UI thread, unless `abandon` came first; then
    `dropped` carries what was made by then, if anything was. Where the parent goes first, nothing
    is, and the work stops at its next step.
    `progressed` carries whole percents. The work calls the progress function it is given with
    (done, in all), and must not touch widgets or the database. Python's thread holds this
    object until it ends; a QThread would die with its last reference, running or not.
    """

    succeeded = Signal(object)
    broke = Signal(object)
    progressed = Signal(int)
    ended = Signal()
    dropped = Signal(object)

    def __init__(self, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._result: object = None
        self._error: Exception | None = None
        self._abandoned = False
        self._percent = -1
        self._thread = Thread(target=self._run, daemon=True)
        self.ended.connect(self._hand_over)

    def start(self) -> None:
        """Begin."""
        sys.setswitchinterval(GIVE_WAY_S)
        self._thread.start()

    def abandon(self) -> None:
        """Stop the work at its next step, and never hear of it again; it changed nothing."""
        self._abandoned = True

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the thread has ended, or for some time; say whether it has."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def take(self) -> object:
        """Wait, and return what the work made or raise what it raised, instead of telling it.

        Raises Stopped when it was given up in time.
        """
        self.wait()
        self.abandon()  # what is told later is heard by nobody
        if self._error is not None:
            raise self._error
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work(self._report)
        except Exception as error:  # noqa: BLE001 - handed to the UI thread, which shows or raises it
            self._error = error
        with suppress(RuntimeError):  # gone with the parent: nobody waits for it any more
            self.ended.emit()

    def _report(self, done: int, total: int) -> None:
        if self._abandoned or not isValid(self):
            raise Stopped
        percent = done * 100 // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)

    def _hand_over(self) -> None:
        self.wait()  # the thread may still be emitting the signal that called this
        if not self._abandoned:
            if self._error is not None:
                self.broke.emit(self._error)
            else:
                self.succeeded.emit(self._result)
        elif self._result is not None:
            self.dropped.emit(self._result)
        self.deleteLater()
