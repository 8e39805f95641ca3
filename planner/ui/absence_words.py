"""Days away in words, and the mark of their reason: a line of its own pattern."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.coach import absences
from planner.coach.absences import Reason
from planner.engine.terms import Absence
from planner.language import tr
from planner.ui import dates, theme

_WAVE_PX = 3.0
_PATTERNS = {Reason.BUSY: [2.4, 1.6], Reason.OTHER: [0.6, 1.6]}  # in widths of the pen


def word(reason: Reason) -> str:
    """Return the word for a reason: 'Holiday'."""
    return {
        Reason.HOLIDAY: tr("Holiday"),
        Reason.ILL: tr("Ill"),
        Reason.INJURED: tr("Injured"),
        Reason.BUSY: tr("Busy"),
        Reason.OTHER: tr("Other"),
    }[reason]


def days(absence: Absence, today: date) -> str:
    """Write '3 Nov – 9 Nov', 'since 3 Nov' or 'from 3 Nov'; years where they are not today's."""
    first = dates.short(absence.since, today)
    if absence.until is None:
        words = tr("since {0}") if absence.since <= today else tr("from {0}")
        return words.format(first)
    if absence.until == absence.since:
        return first
    return dates.span(absence.since, absence.until, today)


def named(absence: Absence, today: date) -> str:
    """Write 'Holiday, 3 Nov – 9 Nov'."""
    said = tr("{reason}, {days}")
    return said.format(reason=word(absences.reason(absence)), days=days(absence, today))


def back(absence: Absence) -> str:
    """Return what who was away says today: 'I am well again' after an illness."""
    return {
        Reason.ILL: tr("I am well again"),
        Reason.INJURED: tr("I can train again"),
    }.get(absences.reason(absence), tr("I am back"))


def paint_line(painter: QPainter, box: QRectF, reason: Reason, colour: str) -> None:
    """Draw a reason as a line through the middle of a box: no two reasons have the same."""
    middle = box.center().y()
    pen = QPen(QColor(colour), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if reason in _PATTERNS:
        pen.setDashPattern(_PATTERNS[reason])
    if reason is Reason.INJURED:
        pen.setWidthF(1.0)
    painter.setPen(pen)
    if reason is Reason.ILL:
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.drawPolyline(_wave(box))
    elif reason is Reason.INJURED:
        for shift in (-1.5, 1.5):
            painter.drawLine(
                QPointF(box.left(), middle + shift), QPointF(box.right(), middle + shift)
            )
    else:
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _wave(box: QRectF) -> list[QPointF]:
    steps = max(int(box.width() / _WAVE_PX), 2)
    low, high = box.center().y() + 1.5, box.center().y() - 1.5
    return [
        QPointF(box.left() + box.width() * step / steps, low if step % 2 else high)
        for step in range(steps + 1)
    ]


class ReasonMark(QWidget):
    """The line of a reason, beside its word."""

    def __init__(self, reason: Reason, parent: QWidget) -> None:
        super().__init__(parent)
        self._reason = reason
        self.setFixedSize(18, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, QRectF(self.rect()), self._reason, theme.current().warn)
