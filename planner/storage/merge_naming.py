"""Let a lifter who was made on two computers, and all that both have, go by the same uids.

For comparing, the copy of the other file takes the uids that are here. What is merged takes those
of the other file: merged there in its turn, it is known by them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing

from planner.storage import driver, kin
from planner.storage.base import open_connection
from planner.storage.merge_twins import Twin, Uids
from planner.storage.other_file import Other

_AT_ONCE = 500  # rows


def join(other: Other, twins: Sequence[Twin]) -> Generator[None, None, None]:
    """Let the copy of the other file call lifters as this file does."""
    for twin in twins:
        yield from _in_copy(other, twin.uids)
        other.joined += (twin,)


def part(other: Other) -> Generator[None, None, None]:
    """Let the copy of the other file call all lifters as that file does."""
    while other.joined:
        yield from _in_copy(other, _turned(other.joined[-1].uids))
        other.joined = other.joined[:-1]


def take_over(twin: Twin) -> Iterator[None]:
    """Let this file call a lifter as the other one does, inside a step."""
    return _rename(open_connection(), _turned(twin.uids))


def _turned(uids: Uids) -> Uids:
    return {table: {here: there for there, here in each.items()} for table, each in uids.items()}


def _in_copy(other: Other, uids: Uids) -> Generator[None, None, None]:
    with closing(driver.connect_with(driver.key_in_use(other.connection()), other.copy)) as copy:
        copy.execute("BEGIN")
        for _ in _rename(copy, uids):
            yield
        copy.execute("COMMIT")


def _rename(connection: sqlite3.Connection, uids: Uids) -> Iterator[None]:
    for table in kin.TRAVELLING:
        pairs = list(uids.get(table, {}).items())
        taken = _taken(connection, table) if pairs else ()
        for start in range(0, len(pairs), _AT_ONCE):
            some = [(new, old) for old, new in pairs[start : start + _AT_ONCE] if new not in taken]
            connection.executemany(f'UPDATE "{table}" SET uid = ? WHERE uid = ?', some)
            yield
    _rename_settings(connection, uids["lifter"])


def _taken(connection: sqlite3.Connection, table: str) -> set[str]:
    """Return the uids of a table."""
    return {uid for (uid,) in connection.execute(f'SELECT uid FROM "{table}"')}


def _rename_settings(connection: sqlite3.Connection, lifters: Mapping[str, str]) -> None:
    """Let settings, and what is gone, be of lifters by their new uids."""
    for old, new in lifters.items():
        connection.execute("UPDATE gone SET lifter_uid = ? WHERE lifter_uid = ?", (new, old))
        connection.execute(
            """UPDATE OR IGNORE setting SET key = substr(key, 1, length(key) - length(?1)) || ?2
            WHERE substr(key, -length(?1) - 1) = '/' || ?1""",
            (old, new),
        )
