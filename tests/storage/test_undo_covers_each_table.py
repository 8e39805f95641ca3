"""Whatever is ours can be undone; what another program put into the file is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planner.storage import database, undo_triggers
from planner.storage.base import open_connection


def test_a_table_of_ours_without_a_key_is_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE session (id INTEGER, name TEXT)")
        with pytest.raises(LookupError, match="session has no key"):
            undo_triggers.arm(connection)


def test_a_table_of_another_program_gets_no_undo_without_a_key(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("CREATE TABLE theirs (what TEXT)")
    database.open_database(closed)
    open_connection().execute("INSERT INTO theirs VALUES ('a')")
    found = open_connection().execute("SELECT count(*) FROM undo_journal").fetchone()
    assert found == (0,)
