"""A file with something in it that runs by itself is neither opened nor restored."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, database, undo
from planner.storage.base import open_connection
from planner.storage.problems import NotADatabase

PROGRAMS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON lifter BEGIN DELETE FROM lifter; END",
    "view": "CREATE VIEW v AS SELECT 1",
    "virtual table": "CREATE VIRTUAL TABLE t USING fts5(name)",
    "hidden virtual table": """INSERT INTO sqlite_schema
        VALUES ('table', 't', 't', 0, 'CREATE  VIRTUAL TABLE t USING fts5(name)')""",
}


@pytest.fixture(params=PROGRAMS)
def programmed(closed: Path, request: pytest.FixtureRequest) -> Path:
    """Return a closed file that somebody has put something into."""
    with closing(sqlite3.connect(closed, isolation_level=None)) as made:
        made.execute("PRAGMA writable_schema = 1")
        made.execute(PROGRAMS[request.param])
    return closed


def test_it_is_not_opened_and_stays_as_it_is(programmed: Path) -> None:
    before = programmed.read_bytes()
    with pytest.raises(NotADatabase, match=r"a trigger or a view, [tv]"):
        database.open_database(programmed)
    assert not database.is_open()
    assert programmed.read_bytes() == before


def test_it_is_not_put_in_the_place_of_the_open_file(programmed: Path, tmp_path: Path) -> None:
    database.open_database(tmp_path / "mine.db")
    key = clients.add_lifter(Lifter(name="Bob"))
    with pytest.raises(NotADatabase, match=r"a trigger or a view, [tv]"):
        database.restore(programmed)
    assert clients.lifter(key).name == "Bob"


def test_no_function_of_ours_runs_from_within_a_file(opened: Path) -> None:
    connection = open_connection()
    connection.create_function("ours", 0, lambda: "ran")
    connection.execute("CREATE VIEW v AS SELECT ours()")
    with pytest.raises(sqlite3.OperationalError, match="unsafe use of ours"):
        connection.execute("SELECT * FROM v").fetchall()


def test_what_notes_changes_for_undo_still_runs(
    opened: Path, dump: Callable[[], dict[str, list[tuple[object, ...]]]]
) -> None:
    before = dump()
    with undo.step() as step:
        clients.add_lifter(Lifter(name="Ann"))
    undo.revert(step)
    assert dump()["lifter"] == before["lifter"]
