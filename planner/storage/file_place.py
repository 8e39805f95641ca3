"""Where the file opened last is, and where its backups go and are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.language import tr
from planner.storage import backup_owners
from planner.storage.backups import newest_good_backup, newest_protected_backup
from planner.storage.problems import DatabaseProblem
from planner.storage.telling import Progress, unheard


@dataclass(slots=True)
class Place:
    """Where a file is that was opened, or tried.

    Backups go to `chosen`, or to `backup_dir` when that takes none; they may also be in `earlier`.
    """

    path: Path = Path()
    backup_dir: Path = Path()
    chosen: Path | None = None
    earlier: tuple[Path, ...] = ()

    def folders(self) -> list[Path]:
        """List the folders for backups, the one to try first coming first."""
        return [self.backup_dir] if self.chosen is None else [self.chosen, self.backup_dir]

    def all_folders(self) -> list[Path]:
        """List the folders that may hold backups."""
        return [*self.folders(), *self.earlier]


last = Place()


def take(path: Path, chosen: Path | None = None, earlier: Sequence[Path] = ()) -> None:
    """Be the place of a file from now on."""
    last.path = path
    keep_backups_in(chosen, earlier)


def keep_backups_in(chosen: Path | None, earlier: Sequence[Path] = ()) -> None:
    """Let the backups of the file go to a folder from now on; None is the usual one beside it."""
    last.backup_dir = last.path.parent / "backups"
    last.chosen, last.earlier = chosen, tuple(earlier)


def newest_backup(told: Progress = unheard) -> Path | None:
    """Return the newest good backup of the file opened last, or None; any thread."""
    return newest_good_backup(last.all_folders(), backup_owners.of(last.path), told)


def own_backup() -> Path | None:
    """Return the newest good backup; without one, the newest that has a passphrase, which may be
    needed to look into it."""
    return newest_backup() or newest_protected_backup(
        last.all_folders(), backup_owners.of(last.path)
    )


def backup_to_offer() -> Path | None:
    """Return the backup to restore where the file opened last is damaged, None without any.

    That is its own, see `own_backup`; without one, the newest of files that are gone: one of them
    may have been this, under another name.
    """
    gone = backup_owners.gone(last.path)
    return own_backup() or newest_of_gone() or newest_protected_backup(last.all_folders(), gone)


def newest_of_gone() -> Path | None:
    """Return the newest good backup of files that are gone, or None."""
    return newest_good_backup(last.all_folders(), backup_owners.gone(last.path))


def holds(path: Path) -> bool:
    """Say whether a path is one of the database's files, which nothing else may open; any thread.

    Closing it would drop SQLite's locks: https://www.sqlite.org/howtocorrupt.html, section 2.2.
    """
    own = [Path(f"{last.path}{end}") for end in ("", "-wal", "-shm")]
    return path.is_file() and any(each.is_file() and each.samefile(path) for each in own)


def refuse_itself(other: Path) -> None:
    """Raise a DatabaseProblem when a path is the file opened last."""
    if other.exists() and last.path.exists() and other.samefile(last.path):
        raise DatabaseProblem(tr("That is the training database itself. Choose another file."))
