"""Leave no database behind where a new one was made in vain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.coach import backup_place, files


@contextmanager
def made(path: Path) -> Iterator[None]:
    """Remove a database that is made in the block when that fails before anybody is in it."""
    if path.exists():
        yield
        return
    others = set(files.backups(path))
    try:
        yield
    except BaseException as problem:
        unread = isinstance(problem, BrokenPipeError)  # all was done, though nobody reads of it
        if not unread and files.is_open() and not any(files.counts().values()):
            files.close_file()
            _remove(path, [each.path for each in files.backups(path) if each not in others])
        raise


def _remove(path: Path, backups: list[Path]) -> None:
    for each in (path, *backups):
        each.unlink(missing_ok=True)
    folder = backup_place.usual(path)
    if backups and not any(folder.iterdir()):
        folder.rmdir()
