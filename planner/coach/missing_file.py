"""A database that is not in its place at the start, though backups of it are."""

from __future__ import annotations

from pathlib import Path

from planner.coach import backup_place, files
from planner.language import tr
from planner.storage import backup_names, file_place
from planner.storage.problems import DatabaseProblem


class MissingDatabase(DatabaseProblem):
    """There is no file, but `newest_backup` of it."""

    def __init__(self, path: Path, newest_backup: Path) -> None:
        words = tr(
            "{name} is not there: it was moved or deleted, or its drive is not connected. Restore "
            "the newest backup to go on, or start anew with an empty file. The backups stay "
            "either way."
        )
        super().__init__(words.format(name=path.name))
        self.newest_backup = newest_backup


def require(path: Path) -> None:
    """Raise MissingDatabase when a file is not there, and backups are that may be of it."""
    if path.exists():
        return
    places = backup_place.read(path)
    file_place.take(path, places.chosen, places.earlier)
    if newest := file_place.newest_backup() or _newest_named(path):
        raise MissingDatabase(path, newest)


def _newest_named(path: Path) -> Path | None:
    """Return the newest backup by its name: one with a passphrase cannot be looked into yet."""
    made = (each.path for each in files.backups(path))
    return next((each for each in made if backup_names.read(each.name)), None)
