"""Open a database so that no second window writes to it, or to look at it only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from planner.coach import copies, files, owner_only
from planner.coach.files import DatabaseProblem
from planner.language import tr


@dataclass(frozen=True, slots=True)
class Opened:
    """The open database and the lock that keeps a second window off it.

    None is the lock of one that is only looked at; `news` says what was done to open it.
    """

    path: Path
    lock: QLockFile | None
    news: str = ""

    def let_go(self) -> None:
        """Let other windows open the file."""
        if self.lock is not None:
            self.lock.unlock()


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
    except files.DamagedDatabase:  # the passphrase that was given opens the backup, too
        lock.unlock()
        raise
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
