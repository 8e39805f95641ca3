"""A copy of the open file to try something on, which goes after that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.storage import backups
from planner.storage.base import db, open_connection


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Yield a place for a database in a folder of its own, which is removed after the block.

    If a file is open, a copy of it is there, under the name of `path`. Raises DatabaseProblem.
    """
    with TemporaryDirectory(prefix="planner-try-") as folder:
        place = Path(folder, path.name)
        if not db.is_closed():
            backups.copy(open_connection(), place)
        yield place
