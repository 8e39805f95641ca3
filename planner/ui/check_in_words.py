"""The questions of a check-in: their names, and the words for the answers."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from planner.language import tr
from planner.ui import theme
from planner.ui.area_words import sore_words
from planner.ui.widgets import wrapped

NAME_WIDTH = 76  # px


def questions() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (field of a CheckIn, its name, the words for 1 to 5)."""
    low_high = (tr("very low"), tr("low"), tr("ok"), tr("good"), tr("great"))
    energy = (_tired(), *low_high[1:])
    sleep = (tr("bad"), tr("poor"), tr("ok"), tr("good"), tr("great"))
    return (
        ("sleep", tr("Sleep"), sleep),
        ("soreness", tr("Soreness"), sore_words()),
        ("mood", tr("Mood"), low_high),
        ("motivation", tr("Motivation"), low_high),
        ("energy", tr("Energy"), energy),
    )


def answering(field: str) -> str:
    """Return what Undo calls an answer to a question."""
    return {
        "sleep": tr("Check-in: sleep"),
        "soreness": tr("Check-in: soreness"),
        "mood": tr("Check-in: mood"),
        "motivation": tr("Check-in: motivation"),
        "energy": tr("Check-in: energy"),
    }[field]


def short(word: str) -> str:
    """Return what an answer is called beside its question, where there is little room."""
    return {tr("very low"): tr("lowest"), _tired(): tr("worn")}.get(word, word)


def name_label(text: str, parent: QWidget) -> QLabel:
    """Return the name of a question; a long one breaks lines, so that the answers have room.

    No word of it is cut off.
    """
    made = wrapped(text, parent=parent)
    name, width = text.replace("&", ""), made.fontMetrics().horizontalAdvance  # '睡眠(S)'
    longest = max(map(width, name.split()), default=0)
    made.setMinimumWidth(max(longest, min(width(name), theme.grown(NAME_WIDTH))))
    return made


def _tired() -> str:
    return tr("tired after hardly any effort")
