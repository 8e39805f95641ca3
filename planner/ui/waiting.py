"""Wait for slow work in front of the window: how far it is, and a button to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.language import tr
from planner.ui.doing_dialog import FrontDialog
from planner.ui.modal import answered
from planner.ui.worker import Progress, Work

MOMENT_S = 0.05  # what nobody notices; work that takes longer is shown
LOOK_MS = 20  # how often is looked whether the work has ended

Made = TypeVar("Made")


def wait_for(parent: QWidget | None, text: str, work: Callable[[Progress], Made]) -> Made:
    """Do work off the UI thread and return what it made; the window is painted meanwhile.

    Raises what the work raises, and Stopped when the user stopped it.
    """
    job = Work(work, parent)
    job.start()
    if not job.wait(MOMENT_S):
        answered(WaitingDialog(parent, text, job))
    return cast("Made", job.take())


class WaitingDialog(FrontDialog):
    """Stands over the window until the work has ended, stopped or not."""

    def __init__(self, parent: QWidget | None, text: str, job: Work) -> None:
        super().__init__(parent, QApplication.applicationDisplayName(), text)
        self._job = job
        job.progressed.connect(self.page.show_percent)
        self._look = QTimer(self, interval=LOOK_MS)  # its signal may have come before this dialog
        self._look.timeout.connect(self._end)
        self._look.start()

    def _end(self) -> None:
        if self._job.wait(0):
            self._look.stop()
            self.accept()

    def reject(self) -> None:
        """Stop the work; it ends in a moment."""
        self._job.abandon()
        self.cancel.setEnabled(False)
        self.page.begin(tr("Stopping…"))
