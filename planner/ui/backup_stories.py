"""What the window does about backups: when they are due, where they go, and which is put back."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.coach import backing_up, backup_place, files
from planner.coach.backing_up import Written
from planner.coach.files import DamagedDatabase, DatabaseProblem, FolderGone, FullDisk, Reason
from planner.language import tr
from planner.ui.slices import Slices
from planner.ui.worker import Stopped, Work

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

LOOK_MS = 10 * 60 * 1000  # how often a new day, or a place that is back, is looked for
LAST_WAIT_S = 0.5  # for a backup, when the window is closed
TROUBLE = (DatabaseProblem, OSError)


class BackupStories(QObject):
    """Backs up at each start, over midnight, and when asked; `changed` tells of each backup.

    What only a story needs is imported in it: the window is painted before.
    """

    changed = Signal()
    progressed = Signal(int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Work | None = None
        self._day: date | None = None  # when a backup was last due
        self.looked_at: datetime | None = None  # when nothing had changed since the newest one
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._purging = Slices(window)
        self.progressed.connect(window.status.show_backing_up)

    # by itself
    def begin(self) -> None:
        """Make the backup that is due; then, and only then, empty the trash of what is old."""
        if self._job is not None or not files.is_open():
            return
        if files.is_read_only():
            self._window.check_stories.begin()
            return
        self._day = self._window.today()
        self._timer.start(LOOK_MS)
        due = backing_up.due(self._window.database, self._day)
        self._start(due, lambda _made: self._purge())

    def look(self) -> None:
        """Back up when a day has begun, or the place that was missing is there again."""
        if self._day is None:
            return
        if self._day != self._window.today() or backing_up.place_is_back(self._window.database):
            self.begin()
        elif self._job is None:
            self._window.check_stories.begin()

    def back_up(self) -> None:
        """Back up now."""
        self.make_way()
        self._start(backing_up.now(), self._tell_made)

    def back_up_unsaid(self) -> None:
        """Back up now, and tell only of trouble."""
        self.make_way()
        self._start(backing_up.now(), lambda _made: None)

    def is_busy(self) -> bool:
        """Say whether a backup is being made."""
        return self._job is not None

    def is_trying_again(self) -> bool:
        """Say whether a backup is being made while the place that was missing is there again."""
        return self.is_busy() and backing_up.place_is_back(self._window.database)

    def stop(self) -> None:
        """Give up what reads the file beside the window, and what was to follow: the file may be
        another one soon."""
        self._purging.stop()
        self.make_way()

    def make_way(self) -> None:
        """Give up the backup that is being made, of which nothing stays, or the check."""
        self._window.check_stories.stop()
        if self._job is not None:
            self._job.abandon()
            self._job.wait()
            self._job = None
            self.show_last()

    def finish(self) -> None:
        """Let a backup that is nearly made end before the window closes; give up any other."""
        if self._job is not None:
            self._job.wait(LAST_WAIT_S)
        self.stop()

    def _start(self, work: backing_up.Work, then: Callable[[Written | None], None]) -> None:
        job = self._job = Work(work, self._window)
        job.progressed.connect(self.progressed)
        job.succeeded.connect(lambda made: self._made(made, then))
        job.broke.connect(self._failed)
        job.start()

    def _made(self, made: Written | None, then: Callable[[Written | None], None]) -> None:
        self._job = None
        then(made)
        self._note(made)
        self._window.check_stories.begin()

    def _note(self, made: Written | None) -> None:
        """Tell, once, that the place for backups is not there, and once that it is again."""
        self.looked_at = datetime.now() if made is None else None
        if made is not None:
            self._window.check_stories.note_sound()
        turn = backup_place.note(self._window.database, made)
        if turn is not backup_place.Turn.NOTHING_NEW:
            self._tell_turn(turn, made.missed if made is not None else None)
        self.show_last()
        self.changed.emit()

    def _tell_turn(self, turn: backup_place.Turn, why: DatabaseProblem | None) -> None:
        chosen = backup_place.read(self._window.database).chosen
        place = backup_place.called(chosen) if chosen else ""
        if turn is backup_place.Turn.BACK:
            self._window.tell(tr("Backups go to {place} again.").format(place=place))
            return
        text = tr("No backup in {place}: {why}. It is in the usual folder instead.")
        self._window.tell(text.format(place=place, why=self.reason(why)), trouble=True)

    def reason(self, why: DatabaseProblem | None) -> str:
        """Say why a folder took no backup."""
        if why is None or isinstance(why, FolderGone):
            return tr("it is not there")
        if isinstance(why, FullDisk):
            return tr("it is full")
        return tr("it cannot be written")

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.show_last()
        self.changed.emit()
        self._window.check_stories.begin(doubtful=isinstance(error, DamagedDatabase))
        if not isinstance(error, TROUBLE):
            raise error
        text = tr("The backup could not be written: {why}")
        self._window.tell(text.format(why=error), trouble=True)

    def _tell_made(self, made: Written | None) -> None:
        if made is not None:
            self._window.tell(tr("Backed up to {path}").format(path=made.path))

    def _purge(self) -> None:
        """Empty the trash of what is old, though not under a dialog: that one may be writing, or
        have compared the file with another one."""
        self._purging.begin({None: self._purging_old})

    def _purging_old(self) -> Generator[None, None, None]:
        from planner.coach import sheet_drafts, trash

        days = (each.made_at.date() for each in files.backups(self._window.database))
        try:
            yield from trash.purging(self._window.today(), days)
            sheet_drafts.forget_lost()
        except DatabaseProblem as problem:
            text = tr("What was deleted long ago could not be removed: {why}")
            self._window.tell(text.format(why=problem), trouble=True)

    # before something else
    def back_up_before(self, reason: Reason, of: str) -> bool:
        """Make a backup before something is changed; say whether it may be.

        `of` is the file that is to come in.
        """
        from planner.ui.waiting import wait_for

        self.make_way()
        work = backing_up.now(reason, of)
        try:
            made = wait_for(self._window, tr("Backing up before anything is changed…"), work)
        except Stopped:
            return False
        except TROUBLE as problem:
            text = tr("Nothing was changed, because no backup could be written first: {why}")
            self._window.tell(text.format(why=problem), trouble=True)
            return False
        self._note(made)
        return True

    # what is seen
    def show_last(self) -> None:
        """Show when the last backup was made."""
        if self._job is not None:
            return
        window = self._window
        places = backup_place.read(window.database)
        missing = backup_place.called(places.chosen) if places.missed and places.chosen else ""
        window.status.show_backup(files.last_backup(window.database), window.today(), missing)

    def show(self) -> None:
        """Show where the backups are, and what can be done about them."""
        from planner.ui.backups_dialog import BackupsDialog

        self.look()
        dialog = BackupsDialog(self._window, self)
        dialog.restore_wanted.connect(self.restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def move(self, place: Path) -> str:
        """Let backups go to a place from now on, with one at once; return why not, else ''."""
        from planner.ui.waiting import wait_for

        self.stop()
        database, before = self._window.database, backup_place.read(self._window.database)
        try:
            files.move_backups(database, place)
            made = wait_for(self._window, tr("Backing up to the new place…"), backing_up.now())
        except Stopped:
            return self._stay(before, "")
        except TROUBLE as problem:
            return self._stay(before, getattr(problem, "strerror", None) or str(problem))
        if made is not None and made.missed is not None:
            return self._stay(before, self.reason(made.missed))
        self._note(made)
        return ""

    def _stay(self, before: backup_place.Places, why: str) -> str:
        files.keep_backups_as(self._window.database, before)
        self.show_last()
        return why

    def restore(self) -> None:
        """Choose a backup to put in the place of the present data."""
        from planner.ui.restore_dialog import RestoreDialog

        window = self._window
        dialog = RestoreDialog(window, files.to_restore(window.database), window.today())
        dialog.restore_wanted.connect(self.put_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put_back(self, backup: Path) -> None:
        """Put a backup in the place of the present data, of which a backup is made first: with what
        is typed and whole, once what is not was asked about."""
        from planner.ui.unstored import RESTORING

        log, then = self._window.tabs.known_log(), partial(self._put_back, backup)
        if log is None or self._window.leaving.settled(log, RESTORING, then):
            then()

    def _put_back(self, backup: Path) -> None:
        from planner.ui import restoring

        window = self._window
        unread = window.tabs.finish_edits()
        self.stop()
        try:
            kept = restoring.restore(backup, window)
        except Stopped:
            self._tell(tr("Nothing was restored; all is as it was."), unread)
        except TROUBLE as problem:
            self._tell(str(problem), unread, trouble=True)
            if not files.is_open():
                window.stranded.emit(problem)
        else:
            self._tell(self._show_restored(backup, kept), unread)
        self.show_last()

    def _tell(self, text: str, unread: str, trouble: bool = False) -> None:
        """Tell how it went, and what in the plan could not be read before."""
        unsaved = tr("Not saved – {problem}").format(problem=unread) if unread else ""
        told = " ".join(filter(None, (text, unsaved)))
        self._window.tell(told, trouble=trouble or bool(unsaved))

    def _show_restored(self, backup: Path, kept: Path | None) -> str:
        """Show what was restored, and return what there is to say of it."""
        window = self._window
        window.history.clear()
        window.tabs.forget()
        window.refresh()
        window.check_stories.forget()
        text = tr("Restored {file}. What was there is damaged; it is kept beside your data.")
        if kept is not None:
            text = tr("Restored {file}. To go back to what was there, restore {kept}.")
        return text.format(file=backup.name, kept=kept.name if kept else "")
