"""Put a backup in the place of a database file, all of it or nothing; any thread may do it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from planner.language import tr
from planner.storage import (
    backup_names,
    backup_owners,
    backups,
    driver,
    durable,
    inspection,
    migrations,
    programmed,
)
from planner.storage.backup_names import Reason
from planner.storage.preparing import alone, prepare
from planner.storage.problems import DamagedDatabase, NotADatabase, plainly
from planner.storage.telling import Progress, heard, part_of

_INSPECTED, _LOOKED_AT, _SAVED = 0.15, 0.3, 0.8  # shares of the time
_BYTES_A_STEP = 6  # of a file, for each step of SQLite's machine in reading its values; measured
LOCKS = "lock/"  # settings: a lifter's PIN by the uid, which no backup takes off


def put_in_place(
    source: Path, path: Path, folders: Sequence[Path], was_open: bool, told: Progress
) -> Path | None:
    """Let a file, which nobody has open, hold what a backup does, in today's schema.

    What was there is backed up first into one of the folders, whose path is returned; what could
    not be opened, or is damaged, is kept beside the file, and None is returned. Raises
    DatabaseProblem, or what `told` raises; then all is as it was.
    """
    version = inspection.inspect(source, part_of(told, 0, _INSPECTED))
    if version == 0:
        empty = tr("{path} is missing or empty. Choose a backup.")
        raise NotADatabase(empty.format(path=source))
    with plainly():
        if version == len(migrations.STEPS):
            _require_ours(source, part_of(told, _INSPECTED, _LOOKED_AT))
        kept = _fill(source, path, folders, told) if was_open else None
        if kept is None:
            _replace(source, path, told)
        prepare(path, len(migrations.STEPS), folders)
    return kept


def _require_ours(source: Path, told: Progress) -> None:
    """Raise NotADatabase unless a file of today's schema is as the program writes its files."""
    from planner.storage import soundness  # needed here only: start-up waits for no import

    steps = source.stat().st_size // _BYTES_A_STEP
    with closing(inspection.look(source)) as backup, heard(backup, told, steps):
        programmed.require(source, soundness.faults(backup))


def _fill(source: Path, path: Path, folders: Sequence[Path], told: Progress) -> Path | None:
    """Return the backup of what was there; None, and nothing is changed, when that is damaged."""
    saving, pouring = part_of(told, _LOOKED_AT, _SAVED), part_of(told, _SAVED, 1)
    with closing(inspection.look(source)) as backup, closing(alone(path)) as present:
        try:
            made = backups.make(present, path, folders, Reason.RESTORE, told=saving, keep=source)
            kept = made.path
        except DamagedDatabase:
            if inspection.is_sound(present, path):
                raise  # not the data, but the disk of the backups is damaged
            return None
        locks = _locks(present)
        backups.pour(backup, present, pouring)
        _migrate(present, kept, source)
        _lock(present, locks)
    return kept


def _locks(present: sqlite3.Connection) -> list[tuple[str, str, int]]:
    sql = "SELECT key, value, changed_at FROM setting WHERE key LIKE ? || '%'"
    return present.execute(sql, (LOCKS,)).fetchall()


def _lock(present: sqlite3.Connection, locks: Sequence[tuple[str, str, int]]) -> None:
    """Lock the lifters again who were locked before and are there, by the same PIN."""
    present.executemany(
        "INSERT OR REPLACE INTO setting (key, value, changed_at) SELECT ?1, ?2, ?3 "
        "WHERE EXISTS (SELECT 1 FROM lifter WHERE ?4 || uid = ?1)",
        [(*lock, LOCKS) for lock in locks],
    )
    present.commit()


def _migrate(present: sqlite3.Connection, kept: Path, source: Path) -> None:
    """Bring what was just poured to today's schema, or back to what was there."""
    try:
        _make_ours(present, source)
    except BaseException:
        with closing(inspection.look(kept)) as before:
            backups.pour(before, present)
        raise


def _replace(source: Path, path: Path, told: Progress) -> None:
    fresh = path.with_name(path.name + ".restored")
    try:
        with closing(inspection.look(source)) as backup:
            backups.copy(backup, fresh, part_of(told, _LOOKED_AT, 1))
        with closing(driver.connect(fresh)) as made:
            _make_ours(made, source)
        with backups.folder_problems(path.parent):
            _set_aside(path)
            durable.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _make_ours(made: sqlite3.Connection, source: Path) -> None:
    """Bring a copy of an earlier schema to today's; NotADatabase if it is not as ours are then."""
    from planner.storage import soundness  # needed here only: start-up waits for no import

    if made.execute("PRAGMA user_version").fetchone() < (len(migrations.STEPS),):
        migrations.migrate(made)
        programmed.require(source, soundness.faults(made))


def _set_aside(path: Path) -> None:
    """Keep a file that cannot be opened, with what belongs to it, under another name."""
    kept = backups.new_name(path.parent, backup_names.whose(path)).with_suffix("").name
    for end in ("", "-wal", "-shm"):
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(path.with_name(f"{kept}{backup_owners.ASIDE}{path.suffix}{end}"))
