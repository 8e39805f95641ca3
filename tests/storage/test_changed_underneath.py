"""A sync program changes the file while it is open: noticed before anything is written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, gate, undo
from planner.storage.base import db, open_connection
from planner.storage.problems import FileLost, Loss


@pytest.fixture
def elsewhere(opened: Path, tmp_path: Path) -> Path:
    """Return a copy of the open file as another computer went on with it."""
    made = tmp_path / "elsewhere.db"
    database.back_up(made)
    with closing(sqlite3.connect(made)) as other:
        other.execute("UPDATE exercise SET name = 'Kniebeuge' WHERE slug = 'squat'")
        other.commit()
    return made


def add(name: str) -> None:
    with undo.step():
        clients.add_lifter(Lifter(name=name))


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as other:
        return [name for (name,) in other.execute("SELECT name FROM lifter ORDER BY id")]


def loss() -> Loss:
    with pytest.raises(FileLost) as lost:
        add("Late")
    return lost.value.loss


def test_another_file_put_in_its_place_is_left_as_it_is(opened: Path, elsewhere: Path) -> None:
    add("Ann")
    content = elsewhere.read_bytes()
    elsewhere.replace(opened)
    assert loss() is Loss.REPLACED
    assert opened.read_bytes() == content


def test_a_file_written_over_is_left_as_it_is(opened: Path, elsewhere: Path) -> None:
    add("Ann")
    shutil.copyfile(elsewhere, opened)
    assert loss() is Loss.OVERWRITTEN
    assert opened.read_bytes() == elsewhere.read_bytes()


def test_a_file_cut_short_is_noticed(opened: Path) -> None:
    add("Ann")
    os.truncate(opened, 8192)
    assert loss() is Loss.OVERWRITTEN


def test_a_deleted_file_is_noticed(opened: Path) -> None:
    opened.unlink()
    assert loss() is Loss.GONE


def test_a_setting_is_not_written_into_a_lost_file_either(opened: Path) -> None:
    opened.unlink()
    with pytest.raises(FileLost):
        clients.change_setting("paper", "a4")


def test_what_another_window_or_command_writes_is_no_loss(opened: Path) -> None:
    add("Ann")
    with closing(sqlite3.connect(opened)) as other:
        other.execute("UPDATE lifter SET note = 'from elsewhere'")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    add("Bob")
    assert names(opened) == ["Ann", "Bob"]


def test_what_another_program_takes_out_of_the_log_is_no_loss(opened: Path) -> None:
    add("Ann")
    with closing(sqlite3.connect(opened)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    add("Bob")
    assert names(opened) == ["Ann", "Bob"]


def test_our_own_log_going_into_the_file_is_no_loss(opened: Path) -> None:
    open_connection().execute("PRAGMA wal_autocheckpoint = 1")
    for name in ("Ann", "Bob", "Cem"):
        add(name)
    assert names(opened) == ["Ann", "Bob", "Cem"]


def test_a_file_only_touched_is_no_loss(opened: Path) -> None:
    os.utime(opened)
    add("Ann")
    assert names(opened) == ["Ann"]


def test_a_large_file_that_is_touched_is_not_read_to_be_sure(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "_COMPARED_BYTES", 0)
    database.open_database(opened)
    os.utime(opened)
    assert loss() is Loss.OVERWRITTEN


def test_where_no_log_is_shared_sqlite_itself_looks(opened: Path) -> None:
    database.close_database()
    db.init(str(opened))
    db.connect()
    gate.watch(opened)
    os.utime(opened)
    gate.require()
    gate.note()
    opened.unlink()
    with pytest.raises(FileLost):
        gate.require()


def test_looking_costs_no_more_than_fifty_microseconds(opened: Path) -> None:
    def seconds() -> float:
        began = time.perf_counter()
        for _ in range(100):
            gate.require()
            gate.note()
        return time.perf_counter() - began

    assert min(seconds() for _ in range(5)) / 100 < 50e-6


def test_a_closed_file_is_whole_without_a_log_beside_it(opened: Path) -> None:
    add("Ann")
    database.close_database()
    assert sorted(path.name for path in opened.parent.iterdir()) == ["training.db"]
    alone = opened.with_name("alone.db")
    shutil.copyfile(opened, alone)
    assert names(alone) == ["Ann"]


def test_a_file_that_others_read_is_whole_when_this_window_closes(opened: Path) -> None:
    add("Ann")
    with closing(sqlite3.connect(opened)) as other:
        other.execute("SELECT 1 FROM lifter").fetchall()
        database.close_database()
        alone = Path(shutil.copyfile(opened, opened.with_name("alone.db")))
    with closing(sqlite3.connect(f"{alone.as_uri()}?immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT name FROM lifter").fetchall() == [("Ann",)]


def test_closing_looks_to_others_as_if_nobody_had_written(opened: Path) -> None:
    add("Ann")
    with closing(sqlite3.connect(opened)) as other:
        before = other.execute("PRAGMA data_version").fetchone()
        database.close_database()
        assert other.execute("PRAGMA data_version").fetchone() == before


def test_closing_writes_nothing_into_a_lost_file(opened: Path, elsewhere: Path) -> None:
    add("Ann")
    elsewhere.replace(opened)
    content = opened.read_bytes()
    database.close_database()
    assert opened.read_bytes() == content


def test_the_head_of_the_open_file_is_read_without_letting_its_locks_go(
    opened: Path, elsewhere: Path
) -> None:
    assert gate.head(opened, 6) == gate.head(elsewhere, 6) == b"SQLite"
    busy = pytest.raises(sqlite3.OperationalError, match="locked")
    with closing(sqlite3.connect(opened, timeout=0)) as other, busy:
        other.execute("PRAGMA journal_mode = delete")


def test_while_no_file_is_open_there_is_none_to_lose(closed: Path) -> None:
    closed.unlink()
    assert gate.refusal() is None
