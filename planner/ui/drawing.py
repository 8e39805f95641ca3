"""The program's own drawings, rendered in the colours of a theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from planner.ui import theme

_COLOUR = re.compile(r'\b(fill|stroke)="([a-z][a-z_:]*)"')


def drawing(name: str, colours: Mapping[str, str]) -> QSvgRenderer:
    """Return a renderer of a drawing of the resources, such as 'pictograms/squat.svg'.

    `colours` gives #rrggbb for the words that the drawing has for colours; others stay.
    Raises OSError when there is no such drawing.
    """

    def coloured(found: re.Match[str]) -> str:
        return f'{found[1]}="{colours.get(found[2], found[2])}"'

    return QSvgRenderer(QByteArray(_COLOUR.sub(coloured, _source(name)).encode()))


@cache
def _source(name: str) -> str:
    return (theme.RESOURCES / name).read_text("utf-8")
