"""Write a database again under another key: protected, under another passphrase, or plain."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from planner.language import tr
from planner.storage import driver, durable, gate, owner_only
from planner.storage.inspection import contents, faults
from planner.storage.problems import DatabaseProblem, plainly
from planner.storage.telling import Progress, heard, unheard

_PART, _BEFORE = ".converted", ".before-passphrase"  # ends of names beside the file
_BYTES_A_STEP = 4.0  # of a file, for each step of SQLite's machine; a guess, for the progress
_BLOCK, _HEAD = 2**20, 4096  # bytes


@contextmanager
def alike(source: sqlite3.Connection, target: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Yield what one database holds in a form that SQLite can copy into another one.

    SQLCipher copies a protected one to no plain one, nor the other way round.
    """
    key, new_key = driver.key_in_use(source), driver.key_in_use(target)
    if bool(key) == bool(new_key):
        yield source
        return
    part = gate.beside(_file_of(target), _PART)
    try:
        convert(_file_of(source), key, part, new_key)
        with closing(driver.connect_with(new_key, part)) as made:
            yield made
    finally:
        part.unlink(missing_ok=True)


def convert(source: Path, key: str, target: Path, new_key: str, told: Progress = unheard) -> None:
    """Write what a file holds into a new one under another key, and compare the two.

    Raises DatabaseProblem, also while another program has the file open, or what `told` raises;
    then nothing new is there.
    """
    from planner.storage import keyed  # an extra, which may be missing

    target.unlink(missing_ok=True)
    owner_only.make(target)
    try:
        with plainly(), closing(driver.alone(keyed.connect(key, str(source)))) as read:
            with heard(read, told, int(source.stat().st_size / _BYTES_A_STEP)):
                told(0, 1)
                keyed.export(read, str(target), new_key)
            _compare(read, target, new_key)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _compare(read: sqlite3.Connection, target: Path, new_key: str) -> None:
    with closing(driver.connect_with(new_key, target)) as made:
        if faults(made) or contents(made) != contents(read):
            raise DatabaseProblem(tr("The new file came out incomplete; nothing was changed."))


def put_anew(path: Path, key: str, new_key: str, told: Progress = unheard) -> Path | None:
    """Let a closed database file have another key; what was there before is overwritten.

    All or nothing. Returns what was there before if that could not be overwritten; the next start
    tries again. Raises DatabaseProblem, or what `told` raises.
    """
    fresh, before = gate.beside(path, _PART), gate.beside(path, _BEFORE)
    try:
        convert(path, key, fresh, new_key, told)
        _close_log(path, key)
        with suppress(OSError):  # some drives have no second names; then the old file just goes
            _drop(before, path)
            os.link(path, before)
        durable.replace(fresh, path)  # were the name lost in a power cut, it would be of zeros
    except OSError as error:
        fresh.unlink(missing_ok=True)
        refused = tr("{path} cannot be replaced ({why}). Nothing was changed.")
        raise DatabaseProblem(refused.format(path=path, why=error.strerror)) from error
    with suppress(OSError):
        wipe(before)
    return before if before.exists() else None


def _close_log(path: Path, key: str) -> None:
    """Empty the write-ahead log into its file: beside a new file it would be poison.

    SQLite raises when it cannot, since somebody else has the file open.
    """
    from planner.storage import keyed

    with plainly(), closing(driver.alone(keyed.connect(key, str(path)))) as read:
        read.execute("PRAGMA journal_mode = delete")


def sweep(path: Path) -> None:
    """Remove what a conversion left beside a file when the computer stopped in its midst.

    When that was so sudden that the disk forgot the new file's name and remembers how the old one
    was overwritten, the new one takes its place. What cannot be removed now is at the next start.
    """
    part, before = gate.beside(path, _PART), gate.beside(path, _BEFORE)
    with suppress(OSError):
        if not path.is_file():
            return
        if part.is_file() and _is_wiped(path):
            durable.replace(part, path)
        part.unlink(missing_ok=True)
        _drop(before, path)


def _drop(before: Path, path: Path) -> None:
    """Wipe what was there before, unless it is a second name of what is there now."""
    if before.is_file() and before.samefile(path):
        before.unlink()
    else:
        wipe(before)


def _is_wiped(path: Path) -> bool:
    head = gate.head(path, _HEAD)
    return bool(head) and not any(head)


def wipe(path: Path) -> None:
    """Overwrite a file and delete it, if it is there; the drive may keep copies nobody reaches.

    Raises OSError.
    """
    if not path.is_file():
        return
    with path.open("r+b") as file:
        for start in range(0, path.stat().st_size, _BLOCK):
            file.write(bytes(min(_BLOCK, path.stat().st_size - start)))
            if start == 0:
                _write_through(file)  # so that the head tells what happened
        _write_through(file)
    path.unlink()


def _write_through(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _file_of(connection: sqlite3.Connection) -> Path:
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
