"""Backups and restoring: whole, verified, thinned; all or nothing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import backups, clients, database, inspection, log, migrations
from planner.storage.base import db
from planner.storage.problems import (
    DamagedDatabase,
    DatabaseProblem,
    LockedDatabase,
    NotADatabase,
    ReadOnlyDatabase,
)

SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))


def backup_at(folder: Path, made: datetime) -> Path:
    """Make an empty file that is called like a backup of that moment."""
    folder.mkdir(exist_ok=True)
    path = folder / f"planner-{made:%Y-%m-%d_%H%M%S}.db"
    path.touch()
    return path


def test_a_backup_holds_what_is_only_in_the_write_ahead_log(opened: Path, ann: int) -> None:
    key = log.add_session(ann, SESSION)
    copy = database.back_up()
    assert database.counts_of(copy)["logged_set"] == 1
    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("SELECT id FROM session").fetchall() == [(key,)]
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert {path.name for path in copy.parent.iterdir()} == {copy.name}


def test_a_backup_is_called_by_date_and_time_and_never_replaces_one(opened: Path) -> None:
    made = [database.back_up() for _ in range(3)]
    assert len(set(made)) == 3
    assert all(re.match(r"planner-\d{4}-\d\d-\d\d_\d{6}", path.name) for path in made)
    assert backups.newest_good_backup(made[0].parent) == made[-1]


def test_a_backup_goes_to_a_file_of_the_users_choice(opened: Path, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "my log.db"
    assert database.back_up(target) == target
    assert database.back_up(target) == target
    assert database.counts_of(target)["exercise"] == 3


def test_a_backup_over_the_database_itself_is_refused(opened: Path) -> None:
    with pytest.raises(DatabaseProblem, match="itself"):
        database.back_up(opened)
    assert database.check().ok


def test_a_backup_into_a_file_as_folder_is_refused(opened: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").touch()
    with pytest.raises(ReadOnlyDatabase, match="cannot be written"):
        database.back_up(tmp_path / "stick" / "my log.db")


def test_a_backup_that_misses_rows_is_not_kept(
    opened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = iter([{"lifter": 1}, {"lifter": 2}])
    monkeypatch.setattr(backups, "counts", lambda _: next(counted))
    with pytest.raises(DatabaseProblem, match="incomplete"):
        database.back_up(tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_old_backups_are_thinned_to_the_newest_ten_and_one_a_day_for_a_week(
    tmp_path: Path,
) -> None:
    folder, noon = tmp_path / "backups", datetime(2026, 3, 20, 12)
    today = [backup_at(folder, noon + timedelta(minutes=n)) for n in range(12)]
    before = [
        backup_at(folder, noon - timedelta(days=day, hours=hour))
        for day in range(1, 10)
        for hour in (0, 3)
    ]
    (folder / "my own copy.db").touch()
    backups.thin(folder)
    kept = {path.name for path in folder.iterdir()} - {"my own copy.db"}
    assert kept == {path.name for path in (*today[2:], *before[0:12:2])}


def test_the_newest_good_backup_of_an_empty_folder_is_none(tmp_path: Path) -> None:
    assert database.newest_good_backup(tmp_path / "nowhere") is None


def test_restoring_brings_the_backup_back_and_keeps_a_copy_of_the_present(
    opened: Path, ann: int
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    database.restore(old)
    assert log.counts(ann) == (0, 0)
    newest = database.newest_good_backup(old.parent)
    assert newest is not None
    assert database.counts_of(newest)["session"] == 1
    database.restore(newest)
    assert log.counts(ann) == (1, 1)
    assert database.check().ok


def test_the_oldest_of_a_days_ten_backups_is_restored_and_still_there(
    opened: Path, ann: int
) -> None:
    made = [database.back_up() for _ in range(backups.KEPT_NEWEST)]
    log.add_session(ann, SESSION)
    database.restore(made[0])
    assert log.counts(ann) == (0, 0)
    assert database.counts_of(made[0])["session"] == 0


def test_a_restored_backup_of_an_older_schema_is_migrated(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()
    step = ("ALTER TABLE lifter ADD COLUMN height_cm REAL",)
    database.close_database()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    database.open_database(opened)
    database.restore(old)
    assert db.connection().execute("SELECT height_cm FROM lifter").fetchall() == [(None,)]


def test_a_file_that_another_program_has_open_is_not_restored(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "WAIT_S", 0.1)
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


def test_restoring_while_another_process_writes_changes_nothing(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database.back_up()
    log.add_session(ann, SESSION)
    monkeypatch.setattr(inspection, "WAIT_S", 0.1)
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
    assert database.counts_of(tmp_path / "nothing.db") == {}


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
