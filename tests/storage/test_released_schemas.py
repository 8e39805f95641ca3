"""A file of every released schema opens and holds, row by row, what its golden text says."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner.storage import database

STORED = Path(__file__).parents[1] / "data" / "databases"
RELEASED = pytest.mark.parametrize(
    "stored", sorted(STORED.glob("schema-*.db")), ids=lambda path: path.stem
)


def migrated(stored: Path, folder: Path) -> Path:
    path = Path(shutil.copyfile(stored, folder / "old.db"))
    database.open_database(path)
    database.close_database()
    return path


def dumped(path: Path) -> Iterator[str]:
    """Yield a heading for each table and a line for each row, columns named, as JSON."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        for (table,) in found.fetchall():
            if not table.startswith("sqlite_"):
                yield f"== {table}"
                rows = [
                    json.dumps(dict(row), ensure_ascii=False)
                    for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY 1')
                ]
                yield from rows


@RELEASED
def test_every_row_of_a_released_schema_is_there_after_migrating(stored: Path, tmp_path: Path):
    made = "\n".join(dumped(migrated(stored, tmp_path))) + "\n"
    golden = stored.with_suffix(".txt")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@RELEASED
def test_what_an_older_schema_held_is_held_unchanged(stored: Path, tmp_path: Path):
    with closing(sqlite3.connect(f"{stored.as_uri()}?immutable=1", uri=True)) as connection:
        before = _cells(connection)
    with closing(sqlite3.connect(migrated(stored, tmp_path))) as connection:
        after = _cells(connection)
    assert before - after == set()


def _cells(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    """Return table, row, column and value of every cell of the rows that people made."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    cells = set()
    for (table,) in tables:
        if not table.startswith("sqlite_"):
            found = connection.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in found.description]
            for row in found:
                key = str(row[0])
                cells |= {(table, key, n, repr(v)) for n, v in zip(names, row, strict=True)}
    return cells
