"""Open, close, back up, restore and check the one database file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from planner.storage import (
    backups,
    driver,
    file_place,
    gate,
    inspection,
    listed,
    owner_only,
    replacing,
    undo,
)
from planner.storage.backup_names import Reason as Reason
from planner.storage.base import db, open_connection
from planner.storage.preparing import choose_journal, fold_log, prepare
from planner.storage.problems import (
    DamagedDatabase as DamagedDatabase,
    DatabaseProblem as DatabaseProblem,
    DiskProblem as DiskProblem,
    FileLost,
    FolderGone as FolderGone,
    FullDisk as FullDisk,
    LockedDatabase as LockedDatabase,
    Loss,
    NewerDatabase as NewerDatabase,
    NotADatabase as NotADatabase,
    OpenedReadOnly as OpenedReadOnly,
    ReadOnlyDatabase as ReadOnlyDatabase,
    WrongPassphrase,
    plainly,
)
from planner.storage.rows import fetch_one
from planner.storage.telling import Progress, unheard

_PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 5000,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "temp_store": "memory",
}


@dataclass(slots=True)
class _Seen:
    """What the file looked like when last asked."""

    data_version: int = 0
    was_open_to_others: bool = False


_seen = _Seen()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: problems in words, the schema version, rows by table."""

    ok: bool
    problems: tuple[str, ...]
    schema: int
    counts: Mapping[str, int]


def open_database(path: Path, chosen: Path | None = None, earlier: Sequence[Path] = ()) -> None:
    """Open a database file for all of storage, creating it when it is missing or empty.

    A file of an older schema is backed up and migrated. Of a large one only the ends are looked
    at: `meanwhile.checking` is for the rest. Backups go to the folder that is chosen, else, or
    when it takes none, to "backups" beside the file; they may also be in earlier folders.
    Raises a DatabaseProblem; then no database is open, and a damaged or foreign file is as it was.
    """
    close_database()
    file_place.take(path, chosen, earlier)
    version = _inspect(path)
    with backups.folder_problems(path.parent):
        path.parent.mkdir(owner_only.FOLDER, parents=True, exist_ok=True)
    try:
        with plainly():
            prepare(path, version, file_place.last.folders())
            _attach()
    except BaseException:
        close_database()
        raise


def open_to_look(path: Path, chosen: Path | None = None, earlier: Sequence[Path] = ()) -> None:
    """Open an existing database file to look at it: nothing is written, nor backed up.

    Raises DatabaseProblem, EarlierDatabase for a file of an earlier schema, which would have to
    be changed. The folders are those of `open_database`.
    """
    close_database()
    file_place.take(path, chosen, earlier)
    inspection.require_up_to_date(path, _inspect(path))
    look_at(path)


def look_at(path: Path) -> None:
    """Show a sound file of today's schema in the place of the one opened last, to look at only."""
    with plainly():
        _attach(path, inspection.reading_mode(path))


def was_open_to_others() -> bool:
    """Say whether other users of the computer could read the file before it was opened."""
    return _seen.was_open_to_others


def _attach(path: Path | None = None, mode: str = "") -> None:
    if not mode:
        beside = [Path(f"{file_place.last.path}{end}") for end in ("-wal", "-shm")]
        _seen.was_open_to_others = owner_only.close_to_others(file_place.last.path)
        for each in (*beside, file_place.last.backup_dir):
            owner_only.close_to_others(each)
    db.init(str(path or file_place.last.path), pragmas=_PRAGMAS, mode=mode)
    db.connect()
    undo.arm(open_connection())
    changed_elsewhere()
    gate.watch(path or file_place.last.path, read_only=bool(mode))


def close_database() -> Path | None:
    """Close the file and leave it whole, without a log beside it; nothing happens without one.

    While another program has it open, the log goes when that one closes it. What can still be
    read of a file that was lost is backed up; returns that backup.
    """
    if db.is_closed():
        return None
    saved: Path | None = None
    if gate.is_read_only():
        _disconnect()
    elif lost := gate.loss():
        with suppress(DatabaseProblem):
            saved = back_up(reason=Reason.REPLACED)
        with gate.parting(lost):
            _disconnect()
    else:
        fold_log(open_connection())
        _disconnect()
    return saved


def _disconnect() -> None:
    for leave in (db.close, gate.leave)[:: 1 if gate.HOLDS_LOCKS else -1]:
        leave()


