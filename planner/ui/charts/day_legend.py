"""What the squares of days stand for: the numbers of the shades, planned days and days away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.coach.absences import Reason
from planner.language import tr
from planner.ui import absence_words, theme
from planner.ui.charts import day_paint
from planner.ui.charts.day_marks import DayMarks
from planner.ui.charts.plot_legend import MARK_PX, Entry, Paint, Small

SIDE_PX = float(MARK_PX)


def entries(marks: DayMarks, brief: bool = False) -> list[Entry]:
    """Return signs and words of what the days shown have; the last range says what is counted.

    A `brief` legend has the first and the last range only.
    """
    ranges = marks.shades.ranges()
    ranges[-1] = f"{ranges[-1]} {marks.shades.noun()}"
    made: list[Entry] = [(Small(_shade(level)), word) for level, word in enumerate(ranges)]
    if brief:
        made = [made[0], made[-1]]
    if None in marks.levels.values():
        made.append((Small(_unknown), tr("length not known")))
    if marks.planned:
        made.append((planned, tr("planned")))
    return made


def reasons(marks: DayMarks) -> list[Entry]:
    """Return signs and words of why the lifter was away in the days shown."""
    return [(_away(reason), absence_words.word(reason)) for reason in marks.reasons()]


def _shade(level: int) -> Paint:
    return lambda painter, area: day_paint.paint_grounds(painter, [_box(area)], level)


def _unknown(painter: QPainter, area: QRectF) -> None:
    day_paint.paint_grounds(painter, [_box(area)], None)
    day_paint.paint_unknown(painter, _box(area))


def _planned(painter: QPainter, area: QRectF) -> None:
    day_paint.paint_planned(painter, _box(area))


planned = Small(_planned)
"""The sign of something planned."""


def _away(reason: Reason) -> Paint:
    def paint(painter: QPainter, area: QRectF) -> None:
        absence_words.paint_line(painter, area, reason, theme.current().warn)

    return paint


def _box(area: QRectF) -> QRectF:
    """Return the square of an entry's sign."""
    corner = QPointF(area.left(), area.center().y() - SIDE_PX / 2)
    return QRectF(corner.x(), corner.y(), SIDE_PX, SIDE_PX)
