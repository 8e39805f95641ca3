"""Looking at a file leaves nothing beside it: not on a stick, nor among backups."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.storage import backups, inspection, other_file
from planner.storage.base import open_connection
from planner.storage.problems import DatabaseProblem


@pytest.fixture
def stick(closed: Path, tmp_path: Path) -> Path:
    """Return a file that says in its head that it has a log, as a copy of an open one does."""
    folder = tmp_path / "STICK"
    folder.mkdir()
    with closing(sqlite3.connect(closed, isolation_level=None)) as opened:
        opened.execute("PRAGMA journal_mode = wal")
        opened.execute("SELECT 1 FROM lifter").fetchall()
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(shutil.copyfile(closed, folder / "other.db"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_from_another_computer_is_alone_afterwards(stick: Path) -> None:
    content = stick.read_bytes()
    assert inspection.counts_of(stick)["lifter"] == 1
    other_file.fetch(stick).close()
    assert names(stick.parent) == ["other.db"]
    assert stick.read_bytes() == content


def test_what_another_program_has_in_its_log_is_read_too(stick: Path) -> None:
    with closing(sqlite3.connect(stick, isolation_level=None)) as other:
        other.execute("UPDATE lifter SET name = 'Ann of the log'")
        with closing(inspection.look(stick)) as looking:
            assert looking.execute("SELECT name FROM lifter").fetchall() == [("Ann of the log",)]


def test_a_log_that_cannot_be_shared_is_read_by_us_alone(stick: Path) -> None:
    alone = stick.parent / "alone"
    alone.mkdir()
    with closing(sqlite3.connect(stick, isolation_level=None)) as other:
        other.execute("UPDATE lifter SET name = 'Ann of the log'")
        for end in ("", "-wal"):
            shutil.copyfile(f"{stick}{end}", alone / f"{stick.name}{end}")
    (alone / f"{stick.name}-shm").symlink_to("/nowhere/to/be/found")
    with closing(inspection.look(alone / stick.name)) as looking:
        assert looking.execute("SELECT name FROM lifter").fetchall() == [("Ann of the log",)]


def test_a_backup_that_was_taken_away_is_told_in_words(opened: Path) -> None:
    with pytest.raises(DatabaseProblem, match="cannot be opened"):
        backups.differs(open_connection(), opened.with_name("gone.db"))


def test_a_file_without_a_log_waits_for_who_writes_it(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.storage.driver.WAIT_S", 0.1)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseProblem, match="using"):
            inspection.counts_of(closed)
