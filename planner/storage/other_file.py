"""Take in another computer's file: a copy that is sound, ours, of today's schema, and only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from time import time
from typing import NamedTuple

from planner.engine.terms import N_
from planner.language import tr
from planner.storage import (
    backups,
    driver,
    fields,
    file_place,
    inspection,
    migrations,
    models,
    programmed,
    soundness,
)
from planner.storage.fields import Converted
from planner.storage.merge_known import Joined, Same
from planner.storage.problems import DamagedDatabase, DatabaseProblem, NotADatabase, plainly
from planner.storage.telling import Progress, part_of, unheard

LATEST = 4_102_444_800_000  # the year 2100: a clock that says more is wrong
_INSPECTED, _COPIED = 0.4, 0.8  # shares of the time
_CUT_OFF = N_(
    "{name} is damaged: it may have been cut off on its way. Ask for it again, or copy it again "
    "from the other computer."
)
_FOLDER = "planner-merge-"  # begins the name of a temporary one
_LEFT_S = 24 * 3600.0  # no merge lasts a day


class Renamed(NamedTuple):
    """New uids by old ones, of rows of a table and of what of it is gone."""

    table: str
    rows: dict[str, str]
    gone: dict[str, str]

    def turned(self) -> Renamed:
        """Return what takes this back."""
        rows, gone = ({new: old for old, new in each.items()} for each in self[1:])
        return Renamed(self.table, rows, gone)


class Other:
    """A copy of another file in a folder of its own; `path` is where the file itself is.

    `known` is what that file knows of uids, None before somebody asked; `joined` what goes by
    several uids in the two files, `renamed` what the copy calls as this file does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._folder = Path(mkdtemp(prefix=_FOLDER))
        self.copy = self._folder / "other.db"
        self.known: list[Same] | None = None
        self.joined: Joined = {}
        self.renamed: list[Renamed] = []
        self._connection: sqlite3.Connection | None = None

    def connection(self) -> sqlite3.Connection:
        """Return a connection that reads the copy; the first who asks is who uses it."""
        if self._connection is None:
            made = driver.connect(self.copy, "ro")
            made.execute("PRAGMA trusted_schema = 0")
            made.execute("PRAGMA query_only = 1")
            self._connection = made
        return self._connection

    def close(self) -> None:
        """Remove the copy; doing it twice does no harm."""
        if self._connection is not None:
            self._connection.close()
        with suppress(OSError):  # what is left, a later start removes
            rmtree(self._folder)


def sweep() -> None:
    """Remove the copies that were left when the computer or the program stopped in a merge."""
    for folder in Path(gettempdir()).glob(f"{_FOLDER}*"):
        with suppress(OSError):
            if time() - folder.stat().st_mtime > _LEFT_S:
                rmtree(folder)


def fetch(path: Path, told: Progress = unheard) -> Other:
    """Copy another file, check it and bring the copy up to date; any thread may.

    Raises a DatabaseProblem for a file that is missing, foreign, damaged, newer, or open here, or
    what `told` raises; then there is no copy.
    """
    if file_place.holds(path):
        own = tr("{name} is the training database that is open. Choose the other computer's file.")
        raise DatabaseProblem(own.format(name=path.name))
    with _of_another(path):
        if inspection.inspect(path, part_of(told, 0, _INSPECTED)) == 0:
            empty = tr("{name} is missing or empty. Choose the other computer's file.")
            raise NotADatabase(empty.format(name=path.name))
    other = Other(path)
    try:
        with _of_another(path), plainly(), closing(inspection.look(path)) as source:
            _make(source, other.copy, path, part_of(told, _INSPECTED, 1))
    except BaseException:
        other.close()
        raise
    return other


@contextmanager
def _of_another(path: Path) -> Iterator[None]:
    """Let damage of another computer's file be told as that: no backup here can mend it."""
    try:
        yield
    except DamagedDatabase as problem:
        raise DamagedDatabase(tr(_CUT_OFF).format(name=path.name)) from problem


def _make(source: sqlite3.Connection, copy: Path, path: Path, told: Progress) -> None:
    with closing(driver.connect_like(source, copy)) as made:
        backups.pour(source, made, part_of(told, 0, _COPIED))
        made.execute("PRAGMA journal_mode = delete")
        made.execute("PRAGMA trusted_schema = 0")
        _require(path, programmed.faults(made))
        migrations.migrate(made)
        _require(path, soundness.misshapen(made))
        _require(path, _meaningless(made))
    told(1, 1)


def _require(path: Path, faults: Iterator[str]) -> None:
    fault = next(faults, None)
    if fault:
        odd = tr(
            "{name} is not as this program writes its files ({fault}), so nothing of it is taken "
            "in. Make it anew where it comes from."
        )
        raise NotADatabase(odd.format(name=path.name, fault=fault))


def _meaningless(made: sqlite3.Connection) -> Iterator[str]:
    """Find values that nothing here could read; clean typed text as it is cleaned when typed."""
    made.create_function("clean", 1, fields.clean)
    for model in models.TABLES:
        table = model._meta.table_name
        for name, column in model._meta.columns.items():
            if column.field_type == "TEXT":
                yield from _unread(made, table, name, column)
        if "changed_at" in model._meta.columns:
            made.execute(f'UPDATE "{table}" SET changed_at = ?1 WHERE changed_at > ?1', (LATEST,))
    made.execute("UPDATE gone SET gone_at = ?1 WHERE gone_at > ?1", (LATEST,))


def _unread(made: sqlite3.Connection, table: str, name: str, column: object) -> Iterator[str]:
    typed, dirty = isinstance(column, Converted), []
    unread = tr("{table} has the {column} {value}")
    try:
        for (value,) in made.execute(f'SELECT DISTINCT "{name}" FROM "{table}"'):
            if value is not None and fields.clean(value) != value:
                dirty.append((value,))
            if typed and not _is_read(column, value):
                yield unread.format(table=table, column=name, value=repr(value))
    except driver.errors("OperationalError") as error:
        no_text = tr("{table} has a {column} that is no text: {error}")
        yield no_text.format(table=table, column=name, error=error)
    if dirty and not typed:
        yield unread.format(table=table, column=name, value=repr(dirty[0][0]))
    cleaning = f'UPDATE "{table}" SET "{name}" = clean("{name}") WHERE "{name}" = ?'
    made.executemany(cleaning, dirty)


def _is_read(column: object, value: object) -> bool:
    assert isinstance(column, Converted)
    try:
        column.load(value)
    except (KeyError, ValueError, TypeError, AttributeError):
        return False
    return True
