"""Tell which program wrote a log, and read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from planner.engine.terms import Unit
from planner.formats import (
    csv_log,
    fitbod,
    fitnotes,
    fitnotes_backup,
    fitnotes_ios,
    hevy,
    jefit,
    json_log,
    liftosaur,
    log_sheets,
    sqlite_tables,
    strong,
    stronglifts,
    workbook,
)
from planner.formats.parsed import FormatProblem, ParsedLog, Progress
from planner.formats.text import Table, decode, open_table
from planner.language import tr


class App(Protocol):
    """What a module for one program's tables offers."""

    NAME: str

    def recognises(self, table: Table) -> bool:
        """Tell whether the table is that program's."""

    def read(self, table: Table, chosen: Unit | None, progress: Progress | None) -> ParsedLog:
        """Read the table; `chosen` is the unit to take when the file states none."""


TABLES: tuple[App, ...] = (
    csv_log,
    strong,
    hevy,
    fitnotes_ios,
    fitnotes,
    fitbod,
    stronglifts,
    jefit,
    liftosaur,
)
Reader: TypeAlias = Callable[[bytes, Unit | None, Progress | None], ParsedLog]
SHOWN = 40  # characters of a foreign first line


def read(
    data: bytes, name: str, unit: Unit | None = None, progress: Progress | None = None
) -> ParsedLog:
    """Read a log file of any known program.

    `name` is the file's name, for messages. `unit` is taken when the file does not state one.
    `progress` is called with (rows done, rows in all) and may raise Stopped to stop. Raises
    FormatProblem when the file is none of the known formats or holds no row.
    """
    try:
        log = _reader(data)(data, unit, progress)
    except FormatProblem as problem:
        why = tr("{name} cannot be imported. {why}").format(name=name, why=problem)
        raise FormatProblem(why) from None
    if not log.rows:
        empty = tr("{name} cannot be imported. It is a {format} log without rows.")
        raise FormatProblem(empty.format(name=name, format=tr(log.format)))
    return log


def _reader(data: bytes) -> Reader:
    """Return what reads a file of its kind."""
    if workbook.is_one(data):
        return log_sheets.read
    return fitnotes_backup.read if sqlite_tables.is_one(data) else _read_text


def _read_text(data: bytes, unit: Unit | None, progress: Progress | None) -> ParsedLog:
    text = decode(data)
    if text.lstrip()[:1] in ("{", "["):
        return json_log.read(text)
    table = open_table(text)
    for app in TABLES:
        if app.recognises(table):
            return app.read(table, unit, progress)
    raise FormatProblem(_looked_for(table))


def _looked_for(table: Table) -> str:
    first = table.delimiter.join(table.header)
    shown = first if len(first) <= SHOWN else first[:SHOWN] + "…"
    apps = ", ".join(app.NAME for app in TABLES if app is not csv_log)
    return tr(
        "I looked for a log of this program or of {apps}; it begins with '{shown}'. Export the log "
        "from its app again, as CSV."
    ).format(apps=apps, shown=shown)
