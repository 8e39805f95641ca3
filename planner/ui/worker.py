"""Do slow, pure work off the UI thread: values in, a value or an exception out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal


class Work(QThread):
    """One piece of work on a thread of its own.

    Either `succeeded` or `broke` is emitted on the UI thread, unless `abandon` came first. The
    work must not touch widgets or the database.
    """

    succeeded = Signal(object)
    broke = Signal(object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._result: object = None
        self._error: Exception | None = None
        self._abandoned = False
        self.finished.connect(self._hand_over)

    def run(self) -> None:
        """Do the work; called by the thread."""
        try:
            self._result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the UI thread, which raises it again
            self._error = error

    def abandon(self) -> None:
        """Let the work end unheard; it cannot be stopped half-way, and changes nothing."""
        self._abandoned = True

    def _hand_over(self) -> None:
        self.deleteLater()
        if self._abandoned:
            return
        if self._error is not None:
            self.broke.emit(self._error)
        else:
            self.succeeded.emit(self._result)
