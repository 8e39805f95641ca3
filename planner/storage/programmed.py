"""What runs by itself in a database file; the files of this program hold nothing such."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from planner.language import tr
from planner.storage.problems import NotADatabase


def require_none(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotADatabase for a file with anything in it that writing or reading it would run."""
    require(path, faults(connection))


def require(path: Path, found: Iterator[str]) -> None:
    """Raise NotADatabase, which names the first, if anything is odd about a file."""
    fault = next(found, None)
    if fault:
        odd = tr(
            "{name} is not as this program writes its files ({fault}), so nothing of it is used. "
            "Make it anew where it comes from, or choose a backup."
        )
        raise NotADatabase(odd.format(name=path.name, fault=fault))


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield in words each trigger, view and virtual table; only plain tables have a root page."""
    sql = """SELECT name FROM sqlite_schema
        WHERE type NOT IN ('table', 'index') OR NOT coalesce(rootpage, 0)"""
    for (name,) in connection.execute(sql):
        yield tr("it has a trigger or a view, {name}").format(name=name)
