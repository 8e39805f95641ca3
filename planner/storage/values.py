"""Values that the program never writes, found in a file by SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from peewee import Model

from planner.language import tr
from planner.storage import models
from planner.storage.fields import Converted

MOST = 10  # told of a table
# what is damaged may be no text at all
_UNDECODED = """CASE typeof("{c}") WHEN 'text' THEN CAST("{c}" AS BLOB) ELSE "{c}" END"""


def faults(connection: sqlite3.Connection) -> list[str]:
    """Say in words which values of a file of today's schema cannot be read, some of each table."""
    return [fault for model in models.TABLES for fault in _of_table(connection, model)]


def _of_table(connection: sqlite3.Connection, model: type[Model]) -> Iterator[str]:
    table = model._meta.table_name
    rules = dict(_rules(model))
    if not rules:
        return
    wrong = " OR ".join(f"NOT ({rule})" for rule in rules.values())
    columns = ", ".join(f"{_UNDECODED.format(c=name)}, ({rule})" for name, rule in rules.items())
    sql = f'SELECT rowid, {columns} FROM "{table}" WHERE {wrong} LIMIT {MOST}'
    for row, *found in connection.execute(sql):
        for name, value, right in zip(rules, found[::2], found[1::2], strict=True):
            if not right:
                said = tr("row {row} of {table} cannot have {column} {value}")
                yield said.format(row=row, table=table, column=name, value=_shown(value))


def _shown(value: object) -> str:
    return repr(value.decode("utf-8", "replace") if isinstance(value, bytes) else value)


def _rules(model: type[Model]) -> Iterator[tuple[str, str]]:
    for name, column in model._meta.columns.items():
        if isinstance(column, Converted) and column.rule:
            cell = f'"{name}"'
            yield name, f"{cell} IS NULL OR {column.rule.format(c=cell)}"
