"""The sections of a JEFIT export: a line like `### EXERCISE LOGS ###`, a header, rows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.formats.header import Columns
from planner.formats.text import DELIMITERS, Record, Table, records

LOGS, CARDIO = "EXERCISE LOGS", "CARDIO LOGS"
SETTING, SESSIONS, SET_LOGS, NOTES = "SETTING", "WORKOUT SESSIONS", "EXERCISE SET LOGS", "NOTES"
IDS, TITLES = ("eid", "exercise_id"), ("ename", "exercisename")
OWN = ("belongsys",)

_BANNER = re.compile(r'["\s]*#{2,}\s*([A-Z][A-Z ]*[A-Z])?[\s#]*["\s,;]*')


class Section(NamedTuple):
    """A section: the line of its title (from 1), its columns, and its rows."""

    name: str
    line: int
    columns: Columns
    rows: list[Record]


def is_jefit(text: str) -> bool:
    """Tell whether a text has a section of logged training."""
    if LOGS not in text and CARDIO not in text:
        return False
    titles = (_title(line) for line in io.StringIO(text) if line.lstrip(' "').startswith("##"))
    return any(title in (LOGS, CARDIO) for title in titles)


def _title(line: str) -> str | None:
    """Return a section's title, '' for the line that ends one, None for any other line."""
    found = _BANNER.fullmatch(line)
    return None if found is None else found[1] or ""


def split(text: str) -> list[Section]:
    """Return the sections of an export in the file's order, without those that have no header."""
    lines = io.StringIO(text, newline="").readlines()
    titled = [(at, name) for at, line in enumerate(lines) if (name := _title(line)) is not None]
    ends = [at for at, _ in titled[1:]] + [len(lines)] if titled else []
    found = (_section(name, lines, at, end) for (at, name), end in zip(titled, ends, strict=True))
    return [section for section in found if section is not None]


def _section(name: str, lines: Sequence[str], at: int, end: int) -> Section | None:
    first = next((i for i in range(at + 1, end) if lines[i].strip()), end)
    if not name or first == end:
        return None
    delimiter = max(DELIMITERS, key=lines[first].count)
    header = [cell.strip().strip('"').strip() for cell in lines[first].split(delimiter)]
    table = Table("".join(lines[first:end]), delimiter, header, 0, 1)
    rows = [row._replace(line=row.line + first) for row in records(table)]
    return Section(name, at + 1, Columns(header), [row for row in rows if any(row.cells)])


def cell(row: Sequence[str], columns: Columns, *names: str) -> str:
    """Return a row's cell in the first of the columns that is there, '' without one."""
    at = columns.index(*names)
    return row[at].strip() if at < min(len(row), columns.width) else ""


class Names:
    """What exercises are called, as any section tells it beside their ids.

    The app's own exercises and those of the lifter count their ids apart.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self._told: dict[str, set[tuple[str, str]]] = {}
        for number, own, name in _named(sections):
            self._told.setdefault(number, set()).add((own, name))

    def find(self, number: str, own: str) -> str:
        """Return the only name that an id can mean, else ''."""
        told = self._told.get(number, ())
        names = {name for kind, name in told if own in ("", kind) or not kind}
        return names.pop() if len(names) == 1 else ""


def _named(sections: Sequence[Section]) -> Iterator[tuple[str, str, str]]:
    """Yield id, whose it is, and name of each row that tells them; sections may hold more headers.

    The settings, with the date of birth, are never looked at.
    """
    for section in sections:
        columns = section.columns
        for row in section.rows if section.name != SETTING else ():
            if {each.casefold() for each in row.cells}.issuperset((IDS[1], TITLES[1])):
                columns = Columns(row.cells)
            number, own, name = (cell(row.cells, columns, *to) for to in (IDS, OWN, TITLES))
            if number and name and number != IDS[1]:
                yield number, own, name
