"""Break a text into a few lines of a width; only what exceeds the last one is cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from planner.ui import hyphens


def wrapped(text: str, font: QFont, width: int, most: int = 2) -> list[str]:
    """Return a text in at most so many lines of a width in px, the last one shortened with ….

    Lines break between words, where a long word has a joint, and anywhere in a word that is wider
    than a line.
    """
    if QFontMetrics(font).horizontalAdvance(text) < width:
        return [text.strip()]
    text = hyphens.soft(text)
    lines = _broken(text, font, width, most)
    if len(lines) == most:
        rest = text[sum(map(len, lines[:-1])) :]
        lines[-1] = _cut(rest.replace(hyphens.SOFT, ""), font, width)
    return [hyphens.shown(line.strip()) for line in lines]


def _broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return the first lines of a text as they are, with their spaces."""
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = list[str]()
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found


def _cut(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text.strip(), Qt.TextElideMode.ElideRight, width)
