"""Offer to make an exercise whose name was typed and is not in the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from planner.coach import library
from planner.language import tr

BESIDE_PX, LEAST_PX = 40, 120  # a button's padding and its place's margins; room for words


def name(text: str) -> str:
    """Return a name as the library writes them: with one capital, unless it has some."""
    clean = " ".join(text.split())
    return clean if clean != clean.lower() else clean[:1].upper() + clean[1:]


def offer(button: QPushButton, text: str, width_px: int) -> None:
    """Let a button offer to make what was typed; hide it when some exercise fits, or nothing is.

    `width_px` is that of the button's place.
    """
    made = name(text)
    words = tr("Make ‘{name}’…")
    room = max(width_px - BESIDE_PX, LEAST_PX)
    metrics = button.fontMetrics()
    room -= metrics.horizontalAdvance(words.format(name=""))
    short = metrics.elidedText(made, Qt.TextElideMode.ElideRight, room)
    button.setText(words.format(name=short.replace("&", "&&")))
    button.setToolTip(words.format(name=made))
    button.setAccessibleName(words.format(name=made))
    button.setVisible(bool(made) and not library.is_known(made))
