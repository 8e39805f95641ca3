"""Open, check, back up and restore the training database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from planner.coach import backup_place
from planner.coach.backup_place import Places
from planner.language import tr
from planner.storage import (
    backup_names,
    backup_owners,
    conversion,
    database,
    driver,
    file_place,
    gate,
    inspection,
    other_file,
)
from planner.storage.backup_names import BackupName, Reason as Reason
from planner.storage.database import (
    CheckReport as CheckReport,
    DamagedDatabase as DamagedDatabase,
    DatabaseProblem as DatabaseProblem,
    DiskProblem as DiskProblem,
    FolderGone as FolderGone,
    FullDisk as FullDisk,
    LockedDatabase as LockedDatabase,
    NewerDatabase as NewerDatabase,
    NotADatabase as NotADatabase,
    OpenedReadOnly as OpenedReadOnly,
    ReadOnlyDatabase as ReadOnlyDatabase,
)
from planner.storage.owner_only import FOLDER as OWNERS_FOLDER
from planner.storage.problems import NotStored as NotStored, PassphraseNeeded as PassphraseNeeded
from planner.storage.telling import Progress as Progress, unheard


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, when it was made, local time, and why; `of` is the file to be imported.

    `reason` is None in the folder's other databases, and in backups of earlier versions; `number`
    tells those of one second apart.
    """

    path: Path
    made_at: datetime
    reason: Reason | None = None
    of: str = ""
    size_bytes: int = 0
    number: int = 1


def open_file(path: Path) -> None:
    """Open or create a database and bring its exercise library up to date.

    Raises a DatabaseProblem whose message says what the user can do.
    """
    open_quickly(path)
    install_library()


def open_quickly(path: Path) -> None:
    """Open or create a database; a window may be painted before the library is installed.

    Raises a DatabaseProblem whose message says what the user can do.
    """
    make_folder(path)
    conversion.sweep(path)
    other_file.sweep()
    places = backup_place.read(path)
    database.open_database(path, places.chosen, places.earlier)


def install_library() -> None:
    """Bring the exercise library of the open database up to date; quick when it is."""
    from planner.coach import library  # reading exercise files is slow to import

    library.ensure()


def make_folder(path: Path) -> None:
    """Make the folder that a database is to be in; raises ReadOnlyDatabase."""
    try:
        path.parent.mkdir(OWNERS_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        words = tr("The folder {folder} cannot be made ({reason}). Choose another place.")
        text = words.format(folder=path.parent, reason=error.strerror)
        raise ReadOnlyDatabase(text) from error


def close_file() -> None:
    """Close the database, and forget the passphrases that were given."""
    database.close_database()
    driver.forget()


def is_open() -> bool:
    """Say whether a database is open; none is while a backup takes its place."""
    return database.is_open()


def last_backup(path: Path) -> datetime | None:
    """Return when the newest backup of a database was made, local time; None without any."""
    return max((each.made_at for each in backups(path)), default=None)


def backups(path: Path) -> list[Backup]:
    """List the automatic backups of a database, wherever they are now, newest first.

    What the program did not name may be of any database, and is listed, too.
    """
    owners = backup_owners.of(path)
    return _listed(path, lambda named: named is None or named.database in owners)


def to_restore(path: Path) -> list[Backup]:
    """List what a database may be restored from: its backups, newest first, then those of
    databases that are gone, as one of them may have been this under another name."""
    gone = backup_owners.gone(path)
    return [*backups(path), *_listed(path, lambda named: named and named.database in gone)]


def _listed(path: Path, wanted: Callable[[BackupName | None], object]) -> list[Backup]:
    found = chain.from_iterable(folder.glob("*.db") for folder in backup_place.folders(path))
    made = described(each for each in found if wanted(backup_names.read(each.name)))
    return sorted(made, key=lambda each: (each.made_at, each.number), reverse=True)


def of_another(path: Path) -> str:
    """Return the file that a backup is of by its name, '' when that is the one opened last, or
    the program did not name it."""
    named = backup_names.read(path.name)
    own = named is None or named.database in backup_owners.of(file_place.last.path)
    return "" if own or named is None else backup_names.called(named.database)


def open_name() -> str:
    """Return the name of the file opened last, or tried."""
    return file_place.last.path.name


def described(paths: Iterable[Path]) -> Iterator[Backup]:
    """Describe what is still there of some files: a stick may be pulled while they are listed."""
    with suppress(OSError):
        for path in paths:
            with suppress(OSError):
                yield backup(path)


def backup(path: Path) -> Backup:
    """Describe a backup by its name; a file named otherwise by when it was written."""
    named, stat = backup_names.read(path.name), path.stat()
    if named is None:
        return Backup(path, datetime.fromtimestamp(stat.st_mtime), size_bytes=stat.st_size)
    return Backup(path, named.made_at, named.reason, named.of, stat.st_size, named.number)


def back_up(to: Path | None = None, reason: Reason = Reason.BY_HAND, of: str = "") -> Path:
    """Write a verified backup, by default into the backup folder; return its path."""
    return database.back_up(to, reason, of)


def move_backups(path: Path, place: Path) -> Path:
    """Let the backups of the open database go to a place from now on; return their folder.

    Those made before stay where they are, and are listed with the others. Raises OSError.
    """
    places = backup_place.choose(path, place)
    file_place.keep_backups_in(places.chosen, places.earlier)
    return places.chosen or backup_place.usual(path)


def keep_backups_as(path: Path, places: Places) -> None:
    """Let the backups of the open database go where they went before; raises OSError."""
    backup_place.keep(path, places)
    file_place.keep_backups_in(places.chosen, places.earlier)


def contents(path: Path, told: Progress = unheard) -> Mapping[str, int]:
    """Count by table, as lists do, what a backup holds, without changing it; any thread.

    Raises a DatabaseProblem.
    """
    return inspection.counts_of(path, told)


def countable(path: Path) -> Mapping[str, int]:
    """Count the same as far as it can be counted, however damaged a file is."""
    return inspection.countable(path)


def restore(path: Path) -> None:
    """Put a backup in the place of the database that is open, or that could not be opened.

    What was there is kept: as a backup, or, when it could not be opened, beside its place.
    All or nothing; raises a DatabaseProblem.
    """
    with restoring(path) as work:
        work(unheard)


@contextmanager
def restoring(path: Path) -> Iterator[Callable[[Progress], Path | None]]:
    """Do the same by work for any thread, which is to be done in the block.

    The database is closed meanwhile. The work returns the backup of what was there, None when
    that could not be opened.
    """
    with database.restoring(path) as work:
        yield work
    install_library()


def counts() -> Mapping[str, int]:
    """Count the same of the open database, as far as it is whole."""
    return database.counts()


def check() -> CheckReport:
    """Check integrity, foreign keys and schema of the open database, and count its rows."""
    return database.check()


def open_to_look(path: Path) -> None:
    """Open an existing database to look at it only; whatever is to be written is refused.

    Raises a DatabaseProblem whose message says what the user can do.
    """
    places = backup_place.read(path)
    database.open_to_look(path, places.chosen, places.earlier)


def was_open_to_others() -> bool:
    """Say whether other users of this computer could read the database before it was opened."""
    return database.was_open_to_others()


def is_read_only() -> bool:
    """Say whether the open database may only be looked at."""
    return gate.is_read_only()


def with_newest_backup(problem: DamagedDatabase) -> DamagedDatabase:
    """Return a problem that names the newest good backup, where there is one."""
    return DamagedDatabase(str(problem), problem.newest_backup or file_place.backup_to_offer())
