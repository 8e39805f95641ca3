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


def noting(table: str) -> str:
    """Return the statement that notes rows as gone: [uid, id of what it hung below] each, when.

    Rows that are there, or were noted, are left out, and those with nothing above them any more.
    """
    each = kin.TRAVELLING[table]
    return f"""INSERT INTO gone (uid, place, lifter_uid, gone_at)
        SELECT json_extract(k.value, '$[0]') AS uid_, '{table}',
            {_whose(each, "json_extract(k.value, '$[0]')")} ?2
        FROM json_each(?1) k {_joined(each, "json_extract(k.value, '$[1]')")}
        WHERE uid_ NOT IN (SELECT uid FROM "{table}") AND uid_ NOT IN (SELECT uid FROM gone)"""


def _triggers() -> Iterator[str]:
    for each in kin.TRAVELLING.values():
        yield (
            f'CREATE TEMP TRIGGER "gone {each.table}" AFTER DELETE ON main."{each.table}" '
            "WHEN NOT EXISTS (SELECT 1 FROM temp.tombstones_rest) BEGIN "
            "INSERT INTO gone (uid, place, lifter_uid, gone_at) "
            f"SELECT old.uid, '{each.table}', {_whose(each, 'old.uid')} "
            f"{_gone_at(each)} {_where(each)} "
            "ON CONFLICT (uid) DO UPDATE SET place = excluded.place, gone_at = excluded.gone_at; "
            "END"
        )


def _whose(each: Kin, uid: str) -> str:
    if each.table == "lifter":
        return f"{uid},"
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
    above = f'old."{each.owner[0]}"'
    return f"FROM (SELECT 1) {_joined(each, above)} WHERE true"


def _joined(each: Kin, key: str) -> str:
    """Return the joins from a row to its lifter; `key` is the id of what it hangs below."""
    joins = []
    for n, (column, table) in enumerate(kin.way_up(each), start=1):
        held = key if n == 1 else f'a{n - 1}."{column}"'
        joins.append(f'JOIN "{table}" a{n} ON a{n}.id = {held}')
    return " ".join(joins)
