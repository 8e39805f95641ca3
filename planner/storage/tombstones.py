"""Note what is deleted by name, so that another computer's file does not bring it back.

Temporary triggers write to the table `gone`. What hangs below a deleted row is not noted: when
its own trigger runs, the row that it hung below is not there any more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from planner.storage import kin
from planner.storage.kin import Kin
from planner.storage.stamps import stamp


def arm(connection: sqlite3.Connection) -> None:
    """Set up the triggers on a connection."""
    connection.create_function("stamp", 0, stamp)
    connection.execute("CREATE TEMP TABLE tombstones_rest (depth INTEGER)")
    for statement in _triggers():
        connection.execute(statement)


@contextmanager
def at_rest(connection: sqlite3.Connection) -> Iterator[None]:
    """Note nothing: whoever deletes in the block, inside a step, knows what was deleted."""
    connection.execute("INSERT INTO tombstones_rest VALUES (1)")
    yield
    connection.execute("DELETE FROM tombstones_rest")  # a rollback does, too


def _triggers() -> Iterator[str]:
    for each in kin.TRAVELLING.values():
        yield (
            f'CREATE TEMP TRIGGER "gone {each.table}" AFTER DELETE ON main."{each.table}" '
            "WHEN NOT EXISTS (SELECT 1 FROM temp.tombstones_rest) BEGIN "
            "INSERT INTO gone (uid, place, lifter_uid, gone_at) "
            f"SELECT old.uid, '{each.table}', {_whose(each)} {_gone_at(each)} {_where(each)} "
            "ON CONFLICT (uid) DO UPDATE SET gone_at = excluded.gone_at; END"
        )


def _whose(each: Kin) -> str:
    if each.table == "lifter":
        return "old.uid,"
    return f"a{len(kin.way_up(each))}.uid," if each.owner else "'',"


def _gone_at(each: Kin) -> str:
    now = "max(stamp(), old.changed_at + 1)"
    if "deleted_at" not in each.columns:
        return now
    return (
        f"CASE WHEN old.deleted_at IS NULL THEN {now} ELSE max(old.deleted_at, old.changed_at) END"
    )


def _where(each: Kin) -> str:
    """Return the SQL that finds the lifter, and nothing once the row above is deleted, too."""
    if each.owner is None:
        return "WHERE true"
    (column, table), *above = kin.way_up(each)
    joins = "".join(
        f' JOIN "{parent}" a{n} ON a{n}.id = a{n - 1}."{key}"'
        for n, (key, parent) in enumerate(above, start=2)
    )
    return f'FROM "{table}" a1{joins} WHERE a1.id = old."{column}"'
