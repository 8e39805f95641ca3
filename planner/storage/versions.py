"""Tell whether anybody has written to the file since, and what of a log may be another one."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Set
from datetime import date
from typing import NamedTuple

from planner.storage.base import open_connection
from planner.storage.problems import plainly

STEPS_KNOWN = 1000  # a few hundred bytes each; whoever looks away for longer reads all anew


class Version(NamedTuple):
    """A state of the file: how often this connection changed a row, and when others wrote."""

    connection: sqlite3.Connection
    changes: int
    elsewhere: int


class Touched(NamedTuple):
    """What of a log may be another one: sessions by id, and days told of otherwise."""

    sessions: Set[int] = frozenset()
    days: Set[date] = frozenset()


class _Step(NamedTuple):
    connection: sqlite3.Connection
    before: int  # changes
    after: int
    touched: Touched | None


_steps: deque[_Step] = deque(maxlen=STEPS_KNOWN)


def version() -> Version | None:
    """Return what is equal only while nobody, here or elsewhere, has written to the open file.

    None inside a transaction: what it wrote may still be rolled back, which no counter tells.
    """
    connection = open_connection()
    if connection.in_transaction:
        return None
    with plainly():
        (elsewhere,) = connection.execute("PRAGMA data_version").fetchone()
    return Version(connection, connection.total_changes, elsewhere)


def touched_since(known: Version | None, now: Version | None) -> Touched | None:
    """Return what the steps from one version to another wrote to logs; None when nobody knows.

    It is known only while each change since was part of such a step, and none was of a lifter or
    of the library: not of what another program wrote, nor after a step that was rolled back.
    """
    if known is None or now is None or known._replace(changes=now.changes) != now:
        return None
    sessions: set[int] = set()
    days: set[date] = set()
    reached = now.changes
    for step in reversed(_steps):
        if reached == known.changes:
            break
        if (step.connection, step.after) != (now.connection, reached) or step.touched is None:
            return None
        sessions |= step.touched.sessions
        days |= step.touched.days
        reached = step.before
    return Touched(sessions, days) if reached == known.changes else None


def note_step(connection: sqlite3.Connection, before: int, touched: Touched | None) -> None:
    """Note a step that ends, by the counter of changes before it and what it wrote to logs."""
    if _steps and _steps[-1].connection is not connection:
        _steps.clear()  # that file is closed
    _steps.append(_Step(connection, before, connection.total_changes, touched))
