"""Write spreadsheets: sheets of text, numbers and dates, in which nothing is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from planner.formats.guard import GUARDED
from planner.formats.parsed import Progress

Cell: TypeAlias = str | float | date | None
FIRST_DAY = date(1900, 3, 1)  # spreadsheets count days from 1900, and take it for a leap year
LONGEST_CELL = 32_767  # UTF-16 units, as spreadsheets have it
MOST_ROWS = 1_048_576
LONGEST_NAME = 31
PROGRESS_ROWS = 500
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NO_TEXT = re.compile("[\ufffe\uffff\ud800-\udfff]")  # XML has no such characters
_STYLES: dict[str, dict[str, Any]] = {
    "text": {"valign": "top"},
    "guarded": {"valign": "top", "quote_prefix": True},
    "heading": {"valign": "top", "bold": True},
    "day": {"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"},
    "moment": {"valign": "top", "align": "left", "num_format": "yyyy-mm-dd hh:mm:ss"},
}


class Heading(str):
    """Text that stands out."""

    __slots__ = ()


class _Exact(float):
    """A number that is written with all of its digits, as spreadsheets write theirs."""

    def __format__(self, _spec: str) -> str:
        return repr(float(self))


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title and width in characters; what is `folded` opens with a click."""

    title: str
    width: float = 10.0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; with titles, these stay in sight. `count` is how many rows are to be told of."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    count: int = 0
    titled: bool = True


def write(sheets: Sequence[Sheet], progress: Progress | None = None) -> bytes:
    """Write a workbook; `progress` gets (rows done, rows in all) and may raise to stop.

    All of it stays in memory, 4 KB a row of a log: what a passphrase protects is in no other file.
    Text beyond what a cell can hold ends in '…'. Raises ValueError for more rows than a sheet can
    hold.
    """
    from xlsxwriter import Workbook  # takes 0.1 s to import: only who writes one waits for it

    content, total = io.BytesIO(), sum(sheet.count for sheet in sheets)
    book = Workbook(content, {"in_memory": True})
    styles = {name: book.add_format(style) for name, style in _STYLES.items()}
    names, done = sheet_names([each.name for each in sheets]), 0
    try:
        for name, sheet in zip(names, sheets, strict=True):
            _write_sheet(book.add_worksheet(name), sheet, styles, _from(done, total, progress))
            done += sheet.count
        book.close()
    finally:
        for each in book.worksheets():
            _let_go(each.table)
    return content.getvalue()


def fits(text: str) -> bool:
    """Say whether a cell can hold a text whole."""
    return (
        len(text) <= LONGEST_CELL // 2
        or len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST_CELL
    )


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names as sheets can have them, each once, whatever the case."""
    made: list[str] = []
    for text in wanted:
        clean = _NO_NAME.sub(" ", text).strip(" '")[:LONGEST_NAME] or "Sheet"
        tails = chain([""], (f" {number}" for number in range(2, MOST_ROWS)))
        names = (clean[: LONGEST_NAME - len(tail)] + tail for tail in tails)
        taken = {each.casefold() for each in made}
        made.append(next(name for name in names if name.casefold() not in taken))
    return made


def _from(start: int, total: int, progress: Progress | None) -> Progress:
    return lambda done, _all: progress(start + done, total) if progress is not None else None


def _write_sheet(made: Any, sheet: Sheet, styles: dict[str, Any], progress: Progress) -> None:
    for at, column in enumerate(sheet.columns):
        folded = {"level": 1, "hidden": True} if column.folded else {}
        made.set_column(at, at, column.width, None, folded)
    for number, row in enumerate(_with_titles(sheet)):
        if number == MOST_ROWS:
            raise ValueError(f"A sheet holds {MOST_ROWS:,} rows at most; '{sheet.name}' has more.")
        if number % PROGRESS_ROWS == 0:
            progress(number, sheet.count)
        for at, value in enumerate(row):
            _write_cell(made, number, at, value, styles)
    if sheet.titled:
        made.freeze_panes(1, 0)


def _let_go(rows: dict[int, Any]) -> None:
    """Free rows one by one: a million cells at once would keep every other thread waiting."""
    while rows:
        rows.popitem()


def _with_titles(sheet: Sheet) -> Iterator[Sequence[Cell]]:
    if sheet.titled:
        yield [Heading(column.title) for column in sheet.columns]
    yield from sheet.rows


def _write_cell(made: Any, row: int, at: int, value: Cell, styles: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int | float):
        made.write_number(row, at, _Exact(value), styles["text"])
    elif isinstance(value, date) and _countable(value):
        moment = isinstance(value, datetime)
        made.write_datetime(row, at, value, styles["moment" if moment else "day"])
    else:
        text = value if isinstance(value, str) else value.isoformat()
        made.write_string(row, at, _storable(text), styles[_style(text)])


def _countable(value: date) -> bool:
    """Say whether a day or moment is exact as a spreadsheet's number."""
    if not isinstance(value, datetime):
        return value >= FIRST_DAY
    return value.date() >= FIRST_DAY and value.tzinfo is None and not value.microsecond


def _style(text: str) -> str:
    if isinstance(text, Heading):
        return "heading"
    return "guarded" if text.startswith(GUARDED) else "text"


def _storable(text: str) -> str:
    """Return text that a cell can hold. XlsxWriter would take '<r>…</r>' for marked-up text."""
    text = _NO_TEXT.sub("\ufffd", str(text))
    if not fits(text):
        text = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore")
        text += "…"
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text)}</t></r>'
    return text
