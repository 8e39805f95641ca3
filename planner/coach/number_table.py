"""Tables of numbers as CSV, of charts and lists, which no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from planner.coach import whole_file
from planner.formats.guard import guarded

_FORMULAS = ("=", "@")  # of what is shown: a sign before a number is a sign


def write(titles: Sequence[str], rows: Sequence[Sequence[object]], path: Path) -> None:
    """Write ISO dates, decimal points, empty cells for the unknown, guarded text; OSError."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(_cell, titles))
    writer.writerows([_cell(value) for value in row] for row in rows)
    whole_file.write(path, text.getvalue().encode("utf-8"))


def pasted(rows: Sequence[Sequence[str]]) -> str:
    """Return what is shown as text that a spreadsheet takes apart when it is pasted."""
    return "\n".join("\t".join(map(_shown, row)) for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, str):
        return guarded(value)
    return value.isoformat() if isinstance(value, date) else value


def _shown(text: str) -> str:
    return guarded(text) if text.startswith(_FORMULAS) else text
