"""Backups: whole, verified copies of the database, thinned as they age."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from planner.engine.terms import N_
from planner.language import tr
from planner.storage import backup_names, conversion, driver, durable, migrations, owner_only
from planner.storage.backup_names import BackupName, Reason
from planner.storage.inspection import contents, counts, inspect, look
from planner.storage.problems import (
    DamagedDatabase,
    DatabaseProblem,
    FolderGone,
    ReadOnlyDatabase,
    plainly,
    problem,
)
from planner.storage.telling import Progress, part_of, unheard

_PAGES = 1024  # copied at a time: 4 MB
_COPIED, _COUNTED = 0.45, 0.5  # shares of the time; the check takes the rest
_ANY_TRAINING = ("SELECT 1 FROM session LIMIT 1", "SELECT 1 FROM mesocycle LIMIT 1")
_UNREAD = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
}  # this time; what is damaged is another matter
_CAME_OUT_DAMAGED = N_(
    "The backup came out damaged and was removed: the database, or the disk that it was written "
    "to, is damaged."
)


class Written(NamedTuple):
    """A backup, and what kept it out of the folder where it should have gone first."""

    path: Path
    missed: DatabaseProblem | None = None


def make(
    source: sqlite3.Connection,
    path: Path,
    folders: Sequence[Path],
    reason: Reason | None,
    of: str = "",
    told: Progress = unheard,
    keep: Path | None = None,
) -> Written:
    """Back an open database up into the first of some folders that takes it, and thin that one.

    `path` is the file that it is, or takes the place of, by whose name its backups are known.
    Only the last folder is made when it is missing: in the place of a stick that is not plugged
    in, nobody would find it. `keep` is a backup that stays. Raises DatabaseProblem when no folder
    takes it.
    """
    *chosen, usual = folders
    whose = backup_names.whose(path)
    missed: DatabaseProblem | None = None
    for folder in chosen:
        try:
            with folder_problems(folder):
                if not folder.is_dir():
                    raise FolderGone(tr("{folder} is not there.").format(folder=folder))
                return Written(_make_in(folder, source, whose, reason, of, told, keep))
        except DatabaseProblem as trouble:
            missed = missed or trouble
    return Written(_make_in(usual, source, whose, reason, of, told, keep), missed)


def _make_in(
    folder: Path,
    source: sqlite3.Connection,
    whose: str,
    reason: Reason | None,
    of: str,
    told: Progress,
    keep: Path | None,
) -> Path:
    target = new_name(folder, whose, reason, of)
    copy(source, target, told)
    with folder_problems(folder):
        thin(folder, whose, keep)
    return target


def copy(source: sqlite3.Connection, target: Path, told: Progress = unheard) -> None:
    """Copy an open database into a file, which appears only when it is whole and verified.

    Not inside a step, whose writes are not there yet. Raises DatabaseProblem, or what `told`
    raises; then there is no copy, and an older file of that name stays.
    """
    with folder_problems(target.parent), plainly():
        target.parent.mkdir(owner_only.FOLDER, parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        try:
            _write(source, part, part_of(told, 0, _COUNTED))
            _require_sound(part, part_of(told, _COUNTED, 1))
            durable.replace(part, target)
        finally:
            part.unlink(missing_ok=True)


def _require_sound(part: Path, told: Progress) -> None:
    try:
        inspect(part, told)
    except DamagedDatabase as problem:
        raise DamagedDatabase(tr(_CAME_OUT_DAMAGED)) from problem


def _write(source: sqlite3.Connection, part: Path, told: Progress) -> None:
    part.unlink(missing_ok=True)
    owner_only.make(part)
    with closing(driver.connect_like(source, part)) as made, _snapshot(source):
        pour(source, made, part_of(told, 0, _COPIED / _COUNTED))
        made.execute("PRAGMA journal_mode = delete")
        if counts(made) != counts(source):
            cut_off = tr("The backup came out incomplete and was removed. Try again.")
            raise DatabaseProblem(cut_off)


def pour(source: sqlite3.Connection, target: sqlite3.Connection, told: Progress = unheard) -> None:
    """Let a database become a copy of another one, in one transaction.

    Raises LockedDatabase when either is busy for longer than its time-out, or what `told` raises;
    then the target is as it was.
    """

    def stop_when_busy(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise problem(status)  # Python itself would try for ever
        if remaining:  # after the last page all is written: too late to stop
            told(total - remaining, total)

    with conversion.alike(source, target) as poured:
        poured.backup(target, pages=_PAGES, progress=stop_when_busy)


def differs(source: sqlite3.Connection, backup: Path) -> bool:
    """Say whether an open database holds anything else than a backup does."""
    with plainly(), closing(look(backup)) as other, _snapshot(source):
        return contents(source) != contents(other)


@contextmanager
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection read one state of the file, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()  # which chooses the state
        yield
    finally:
        connection.execute("ROLLBACK")


def new_name(backup_dir: Path, whose: str, reason: Reason | None = None, of: str = "") -> Path:
    """Return a file name of this second that is still free; `of` is what is to be imported."""
    now = datetime.now().replace(microsecond=0)
    taken = [name.number for name in _named(backup_dir, {whose}) if name.made_at == now]
    return backup_dir / BackupName(now, max(taken, default=0) + 1, reason, of, whose).text()


def newest_good_backup(
    folders: Sequence[Path], owners: Container[str], told: Progress = unheard
) -> Path | None:
    """Return the newest backup of its owners in some folders that opens and is sound, or None."""
    return next((path for path in _by_age(folders, owners) if _is_good(path, told)), None)


def newest_protected_backup(folders: Sequence[Path], owners: Container[str]) -> Path | None:
    """Return the newest backup of its owners in some folders that has a passphrase, good or not,
    or None."""
    return next((path for path in _by_age(folders, owners) if _is_protected(path)), None)


def _is_protected(path: Path) -> bool:
    with suppress(OSError):
        return driver.is_protected(path)
    return False


def thin(backup_dir: Path, whose: str, keep: Path | None = None) -> None:
    """Delete the backups of a database that newer ones stand for (see `backup_names.kept`), though
    never the newest one with training: many of an empty log may follow it.

    `keep` is a backup that stays in any case, since it is in use.
    """
    made = _named(backup_dir, {whose})
    kept = backup_names.kept(made)
    going = [path for name, path in made.items() if name not in kept]
    staying: set[Path] = set()
    if any(_holds_training(path) is not False for path in going):
        staying = _newest_with_training(backup_dir, whose)
    for path in going:
        if path not in staying and not (keep and path.samefile(keep)):
            path.unlink()


def _newest_with_training(backup_dir: Path, whose: str) -> set[Path]:
    """Return the newest backup with training, and newer ones that may hold some."""
    found: set[Path] = set()
    for path in _by_age([backup_dir], {whose}):
        holds = _holds_training(path)
        if holds is not False:
            found.add(path)
        if holds:
            break
    return found


def _holds_training(path: Path) -> bool | None:
    """Say whether a backup holds a session or a plan; None when nobody can look into it now, as
    without its passphrase."""
    try:
        with closing(look(path)) as connection:
            return any(connection.execute(each).fetchone() for each in _ANY_TRAINING)
    except (DatabaseProblem, OSError):
        return None
    except driver.errors() as error:
        return None if driver.code_of(error) & 0xFF in _UNREAD else False


@contextmanager
def folder_problems(folder: Path) -> Iterator[None]:
    """Turn an error of the file system into advice about a folder."""
    try:
        yield
    except OSError as error:
        refused = tr("{folder} cannot be written ({why}). Choose another folder.")
        raise ReadOnlyDatabase(refused.format(folder=folder, why=error.strerror)) from error


def _named(backup_dir: Path, owners: Container[str]) -> dict[BackupName, Path]:
    """Return the backups that the program named as those of their owners."""
    with folder_problems(backup_dir):
        found = [(backup_names.read(path.name), path) for path in backup_dir.glob("*.db")]
    return {name: path for name, path in found if name is not None and name.database in owners}


def _by_age(folders: Sequence[Path], owners: Container[str]) -> list[Path]:
    """List the backups that the program named as those of their owners, newest first."""
    made = list(chain.from_iterable(_named(folder, owners).items() for folder in folders))
    made.sort(key=lambda each: (each[0].made_at, each[0].number), reverse=True)
    return [path for _, path in made]


def _is_good(path: Path, told: Progress) -> bool:
    try:
        return inspect(path, told) > 0 and not _holds_faults(path)
    except DatabaseProblem:
        return False


def _holds_faults(path: Path) -> bool:
    """Say whether a backup of today's schema holds what the program never writes."""
    from planner.storage import soundness  # needed here only: start-up waits for no import

    with plainly(), closing(look(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version == len(migrations.STEPS) and any(soundness.faults(connection))
