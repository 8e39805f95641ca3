"""Opening a file: new, strange, damaged, locked or read-only ones."""

from __future__ import annotations

import random
import shutil
import socket
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, inspection, undo
from planner.storage.base import db
from planner.storage.problems import (
    DamagedDatabase,
    NewerDatabase,
    NotADatabase,
    ReadOnlyDatabase,
)


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Hold that a file is byte for byte the same after the block."""
    before = path.read_bytes()
    yield
    assert path.read_bytes() == before


def only(problem: type[Exception], path: Path) -> str:
    """Open a file that must be refused, unchanged, and return the message."""
    with untouched(path), pytest.raises(problem) as caught:
        database.open_database(path)
    assert db.is_closed()
    return str(caught.value)


def test_a_missing_file_is_created_with_its_folder(tmp_path: Path) -> None:
    database.open_database(tmp_path / "new" / "folder" / "training.db")
    assert clients.lifters() == []
    database.close_database()


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "training.db"
    path.touch()
    database.open_database(path)
    assert database.check().ok
    database.close_database()


def test_an_opened_file_is_safe_against_power_loss_and_orphans(opened: Path) -> None:
    asked = {
        name: db.connection().execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode", "foreign_keys", "synchronous", "busy_timeout", "recursive_triggers",
        )
    }  # fmt: skip
    assert asked == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 5000,
        "recursive_triggers": 1,
    }


def test_a_newer_file_is_refused(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("PRAGMA user_version = 99")
    message = only(NewerDatabase, closed)
    assert "newer version" in message
    assert "schema 99" in message


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="is a folder"):
        database.open_database(tmp_path)


def test_a_csv_file_is_not_a_database_and_the_message_names_import(tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text("Date,Workout Name,Exercise Name\n2026-01-01,Legs,Squat\n")
    assert "Import" in only(NotADatabase, path)


def test_random_bytes_are_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "training.db"
    path.write_bytes(random.Random(7).randbytes(50_000))
    only(NotADatabase, path)


def test_another_programs_sqlite_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "backup.fitnotes"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE training_log (id INTEGER)")
    only(NotADatabase, path)


def test_another_programs_file_with_a_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE item (id INTEGER)")
        connection.execute("PRAGMA user_version = 1")
    only(NotADatabase, path)


@pytest.mark.parametrize("kept", [10, 100, 5_000, 60_000])
def test_a_truncated_file_is_damaged(closed: Path, kept: int) -> None:
    closed.write_bytes(closed.read_bytes()[:kept])
    assert "damaged" in only(DamagedDatabase, closed)


def test_a_file_of_zeros_is_damaged(closed: Path) -> None:
    closed.write_bytes(bytes(closed.stat().st_size))
    only(DamagedDatabase, closed)


def spoil(path: Path, table: str) -> None:
    """Overwrite the root page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = connection.execute(sql, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(random.Random(root).randbytes(size))


@pytest.mark.parametrize("table", ["lifter", "exercise", "logged_set", "logged_set_uid", "setting"])
def test_a_file_with_one_overwritten_page_is_damaged(closed: Path, table: str) -> None:
    spoil(closed, table)
    only(DamagedDatabase, closed)


def test_a_file_whose_schema_is_overwritten_is_damaged(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:700] = random.Random(7).randbytes(600)
    closed.write_bytes(bytes(content))
    only(DamagedDatabase, closed)


def test_a_large_damaged_file_is_found_by_the_quick_check(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "_FULL_CHECK_BYTES", 0)
    spoil(closed, "lifter")
    only(DamagedDatabase, closed)


def test_a_file_with_nothing_in_it_yet_is_new(tmp_path: Path) -> None:
    path = tmp_path / "training.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    assert path.stat().st_size > 0
    database.open_database(path)
    assert database.check().ok
    database.close_database()


@pytest.mark.skipif(sys.platform == "win32", reason="sockets in the file system are POSIX's")
def test_what_cannot_be_read_as_a_file_is_refused() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as made:
        path = Path(folder) / "s.db"
        made.bind(str(path))
        with pytest.raises(ReadOnlyDatabase, match="cannot be read"):
            database.open_database(path)


def test_damage_offers_the_newest_backup_that_is_good(opened: Path) -> None:
    good = database.back_up()
    bad = good.with_name("training-2199-01-01_120000.db")
    bad.write_bytes(good.read_bytes()[:5000])
    (good.parent / "notes.txt").write_text("not a backup")
    database.close_database()
    opened.write_bytes(opened.read_bytes()[:9000])
    with untouched(opened), pytest.raises(DamagedDatabase) as caught:
        database.open_database(opened)
    assert caught.value.newest_backup == good
    assert good.name in str(caught.value)


def test_damage_without_a_backup_says_so(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:9000])
    with pytest.raises(DamagedDatabase, match="no good backup") as caught:
        database.open_database(closed)
    assert caught.value.newest_backup is None


def test_a_damaged_file_with_an_unfinished_log_beside_it_is_not_touched(opened: Path) -> None:
    clients.add_lifter(Lifter(name="Late"))
    wal = opened.with_name(opened.name + "-wal")
    content, log = opened.read_bytes()[:9000], wal.read_bytes()
    database.close_database()
    opened.write_bytes(content)
    wal.write_bytes(log[:-100])
    with untouched(wal):
        only(DamagedDatabase, opened)


def test_a_file_with_an_unclean_write_ahead_log_opens_with_everything_in_it(
    opened: Path, tmp_path: Path
) -> None:
    clients.add_lifter(Lifter(name="Late"))
    copy = tmp_path / "copy.db"
    for end in ("", "-wal"):
        shutil.copyfile(opened.with_name(opened.name + end), copy.with_name(copy.name + end))
    database.open_database(copy)
    assert [lifter.name for lifter in clients.lifters()] == ["Late"]


def test_a_problem_halfway_leaves_no_database_open(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("out of luck")

    monkeypatch.setattr(undo, "arm", fail)
    with pytest.raises(sqlite3.OperationalError):
        database.open_database(closed)
    assert db.is_closed()


def test_what_a_killed_program_had_half_written_is_taken_back(
    opened: Path, ann: int, tmp_path: Path
) -> None:
    database.close_database()
    left = tmp_path / "left.db"
    with closing(sqlite3.connect(opened, isolation_level=None)) as writing:
        writing.execute("PRAGMA journal_mode = delete")
        writing.execute("PRAGMA cache_size = 1")  # what is half done goes to the file at once
        writing.execute("BEGIN")
        writing.execute("UPDATE exercise SET name = name || hex(randomblob(20000))")
        shutil.copyfile(opened, left)
        shutil.copyfile(f"{opened}-journal", f"{left}-journal")
        writing.execute("ROLLBACK")
    database.open_database(left)
    assert database.check().ok
    assert [lifter.id for lifter in clients.lifters()] == [ann]
