"""Restoring a backup: all of it or nothing, and a copy of the present is kept."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import (
    backup_names,
    backups,
    clients,
    database,
    driver,
    inspection,
    log,
    migrations,
)
from planner.storage.base import db
from planner.storage.problems import DamagedDatabase, DatabaseProblem, LockedDatabase, NotADatabase

SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))


def alter(path: Path, change: str) -> None:
    """Let somebody change the tables of a file."""
    with closing(sqlite3.connect(path)) as made:
        made.execute(change)
        made.commit()


def left(folder: Path) -> set[Path]:
    """Thin a folder of backups and return what is left."""
    backups.thin(folder, "training")
    return set(folder.iterdir())


def test_restoring_brings_the_backup_back_and_keeps_a_copy_of_the_present(
    opened: Path, ann: int
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    database.restore(old)
    assert log.counts(ann) == (0, 0)
    newest = backups.newest_good_backup([old.parent], {"training"})
    assert newest is not None
    assert inspection.counts_of(newest)["session"] == 1
    database.restore(newest)
    assert log.counts(ann) == (1, 1)
    assert database.check().ok


def test_the_oldest_of_a_days_ten_backups_is_restored_and_still_there(
    opened: Path, ann: int
) -> None:
    made = [database.back_up() for _ in range(backup_names.KEPT_NEWEST)]
    log.add_session(ann, SESSION)
    database.restore(made[0])
    assert log.counts(ann) == (0, 0)
    assert inspection.counts_of(made[0])["session"] == 0


def test_a_restored_backup_of_an_older_schema_is_migrated(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()
    step = ("UPDATE lifter SET note = 'of today'",)
    database.close_database()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    database.open_database(opened)
    database.restore(old)
    assert db.connection().execute("SELECT note FROM lifter").fetchall() == [("of today",)]


def test_an_older_backup_is_refused_for_values_that_cannot_be_read(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    database.close_database()
    step = ("UPDATE lifter SET unit = 'kh' WHERE NOT EXISTS (SELECT 1 FROM session)",)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    database.open_database(opened)
    with pytest.raises(NotADatabase, match="row 1 of lifter cannot have unit 'kh'"):
        database.restore(old)
    assert log.counts(ann) == (1, 1)


def test_a_file_that_another_program_has_open_is_not_restored(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "WAIT_S", 0.1)
    old = database.back_up()
    log.add_session(ann, SESSION)
    with closing(sqlite3.connect(opened)) as other:
        assert other.execute("SELECT count(*) FROM session").fetchone() == (1,)
        with pytest.raises(LockedDatabase, match="Close it there"):
            database.restore(old)
        assert other.execute("SELECT count(*) FROM session").fetchone() == (1,)
    assert log.counts(ann) == (1, 1)
    database.restore(old)
    assert log.counts(ann) == (0, 0)


@pytest.mark.parametrize(
    "content", [None, b"", b"Date,Exercise\n", b"SQLite format 3\0" + b"x" * 9000]
)
def test_what_is_no_good_backup_is_refused_and_nothing_changes(
    opened: Path, ann: int, tmp_path: Path, content: bytes | None
) -> None:
    source = tmp_path / "backup.db"
    if content is not None:
        source.write_bytes(content)
    before = list(opened.parent.glob("backups/*"))
    with pytest.raises((NotADatabase, DamagedDatabase)):
        database.restore(source)
    assert [lifter.id for lifter in clients.lifters()] == [ann]
    assert list(opened.parent.glob("backups/*")) == before


def test_a_backup_whose_tables_have_damaged_names_is_refused_and_nothing_changes(
    opened: Path, ann: int
) -> None:
    log.add_session(ann, SESSION)
    backup = database.back_up()
    whole = backup.read_bytes()
    at = whole.index(b"neuromuscular")
    backup.write_bytes(whole[: at + 2] + b"\xff" + whole[at + 3 :])
    with pytest.raises(DamagedDatabase):
        database.restore(backup)
    assert log.counts(ann) == (1, 1)


@pytest.mark.parametrize("was_open", [True, False])
@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE notes (words)",
        "ALTER TABLE session DROP COLUMN note",
        "DROP INDEX exercise_slug",
        "DROP TABLE decision",
        "UPDATE lifter SET unit = 'kh'",
        "INSERT INTO bodyweight VALUES (1, 'u', 1, 99, '2026-01-01', 80)",
    ],
)
def test_a_backup_that_the_program_did_not_write_so_is_refused_and_nothing_changes(
    opened: Path, ann: int, change: str, was_open: bool
) -> None:
    backup = database.back_up()
    alter(backup, change)
    log.add_session(ann, SESSION)
    if not was_open:
        database.close_database()
    with pytest.raises((NotADatabase, DamagedDatabase)):
        database.restore(backup)
    database.reopen()
    assert log.counts(ann) == (1, 1)


def test_a_file_that_lacks_a_table_is_damaged_and_the_newest_backup_is_named(
    opened: Path, ann: int
) -> None:
    backup = database.back_up()
    database.close_database()
    alter(opened, "DROP TABLE decision")
    with pytest.raises(DamagedDatabase) as caught:
        database.open_database(opened)
    assert caught.value.newest_backup == backup


def test_a_file_to_which_somebody_added_a_table_opens(opened: Path, ann: int) -> None:
    database.close_database()
    alter(opened, "CREATE TABLE notes (words)")
    database.open_database(opened)
    assert [lifter.id for lifter in clients.lifters()] == [ann]
    assert not database.check().ok


def test_restoring_while_another_process_writes_changes_nothing(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    monkeypatch.setattr(driver, "WAIT_S", 0.1)
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedDatabase):
            database.restore(old)
        other.execute("ROLLBACK")
    assert log.counts(ann) == (1, 1)


def test_a_file_restored_from_itself_is_refused(opened: Path) -> None:
    with pytest.raises(DatabaseProblem, match="itself"):
        database.restore(opened)


def test_a_damaged_file_is_kept_aside_when_a_backup_takes_its_place(opened: Path, ann: int) -> None:
    good = database.back_up()
    database.close_database()
    ruin = opened.read_bytes()[:9000]
    opened.write_bytes(ruin)
    opened.with_name(opened.name + "-wal").write_bytes(b"left over")
    with pytest.raises(DamagedDatabase) as caught:
        database.open_database(opened)
    assert caught.value.newest_backup == good
    database.restore(good)
    assert [lifter.id for lifter in clients.lifters()] == [ann]
    (kept,) = opened.parent.glob("*-unreadable.db")
    assert kept.read_bytes() == ruin
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left over"


def test_a_missing_file_is_restored_too(opened: Path, ann: int) -> None:
    good = Path(shutil.move(database.back_up(), opened.parent / "copy.db"))
    database.close_database()
    opened.unlink()
    database.restore(good)
    assert [lifter.id for lifter in clients.lifters()] == [ann]


def test_counting_a_new_file_finds_nothing(tmp_path: Path) -> None:
    assert inspection.counts_of(tmp_path / "nothing.db") == {}


def test_a_check_of_a_file_that_was_damaged_while_open_says_so(opened: Path, ann: int) -> None:
    for _ in range(40):
        log.add_session(ann, SESSION)
    db.connection().execute("PRAGMA wal_checkpoint(truncate)")
    content = bytearray(opened.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 600] = b"\x07" * 600
    opened.write_bytes(bytes(content))
    db.connection().execute("PRAGMA shrink_memory")
    report = database.check()
    assert not report.ok
    assert report.problems


def test_a_check_of_a_file_whose_schema_was_damaged_while_open_says_so(opened: Path) -> None:
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = 1")
        other.execute("UPDATE sqlite_schema SET sql = 'CREATE TABLE ((' WHERE name = 'lifter'")
        other.execute("PRAGMA schema_version = 9999")
    report = database.check()
    assert not report.ok
    assert "malformed" in report.problems[0]
