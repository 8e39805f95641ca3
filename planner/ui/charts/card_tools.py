"""The words above a plot, which become icons where its title needs their room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from planner.ui import icons

# Left and right of a quiet button's words, as planner.qss has it, and a little more.
PADDING_PX = 20


class Tool(NamedTuple):
    """A button, what it says where there is room, and its icon where there is none."""

    button: QPushButton
    words: str
    icon: str


def show(tools: Iterable[Tool], room: int) -> None:
    """Let buttons say their words if all of them fit into so many px, else show their icons."""
    known = list(tools)
    short = sum(_width(tool) for tool in known) > room
    for tool in known:
        if tool.button.text() != ("" if short else tool.words):
            tool.button.setText("" if short else tool.words)
            tool.button.setIcon(icons.icon(tool.icon) if short else QIcon())
        if short and not tool.button.toolTip():
            tool.button.setToolTip(tool.words)


def _width(tool: Tool) -> int:
    return tool.button.fontMetrics().horizontalAdvance(tool.words) + PADDING_PX
