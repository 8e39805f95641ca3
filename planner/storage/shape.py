"""The shape of a database: columns, keys, indexes and rules of each table, names aside."""

from __future__ import annotations

import re
import sqlite3
from functools import cache

import peewee

from planner.language import tr
from planner.storage import models

Shape = dict[str, set[str]]


def shape_of(connection: sqlite3.Connection) -> Shape:
    """Describe every table of a database by a set of facts."""
    tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    return {
        name: {
            *_columns(connection, name),
            *_foreign_keys(connection, name),
            *_indexes(connection, name),
            *_rules(sql),
        }
        for name, sql in tables.fetchall()
        if not name.startswith("sqlite_")
    }


@cache
def shape_of_models() -> Shape:
    """Describe what the tables of models.py make in a new database; others only read it."""
    database = peewee.SqliteDatabase(":memory:")
    with database.bind_ctx(models.TABLES), database.connection_context():
        database.create_tables(models.TABLES, safe=False)
        return shape_of(database.connection())


def differences(shape: Shape, expected: Shape) -> list[str]:
    """List in words how a shape differs from the one expected; empty when it does not."""
    lacks = tr("table {table} lacks {fact}")
    unknown = tr("table {table} has the unknown {fact}")
    found = []
    for table in sorted(shape.keys() | expected.keys()):
        there, wanted = shape.get(table, set()), expected.get(table, set())
        found += [lacks.format(table=table, fact=fact) for fact in sorted(wanted - there)]
        found += [unknown.format(table=table, fact=fact) for fact in sorted(there - wanted)]
    return found


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    info = connection.execute(f'PRAGMA table_xinfo("{table}")').fetchall()
    return [
        f"column {name} {kind}{' NOT NULL' * filled}{' KEY' * bool(key)} = {default}"
        for _, name, kind, filled, default, key, _ in info
    ]


def _foreign_keys(connection: sqlite3.Connection, table: str) -> list[str]:
    info = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return [
        f"link {column} to {parent}.{key} on delete {action}"
        for _, _, parent, column, key, _, action, _ in info
    ]


def _indexes(connection: sqlite3.Connection, table: str) -> list[str]:
    facts = []
    for _, name, unique, origin, partial in connection.execute(f'PRAGMA index_list("{table}")'):
        columns = connection.execute(f'PRAGMA index_info("{name}")').fetchall()
        kind = f"{'unique ' * unique}{'partial ' * partial}index"
        if origin == "c":
            facts.append(f"{kind} on {', '.join(column for *_, column in columns)}")
    return facts


def _rules(sql: str) -> list[str]:
    checks = re.findall(r"CHECK (\((?:[^()]|\([^()]*\))*\))", sql.replace('"', ""))
    options = sql[sql.rindex(")") + 1 :].split(",")
    return [f"rule {check}" for check in checks] + [f"option {each.strip()}" for each in options]
