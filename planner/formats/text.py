"""From the bytes of a table file to its records, each with the line on which it starts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator, Iterator
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from planner.formats.parsed import FormatProblem
from planner.language import tr, whole_number

DELIMITERS = ",;\t"
LONGEST_HEADER = 10_000  # characters; the longest header of a known app has 300
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
CONTROL_SHARE = 0.05  # of the first 4 KB; text has hardly any, compressed data twice that
ZEROS_SHARE = 0.8  # of every second byte of text in UTF-16 that has some letters of its own
DATED_START = re.compile(  # a date in the first or second cell
    r'"?(?:[^,;\t]{0,100}[,;\t]"?)?'
    r"(?:\d{4}[-/]\d\d?[-/]\d|\d\d?/\d\d?/\d{4}|\d\d?\.? \S{2,12} \d{4}, \d)"
)


class Record(NamedTuple):
    """A row: the line it starts on (from 1), its cells, its text, and what is wrong with it."""

    line: int
    cells: list[str]
    text: str
    problem: str = ""


class Table(NamedTuple):
    """A table file: text, delimiter, the first row, and the lines where two rows start (from 0)."""

    text: str
    delimiter: str
    header: list[str]
    first: int
    second: int


def decode(data: bytes) -> str:
    """Turn bytes into text: UTF-16 by its mark or its zeros, UTF-8, else Windows-1252.

    Raises FormatProblem for empty and binary files.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    elif wide := _unmarked_utf_16(data[:4096]):
        text = data.decode(wide, "ignore")
    else:
        text = _decode_bytes(data.rstrip(b"\0"))
    if not text.strip():
        raise FormatProblem(tr("The file is empty."))
    return text.replace("\0", "")


def _unmarked_utf_16(start: bytes) -> str:
    """Tell by which of two bytes is zero in Latin letters which way UTF-16 goes, or ''."""
    zeros = [half.count(0) / max(len(half), 1) for half in (start[::2], start[1::2])]
    if max(zeros) < ZEROS_SHARE or min(zeros) > 1 - ZEROS_SHARE:
        return ""
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _decode_bytes(data: bytes) -> str:
    start = data[:4096]
    if b"\0" in start or len(CONTROL.findall(start)) > CONTROL_SHARE * len(start):
        no_text = tr("This is no text file. Export the log as CSV and choose that file.")
        raise FormatProblem(no_text)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if problem.start > len(data) - 4:  # cut off inside the last character
            return data.decode("utf-8-sig", "ignore")
        return data.decode("cp1252", "replace")


def open_table(text: str) -> Table:
    """Find the first row of a table; raises FormatProblem when it is too long for a header."""
    start = io.StringIO(text[: 2 * LONGEST_HEADER], newline="").readlines()
    first = next((i for i, line in enumerate(start) if line.strip()), 0)
    if len(start[first]) > LONGEST_HEADER:
        too_long = tr("The first line has over {most} characters; no training log starts so.")
        raise FormatProblem(too_long.format(most=whole_number(LONGEST_HEADER)))
    delimiter = max(DELIMITERS, key=start[first].count)
    reader = csv.reader(start[first:], delimiter=delimiter)
    header = next(reader)
    if len(header) == 1:
        header = _unwrapped(header[0], delimiter)
    return Table(text, delimiter, list(map(str.strip, header)), first, first + reader.line_num)


def records(table: Table, with_first: bool = False) -> list[Record]:
    """Read the rows below the first one, or with it. Empty lines are no rows.

    Every row is filled up with '' to one cell more than the first row has, so that the index
    `len(table.header)` reads as blank. A last row that breaks off and a row that cannot be taken
    apart carry a problem.
    """
    width = len(table.header)
    lines = io.StringIO(table.text, newline="").readlines()
    found = list(_rows(lines, table, table.first if with_first else table.second))
    if found and not table.text.endswith(("\n", "\r")):
        found[-1] = _checked_end(found[-1], width)
    for _, cells, _, _ in found:
        if len(cells) <= width:
            cells.extend([""] * (width + 1 - len(cells)))
    return found


def _checked_end(record: Record, width: int) -> Record:
    if record.problem or len(record.cells) >= width:
        return record
    reason = tr("the file breaks off in this row, after {cells} of {width} columns")
    return record._replace(problem=reason.format(cells=len(record.cells), width=width))


def _rows(lines: list[str], table: Table, start: int) -> Iterator[Record]:
    """Yield records; where a quotation mark never closes, go on with the next line."""
    while start < len(lines):
        start = yield from _run(lines, table, start)
        if start < len(lines):
            yield _without_quotes(start + 1, lines[start], table)
            start += 1


def _run(lines: list[str], table: Table, start: int) -> Generator[Record, None, int]:
    """Yield records up to the first that has swallowed others; return the index of its line."""
    delimiter, at = table.delimiter, start
    spaced = f'{delimiter} "' in lines[start]
    reader = csv.reader(islice(lines, start, None), delimiter=delimiter, skipinitialspace=spaced)
    with suppress(csv.Error):  # a cell of more than 131,072 characters
        for cells in reader:
            end = start + reader.line_num
            if end - at > 1 and any(_starts_row(line, table) for line in lines[at + 1 : end]):
                return at
            if cells:
                text = lines[at] if end - at == 1 else "".join(lines[at:end])
                row = cells if len(cells) > 1 else _unwrapped(cells[0], delimiter)
                yield Record(at + 1, row, text.rstrip("\r\n"))
            at = end
    return at


def _starts_row(line: str, table: Table) -> bool:
    """Tell whether a line inside a cell is a row of its own: a date, and as many columns."""
    enough = line.count(table.delimiter) >= len(table.header) - 1
    return enough and DATED_START.match(line) is not None


def _without_quotes(number: int, line: str, table: Table) -> Record:
    text = line.rstrip("\r\n")
    cells = text[:LONGEST_HEADER].replace('"', "").split(table.delimiter)
    if len(cells) == len(table.header) and len(text) <= LONGEST_HEADER:
        return Record(number, cells, text)
    reason = tr("a quotation mark in this row is never closed, or the row is far too long")
    return Record(number, [], text[:LONGEST_HEADER], reason)


def _unwrapped(cell: str, delimiter: str) -> list[str]:
    """Take a row apart that some program has quoted as a whole."""
    if delimiter not in cell:
        return [cell]
    rows = list(csv.reader(io.StringIO(cell, newline=""), delimiter=delimiter))
    return rows[0] if len(rows) == 1 else [cell]
