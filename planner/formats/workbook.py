"""Read the cells of a sheet out of a spreadsheet that anybody may have made."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO, TypeAlias

from planner.engine.terms import N_
from planner.formats.parsed import FormatProblem
from planner.language import tr

MAGIC = b"PK\x03\x04"
LARGEST_MB = 100  # unpacked; a set has about 1.5 KB: the log of a hundred years of training
MOST_PARTS = 1000
MOST_CELLS = 40_000_000  # of the rectangle that holds all; the reader reserves room for each
BROKEN = N_("It looks like a spreadsheet, but breaks off or is damaged.")
NO_WORKBOOK = N_(
    "It is a packed file and no .xlsx. Unpack it first, or save your sheet as .xlsx or CSV."
)
TOO_LARGE = N_("It is packed so that it has over {most} MB; no training log is so large.")
TOO_WIDE = N_("Its cells lie so far apart that no training log can be in it.")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)([0-9]*)["']""")
_PART = re.compile(r"(?:\[content_types\]|(?:xl/|_rels/).*)\.(?:xml|rels)", re.IGNORECASE)
_WORKBOOK = "xl/workbook.xml"
_CHUNK, _LONGEST_PLACE = 1 << 20, 64  # bytes

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def is_one(data: bytes) -> bool:
    """Say whether a file is packed as spreadsheets are."""
    return data.startswith(MAGIC)


def rows(data: bytes, sheet: str) -> list[list[Value]] | None:
    """Return the rows of a sheet, blank ones above them included; None without that sheet.

    What is read is packed anew, so that it is what was checked: a few bytes could unpack to
    terabytes, or a cell in the last corner reserve them. Raises FormatProblem.
    """
    checked = _checked(data)
    from python_calamine import CalamineError, CalamineWorkbook  # only who reads one waits for it

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(checked))
        if sheet not in book.sheet_names:
            return None
        return list(book.get_sheet_by_name(sheet).iter_rows())
    except (CalamineError, ValueError, OSError) as problem:
        raise FormatProblem(tr(BROKEN)) from problem


def text(value: Value) -> str:
    """Return a cell as our own table writes it: ISO dates, decimal point, seconds, yes and no."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return str(int(value)) if float(value).is_integer() else repr(value)
    if isinstance(value, timedelta):
        return repr(value.total_seconds())
    return value.isoformat()


def _checked(data: bytes) -> bytes:
    """Unpack what is needed within limits, and pack it without squeezing it."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(made, "w") as plain:
            for name, content in _parts(packed):
                plain.writestr(name, content)
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
        ValueError, OSError,
    ) as problem:  # fmt: skip
        raise FormatProblem(tr(BROKEN)) from problem
    return made.getvalue()


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    wanted = [info for info in packed.infolist() if _PART.fullmatch(info.filename)]
    names = {info.filename.casefold() for info in wanted}
    if _WORKBOOK not in names:
        raise FormatProblem(tr(NO_WORKBOOK))
    if len(names) < len(wanted) or len(wanted) > MOST_PARTS:
        raise FormatProblem(tr(BROKEN))
    left = LARGEST_MB * 1_000_000
    for info in wanted:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise FormatProblem(tr(BROKEN))
        with packed.open(info) as part:
            content = b"".join(_chunks(part, left))
        left -= len(content)
        yield info.filename, content


def _chunks(part: IO[bytes], left: int) -> Iterator[bytes]:
    """Yield a part bit by bit, so that other threads get their turn; FormatProblem when it has
    more bytes than are left, or its cells lie too far apart."""
    widest = lowest = 1
    tail = b""
    while chunk := part.read(_CHUNK):
        left -= len(chunk)
        places = _PLACE.findall(tail + chunk)
        widest = max([widest, *map(_column, {letters for letters, _ in places})])
        lowest = max([lowest, *(int(digits or 0) for digits in {digits for _, digits in places})])
        if left < 0:
            raise FormatProblem(tr(TOO_LARGE).format(most=LARGEST_MB))
        if widest * lowest > MOST_CELLS:
            raise FormatProblem(tr(TOO_WIDE))
        tail = (tail + chunk)[-_LONGEST_PLACE:]
        yield chunk


def _column(letters: bytes) -> int:
    """Return the number of a column, A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
