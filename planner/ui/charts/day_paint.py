"""Draw the squares of days: darker for more, outlined when planned, a line when away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from planner.coach import absences
from planner.ui import absence_words, dates, region, theme
from planner.ui.charts import plot_style
from planner.ui.charts.day_layout import BETWEEN_PX, GAP_PX, MONTHS_PX, NAMES_PX, DayLayout, Strip
from planner.ui.charts.day_marks import DayMarks

ALPHAS = (0.40, 0.60, 0.80, 1.0)
CORNER_PX = 3.0
DARK_GROUND = 0.29  # lightness of a shade below which light numbers are read better
NUMBER_PX = 20  # squares from this size on hold the number of the day


def paint(painter: QPainter, layout: DayLayout, marks: DayMarks, seen: QRect) -> None:
    """Draw the strips and columns that an area shows."""
    for strip in layout.strips:
        columns = layout.columns(strip, seen)
        if columns:
            _paint_names(painter, layout, strip, columns)
            _paint_days(painter, layout, strip, marks, columns)


def _paint_names(painter: QPainter, layout: DayLayout, strip: Strip, columns: range) -> None:
    """Write the months above their columns, and year and weekdays where the strip has a title."""
    painter.setPen(QColor(theme.current().muted))
    for week, word in strip.labels:
        if columns.start - 4 <= week < columns.stop:
            left = layout.left + week * layout.pitch
            spot = QRect(left, strip.top, theme.grown(90), theme.grown(MONTHS_PX - 3))
            painter.drawText(spot, 0, word)
    if strip.title:
        paint_weekdays(painter, strip.top, layout.pitch)
        _bold(painter, strip)


def _bold(painter: QPainter, strip: Strip) -> None:
    painter.save()
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().text))
    spot = QRect(0, strip.top, theme.grown(NAMES_PX), theme.grown(MONTHS_PX - 3))
    painter.drawText(spot, 0, strip.title)
    painter.restore()


def paint_weekdays(painter: QPainter, top: int, pitch: int) -> None:
    """Name every second day, beside the rows of a strip."""
    painter.setPen(QColor(theme.current().muted))
    flags = int(Qt.AlignmentFlag.AlignVCenter)
    middle, tall = top + theme.grown(MONTHS_PX) + (pitch - 3) // 2, theme.grown(18)
    wide = theme.grown(NAMES_PX) - GAP_PX // 2
    for line in range(0, 7, 2):
        number = (region.first_weekday() - 1 + line) % 7 + 1
        spot = QRect(0, middle + line * pitch - tall // 2, wide, tall)
        painter.drawText(spot, flags, dates.weekday(number))


def _paint_days(
    painter: QPainter, layout: DayLayout, strip: Strip, marks: DayMarks, columns: range
) -> None:
    """Draw the ground of every day, one shade after the other, then what few days have."""
    grounds: dict[int | None, list[QRectF]] = {}
    special: list[tuple[date, QRectF]] = []
    for on, box in _boxes(layout, strip, columns):
        if on <= marks.today:
            grounds.setdefault(marks.levels.get(on), []).append(box)
        if on in marks.marked or layout.pitch >= NUMBER_PX:
            special.append((on, box))
    for level, boxes in grounds.items():
        paint_grounds(painter, boxes, level)
    for on, box in special:
        _paint_marks(painter, box, marks, on)


def _boxes(layout: DayLayout, strip: Strip, columns: range) -> Iterator[tuple[date, QRectF]]:
    first, last = strip.first.toordinal(), strip.last.toordinal()
    start, side, pitch = strip.start.toordinal(), layout.pitch - BETWEEN_PX, layout.pitch
    for week in columns:
        left = layout.left + week * pitch
        for line in range(7):
            number = start + 7 * week + line
            if first <= number <= last:
                top = strip.top + theme.grown(MONTHS_PX) + line * pitch
                yield date.fromordinal(number), QRectF(left, top, side, side)


def _paint_marks(painter: QPainter, box: QRectF, marks: DayMarks, on: date) -> None:
    day, level = marks.days.get(on), marks.levels.get(on)
    if day is not None and level is None:
        paint_unknown(painter, box)
    elif day is None and on in marks.planned:
        paint_planned(painter, box)
    if on in marks.away:
        colour = theme.current().warn if level is None else _ink(level).name()
        reason = absences.reason(marks.away[on])
        absence_words.paint_line(painter, box.adjusted(1, 0, -1, 0), reason, colour)
    if on == marks.today:
        paint_today(painter, box)
    if box.width() >= NUMBER_PX and (day is not None or on in marks.planned):
        _paint_number(painter, box, on, level)


def _paint_number(painter: QPainter, box: QRectF, on: date, level: int | None) -> None:
    painter.setPen(QColor(theme.current().muted) if level is None else _ink(level))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(on.day))


def _ink(level: int) -> QColor:
    """Return the colour of numbers that stands out from a shade."""
    tokens = theme.current()
    ground = theme.mixed(tokens.phases["steady"], tokens.panel, ALPHAS[level])
    return QColor(theme.DARK.text if ground.lightnessF() < DARK_GROUND else theme.LIGHT.text)


def paint_grounds(painter: QPainter, boxes: Iterable[QRectF], level: int | None) -> None:
    """Draw the squares of days in a shade; None is that of days without."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().line) if level is None else shade(level))
    for box in boxes:
        corner = min(CORNER_PX, box.width() / 4)
        painter.drawRoundedRect(box, corner, corner)


def paint_unknown(painter: QPainter, box: QRectF) -> None:
    """Draw a day that was trained, of which the value is not known."""
    middle, radius = box.center(), box.width() / 6
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().muted))
    painter.drawEllipse(QPointF(middle), radius, radius)


def paint_planned(painter: QPainter, box: QRectF) -> None:
    """Draw the edge of a day with something planned."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(theme.current().muted), 1.2)
    pen.setDashPattern([2.0, 1.5])
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), CORNER_PX, CORNER_PX)


def paint_today(painter: QPainter, box: QRectF) -> None:
    """Draw the edge of today."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().accent), 1.4))
    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), CORNER_PX + 1, CORNER_PX + 1)


def paint_ring(painter: QPainter, box: QRectF) -> None:
    """Draw the ring of the day that the keyboard has reached."""
    painter.setPen(QPen(QColor(theme.current().text), 1.5))
    painter.setBrush(QBrush())
    painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)


def shade(level: int) -> QColor:
    """Return the colour of a shade, 0 is the lightest."""
    return plot_style.faint(theme.current().phases["steady"], ALPHAS[level])