def reopen() -> None:
    """Open what is now in the place of the file opened last, if anything is."""
    if file_place.last.path.exists():
        open_database(file_place.last.path, file_place.last.chosen, file_place.last.earlier)


def is_open() -> bool:
    """Say whether a database is open."""
    return not db.is_closed()


def back_up(to: Path | None = None, reason: Reason | None = Reason.BY_HAND, of: str = "") -> Path:
    """Write a verified copy of the open database and return its path.

    By default it goes to the backup folder under a name with date, time and reason (`of` is the
    file to be imported), and old ones there are thinned. Raises DatabaseProblem; then an older
    file at `to` is as it was.
    """
    if gate.is_read_only():
        raise OpenedReadOnly
    if to is None:
        path, folders = file_place.last.path, file_place.last.folders()
        return backups.make(open_connection(), path, folders, reason, of).path
    file_place.refuse_itself(to)
    backups.copy(open_connection(), to)
    return to


def restore(source: Path) -> None:
    """Put a backup in the place of the file that is open, or that could not be opened.

    All or nothing. What was there is backed up first; a file that could not be opened is kept
    beside its place under another name. Raises DatabaseProblem, also when another program has
    the file open: it would go on with rows that mean something else by then.
    """
    with restoring(source) as work:
        work(unheard)


@contextmanager
def restoring(source: Path) -> Iterator[Callable[[Progress], Path | None]]:
    """Close the database, let the work of restoring be done in the block, and open it again.

    The work, which any thread may do, returns the backup of what was there, None when that could
    not be opened. What it raises, or the progress, leaves all as it was.
    """
    was_open, folders = is_open(), file_place.last.folders()
    file_place.refuse_itself(source)
    with closed_meanwhile():
        yield partial(replacing.put_in_place, source, file_place.last.path, folders, was_open)


@contextmanager
def closed_meanwhile() -> Iterator[None]:
    """Close the file, and open it again after the block, as it is by then.

    One that was not open is opened only when all went well. Raises OpenedReadOnly, and whatever
    DatabaseProblem keeps the file from being opened again: then `is_open` says so.
    """
    was_open = is_open()
    if gate.is_read_only():
        raise OpenedReadOnly
    close_database()
    try:
        yield
    except BaseException:
        if was_open:
            _attach_anew()
        raise
    _attach_anew()


def _attach_anew() -> None:
    path = file_place.last.path
    if not path.exists():  # SQLite would make an empty one
        raise FileLost(path, Loss.GONE)
    with plainly():
        with suppress(*driver.errors()):  # on a full disk it is used without a log of its own
            choose_journal(path)
        try:
            _attach()
        except BaseException:
            _disconnect()
            raise


def check() -> CheckReport:
    """Check the open database: SQLite's integrity, foreign keys, the tables' shape, and values."""
    from planner.storage import soundness  # needed here only: start-up waits for no import

    connection = open_connection()
    problems = inspection.faults(connection)
    if problems:
        return CheckReport(False, tuple(problems), _version(), {})
    problems = list(soundness.faults(connection))
    return CheckReport(not problems, tuple(problems), _version(), inspection.counts(connection))


def counts() -> dict[str, int]:
    """Count by table, as lists do, what the open database holds, as far as it is whole."""
    return listed.counts(open_connection())


def changed_elsewhere() -> bool:
    """Say whether another process wrote to the file since this was last asked."""
    before = _seen.data_version
    (_seen.data_version,) = fetch_one("PRAGMA data_version")
    return before != _seen.data_version


def _version() -> int:
    return int(fetch_one("PRAGMA user_version")[0])


def _inspect(path: Path) -> int:
    try:
        version = inspection.glance(path)
    except DamagedDatabase as problem:
        raise inspection.damaged(path, file_place.backup_to_offer()) from problem
    except WrongPassphrase as problem:
        # A backup with the same key that opens shows that not the passphrase is wrong.
        newest = file_place.newest_backup() or file_place.newest_of_gone()
        if newest is None or driver.salt_of(newest) != driver.salt_of(path):
            raise
        raise inspection.damaged(path, newest) from problem
    # A file that was emptied is no new one while there is a backup of what it held.
    if (
        not version
        and path.exists()
        and not path.stat().st_size
        and (newest := file_place.own_backup())
    ):
        raise inspection.damaged(path, newest)
    return version
