"""What the window does about damage in its file: it looks for it in large ones, and tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from planner.coach import file_check, files
from planner.coach.files import DamagedDatabase, DatabaseProblem
from planner.language import tr
from planner.ui import backup_words
from planner.ui.widgets import button
from planner.ui.worker import Work

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


class CheckStories(QObject):
    """Checks a large file once a day, which is not waited for at the start.

    Nothing is said of a sound one. A backup that was made has been checked, and so was its file.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Work | None = None
        self.way: QPushButton | None = None

    def begin(self, doubtful: bool = False) -> None:
        """Check the file if it is due, or in any case when it is `doubtful`."""
        if self._job is None and files.is_open() and (doubtful or self._is_due()):
            job = self._job = Work(file_check.checking(), self._window)
            job.succeeded.connect(self._checked)
            job.broke.connect(self._failed)
            job.start()

    def is_busy(self) -> bool:
        """Say whether the file is being checked."""
        return self._job is not None

    def stop(self) -> None:
        """Give the check up: the file is to be closed. It is begun again later."""
        if self._job is not None:
            self._job.abandon()
            self._job.wait()
            self._job = None

    def note_sound(self) -> None:
        """Remember that all of the file was read today, and nothing is wrong with it."""
        window = self._window
        if not window.look_only.is_on() and file_check.is_large(window.database):
            window.state.keep_checked(window.database.name, window.today().isoformat())

    def forget(self) -> None:
        """Tell of damage no more: another file is in the place of the damaged one."""
        self._window.status.stand("")
        if self.way is not None:
            self.way.hide()

    def _is_due(self) -> bool:
        window = self._window
        checked = window.state.checked(window.database.name)
        return file_check.is_large(window.database) and checked != window.today().isoformat()

    def _checked(self, found: DamagedDatabase | None) -> None:
        self._job = None
        if found is None:
            self.note_sound()
        else:
            self._tell(found)

    def _failed(self, error: Exception) -> None:
        """Say nothing when the file cannot be read just now: whoever reads it next will."""
        self._job = None
        if not isinstance(error, DatabaseProblem | OSError):
            raise error

    def _tell(self, found: DamagedDatabase) -> None:
        """Say what is damaged, and what to go back to, until that was done."""
        window, backup = self._window, file_check.to_go_back_to(found)
        if backup is None:
            window.status.stand(
                tr("The file is damaged, and no backup of it is whole. Export what you need.")
            )
            return
        text = tr("The file is damaged in places. The backup of {when}, is whole.")
        when = backup_words.when(backup.made_at, window.today())
        window.status.stand(text.format(when=when))
        self._offer()

    def _offer(self) -> None:
        if self.way is None and not self._window.look_only.is_on():
            self.way = button(tr("Restore…"), parent=self._window.status)
            self.way.setProperty("density", "small")
            self.way.clicked.connect(lambda: self._window.backup_stories.restore())
            self._window.status.insertWidget(1, self.way)
        if self.way is not None:
            self.way.show()
