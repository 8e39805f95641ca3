"""A file opened to look at it only: beside another window, or where nothing can be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, gate, undo
from planner.storage.problems import NotADatabase, OpenedReadOnly, ReadOnlyDatabase

NOBODY = 65534
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


@contextmanager
def powerless(folder: Path) -> Iterator[None]:
    """Let nothing in a folder be written by anybody, and be nobody who may do so all the same."""
    before = os.geteuid()
    folder.chmod(0o555)
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)
        folder.chmod(0o755)


@pytest.fixture
def shelf(closed: Path) -> Iterator[Path]:
    """Return a closed file in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        made = Path(shutil.copyfile(closed, Path(folder, "shelf.db")))
        made.chmod(0o444)
        yield made


def here() -> list[str]:
    return [made.name for made in clients.lifters()]


def test_what_another_window_has_open_can_be_looked_at(opened: Path) -> None:
    database.close_database()
    with closing(sqlite3.connect(opened, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = wal")
        database.open_to_look(opened)
        other.execute("UPDATE exercise SET name = 'Kniebeuge' WHERE slug = 'squat'")
        assert database.changed_elsewhere()
        database.close_database()
        assert opened.with_name("training.db-wal").exists()


def test_every_write_is_refused_in_the_same_words(closed: Path) -> None:
    database.open_to_look(closed)
    content = closed.read_bytes()
    for write in (
        lambda: clients.add_lifter(Lifter(name="Bob")),
        lambda: clients.change_setting("paper", "a4"),
        lambda: undo.revert(undo.Step()),
        database.back_up,
        lambda: database.closed_meanwhile().__enter__(),
    ):
        with pytest.raises(OpenedReadOnly, match="open read-only here"):
            write()
    database.close_database()
    assert closed.read_bytes() == content
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_a_file_opened_to_look_at_may_be_written_when_opened_anew(closed: Path) -> None:
    database.open_to_look(closed)
    assert gate.is_read_only()
    database.open_database(closed)
    clients.add_lifter(Lifter(name="Bob"))
    assert here() == ["Ann", "Bob"]
    database.close_database()


def test_what_lies_where_nobody_may_write_can_be_looked_at(shelf: Path) -> None:
    with powerless(shelf.parent):
        with pytest.raises(ReadOnlyDatabase):
            database.open_database(shelf)
        database.open_to_look(shelf)
        assert here() == ["Ann"]
        database.close_database()


def test_a_file_that_was_never_closed_can_be_looked_at_there_too(shelf: Path) -> None:
    with closing(sqlite3.connect(shelf)) as other:
        other.execute("PRAGMA journal_mode = wal")
    with powerless(shelf.parent):
        database.open_to_look(shelf)
        assert here() == ["Ann"]
        database.close_database()


def test_rows_in_a_log_that_cannot_be_read_are_not_passed_over(shelf: Path) -> None:
    shelf.chmod(0o644)
    with closing(sqlite3.connect(shelf, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("UPDATE lifter SET name = 'Ann of the log'")
        folder = shelf.parent / "copied"
        folder.mkdir()
        for end in ("", "-wal"):
            shutil.copyfile(shelf.with_name(shelf.name + end), folder / f"shelf.db{end}")
            (folder / f"shelf.db{end}").chmod(0o444)
    with powerless(folder), pytest.raises(ReadOnlyDatabase, match="Copy both"):
        database.open_to_look(folder / "shelf.db")


def test_there_has_to_be_something_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="missing or empty"):
        database.open_to_look(tmp_path / "nothing.db")


def test_a_file_of_an_earlier_version_cannot_be_brought_up_to_date_unwritten(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("PRAGMA user_version = 1")
    with pytest.raises(ReadOnlyDatabase, match="earlier version"):
        database.open_to_look(closed)
