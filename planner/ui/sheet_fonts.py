"""Which signs of a sheet this computer has a font for; a sign without one is printed as '?'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any
from unicodedata import category

from PySide6.QtGui import QTextLayout

from planner.coach.sheet import Sheet
from planner.ui.sheet_marks import Style, font

INSTEAD = "?"
_UNSEEN = ("Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs", "Cs")  # drawn with their neighbours or not


def printable(sheet: Sheet) -> tuple[Sheet, str]:
    """Return the sheet with '?' for what no font has, and those signs, each once."""
    signs = dict.fromkeys("".join(_texts(sheet)))
    missing = "".join(sign for sign in signs if not has_font(sign))
    if not missing:
        return sheet, ""
    table = str.maketrans(dict.fromkeys(missing, INSTEAD))
    return _mapped(sheet, table), missing


@lru_cache(maxsize=8192)
def has_font(sign: str) -> bool:
    """Say whether the shipped font, or one of the system's that stands in, has a sign."""
    if sign.isascii() or category(sign) in _UNSEEN:
        return True
    layout = QTextLayout(sign, font(Style.BODY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(all(run.glyphIndexes()) for run in layout.glyphRuns())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))


def _mapped(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, tuple):
        return tuple(_mapped(each, table) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {each.name: _mapped(getattr(value, each.name), table) for each in fields(value)}
    return replace(value, **changed)
