"""What the window does when another program replaced its file, or took it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from planner.coach import lost_file
from planner.coach.files import DatabaseProblem
from planner.coach.lost_file import FileLost, Loss
from planner.language import tr
from planner.ui.parts import Parts
from planner.ui.unasked import ready

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


class LostFileStories(QObject):
    """What the window had is saved at once and shown, to look at only, until somebody chose."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asking = False

    def notice(self) -> bool:
        """Look whether the file is still the one that was opened; ask when it is not.

        Says whether it is lost.
        """
        try:
            lost_file.require_unmoved()
        except FileLost as lost:
            self.begin(lost)
            return True
        return False

    def begin(self, lost: FileLost) -> None:
        """Save and show what the window had, and ask what to go on with; once at a time."""
        if self._asking:
            return
        self._asking = True
        self._window.backup_stories.stop()
        self._leave_dialogs()
        saved = lost_file.rescue()
        self._window.history.clear()
        if saved is not None:
            self._window.refresh()
            self._say_read_only(lost, saved)
        self._ask(lost, saved)

    def _leave_dialogs(self) -> None:
        """Leave what writes the file part by part, or is about to: nothing of it is stored."""
        for each in self._window.findChildren(Parts):
            dialog = each.parent()
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    def _say_read_only(self, lost: FileLost, saved: Path) -> None:
        why = tr(
            "Read-only: {name} is not the file that was opened. What this window had is safe in "
            "{saved}."
        )
        if lost.loss is Loss.OVERWRITTEN:
            why = tr(
                "Read-only: another program wrote over {name}. What this window could still read "
                "is kept in {saved}; it may mix rows of both files."
            )
        self._window.look_only.begin(
            why.format(name=lost.path.name, saved=saved.name),
            tr("Decide…"),
            partial(self._ask, lost, saved),
        )

    def _ask(self, lost: FileLost, saved: Path | None) -> None:
        from planner.ui.lost_file_dialog import LostFileDialog

        kept = saved or lost_file.newest_backup()
        dialog = LostFileDialog(self._window, lost, kept, rescued=saved is not None)
        dialog.there_wanted.connect(partial(self._open_there, lost, saved))
        if saved is not None:
            dialog.merge_wanted.connect(partial(self._merge, lost, saved))
        if kept is not None:
            dialog.keep_wanted.connect(partial(self._keep, lost, saved, kept))
        dialog.finished.connect(dialog.deleteLater)
        ready(dialog)
        if saved is not None:
            dialog.open()
        elif not dialog.exec():  # nothing is open that the window could show meanwhile
            self._window.close()

    def _merge(self, lost: FileLost, saved: Path) -> None:
        """Open what is there now, and bring in what this window had."""
        if self._open_there(lost, saved):
            self._window.file_stories.take([saved])

    def _open_there(self, lost: FileLost, saved: Path | None) -> bool:
        try:
            lost_file.reopen()
        except DatabaseProblem as problem:
            self._try_again(lost, saved, problem)
            return False
        kept = tr("What this window had is kept in {saved}.")
        self._go_on(kept.format(saved=saved.name) if saved is not None else "")
        return True

    def _keep(self, lost: FileLost, saved: Path | None, kept: Path) -> None:
        try:
            other = lost_file.put_back(kept)
        except DatabaseProblem as problem:
            self._try_again(lost, saved, problem)
            return
        done = tr("What this window had is in its place again.")
        if other is not None:
            text = tr("{done} What was there is kept in {other}.")
            done = text.format(done=done, other=other.name)
        self._go_on(done)

    def _try_again(self, lost: FileLost, saved: Path | None, problem: DatabaseProblem) -> None:
        if saved is not None:
            lost_file.show(saved)
        self._window.tell_trouble(str(problem))
        self._ask(lost, saved)

    def _go_on(self, said: str) -> None:
        window = self._window
        self._asking = False
        window.look_only.end()
        window.history.clear()
        window.tabs.forget()
        window.refresh()
        window.backup_stories.show_last()
        window.tell(said or tr("Opened {name}.").format(name=window.database.name))
