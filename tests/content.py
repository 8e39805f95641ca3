"""What the open file holds, but for what undo leaves behind: stamps, and what is gone."""

from __future__ import annotations

from typing import Any, TypeAlias

from planner.storage.base import open_connection

Content: TypeAlias = dict[str, list[tuple[Any, ...]]]


def content(but: str = "gone") -> Content:
    """Return the rows of all tables, those left out whose name begins so."""
    read = open_connection().execute
    found = read("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    names = [name for (name,) in found if name != "gone" and not name.startswith(but)]
    return {name: sorted(read(_rows_of(name)), key=repr) for name in names}


def _rows_of(table: str) -> str:
    info = open_connection().execute(f'PRAGMA table_info("{table}")').fetchall()
    names = ", ".join(f'"{name}"' for _, name, *_ in info if name != "changed_at")
    return f'SELECT {names} FROM "{table}"'
