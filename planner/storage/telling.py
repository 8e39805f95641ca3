"""Tell how far slow work on a file is, and let whoever hears it stop that work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from planner.engine.terms import Progress as Progress

STEPS = 100_000  # of SQLite's machine between two calls: some 2 ms


def unheard(_done: int, _total: int) -> None:
    """Hear nothing."""


def part_of(told: Progress, since: float, until: float) -> Progress:
    """Return what tells of a part of some work, which lasts from one share of it to another."""

    def tell(done: int, total: int) -> None:
        share = since + (until - since) * min(done / max(total, 1), 1.0)
        told(round(share * 1000), 1000)

    return tell


@contextmanager
def heard(connection: sqlite3.Connection, told: Progress, total_steps: int) -> Iterator[None]:
    """Let long statements tell how far they are; `total_steps` of SQLite's machine are a guess."""
    if told is unheard:
        yield
        return
    raised: list[BaseException] = []
    connection.set_progress_handler(partial(_tell, told, total_steps, [0], raised), STEPS)
    try:
        yield
    except Exception:
        if raised:  # SQLite itself only says that it was interrupted
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if raised:
        raise raised[0]


def _tell(told: Progress, total_steps: int, calls: list[int], raised: list[BaseException]) -> bool:
    """Tell one call of SQLite's; say whether it has to stop."""
    calls[0] += 1
    try:
        told(min(calls[0] * STEPS, total_steps), total_steps)
    except BaseException as error:  # noqa: BLE001 - raised again where the statement was begun
        raised.append(error)
    return bool(raised)
