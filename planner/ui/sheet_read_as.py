"""What a box of a sheet was read as, in the words that stand below it, as long as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from planner.coach.entry import SetRow, usual_side
from planner.coach.sheet_box_words import SIDES, pain_text, quality_text
from planner.coach.sheet_boxes import Reading
from planner.coach.wording import in_row
from planner.engine.terms import UNREAD, Exercise, LoggedSet, Side, Unit
from planner.language import tr
from planner.ui.set_columns import effort_text, result_text, side_shown


class ReadAs(NamedTuple):
    """The sets of a box, then the same shorter; `behind` them stands what is said of each."""

    texts: tuple[str, ...] = ("",)
    behind: str = ""

    @property
    def whole(self) -> str:
        """Return all that was read."""
        return self._with_behind(self.texts[0])

    def lines(self, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
        """Return what has room, in a line or two: the longest text, else the shortest, without its
        end where that is too long; what is said of each stands below it then."""
        wide = metrics.horizontalAdvance
        whole = (self._with_behind(text) for text in self.texts)
        found = next((text for text in whole if wide(text) <= width), None)
        if found is not None:
            return (found,)
        text = next((text for text in self.texts if wide(text) <= width), self.texts[-1])
        told = filter(None, (text, self.behind))
        return tuple(metrics.elidedText(each, Qt.TextElideMode.ElideRight, width) for each in told)

    def _with_behind(self, text: str) -> str:
        return f"{text} – {self.behind}" if self.behind else text


def read_as(made: Reading, row: SetRow, exercise: Exercise, unit: Unit) -> ReadAs:
    """Write what a box was read as: '45×8, 45×7', '45×8, 7', and behind it 'each p3'."""
    if not made.sets:
        return ReadAs()
    if UNREAD in made.sets[0].flags:
        return ReadAs((tr("not read"),))
    marks = {_marks(each, exercise) for each in made.sets}
    alike = marks.pop() if made.sets[1:] and len(marks) == 1 else ""
    sets = [_bare(each) for each in made.sets] if alike else made.sets
    told = [_set_text(each, row, exercise, unit) for each in sets]
    texts = tuple(dict.fromkeys((in_row(told), in_row(_without_repeats(told)))))
    return ReadAs(texts, tr("each {marks}").format(marks=alike) if alike else "")


def _marks(entry: LoggedSet, exercise: Exercise) -> str:
    """Write what is said of a set: '@2 q2 p3'."""
    return f"{effort_text(entry.rir, exercise)}{quality_text(entry)}{pain_text(entry)}".strip()


def _bare(entry: LoggedSet) -> LoggedSet:
    return replace(entry, rir=None, technique=None, pain=None)


def _set_text(entry: LoggedSet, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    """Write a set as it was read: '45×8', '30 s p4'; with a side where the box is not for that."""
    told = result_text(replace(entry, side=Side.BOTH), exercise, unit).replace(" × ", "×")
    known = (row.side,) if row.side in SIDES else (Side.BOTH, usual_side(exercise))
    told += "" if entry.side in known else f" {side_shown(entry.side)}"
    return told + quality_text(entry) + pain_text(entry)


def _without_repeats(told: Sequence[str]) -> Iterator[str]:
    """Yield sets without a load that is the one before."""
    before = ""
    for text in told:
        load, sign, amount = text.rpartition("×")
        yield amount if sign and load == before else text
        before = load
