"""Two computers with the same client, and what merging does to their files."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

from planner.coach.parts import at_once
from planner.storage import (
    database,
    kin,
    merge_places,
    merge_writing,
    merging,
    other_file,
    undo,
)
from planner.storage.base import db
from planner.storage.merge_attached import beside
from planner.storage.merge_settings import Travel

TRAVEL = Travel(
    lambda key: key.startswith("goes/"), lambda _, value: value != "broken", lambda _, won, __: won
)
Dump = dict[str, list[Any]]


class Computers:
    """A desk and a laptop, each with a file that began as a copy of the same one."""

    def __init__(self, desk: Path, laptop: Path) -> None:
        self.desk, self.laptop = desk, laptop
        self._first = desk.read_bytes()
        self._fetched: list[other_file.Other] = []

    def clear_away(self) -> None:
        """Remove the copies of other files."""
        while self._fetched:
            self._fetched.pop().close()

    def begin_anew(self) -> None:
        """Let both files be as they were at first."""
        database.close_database()
        self.clear_away()
        for path in (self.desk, self.laptop):
            for end in ("-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            path.write_bytes(self._first)

    def at(self, path: Path) -> None:
        """Sit down at a computer."""
        database.open_database(path)

    def compare(self, other: Path) -> merging.Comparison:
        """Compare the open file with another one."""
        return at_once(merging.compare(self.fetch(other), TRAVEL, lambda _: None))

    def fetch(self, other: Path) -> other_file.Other:
        """Copy another file; the copy stays until the test ends."""
        found = other_file.fetch(other)
        self._fetched.append(found)
        return found

    def merge(self, other: Path, *chosen: merging.Key) -> undo.Step:
        """Merge another file into the open one."""
        return self.carry_out(self.compare(other), *chosen)

    def carry_out(self, made: merging.Comparison, *chosen: merging.Key) -> undo.Step:
        """Merge what was compared."""
        step = at_once(beside(made.files, _merged(made, chosen)))
        assert database.check().problems == ()
        return step

    def content(self) -> Dump:
        """Return all that travels, whatever its ids in this file are."""
        return content()


def orders() -> dict[str, list[str]]:
    """Return the uids of what is in an order in the open file, in the order that is shown."""
    found = {}
    for table, owner in merge_places.ORDERED.items():
        sql = f'SELECT t.uid FROM "{table}" t ORDER BY {_named(owner, _above(table))}, position, id'
        found[table] = [uid for (uid,) in db.connection().execute(sql)]
    return found


def _above(table: str) -> str:
    owner = kin.TRAVELLING[table].owner
    assert owner is not None
    return owner[1]


def _merged(
    made: merging.Comparison, chosen: Iterable[merging.Key]
) -> Generator[None, None, undo.Step]:
    with undo.step() as step, merge_writing.fitting("laptop.db"):
        planned = yield from merging.plan(made, set(chosen))
        yield from merge_writing.carry_out(made, planned, lambda *_: None)
    return step


def _named(column: str, table: str) -> str:
    name = "slug" if table == "exercise" else "uid"
    return f'(SELECT {name} FROM "{table}" p WHERE p.id = t."{column}")'


def content() -> Dump:
    """Return the rows of the open file by uid, with the uids of what they point at."""
    found: Dump = {}
    for table, each in kin.TRAVELLING.items():
        pointing = {**each.links, **(dict([each.owner]) if each.owner else {})}
        columns = ", ".join(
            _named(name, pointing[name]) if name in pointing else f't."{name}"'
            for name in each.columns
            if name != "id"
        )
        custom = "WHERE custom" if table == "exercise" else ""
        sql = f'SELECT {columns} FROM "{table}" t {custom} ORDER BY uid'
        found[table] = db.connection().execute(sql).fetchall()
    found["gone"] = db.connection().execute("SELECT * FROM gone ORDER BY uid").fetchall()
    sql = "SELECT key, value FROM setting WHERE key LIKE 'goes/%' ORDER BY key"
    found["setting"] = db.connection().execute(sql).fetchall()
    return found
