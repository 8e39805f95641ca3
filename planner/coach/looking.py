"""Open the database for what only reads, or tries something out: the file stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.coach import files, library
from planner.storage import scratch
from planner.storage.problems import EarlierDatabase


def open_to_read(path: Path) -> None:
    """Open an existing database to look at it only.

    One that an earlier version of the program wrote is brought up to date, and open for use then.
    Raises a DatabaseProblem.
    """
    try:
        files.open_to_look(path)
        if library.is_up_to_date():
            return
    except EarlierDatabase:
        pass
    files.open_file(path)


@contextmanager
def open_copy(path: Path) -> Iterator[None]:
    """Let a copy of what is open, or an empty database, be open for use in the block instead.

    It is closed and removed after the block; then nothing is open. Raises a DatabaseProblem.
    """
    with scratch.beside(path) as copy:
        files.open_file(copy)
        try:
            yield
        finally:
            files.close_file()
