"""What can go wrong with the database file, in words that say what the user can do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import peewee

from planner.engine.terms import N_
from planner.language import tr


class DatabaseProblem(Exception):
    """The database cannot be used as asked; the message says what the user can do."""


class NotStored(LookupError):
    """Nothing is stored under the key that was given: it was deleted, or never there."""


class NewerDatabase(DatabaseProblem):
    """The file was written by a newer version of the program."""


class NotADatabase(DatabaseProblem):
    """The path is a folder, or a file that this program did not write."""


class PassphraseNeeded(DatabaseProblem):
    """The file is protected by a passphrase that was not given."""


class WrongPassphrase(PassphraseNeeded):
    """None of the passphrases given opens the file."""


class DamagedDatabase(DatabaseProblem):
    """The file is damaged; `newest_backup` is the newest backup that can be restored, or None."""

    def __init__(self, message: str, newest_backup: Path | None = None) -> None:
        super().__init__(message)
        self.newest_backup = newest_backup


class LockedDatabase(DatabaseProblem):
    """Another process keeps the file locked."""


class ReadOnlyDatabase(DatabaseProblem):
    """The file or its folder cannot be written."""


class EarlierDatabase(ReadOnlyDatabase):
    """The file was written by an earlier version, and may only be looked at."""


class FolderGone(ReadOnlyDatabase):
    """The folder is not there: perhaps a stick that is not plugged in."""


class OpenedReadOnly(ReadOnlyDatabase):
    """The file was opened to be looked at, and something was to be written."""

    def __init__(self) -> None:
        super().__init__(tr(_ONLY_LOOKED_AT))


class Loss(StrEnum):
    """What happened to a file that is open."""

    REPLACED = "replaced"
    OVERWRITTEN = "overwritten"
    GONE = "gone"


class FileLost(DatabaseProblem):
    """Another program replaced the open file, wrote over it, or took it away."""

    def __init__(self, path: Path, loss: Loss) -> None:
        super().__init__(tr(_LOST[loss]).format(name=path.name))
        self.path = path
        self.loss = loss


class LogLeftBehind(DatabaseProblem):
    """The file was copied while a program had it open, without the log beside it."""


class DiskProblem(DatabaseProblem):
    """The disk refused to read or write; nothing of the step was stored."""


class FullDisk(DiskProblem):
    """There is no room left to write; nothing of the step was stored."""


_LOCKED = N_("Another program is using the training database. Close it there, then try again.")
_READ_ONLY = N_(
    "The training database cannot be written. Check the permissions of the file and its folder, "
    "or copy it to a folder of your own and open that."
)
_ONLY_LOOKED_AT = N_(
    "Not done: your data are open read-only here. You can look at everything, print and export."
)
_LOST = {
    Loss.REPLACED: N_("Nothing was written: another program put another {name} in its place."),
    Loss.OVERWRITTEN: N_("Nothing was written: another program wrote over {name}."),
    Loss.GONE: N_("Nothing was written: {name} was moved or deleted, or its drive is not there."),
}
_FULL = N_("The disk is full. Nothing was changed; make some room, then try again.")
_REFUSED = N_(
    "The disk refused to read or write: it may be full, unplugged or failing. "
    "Nothing was changed; look at the disk, then try again."
)
_DAMAGED = N_("The training database is damaged. Restore a backup to go on.")
_UNREADABLE = N_(
    "The training database is damaged: it holds '{value}' where that cannot be. Restore a backup "
    "to go on."
)
_MOST_SHOWN = 40  # letters
_UNDECODED = "Could not decode to UTF-8"  # Python's words; SQLite itself has no code for it
_UNOPENED = N_("The training database cannot be opened. Check that its folder exists and is yours.")

_BY_CODE: dict[int, tuple[type[DatabaseProblem], str]] = {
    sqlite3.SQLITE_BUSY: (LockedDatabase, _LOCKED),
    sqlite3.SQLITE_LOCKED: (LockedDatabase, _LOCKED),
    sqlite3.SQLITE_READONLY: (ReadOnlyDatabase, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyDatabase, _UNOPENED),
    sqlite3.SQLITE_PERM: (ReadOnlyDatabase, _READ_ONLY),
    sqlite3.SQLITE_FULL: (FullDisk, _FULL),
    sqlite3.SQLITE_IOERR: (DiskProblem, _REFUSED),
    sqlite3.SQLITE_CORRUPT: (DamagedDatabase, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedDatabase, _DAMAGED),
}


def unreadable(value: object) -> DamagedDatabase:
    """Return the error for a stored value that the program never writes."""
    return DamagedDatabase(tr(_UNREADABLE).format(value=str(value)[:_MOST_SHOWN]))


def problem(code: int) -> DatabaseProblem:
    """Return what a result code of SQLite means to the user; KeyError for our own mistakes."""
    kind, message = _BY_CODE[code & 0xFF]
    return kind(tr(message))


@contextmanager
def plainly() -> Iterator[None]:
    """Turn SQLite's errors about the file into a DatabaseProblem; let all others through."""
    from planner.storage import driver  # which raises what is made here

    def of_databases() -> tuple[type[Exception], ...]:
        return *driver.errors(), peewee.DatabaseError

    try:
        yield
    except of_databases() as error:  # asked then: SQLCipher may be in use since
        cause = getattr(error, "orig", error)  # peewee wraps SQLite's own error
        code = driver.code_of(cause)
        if str(cause).startswith(_UNDECODED):
            raise unreadable(str(cause).rpartition(" text ")[2].strip("'")) from error
        if code & 0xFF not in _BY_CODE:
            raise
        raise problem(code) from error
