"""One file, several programs: locks, what the other one wrote, files that only can be read."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, driver
from planner.storage.base import db
from planner.storage.problems import (
    LockedDatabase,
)


def test_a_file_that_another_process_keeps_for_itself_is_locked(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "WAIT_S", 0.1)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = exclusive")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedDatabase, match="using the training database"):
            database.open_database(closed)
        other.execute("COMMIT")


def test_a_file_with_the_old_journal_that_another_process_writes_to_is_locked(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "WAIT_S", 0.1)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = delete")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedDatabase):
            database.open_database(closed)
        other.execute("ROLLBACK")
    database.open_database(closed)
    assert [lifter.name for lifter in clients.lifters()] == ["Ann"]


def test_a_file_that_another_process_reads_opens_beside_it(opened: Path) -> None:
    with closing(sqlite3.connect(opened)) as other:
        assert other.execute("SELECT count(*) FROM lifter").fetchone() == (0,)
        database.close_database()
        database.open_database(opened)
        clients.add_lifter(Lifter(name="Ann"))
        assert other.execute("SELECT count(*) FROM lifter").fetchone() == (1,)


def test_a_write_while_another_process_writes_says_so_and_can_be_repeated(opened: Path) -> None:
    db.connection().execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedDatabase):
            clients.add_lifter(Lifter(name="Ann"))
        other.execute("ROLLBACK")
    clients.add_lifter(Lifter(name="Ann"))
    assert [lifter.name for lifter in clients.lifters()] == ["Ann"]


def test_two_windows_on_one_file_see_each_others_writes(opened: Path) -> None:
    assert not database.changed_elsewhere()
    clients.change_setting("theme", "dark")
    assert not database.changed_elsewhere()
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("UPDATE setting SET value = 'light' WHERE key = 'theme'")
    assert database.changed_elsewhere()
    assert not database.changed_elsewhere()
    assert clients.setting("theme") == "light"


def test_where_the_write_ahead_log_cannot_be_shared_the_old_journal_serves(closed: Path) -> None:
    closed.with_name(closed.name + "-shm").symlink_to("/nowhere/to/be/found")
    database.open_database(closed)
    assert db.connection().execute("PRAGMA journal_mode").fetchone() == ("delete",)
    clients.add_lifter(Lifter(name="Zoe"))
    with closing(sqlite3.connect(closed)) as other:
        assert other.execute("SELECT name FROM lifter").fetchall() == [("Ann",), ("Zoe",)]


def test_another_thread_is_refused_the_database(opened: Path) -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(RuntimeError, match="in this thread"):
        pool.submit(clients.lifters).result()


def test_a_closed_database_does_not_open_by_itself(closed: Path) -> None:
    for ask in (clients.lifters, database.back_up, lambda: clients.change_setting("theme", "")):
        with pytest.raises(RuntimeError, match="no training database is open"):
            ask()
    assert db.is_closed()


READ_ONLY = """
import os, sys
from pathlib import Path
from planner.engine.terms import Lifter
from planner.storage import clients, database
path, folder_mode, file_mode = Path(sys.argv[1]), *(int(mode, 8) for mode in sys.argv[2:])
database.open_database(path)
clients.add_lifter(Lifter(name="Ann"))
database.close_database()
path.chmod(file_mode)
path.parent.chmod(folder_mode)
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write everywhere
try:
    database.open_database(path)
except database.DatabaseProblem as problem:
    print(type(problem).__name__, problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
@pytest.mark.parametrize(
    ("folder", "file"), [("755", "444"), ("555", "444"), ("555", "644"), ("755", "000")]
)
def test_a_file_that_cannot_be_written_is_read_only(folder: str, file: str) -> None:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        path = Path(made) / "data" / "training.db"
        command = [sys.executable, "-c", READ_ONLY, str(path), folder, file]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        path.parent.chmod(0o755)
    assert done.stdout.startswith("ReadOnlyDatabase")
    assert "ermission" in done.stdout
