"""The passphrase of the database file: whether it has one, and giving it another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.language import tr
from planner.storage import conversion, database, driver, migrations, preparing, undo
from planner.storage.base import open_connection
from planner.storage.problems import DatabaseProblem
from planner.storage.telling import Progress


def is_set() -> bool:
    """Say whether the open file is protected by a passphrase."""
    return bool(driver.key_in_use(open_connection()))


def checking(passphrase: str) -> Callable[[], bool]:
    """Return what says, on any thread, whether a passphrase is that of the open file.

    The file itself is not read: closing it would drop SQLite's locks.
    """
    key = driver.key_in_use(open_connection())
    return lambda: driver.makes(passphrase, key)


def opens_alike(path: Path) -> bool:
    """Say whether a file opens with the key of the open one, or with none as that does."""
    key = driver.key_in_use(open_connection())
    if not driver.is_protected(path):
        return not key
    return bool(key) and driver.salt_of(path) in key


@contextmanager
def changing(path: Path, passphrase: str) -> Iterator[Callable[[Progress], Path | None]]:
    """Close the open file, let the work of changing its passphrase be done in the block, and open
    it again; '' is for none.

    The work may be done by any thread; it returns what was there before if that could not be
    overwritten. What it raises leaves all as it was. Raises DatabaseProblem.
    """
    if not driver.is_available():
        missing = tr("Install what is missing with: {command}")
        raise DatabaseProblem(missing.format(command=driver.HOW_TO_GET))
    if undo.under_way():
        raise RuntimeError("a step is under way")
    key = driver.key_in_use(open_connection())
    with database.closed_meanwhile():
        yield lambda told: _change(path, key, passphrase, told)
        driver.forget()
        if passphrase:
            driver.give(passphrase)
        preparing.prepare(path, len(migrations.STEPS), ())


def _change(path: Path, key: str, passphrase: str, told: Progress) -> Path | None:
    new_key = driver.raw_key(passphrase, os.urandom(driver.SALT)) if passphrase else ""
    return conversion.put_anew(path, key, new_key, told)
