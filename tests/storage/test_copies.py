"""Copies of the file that sync programs make: known by name, and by a log that is missing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, copies, database

UNREADABLE = Path("/proc/self/mem")  # Linux's; it has no beginning, so not even root reads that


@pytest.mark.parametrize(
    "name",
    [
        "training (Ann's conflicted copy 2026-11-22).db",
        "training (conflicted copy 2026-11-22 101112).db",
        "training (SFConflict ann@example.org 2026-11-22).db",
        "training (1).db",
        "training 2.db",
        "training-DESKTOP-7Q2.db",
        "training.sync-conflict-20261122-101112-ABCDEFG.db",
    ],
)
def test_a_copy_is_known_by_its_name(opened: Path, name: str) -> None:
    database.back_up(opened.with_name(name))
    assert [path.name for path in copies.beside(opened)] == [name]


@pytest.mark.parametrize(
    "name",
    ["planner-2026-11-22_101112-unreadable.db", "training.db-wal", "other.db", "training.db"],
)
def test_what_is_named_otherwise_is_no_copy(opened: Path, name: str) -> None:
    if not opened.with_name(name).exists():
        database.back_up(opened.with_name(name))
    assert copies.beside(opened) == []


def test_what_is_no_database_of_ours_is_no_copy(opened: Path) -> None:
    opened.with_name("training (1).db").write_bytes(b"a picture")
    opened.with_name("training (2).db").mkdir()
    opened.with_name("training (4).db").symlink_to("nowhere")
    with closing(sqlite3.connect(opened.with_name("training (3).db"))) as other:
        other.execute("CREATE TABLE item (id INTEGER)")
    assert copies.beside(opened) == []


def test_a_copy_of_an_open_file_alone_lacks_its_log(opened: Path, tmp_path: Path) -> None:
    clients.add_lifter(Lifter(name="Ann"))
    copy = Path(shutil.copyfile(opened, tmp_path / "copy.db"))
    assert copies.lacks_log(copy)
    shutil.copyfile(opened.with_name(opened.name + "-wal"), tmp_path / "copy.db-wal")
    assert not copies.lacks_log(copy)


def test_closed_files_and_backups_lack_nothing(opened: Path, tmp_path: Path) -> None:
    backup = database.back_up(tmp_path / "backup.db")
    database.close_database()
    assert not copies.lacks_log(opened)
    assert not copies.lacks_log(backup)
    assert not copies.lacks_log(tmp_path / "nothing.db")


def test_a_file_left_by_a_crash_has_its_log(opened: Path) -> None:
    clients.add_lifter(Lifter(name="Ann"))
    assert not copies.lacks_log(opened)


@pytest.mark.skipif(not UNREADABLE.is_file(), reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_tells_nothing() -> None:
    assert not copies.lacks_log(UNREADABLE)
