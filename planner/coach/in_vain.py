"""Leave no database behind where a new one was made in vain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.coach import backup_place, files, library_travel
from planner.coach.importing import ImportProblem
from planner.coach.refused import Refused

_REFUSALS = (Refused, files.DatabaseProblem, ImportProblem)


@contextmanager
def made(path: Path) -> Iterator[None]:
    """Remove a database that is made in the block when that is refused before anything is in it.

    It stays where something else fails: all may be done, and only the answer not written.
    """
    if path.exists():
        yield
        return
    others = set(files.backups(path))
    try:
        yield
    except _REFUSALS:
        if files.is_open() and _is_empty():
            files.close_file()
            _remove(path, [each.path for each in files.backups(path) if each not in others])
        raise


def _is_empty() -> bool:
    own = library_travel.content()
    return not (any(files.counts().values()) or own.exercises or own.programs)


def _remove(path: Path, backups: list[Path]) -> None:
    for each in (path, *backups):
        each.unlink(missing_ok=True)
    folder = backup_place.usual(path)
    if backups and not any(folder.iterdir()):
        folder.rmdir()
