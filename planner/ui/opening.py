"""Open the database at start; whatever is wrong with it, say so and offer what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from planner.coach import copies, files, missing_file, owner_only
from planner.coach.files import (
    DamagedDatabase,
    DatabaseProblem,
    PassphraseNeeded,
    ReadOnlyDatabase,
)
from planner.coach.lost_file import FileLost
from planner.coach.missing_file import MissingDatabase
from planner.language import tr
from planner.ui import counts, dates, file_dialog
from planner.ui.widgets import button, column, label, row, wrapped
from planner.ui.worker import Stopped


@dataclass(frozen=True, slots=True)
class Opened:
    """The open database and the lock that keeps a second window off it.

    None is the lock of one that is only looked at.
    """

    path: Path
    lock: QLockFile | None

    def let_go(self) -> None:
        """Let other windows open the file."""
        if self.lock is not None:
            self.lock.unlock()


class _Wish(NamedTuple):
    """A file to open, and whether to look at it only, or to make it `anew` if it is missing."""

    path: Path
    read_only: bool = False
    without_log: bool = False
    anew: bool = False

    def fulfil(self) -> Opened:
        """Open the file; raises a DatabaseProblem."""
        if self.read_only:
            return look_at(self.path)
        if not self.anew:
            missing_file.require(self.path)
        return open_database(self.path, self.without_log)


class AlreadyOpen(DatabaseProblem):
    """Another window has the database open."""


def open_database(path: Path, without_log: bool = False) -> Opened:
    """Lock and open a database; raises a DatabaseProblem, and then nothing stays locked.

    One that was copied without its log is opened only `without_log`.
    """
    files.make_folder(path)
    if not without_log and copies.lacks_log(path):
        raise copies.LogLeftBehind(_incomplete(path))
    lock = QLockFile(str(path.with_name(path.name + ".lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        raise AlreadyOpen(_in_use(path, lock))
    owner_only.close_to_others(Path(lock.fileName()))
    try:
        files.open_quickly(path)
    except BaseException:
        files.close_file()
        lock.unlock()
        raise
    return Opened(path, lock)


def look_at(path: Path) -> Opened:
    """Open a database to look at it only, whoever has it open; raises a DatabaseProblem."""
    files.open_to_look(path)
    return Opened(path, None)


def _incomplete(path: Path) -> str:
    return tr(
        "{name} was copied while a window had it open, without {log} beside it: what was entered "
        "last may be missing. Close the other window and copy the file again, or open it as it is."
    ).format(name=path.name, log=f"{path.name}-wal")


def _in_use(path: Path, lock: QLockFile) -> str:
    pid, host, _name = lock.getLockInfo()
    return tr(
        "{name} is open in another window (process {pid} on {host}). Close that window and try "
        "again, open it read-only to look, print and export, or choose another file."
    ).format(name=path.name, pid=pid, host=host)


def open_with_help(
    path: Path, over: QWidget | None = None, read_only: bool = False
) -> Opened | None:
    """Open a database; on trouble let the user choose what to do. None when they give up.

    Questions are asked over a window, if there is one.
    """
    wish: _Wish | None = _Wish(path, read_only)
    while wish is not None:
        try:
            return wish.fulfil()
        except DatabaseProblem as problem:
            wish = _ask(wish, problem, over)
    return None


def ask_after(path: Path, error: Exception, over: QWidget) -> Path | None:
    """Return the file to try after one was opened but could not be read, None to give up."""
    text = tr("Reading it came to an unexpected end ({error}). Nothing was changed in it.")
    if isinstance(error, DamagedDatabase):
        error = files.with_newest_backup(error)
    if not isinstance(error, DatabaseProblem):
        error = DatabaseProblem(text.format(error=error or type(error).__name__))
    wish = _ask(_Wish(path), error, over)
    while isinstance(error, FileLost) and wish is not None and not wish.path.exists():
        wish = _ask(_Wish(path), error, over)  # opening it would make an empty one
    return None if wish is None else wish.path


def _ask(wish: _Wish, problem: DatabaseProblem, over: QWidget | None) -> _Wish | None:
    """Return the file to try next, None to give up."""
    from planner.ui import passphrase_question  # late: most starts need none

    if isinstance(problem, PassphraseNeeded):
        path = passphrase_question.ask(wish.path, over)
        return None if path is None else wish._replace(path=path)
    dialog = OpeningDialog(wish.path, problem, over)
    if not dialog.exec():
        return None
    if dialog.backup_wanted is None:
        return _Wish(dialog.path, dialog.read_only, dialog.without_log, dialog.anew)
    try:
        passphrase_question.restore(dialog.backup_wanted, over)
    except DatabaseProblem as another:
        return _ask(wish, another, over)
    except Stopped:
        return _ask(wish, problem, over)
    return _Wish(wish.path)


class OpeningDialog(QDialog):
    """What is wrong with the file, and a button for each way on.

    `path` is the file to try next, `read_only` says to look at it only, `without_log` to open it
    though its log is missing, `anew` to make a new one; `backup_wanted` is the backup to put in
    its place before.
    """

    def __init__(self, path: Path, problem: DatabaseProblem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self._problem = path, problem
        self.without_log = False
        self.read_only = False
        self.anew = False
        self.backup_wanted: Path | None = None
        self._missing = isinstance(problem, MissingDatabase)
        self._backup: Path | None = None
        if isinstance(problem, DamagedDatabase | MissingDatabase):
            self._backup = problem.newest_backup
        self.setWindowTitle(tr("Workout Planner"))
        self.setMinimumWidth(660 if self._missing else 560)  # px; one way more
        layout = column(self, margin=24, spacing=16)
        title = tr("Your training data cannot be opened")
        if self._missing:
            title = tr("Your training data are not there")
        layout.addWidget(label(title, "title", self))
        layout.addWidget(wrapped(str(problem), parent=self))
        layout.addWidget(wrapped(str(path), "muted", self))
        if self._backup is not None:
            layout.addWidget(wrapped(self._counted(self._backup), "", self))
        layout.addLayout(self._ways())

    def _counted(self, backup: Path) -> str:
        """Say what the backup holds, beside what can still be counted in a damaged file."""
        if self._missing:
            held = counts.of_file(files.countable(backup))
            return tr("The backup holds {held}.").format(held=held) if held else ""
        text = tr("The backup holds {held}. In the damaged file can be counted: {left}.")
        left = counts.of_file(files.countable(self.path)) or tr("nothing")
        return text.format(held=counts.of_file(files.countable(backup)) or "–", left=left)

    def _ways(self) -> QHBoxLayout:
        ways = row()
        give_up = button(tr("&Quit"), parent=self)
        give_up.clicked.connect(self.reject)
        other = button(tr("&Choose another file…"), parent=self)
        other.clicked.connect(self.choose)
        ways.addWidget(give_up)
        ways.addStretch(1)
        ways.addWidget(other)
        if isinstance(self._problem, AlreadyOpen | ReadOnlyDatabase) and self.path.is_file():
            look = button(tr("Open read-&only"), parent=self)
            look.clicked.connect(self.look)
            ways.addWidget(look)
        if isinstance(self._problem, copies.LogLeftBehind):
            all_the_same = button(tr("Open it &as it is"), parent=self)
            all_the_same.clicked.connect(self.go_without_log)
            ways.addWidget(all_the_same)
        if self._missing:
            anew = button(tr("&Start anew"), parent=self)
            anew.clicked.connect(self.start_anew)
            ways.addWidget(anew)
        best = self._retry_button() if self._backup is None else self._restore_button(self._backup)
        best.setDefault(True)
        ways.addWidget(best)
        return ways

    def _retry_button(self) -> QPushButton:
        retry = button(tr("&Try again"), "primary", self)
        retry.clicked.connect(self.accept)
        return retry

    def _restore_button(self, backup: Path) -> QPushButton:
        made = files.backup(backup).made_at
        when = f"{dates.short(made.date(), date.today())}, {made:%H:%M}"
        text = tr("&Restore the backup of {when}").format(when=when)
        best = button(text, "primary", self)
        if not self._missing:
            best.setToolTip(tr("The damaged file is kept beside it."))
        best.clicked.connect(self.restore)
        return best

    def choose(self) -> None:
        """Let the user choose another file, and try that."""
        name = file_dialog.to_open(
            self,
            tr("Choose a database"),
            str(self.path.parent),
            tr("Databases (*.db);;All files (*)"),
        )
        if name:
            self.path = Path(name)
            self.accept()

    def go_without_log(self) -> None:
        """Open the file though what was entered last may be missing."""
        self.without_log = True
        self.accept()

    def look(self) -> None:
        """Look at the file only."""
        self.read_only = True
        self.accept()

    def start_anew(self) -> None:
        """Make a new file in the place of the one that is not there."""
        self.anew = True
        self.accept()

    def restore(self) -> None:
        """Ask for the newest good backup in the place of the file, which is kept beside it."""
        self.backup_wanted = self._backup
        self.accept()
